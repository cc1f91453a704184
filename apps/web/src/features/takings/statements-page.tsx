import { day as dayFrom, isDay } from '@kaitong/values';
import { useSearch } from '@tanstack/react-router';
import { ButtonLink } from '../../parts/button-link.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { Row, RowPages } from '../../parts/rows.tsx';
import { DayText } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { MoneyTabs } from './money-tabs.tsx';
import { useStatements, type Statement } from './queries.ts';
import { words } from './words.ts';
import './takings.css';

/** A statement for each day; the address may ask for one day only. */
export function Page() {
  const say = useSay(words);
  const search: Record<string, unknown> = useSearch({ strict: false });
  const asked = search['day'];
  const on = typeof asked === 'string' && isDay(asked) ? asked : undefined;
  const all = (
    <ButtonLink to="/m/statements" isQuiet>
      {say('statements.allDays')}
    </ButtonLink>
  );
  return (
    <PageFrame title={say('statements.title')}>
      <MoneyTabs at="statements" />
      <p className="quiet">{say('statements.lead')}</p>
      <RowPages
        label={say('statements.list')}
        pages={useStatements(on)}
        empty={
          <EmptyState
            title={say(on ? 'statements.noneOf' : 'statements.none')}
            text={say('statements.none.text')}
            action={on ? all : undefined}
          />
        }
      >
        {(statement) => <StatementRow key={statement.id} statement={statement} />}
      </RowPages>
    </PageFrame>
  );
}

function StatementRow({ statement: { id, day, salesCount, net } }: { statement: Statement }) {
  const say = useSay(words);
  return (
    <Row
      to={`/m/statements/${id}`}
      title={<DayText on={dayFrom(day)} />}
      hint={say('statements.sales', { count: salesCount })}
      value={
        <>
          <MoneyText amount={net} />
          <span className="quiet small">{say('statements.net')}</span>
        </>
      }
    />
  );
}
