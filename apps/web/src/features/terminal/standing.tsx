/** What the state of a machine means to its merchant, and the one thing to do about it. */
import { assertNever } from '@kaitong/values';
import { Button, Popconfirm } from 'antd';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Callout } from '../../parts/callout.tsx';
import { Folded } from '../../parts/folded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { Activation } from './activation.tsx';
import { TerminalGate } from './gate-list.tsx';
import { useOpenCase, useSuspend, type Terminal } from './queries.ts';
import { SelfTestForm } from './self-test-form.tsx';
import { words } from './words.ts';

type Parts = { readonly terminal: Terminal };

export function Standing({ terminal }: Parts) {
  const say = useSay(words);
  const { status } = terminal;
  switch (status) {
    case 'in_stock':
    case 'allocated':
      return <Coming terminal={terminal} />;
    case 'delivered':
      return <Activation terminal={terminal} />;
    case 'bound':
    case 'key_loaded':
      return (
        <Callout tone="waiting" title={say('state.bound')} isLive>
          <p>{say('state.bound.text')}</p>
        </Callout>
      );
    case 'activated':
      return (
        <>
          {terminal.can.includes('selfTest') && <SelfTestForm terminal={terminal} />}
          <Missing terminal={terminal} />
        </>
      );
    case 'self_tested':
      return (
        <>
          <Callout tone="waiting" title={say('state.self_tested')} />
          <Missing terminal={terminal} />
        </>
      );
    case 'in_service':
      return <Working terminal={terminal} />;
    case 'suspended':
      return <Stopped terminal={terminal} />;
    case 'unbound':
    case 'recovered':
    case 'scrapped':
      return (
        <Callout tone="quiet" title={say('state.unbound')}>
          <p>{say('state.unbound.text')}</p>
        </Callout>
      );
    default:
      return assertNever(status);
  }
}

function Coming({ terminal: { orderId } }: Parts) {
  const say = useSay(words);
  return (
    <Callout tone="waiting" title={say('state.allocated')}>
      <p>{say('state.allocated.text')}</p>
      <ButtonLink to={orderId ? `/m/orders/${orderId}` : '/m/orders'} isQuiet>
        {say('state.allocated.order')}
      </ButtonLink>
    </Callout>
  );
}

function Missing({ terminal: { merchantId, missing } }: Parts) {
  if (merchantId === undefined || missing.length === 0) return null;
  return <TerminalGate merchantId={merchantId} missing={missing} />;
}

function Working({ terminal }: Parts) {
  const say = useSay(words);
  return (
    <>
      <Callout tone="done" title={say('state.in_service')}>
        <p>{say('state.in_service.text')}</p>
      </Callout>
      <div className="report">
        <p className="quiet">{say('detail.report.text')}</p>
        <ButtonLink to={`/m/cases/new/${terminal.id}`} isQuiet>
          {say('detail.report')}
        </ButtonLink>
      </div>
      {terminal.can.includes('suspend') && <Lost terminal={terminal} />}
    </>
  );
}

function Lost({ terminal: { id } }: Parts) {
  const say = useSay(words);
  const suspend = useSuspend();
  const body = { reason: 'lost', note: say('lost.note') } as const;
  return (
    <Folded title={say('lost.title')}>
      <p>{say('lost.text')}</p>
      <ErrorNotice problem={suspend.problem} />
      <Popconfirm
        title={say('lost.sure')}
        okText={say('lost.button')}
        cancelText={say('house.cancel')}
        onConfirm={() => suspend.run({ params: { id }, body })}
      >
        <Button danger loading={suspend.isBusy}>
          {say('lost.button')}
        </Button>
      </Popconfirm>
    </Folded>
  );
}

function Stopped({ terminal }: Parts) {
  const say = useSay(words);
  const word = useWord();
  const { id, suspension } = terminal;
  const open = useOpenCase(id);
  const reason = suspension?.reason;
  return (
    <Callout tone="harm" title={say('state.suspended')}>
      {reason && (
        <p>{say('state.suspended.why', { reason: word(`terminals.reason.${reason}`) })}</p>
      )}
      {suspension?.note && <p className="quiet">{suspension.note}</p>}
      {open && !open.id && (reason === 'risk' || reason === 'lost') && (
        <p>{say(`state.suspended.${reason}`)}</p>
      )}
      {open && <WayBack caseId={open.id} terminal={terminal} />}
    </Callout>
  );
}

function WayBack({ caseId, terminal }: Parts & { readonly caseId: string | undefined }) {
  const say = useSay(words);
  const reason = terminal.suspension?.reason;
  if (caseId)
    return <ButtonLink to={`/m/cases/${caseId}`}>{say('state.suspended.case')}</ButtonLink>;
  if (reason === 'risk' || reason === 'lost')
    return <ButtonLink to="/m/tickets/new">{say('state.suspended.ask')}</ButtonLink>;
  return (
    <ButtonLink to={`/m/cases/new/${terminal.id}`}>{say('state.suspended.report')}</ButtonLink>
  );
}
