/** The merchant's installations; whoever has one only is shown it at once. */
import { isDay } from '@kaitong/values';
import { Navigate } from '@tanstack/react-router';
import { ButtonLink } from '../../parts/button-link.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { Row, RowPages } from '../../parts/rows.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useVisits, type Visit } from './queries.ts';
import { visitTones } from './tones.ts';
import { words } from './words.ts';

export function Page() {
  const say = useSay(words);
  const word = useWord();
  const visits = useVisits();
  const [only, ...more] = visits.rows;
  if (only && more.length === 0) return <Navigate to={`/m/visits/${only.id}`} replace />;
  return (
    <PageFrame title={say('visits.title')} back={{ to: '/m/progress', label: say('visit.back') }}>
      <RowPages label={say('visits.title')} pages={visits} empty={<None />}>
        {(visit) => (
          <Row
            key={visit.id}
            to={`/m/visits/${visit.id}`}
            title={word(`visit.mode.${visit.mode}`)}
            hint={<WhenOf visit={visit} />}
            value={
              <StatusTag tone={visitTones[visit.status]}>{word(`visit.${visit.status}`)}</StatusTag>
            }
          />
        )}
      </RowPages>
    </PageFrame>
  );
}

function WhenOf({ visit: { startsAt, dueOn } }: { visit: Visit }) {
  if (startsAt) return <When at={startsAt} near />;
  return isDay(dueOn) ? <DayText on={dueOn} /> : null;
}

function None() {
  const say = useSay(words);
  return (
    <EmptyState
      title={say('visits.none')}
      text={say('visits.none.text')}
      action={<ButtonLink to="/m/progress">{say('visits.none.go')}</ButtonLink>}
    />
  );
}
