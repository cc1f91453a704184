/** The merchant's home: where the case stands, and the one thing to do now. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { ButtonLink } from '../../parts/button-link.tsx';
import { useCaseWords } from '../../parts/journey-case.ts';
import { Skeleton } from '../../parts/skeleton.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { EmptyState, Page as PageFrame, Section } from '../../parts/page.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { useSay } from '../../words/say.ts';
import { JourneyView } from './journey-view.tsx';
import { useIsOwner, useJourneys } from './queries.ts';
import { words } from './words.ts';
import './journey.css';

export function Page() {
  const say = useSay(words);
  return (
    <PageFrame title={say('progress.title')}>
      {useIsOwner() ? <OwnersCases /> : <CashiersWays />}
    </PageFrame>
  );
}

function OwnersCases() {
  const journeys = useJourneys();
  const search: Record<string, unknown> = useSearch({ strict: false });
  if (journeys.problem) return <ErrorNotice problem={journeys.problem} onRetry={journeys.retry} />;
  if (journeys.isLoading) return <Skeleton lines={8} />;
  const [newest] = journeys.rows;
  if (!newest) return <NoCase />;
  const chosen = journeys.rows.find(({ applicationId }) => applicationId === search['case']);
  const { applicationId } = chosen ?? newest;
  return (
    <>
      {journeys.rows.length > 1 && <CaseSwitch rows={journeys.rows} value={applicationId} />}
      <JourneyView key={applicationId} id={applicationId} />
    </>
  );
}

type CaseRow = ReturnType<typeof useJourneys>['rows'][number];

function CaseSwitch({ rows, value }: { rows: readonly CaseRow[]; value: string }) {
  const say = useSay(words);
  const navigate = useNavigate();
  const { stationName } = useCaseWords();
  return (
    <Select
      aria-label={say('progress.which')}
      value={value}
      onChange={(id: string) => void navigate({ to: '.', search: { case: id } })}
      options={rows.map(({ applicationId, applicationNo, title, station }) => ({
        value: applicationId,
        label: `${title || applicationNo} · ${stationName(station)}`,
      }))}
    />
  );
}

function NoCase() {
  const say = useSay(words);
  return (
    <EmptyState
      title={say('progress.none')}
      text={say('progress.none.text')}
      action={<ButtonLink to="/advise">{say('progress.none.start')}</ButtonLink>}
    />
  );
}

/** A cashier neither applies nor signs: only what is for the counter is shown. */
function CashiersWays() {
  const say = useSay(words);
  return (
    <Section title={say('cashier.title')}>
      <Rows label={say('cashier.title')}>
        <Row to="/m/training" title={say('cashier.training')} hint={say('cashier.training.hint')} />
        <Row to="/m/takings" title={say('cashier.takings')} hint={say('cashier.takings.hint')} />
        <Row to="/m/help" title={say('cashier.help')} hint={say('cashier.help.hint')} />
      </Rows>
    </Section>
  );
}
