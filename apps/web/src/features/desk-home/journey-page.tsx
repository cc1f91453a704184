/** One merchant's way from application to money: line, live charts, contract, history. */
import { useParams } from '@tanstack/react-router';
import { useMe } from '../../house.ts';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { IdText } from '../../parts/desk/detail.tsx';
import type { Desk } from '../../parts/desk/roles.ts';
import { FlowChart } from '../../parts/flow-chart.tsx';
import { Folded } from '../../parts/folded.tsx';
import { useCaseWords, type Journey, type LiveChart } from '../../parts/journey-case.ts';
import { JourneyLine } from '../../parts/journey-line.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page as PageFrame, Section } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DueChip } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { JourneySide } from './journey-side.tsx';
import { useJourney } from './queries.ts';
import { words } from './words.ts';
import '../../parts/desk/desk.css';
import './home.css';

export function Page() {
  const say = useSay(words);
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const journey = useJourney(id);
  return (
    <PageFrame
      title={journey.data?.title || journey.data?.applicationNo || say('untitled')}
      back={{ to: '/c/desk', label: say('journey.back') }}
      lead={journey.data && <Standing journey={journey.data} />}
    >
      <Loaded query={journey} lines={12}>
        {(one) => (
          <>
            <Line journey={one} />
            <div className="journey-parts">
              <Charts journey={one} />
              <JourneySide journey={one} />
            </div>
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

function Standing({ journey }: { journey: Journey }) {
  const say = useSay(words);
  const { stationName, whoIs } = useCaseWords(useMe()?.role);
  const { station, who, dueAt, stations, applicationNo } = journey;
  const done = stations.filter(({ state }) => state === 'done').length;
  return (
    <span className="journey-standing">
      <StatusTag tone={who === undefined ? 'done' : 'waiting'}>{stationName(station)}</StatusTag>
      {who && <span>{say('journey.waits', { who: whoIs(who) })}</span>}
      {dueAt && <DueChip at={dueAt} />}
      <span className="figures">{say('journey.count', { done, total: stations.length })}</span>
      <span className="figures">{applicationNo}</span>
    </span>
  );
}

function Line({ journey }: { journey: Journey }) {
  const { stationsOf } = useCaseWords(useMe()?.role);
  return (
    <div className="journey-wide">
      <JourneyLine stations={stationsOf(journey)} />
    </div>
  );
}

/** The chart that moves stands open; the others wait to be asked for. */
function Charts({ journey }: { journey: Journey }) {
  const say = useSay(words);
  const live = journey.stations.find(({ key }) => key === journey.station)?.chart;
  const first = journey.charts.findLast(({ chart }) => chart === live) ?? journey.charts.at(-1);
  return (
    <Section title={say('journey.charts')}>
      {journey.charts
        .toSorted((a, b) => Number(b === first) - Number(a === first))
        .map((chart) => (
          <NamedChart
            key={`${chart.chart} ${chart.subject}`}
            chart={chart}
            isOpen={chart === first}
          />
        ))}
    </Section>
  );
}

function NamedChart({ chart, isOpen }: { chart: LiveChart; isOpen: boolean }) {
  const say = useSay(words);
  const { chartName, flowOf } = useCaseWords();
  const flow = flowOf(chart);
  const desk = desks[chart.chart];
  return (
    <Folded
      title={chartName(chart.chart)}
      note={flow.nodes.find(({ id }) => id === chart.status)?.label}
      isOpen={isOpen}
    >
      {desk && (
        <p>
          <DeskLink desk={desk.desk} {...desk.at(chart.subject)} or={<IdText id={chart.subject} />}>
            {say('journey.open')}
          </DeskLink>
        </p>
      )}
      <FlowChart flow={flow} />
    </Folded>
  );
}

type Way = {
  readonly desk: Desk;
  readonly at: (id: string) => { path?: string; search?: Readonly<Record<string, string>> };
};

const opened = (id: string) => ({ search: { open: id } });

/** At which desk the thing of a chart is worked on. */
const desks: Readonly<Record<string, Way>> = {
  application: { desk: 'review', at: (id) => ({ path: `/${id}` }) },
  order: { desk: 'orders', at: opened },
  deposit: { desk: 'deposits', at: opened },
  visit: { desk: 'visits', at: opened },
  terminal: { desk: 'terminals', at: opened },
  case: { desk: 'cases', at: opened },
  payment: { desk: 'payments', at: opened },
  payout: { desk: 'money', at: (id) => ({ path: '/payouts', search: { open: id } }) },
};
