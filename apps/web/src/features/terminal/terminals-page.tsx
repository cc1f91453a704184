import { useMe } from '../../house.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Callout } from '../../parts/callout.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Skeleton } from '../../parts/loaded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { Button } from 'antd';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { GateList } from './gate-list.tsx';
import { useFleet, useModelName, useTerminals, type TerminalRow } from './queries.ts';
import { isPresent, terminalTones } from './tones.ts';
import { words } from './words.ts';
import './terminal.css';

/** The machines of the store, and what they still miss. */
export function Page() {
  const say = useSay(words);
  const merchantIds = useMe()?.merchantIds ?? [];
  return (
    <PageFrame title={say('terminals.title')}>
      <List />
      {merchantIds.map((id) => (
        <GateList key={id} merchantId={id} />
      ))}
    </PageFrame>
  );
}

function List() {
  const say = useSay(words);
  const pages = useTerminals();
  if (pages.problem) return <ErrorNotice problem={pages.problem} onRetry={pages.retry} />;
  if (pages.isLoading) return <Skeleton lines={4} />;
  const present = pages.rows.filter(({ status }) => isPresent(status));
  const former = pages.rows.filter(({ status }) => !isPresent(status));
  return (
    <>
      {present.length === 0 && <NoTerminal />}
      {present
        .filter(({ status }) => terminalTones[status] === 'todo')
        .map((terminal) => (
          <NextStep key={terminal.id} terminal={terminal} />
        ))}
      {present.length > 0 && <TerminalRows label={say('terminals.list')} terminals={present} />}
      {pages.more && (
        <Button block onClick={pages.more} loading={pages.isLoadingMore}>
          {say('table.more')}
        </Button>
      )}
      {former.length > 0 && (
        <Folded title={say('terminals.former')} note={former.length}>
          <TerminalRows label={say('terminals.former')} terminals={former} />
        </Folded>
      )}
    </>
  );
}

/** What waits for the merchant's own hands stands before everything else. */
function NextStep({ terminal: { id, serial, status } }: { terminal: TerminalRow }) {
  const say = useSay(words);
  const step = status === 'delivered' ? 'activate' : 'test';
  return (
    <Callout tone="todo" title={say(`next.${step}`, { serial })}>
      <p>{say(`next.${step}.text`)}</p>
      <ButtonLink to={`/m/terminals/${id}`}>{say(`next.${step}.go`)}</ButtonLink>
    </Callout>
  );
}

function NoTerminal() {
  const say = useSay(words);
  return (
    <EmptyState
      title={say('terminals.none')}
      text={say('terminals.none.text')}
      action={
        <ButtonLink to="/m/progress" isQuiet>
          {say('terminals.none.progress')}
        </ButtonLink>
      }
    />
  );
}

type RowsParts = { readonly label: string; readonly terminals: readonly TerminalRow[] };

function TerminalRows({ label, terminals }: RowsParts) {
  const say = useSay(words);
  const word = useWord();
  const modelName = useModelName();
  const fleet = useFleet();
  return (
    <Rows label={label}>
      {terminals.map(({ id, serial, modelId, status, terminalNo }) => {
        const machine = fleet?.find(({ terminalId }) => terminalId === id);
        return (
          <Row
            key={id}
            to={`/m/terminals/${id}`}
            title={modelName(modelId) ?? serial}
            hint={
              <>
                {terminalNo ? say('terminals.number', { number: terminalNo }) : serial}
                {machine?.lastSeenAt && (
                  <>
                    <br />
                    {say('terminals.seen')} <When at={machine.lastSeenAt} near />
                  </>
                )}
              </>
            }
            value={
              <>
                <StatusTag tone={terminalTones[status]}>{word(`terminal.${status}`)}</StatusTag>
                {machine && status === 'in_service' && (
                  <span className="quiet small">{word(`fleet.state.${machine.state}`)}</span>
                )}
              </>
            }
          />
        );
      })}
    </Rows>
  );
}
