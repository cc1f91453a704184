import type { Services } from '#platform/services';
import { newCounters, type Counters } from './counters.ts';
import type { OpenLine } from './line.ts';
import type { MessageLog } from './message-log.ts';

/** What this process shows of its own line; a process without one shows an empty desk. */
export type Desk = { readonly counters: Counters; line?: OpenLine; log?: MessageLog };

// The API process shows the line in its own process.
const desks = new WeakMap<Services, Desk>();

export function deskOf(services: Services): Desk {
  const desk = desks.get(services) ?? { counters: newCounters(services.clock.now()) };
  desks.set(services, desk);
  return desk;
}
