import { useMe } from '../../house.ts';
import { FlowChart } from '../../parts/flow-chart.tsx';
import { Folded } from '../../parts/folded.tsx';
import { useCaseWords, type Journey, type LiveChart } from '../../parts/journey-case.ts';
import { JourneyLine } from '../../parts/journey-line.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Section } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { NextThing } from './next-thing.tsx';
import { isOurMove, pathOfStop, presentStop } from './next-step.ts';
import { useJourney } from './queries.ts';
import { words } from './words.ts';

/** One case: the next thing, the line, the live charts, what happened. */
export function JourneyView({ id }: { id: string }) {
  return (
    <Loaded query={useJourney(id)} lines={10}>
      {(journey) => (
        <>
          <NextThing journey={journey} />
          <Line journey={journey} />
          <Charts journey={journey} />
          <History journey={journey} />
        </>
      )}
    </Loaded>
  );
}

function Line({ journey }: { journey: Journey }) {
  const say = useSay(words);
  const { stationsOf } = useCaseWords(useMe()?.role);
  const done = journey.stations.filter(({ state }) => state === 'done').length;
  const present = presentStop(journey);
  const stations = stationsOf(journey).map((station, index) => {
    const stop = journey.stations[index];
    const isDoor = stop !== undefined && stop === present && isOurMove(stop);
    return isDoor ? { ...station, href: pathOfStop(stop, journey.applicationId) } : station;
  });
  return (
    <Section
      title={say('line.title')}
      aside={
        <span className="quiet figures">
          {say('line.count', { done, total: journey.stations.length })}
        </span>
      }
    >
      <JourneyLine stations={stations} />
    </Section>
  );
}

/** The chart that moves now stands open; those behind it wait to be asked for. */
function Charts({ journey }: { journey: Journey }) {
  const say = useSay(words);
  const live = presentStop(journey)?.chart;
  const first = journey.charts.find(({ chart }) => chart === live) ?? journey.charts.at(-1);
  const rest = journey.charts.filter((chart) => chart !== first);
  if (!first) return null;
  return (
    <Section title={say('charts.title')}>
      <p className="quiet">{say('charts.lead')}</p>
      <NamedChart chart={first} />
      {rest.map((chart) => (
        <FoldedChart key={`${chart.chart} ${chart.subject}`} chart={chart} />
      ))}
    </Section>
  );
}

function NamedChart({ chart }: { chart: LiveChart }) {
  const { chartName, flowOf } = useCaseWords();
  return (
    <div className="live-chart">
      <h3>{chartName(chart.chart)}</h3>
      <FlowChart flow={flowOf(chart)} />
    </div>
  );
}

function FoldedChart({ chart }: { chart: LiveChart }) {
  const { chartName, flowOf } = useCaseWords();
  const flow = flowOf(chart);
  const present = flow.nodes.find(({ id }) => id === chart.status);
  return (
    <Folded title={chartName(chart.chart)} note={present?.label}>
      <FlowChart flow={flow} />
    </Folded>
  );
}

function History({ journey: { history } }: { journey: Journey }) {
  const say = useSay(words);
  const { told, whoIs } = useCaseWords(useMe()?.role);
  const lines = history.flatMap(({ at, type, who }) => {
    const text = told(type);
    return text === undefined ? [] : [{ at, text, who: whoIs(who) }];
  });
  if (lines.length === 0) return null;
  return (
    <Section title={say('history.title')}>
      <ol className="history">
        {lines
          .toSorted((a, b) => b.at.getTime() - a.at.getTime())
          .map(({ at, text, who }) => (
            <li key={`${at.toISOString()} ${text}`}>
              <When at={at} near />
              <span>{text}</span>
              <span className="quiet">{who}</span>
            </li>
          ))}
      </ol>
    </Section>
  );
}
