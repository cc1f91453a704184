/** What each status means at the desk: settled, on its way, refused, or of no account any more. */
import type { Tone } from '../../parts/status-tag.tsx';
import type { Batch, Leg, PaymentRow, Refund } from './queries.ts';

export const paymentTones: Readonly<Record<PaymentRow['status'], Tone>> = {
  approved: 'done',
  cleared: 'done',
  declined: 'harm',
  refused: 'harm',
  sending: 'waiting',
  unknown: 'waiting',
  reversal_pending: 'waiting',
  reversed: 'quiet',
  void_pending: 'waiting',
  void_unknown: 'waiting',
  voided: 'quiet',
  waiting: 'waiting',
  shown: 'waiting',
  held: 'waiting',
  completing: 'waiting',
  completed: 'quiet',
  expired: 'quiet',
};

export const refundTones: Readonly<Record<Refund['status'], Tone>> = {
  sending: 'waiting',
  succeeded: 'done',
  declined: 'harm',
  unknown: 'waiting',
  undone: 'quiet',
};

export const legTones: Readonly<Record<Leg['status'], Tone>> = {
  sending: 'waiting',
  answered: 'done',
  unknown: 'waiting',
  confirmed: 'done',
};

export const batchTones: Readonly<Record<Batch['status'], Tone>> = {
  open: 'waiting',
  balanced: 'done',
  unbalanced: 'harm',
  uploading: 'waiting',
  closed: 'quiet',
};
