import type { Module } from '#platform/module';
import { batch, payment, refund } from './chart.ts';
import { start, tasks } from './jobs.ts';
import { routes } from './routes.ts';

export { endUpload, openBatch, settleBatch, uploadLines } from './batch.ts';
export { clearables, legByKeys, markCleared } from './clear.ts';
export { openBatchOf, type BatchTotals } from './exchanges/store.ts';
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
export { reversePayment } from './reverse.ts';
export { sale } from './sale.ts';
export { firstSaleAt } from './store.ts';
export type { Reading } from './upstream.ts';
export { voidPayment } from './void.ts';

export const paymentsModule: Module = {
  name: 'payments',
  routes,
  tasks,
  start,
  charts: { payment, refund, batch },
};
