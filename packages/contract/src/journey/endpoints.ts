import { z } from 'zod';
import { endpoint, roles, type Role } from '../endpoint.ts';
import { idShape, momentShape, pageOf, pageQuery } from '../shapes.ts';

/** The stations of the process chart (S1), in order; the last one runs beside the others. */
const stationKeys = [
  'advise',
  'apply',
  'review',
  'contract',
  'pay',
  'deliver',
  'install',
  'train',
  'activate',
  'goLive',
  'firstSale',
  'settle',
  'care',
] as const;

const who = z.enum([...roles, 'terminal', 'bank', 'courier', 'system']);

const station = z.object({
  /** Its name is the word `journey.station.<key>`. */
  key: z.enum(stationKeys),
  /** `waiting`: somebody else has the move. `problem`: refused or stopped. */
  state: z.enum(['done', 'current', 'next', 'waiting', 'problem']),
  at: momentShape.optional(),
  who: who.optional(),
  dueAt: momentShape.optional(),
  /** Where the one who has the move does it, in the web. */
  href: z.string().optional(),
  /** The state of the chart behind it; its name is the word `<chart>.<status>`. */
  chart: z.string().optional(),
  status: z.string().optional(),
});

const liveChart = z.object({
  chart: z.string(),
  /** Of which thing: an application, an order, a terminal. */
  subject: z.string(),
  status: z.string(),
  nodes: z.array(z.object({ id: z.string(), final: z.boolean() })),
  edges: z.array(z.object({ from: z.string(), to: z.string(), event: z.string() })),
  visited: z.array(z.string()),
});

const journeyRow = z.object({
  applicationId: idShape,
  applicationNo: z.string(),
  title: z.string(),
  merchantId: idShape.optional(),
  station: z.enum(stationKeys),
  who: who.optional(),
  dueAt: momentShape.optional(),
  openedAt: momentShape,
});

const seers = roles.filter((role) => role !== 'cashier') as readonly Role[];

export const endpoints = {
  listJourneys: endpoint({
    method: 'GET',
    path: '/v1/journeys',
    summary: 'Lists cases from application to settlement: where each stands and who has the move.',
    access: seers,
    query: pageQuery,
    reply: pageOf(journeyRow),
  }),
  readJourney: endpoint({
    method: 'GET',
    path: '/v1/journeys/:id',
    summary:
      'Shows one case as the live flow chart that everyone sees: stations, charts, and what happened.',
    access: seers,
    params: z.object({ id: idShape }),
    reply: journeyRow.extend({
      stations: z.array(station),
      charts: z.array(liveChart),
      history: z.array(z.object({ at: momentShape, type: z.string(), who: z.string() })),
    }),
    refusals: ['request.notFound'],
  }),
} as const;
