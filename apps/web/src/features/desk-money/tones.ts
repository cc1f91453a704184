/** What each status means to who answers for the money. */
import type { Tone } from '../../parts/status-tag.tsx';
import type { Clearing, Payout } from './queries.ts';

export const clearingTones: Readonly<Record<Clearing['status'], Tone>> = {
  awaiting: 'waiting',
  refused: 'harm',
  done: 'done',
};

export const payoutTones: Readonly<Record<Payout['status'], Tone>> = {
  created: 'waiting',
  in_transit: 'waiting',
  paid: 'done',
  failed: 'harm',
  returned: 'harm',
};
