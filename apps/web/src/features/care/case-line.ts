/** The way of a fault as stations. Pure: what the server says in, keys and states out. */
import type { StationState } from '../../parts/journey-line.tsx';
import type { Case } from './queries.ts';

export type CaseStop =
  | 'report'
  | 'find'
  | 'review'
  | 'fix'
  | 'test'
  | 'restored'
  | 'followUp'
  | 'ended';

export type CaseStation = { readonly key: CaseStop; readonly state: StationState };

type Seen = Pick<Case, 'status' | 'path'>;

const places: Readonly<Record<Case['status'], CaseStop>> = {
  reported: 'find',
  diagnosing: 'find',
  self_help: 'find',
  under_review: 'review',
  rejected: 'review',
  approved: 'fix',
  reinstalling: 'fix',
  testing: 'test',
  restored: 'followUp',
  follow_up: 'followUp',
  closed: 'followUp',
  terminated: 'ended',
};

/** What was cured on site needed neither review nor repair. */
export function stopsOf({ status, path }: Seen): readonly CaseStop[] {
  if (status === 'terminated') return ['report', 'find', 'ended'];
  const isPastReview = ['testing', 'restored', 'follow_up', 'closed'].includes(status);
  const isCuredOnSite = isPastReview && path === undefined;
  const middle: readonly CaseStop[] = isCuredOnSite ? [] : ['review', 'fix'];
  return ['report', 'find', ...middle, 'test', 'restored', 'followUp'];
}

export function stationsOf(seen: Seen): readonly CaseStation[] {
  const stops = stopsOf(seen);
  const now = stops.indexOf(places[seen.status]);
  return stops.map((key, index) => ({ key, state: stateOf(seen, index - now) }));
}

function stateOf({ status }: Seen, ahead: number): StationState {
  if (ahead < 0 || status === 'closed') return 'done';
  if (ahead > 0) return 'next';
  if (status === 'rejected' || status === 'terminated') return 'problem';
  return isOurs(status) ? 'current' : 'waiting';
}

/** Whether the merchant has the move. */
function isOurs(status: Case['status']): boolean {
  return ['reported', 'diagnosing', 'self_help', 'rejected', 'testing'].includes(status);
}
