import { api, type ReplyOf } from '@kaitong/contract';
import type { InputOf } from '../../api.ts';
import { quietly, useApi, usePages } from '../../query.ts';
import { useLang } from '../../words/language.ts';

export type PaymentRow = ReplyOf<typeof api.payments.listPayments>['rows'][number];
export type Payment = ReplyOf<typeof api.payments.readPayment>;
export type FeeProof = NonNullable<Payment['feeProof']>;
export type Refund = Payment['refunds'][number];
export type Leg = Payment['legs'][number];
export type Batch = ReplyOf<typeof api.payments.listBatches>['rows'][number];

export type PaymentFilter = NonNullable<InputOf<typeof api.payments.listPayments>['query']>;
type BatchFilter = NonNullable<InputOf<typeof api.payments.listBatches>['query']>;

const TERMINALS_SHOWN_MAX = 100;

export function usePayments(query: PaymentFilter) {
  return usePages(api.payments.listPayments, { query }, quietly);
}

/** What the filters let through, added up: it comes with every page, so the smallest is asked. */
export function useTotals(query: PaymentFilter) {
  return useApi(api.payments.listPayments, { query: { ...query, limit: 1 } }).data;
}

export function usePayment(id: string) {
  return useApi(api.payments.readPayment, { params: { id } });
}

export function useSlip(id: string) {
  return useApi(api.payments.readSlip, { params: { id }, query: { lang: useLang() } });
}

export function useBatches(query: BatchFilter) {
  return usePages(api.payments.listBatches, { query });
}

/** Terminals to choose from: of the chosen merchant, else the newest. */
export function useTerminals(merchantId: string | undefined) {
  const query = { merchantId, limit: TERMINALS_SHOWN_MAX };
  return useApi(api.terminals.listTerminals, { query }).data?.rows ?? [];
}
