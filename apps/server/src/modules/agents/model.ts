import type { BodyOf, api } from '@kaitong/contract';
import { dayOf, type Day } from '@kaitong/values';
import { picture, step } from '#platform/chart';
import { chart, type AgentStatus } from './chart.ts';

export type Agent = {
  readonly id: string;
  readonly code: string;
  readonly personId: string;
  readonly name: string;
  readonly providerId: string;
  readonly authorisationNo: string;
  readonly filingNo: string;
  readonly filing: BodyOf<typeof api.agents.registerAgent>['filing'];
  readonly territory: readonly string[];
  readonly validTo: Day;
  readonly status: AgentStatus;
  readonly reason?: string;
  readonly createdAt: Date;
};

/** Genuine today: on the register, active, and with an authorisation that still runs. */
export function isGenuine({ status, validTo }: Agent, now: Date): boolean {
  return status === 'active' && validTo >= dayOf(now);
}

const EVENTS = [...new Set(picture('agent', chart).edges.map(({ event }) => event))];

/** What a supervisor may do with an agent now, as names of verbs. */
export function verbsFor(status: AgentStatus): string[] {
  return EVENTS.filter((type) => step(chart, status, {}, { type: type as 'end' })).map(
    (type) => `${type}Agent`,
  );
}
