import type { api, ReplyOf } from '@kaitong/contract';
import { Callout } from '../../parts/callout.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { CodeView } from './code-view.tsx';
import { GateView } from './gate-view.tsx';
import { useTerminal } from './queries.ts';
import { SelfTestForm } from './self-test-form.tsx';
import { words } from './words.ts';

type Detail = ReplyOf<typeof api.terminals.readTerminal>;

/** One terminal on its way into service: the step that is next stands first. */
export function TerminalSteps({ id }: { id: string }) {
  return (
    <Loaded query={useTerminal(id)} lines={8}>
      {(terminal) => (
        <>
          <Head terminal={terminal} />
          <Standing terminal={terminal} />
          {terminal.can.includes('issueCode') && <CodeView terminal={terminal} />}
          {terminal.can.includes('selfTest') && <SelfTestForm terminalId={terminal.id} />}
          {terminal.merchantId && (
            <GateView merchantId={terminal.merchantId} terminalId={terminal.id} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Head({ terminal: { serial, status, terminalNo } }: { terminal: Detail }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <FieldList
      fields={[
        { label: say('terminal.serial'), value: serial },
        ...(terminalNo ? [{ label: say('terminal.number'), value: terminalNo }] : []),
        {
          label: say('terminal.status'),
          value: (
            <StatusTag tone={status === 'in_service' ? 'done' : 'waiting'}>
              {word(`terminal.${status}`)}
            </StatusTag>
          ),
        },
      ]}
    />
  );
}

function Standing({ terminal: { status } }: { terminal: Detail }) {
  const say = useSay(words);
  if (status === 'in_service')
    return (
      <Callout tone="done" title={say('terminal.live')} isLive>
        <p>{say('terminal.live.text')}</p>
        <ButtonLink to="/m/takings">{say('terminal.live.go')}</ButtonLink>
      </Callout>
    );
  if (status === 'allocated')
    return (
      <Callout tone="waiting" title={say('terminal.allocated')}>
        <ButtonLink isQuiet to="/m/orders">
          {say('terminal.allocated.go')}
        </ButtonLink>
      </Callout>
    );
  if (status === 'suspended') return <Callout tone="harm" title={say('terminal.suspended')} />;
  return null;
}
