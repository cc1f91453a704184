/** What each status means to the merchant: kept, on its way, lost, or of no account. */
import type { Tone } from '../../parts/status-tag.tsx';
import type { Deposit, Payment, Payout, Refund } from './queries.ts';

export const paymentTones: Readonly<Record<Payment['status'], Tone>> = {
  refused: 'harm',
  sending: 'waiting',
  declined: 'harm',
  approved: 'done',
  unknown: 'waiting',
  reversal_pending: 'waiting',
  reversed: 'quiet',
  void_pending: 'waiting',
  void_unknown: 'waiting',
  voided: 'quiet',
  cleared: 'done',
  waiting: 'waiting',
  shown: 'waiting',
  held: 'waiting',
  completing: 'waiting',
  completed: 'quiet',
  expired: 'quiet',
};

/** What people look for, in the order in which they ask; the others pass within seconds. */
export const soughtStatuses = [
  'approved',
  'cleared',
  'declined',
  'refused',
  'unknown',
  'reversed',
  'voided',
  'held',
  'completed',
  'expired',
] as const satisfies readonly Payment['status'][];

export const refundTones: Readonly<Record<Refund['status'], Tone>> = {
  sending: 'waiting',
  succeeded: 'done',
  declined: 'harm',
  unknown: 'waiting',
  undone: 'quiet',
};

export const payoutTones: Readonly<Record<Payout['status'], Tone>> = {
  created: 'waiting',
  in_transit: 'waiting',
  paid: 'done',
  failed: 'harm',
  returned: 'harm',
};

export const depositTones: Readonly<Record<Deposit['status'], Tone>> = {
  due: 'todo',
  collected: 'waiting',
  accumulating: 'waiting',
  qualified: 'done',
  refunded: 'done',
  extended: 'waiting',
  retained: 'quiet',
  offset: 'quiet',
  canceled: 'quiet',
};
