import type { Module } from '#platform/module';
import { batch, hold, payment, refund } from './chart.ts';
import { deadlines, start, tasks } from './jobs.ts';
import { routes } from './routes.ts';

export { endUpload, openBatch, settleBatch, uploadLines } from './batch.ts';
export { clearables, legByKeys, markCleared } from './clear.ts';
export { keepEvidence } from './keep-evidence.ts';
export { inquireBalance } from './inquire.ts';
export { openBatchOf, type BatchTotals } from './exchanges/store.ts';
export type { Original } from './find-original.ts';
export { followUp, type FollowKind } from './follow-up.ts';
export { paymentInvariants } from './invariants.ts';
export type { Clearable } from './legs/store.ts';
export {
  ACQUIRER,
  wallClock,
  type Answer,
  type MessageKey,
  type Payer,
  type Till,
} from './model.ts';
export { refundPayment } from './refund.ts';
export { answerTo, isRepeated, type ReversibleType } from './open-exchange.ts';
export { reversePayment } from './reverse.ts';
export { sale, type FirstKind } from './sale.ts';
export { queryCode, showCode } from './show-code.ts';
export { firstSaleAt } from './store.ts';
export type { Reading } from './upstream.ts';
export { voidPayment, type VoidKind } from './void.ts';

export const paymentsModule: Module = {
  name: 'payments',
  routes,
  tasks,
  deadlines,
  start,
  charts: { payment, hold, refund, batch },
};
