import { useParams } from '@tanstack/react-router';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Callout } from '../../parts/callout.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { JourneyLine, type Station } from '../../parts/journey-line.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList, Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { arrivalOf } from './arrival.ts';
import { usePayout, type Payout } from './queries.ts';
import { payoutTones } from './tones.ts';
import { words } from './words.ts';
import './takings.css';

/** One sum on its way to the bank. */
export function Page() {
  const say = useSay(words);
  const { id = '' }: Record<string, string | undefined> = useParams({ strict: false });
  return (
    <PageFrame title={say('payout.title')} back={{ to: '/m/payouts', label: say('payouts.title') }}>
      <Loaded query={usePayout(id)} lines={8}>
        {(payout) => <Detail payout={payout} />}
      </Loaded>
    </PageFrame>
  );
}

function Detail({ payout }: { payout: Payout }) {
  const say = useSay(words);
  const word = useWord();
  const { id, amount, status, account, merchantName, day, paidAt } = payout;
  const isBack = status === 'failed' || status === 'returned';
  const stations = useStations(payout);
  return (
    <>
      <div className="payment-head">
        <p className="day-sum">
          <MoneyText amount={amount} />
        </p>
        <p className="payment-facts">
          <StatusTag tone={payoutTones[status]}>{word(`payout.${status}`)}</StatusTag>
          <span>{say('payouts.to', { account })}</span>
        </p>
      </div>
      {isBack && <CameBack payout={payout} />}
      <JourneyLine stations={stations} label={say('payout.line')} />
      <FieldList
        fields={[
          { label: say('payout.account'), value: account },
          { label: say('payout.holder'), value: merchantName },
          isBack || {
            label: say(paidAt ? 'payout.arrived' : 'payout.arrives'),
            value: <When at={arrivalOf(payout)} />,
          },
          { label: say('payout.number'), value: <span className="small">{id}</span> },
        ].filter((field) => field !== true)}
      />
      <ButtonLink to={`/m/statements?day=${day}`} isQuiet>
        {say('payout.statement')}
      </ButtonLink>
    </>
  );
}

function CameBack({ payout: { reason } }: { payout: Payout }) {
  const say = useSay(words);
  const subject = encodeURIComponent(say('payout.ask.subject'));
  return (
    <Callout tone="harm" title={say('payout.back')}>
      <p>{say('payout.back.text')}</p>
      {reason && <p className="quiet">{say('payout.back.reason', { reason })}</p>}
      <ButtonLink to={`/m/tickets/new?category=settlement&subject=${subject}`}>
        {say('payout.ask')}
      </ButtonLink>
    </Callout>
  );
}

/** Summed up, with the bank, arrived; or where it turned back. */
function useStations(payout: Payout): Station[] {
  const say = useSay(words);
  const { status, createdAt, paidAt } = payout;
  const isSent = status !== 'created';
  const bank = say('payout.bank');
  const dueAt = arrivalOf(payout);
  const created = { key: 'created', label: say('payout.line.created'), at: createdAt };
  const sent = { key: 'sent', label: say('payout.line.sent') };
  const end = { key: 'paid', label: say('payout.line.paid') };
  if (status === 'failed' || status === 'returned') {
    const label = say(`payout.line.${status}`);
    return [
      { ...created, state: 'done' },
      { ...sent, state: 'done' },
      { key: status, label, state: 'problem' },
    ];
  }
  return [
    { ...created, state: 'done' },
    isSent ? { ...sent, state: 'done' } : { ...sent, state: 'current', dueAt },
    paidAt
      ? { ...end, state: 'done', at: paidAt }
      : { ...end, state: isSent ? 'current' : 'next', who: bank, dueAt },
  ];
}
