/** A case of the journey, from the server's keys to what the line, the chart and the list show. */
import type { api, ReplyOf, Role } from '@kaitong/contract';
import { useSay } from '../words/say.ts';
import { useWord } from '../words/word.ts';
import type { Flow } from './flow.ts';
import type { Station } from './journey-line.tsx';
import { isTold, journeyWords, type ToldKey } from './journey-words.ts';

export type Journey = ReplyOf<typeof api.journey.readJourney>;
export type LiveChart = Journey['charts'][number];
type Stop = Journey['stations'][number];

export type CaseWords = {
  /** 'you' for the reader's own role, else the role or party. */
  readonly whoIs: (who: string) => string;
  readonly stationName: (key: string) => string;
  readonly stationsOf: (journey: Pick<Journey, 'stations'>) => Station[];
  readonly chartName: (chart: string) => string;
  readonly flowOf: (chart: LiveChart) => Flow;
  /** What happened, in words; absent for news that only machines need. */
  readonly told: (type: string) => string | undefined;
};

export function useCaseWords(reader?: Role): CaseWords {
  const say = useSay(journeyWords);
  const word = useWord();
  const whoIs = (who: string) => {
    if (who === reader) return say('who.you');
    const party = word(`journey.who.${who}`);
    return party === `journey.who.${who}` ? word(`role.${who}`) : party;
  };
  const stationName = (key: string) => word(`journey.station.${key}`);
  return {
    whoIs,
    stationName,
    stationsOf: ({ stations }) =>
      stations.map((stop) => ({
        key: stop.key,
        label: stationName(stop.key),
        state: stop.state,
        ...(stop.at ? { at: stop.at } : {}),
        ...(stop.dueAt ? { dueAt: stop.dueAt } : {}),
        ...(isMoving(stop) && stop.who ? { who: whoIs(stop.who) } : {}),
      })),
    chartName: (chart) => (isChart(chart) ? say(`chart.${chart}`) : chart),
    flowOf: ({ chart, status, nodes, edges, visited }) => ({
      chart: isChart(chart) ? say(`chart.${chart}`) : chart,
      status,
      visited,
      nodes: nodes.map(({ id, final }) => ({ id, final, label: word(`${chart}.${id}`) })),
      edges: edges.map(({ from, to, event }) => {
        return { from, to, event, label: word(`${chart}.event.${event}`) };
      }),
    }),
    told: (type) => (isTold(type) ? say(`told.${type}` as ToldKey) : undefined),
  };
}

/** Only where somebody has the move does the line say who. */
function isMoving({ state }: Stop): boolean {
  return state !== 'done' && state !== 'next';
}

const charts = [
  'application',
  'contract',
  'order',
  'deposit',
  'visit',
  'training',
  'terminal',
  'case',
  'payment',
  'payout',
] as const;

function isChart(name: string): name is (typeof charts)[number] {
  return charts.some((chart) => chart === name);
}
