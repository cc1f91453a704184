/** The line on which the terminals speak: how much, how it was answered, why it was closed. */
import { Grid } from '../../parts/desk/detail.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Section } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { locales, useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useCounters } from './queries.ts';
import { words } from './words.ts';

export function GatewayView() {
  const say = useSay(words);
  const lang = useLang();
  const numbers = new Intl.NumberFormat(locales[lang]);
  return (
    <Loaded query={useCounters()} lines={8}>
      {({ since, port, open, connections, frames, answers, closed }) => (
        <div className="gateway">
          <dl className="gateway-sums">
            {(
              [
                ['gateway.open', open],
                ['gateway.connections', connections],
                ['gateway.frames', frames],
              ] as const
            ).map(([key, count]) => (
              <div key={key}>
                <dt>{say(key)}</dt>
                <dd className="figures">{numbers.format(count)}</dd>
              </div>
            ))}
            <div>
              <dt>{say('gateway.port')}</dt>
              <dd className="figures">{port}</dd>
            </div>
            <div>
              <dt>{say('gateway.since')}</dt>
              <dd>
                <When at={since} near />
              </dd>
            </div>
          </dl>
          <Counts
            title={say('gateway.answers')}
            rows={answers.map(({ code, count, words: text }) => ({
              code,
              count,
              text: text[lang],
            }))}
          />
          <Counts
            title={say('gateway.closed')}
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

type Row = { readonly code: string; readonly count: number; readonly text: string };

function Counts({ title, rows }: { title: string; rows: readonly Row[] }) {
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
              title: say('gateway.code'),
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
