/** The line on which the terminals speak: how much, how it was answered, why it was closed. */
import type { TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { Grid } from '../../parts/desk/detail.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Section } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { locales, useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useConnections, useCounters, type Connection, type Counters } from './queries.ts';
import { words } from './words.ts';

export function GatewayView() {
  const say = useSay(words);
  const lang = useLang();
  return (
    <Loaded query={useCounters()} lines={8}>
      {({ answers, closed, ...counters }) => (
        <div className="gateway">
          <Sums counters={counters} />
          <Connections />
          <Counts
            title={say('gateway.answers')}
            codeTitle={say('gateway.code')}
            rows={answers.map(({ code, count, words: text }) => ({
              code,
              count,
              text: text[lang],
            }))}
          />
          <Counts
            title={say('gateway.closed')}
            codeTitle={say('gateway.reason')}
            rows={closed.map(({ reason, count, words: text }) => ({
              code: reason,
              count,
              text: text[lang],
            }))}
          />
        </div>
      )}
    </Loaded>
  );
}

type SumsParts = { readonly counters: Omit<Counters, 'answers' | 'closed'> };

function Sums({ counters }: SumsParts) {
  const say = useSay(words);
  const numbers = new Intl.NumberFormat(locales[useLang()]);
  const { open, openMax, working, workingMax, log } = counters;
  const outOf = (count: number, max: number) =>
    say('gateway.of', { count: numbers.format(count), max: numbers.format(max) });
  const sums = [
    ['gateway.open', outOf(open, openMax)],
    ['gateway.terminals', numbers.format(counters.terminals)],
    ['gateway.connections', numbers.format(counters.connections)],
    ['gateway.frames', numbers.format(counters.frames)],
    ['gateway.working', outOf(working, workingMax)],
    ['gateway.busy', numbers.format(counters.busy)],
    ['gateway.log', numbers.format(log.kept)],
    ['gateway.port', String(counters.port)],
  ] as const;
  return (
    <dl className="gateway-sums">
      {sums.map(([key, text]) => (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd className="figures">{text}</dd>
          {key === 'gateway.log' && log.dropped > 0 && (
            <dd>{say('gateway.log.dropped', { count: numbers.format(log.dropped) })}</dd>
          )}
        </div>
      ))}
      <div>
        <dt>{say('gateway.since')}</dt>
        <dd>
          <When at={counters.since} near />
        </dd>
      </div>
    </dl>
  );
}

/** Who is on the line now. */
function Connections() {
  const say = useSay(words);
  const pages = useConnections();
  return (
    <div className="gateway-line">
      <Section title={say('line.title')}>
        <DataTable
          label={say('line.title')}
          pages={pages}
          columns={useLineColumns()}
          idOf={({ id }) => id}
          empty={say('line.none')}
        />
      </Section>
    </div>
  );
}

function useLineColumns(): TableColumnsType<Connection> {
  const say = useSay(words);
  return [
    { key: 'id', title: say('line.connection'), dataIndex: 'id' },
    { key: 'address', title: say('line.address'), dataIndex: 'address' },
    {
      key: 'channel',
      title: say('line.channel'),
      render: (_, { channel, certificate }) =>
        [channel.toUpperCase(), certificate].filter(Boolean).join(' · '),
    },
    {
      key: 'terminals',
      title: say('line.terminals'),
      render: (_, { terminalNos }) => (
        <span className="figures">{terminalNos.join(' ') || '–'}</span>
      ),
    },
    { key: 'since', title: say('line.since'), render: (_, { since }) => <When at={since} near /> },
    {
      key: 'last',
      title: say('line.last'),
      render: (_, { lastFrameAt }) => (lastFrameAt ? <When at={lastFrameAt} near /> : '–'),
    },
    { key: 'frames', title: say('line.frames'), align: 'right', dataIndex: 'frames' },
  ];
}

type Row = { readonly code: string; readonly count: number; readonly text: string };

type CountsParts = {
  readonly title: string;
  readonly codeTitle: string;
  readonly rows: readonly Row[];
};

function Counts({ title, codeTitle, rows }: CountsParts) {
  const say = useSay(words);
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <p className="quiet">{say('gateway.none')}</p>
      ) : (
        <Grid
          label={title}
          rows={rows.toSorted((a, b) => b.count - a.count)}
          keyOf={({ code }) => code}
          columns={[
            {
              title: codeTitle,
              render: ({ code }) => <code className="id-text">{code}</code>,
            },
            { title: say('gateway.meaning'), render: ({ text }) => text },
            { title: say('gateway.count'), isRight: true, render: ({ count }) => count },
          ]}
        />
      )}
    </Section>
  );
}
