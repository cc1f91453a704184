import { api, type ReplyOf } from '@kaitong/contract';
import type { Day } from '@kaitong/values';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMe } from '../../house.ts';
import { asked, useAct, useApi, usePages } from '../../query.ts';
import { useLang } from '../../words/language.ts';
import { saveFile } from './save-file.ts';

export type PaymentDetail = ReplyOf<typeof api.payments.readPayment>;
export type Payment = ReplyOf<typeof api.payments.listPayments>['rows'][number];
export type Refund = PaymentDetail['refunds'][number];
export type FeeProof = NonNullable<PaymentDetail['feeProof']>;
export type Payout = ReplyOf<typeof api.settlement.readPayout>;
export type Statement = ReplyOf<typeof api.settlement.readStatement>;
export type Limits = ReplyOf<typeof api.risk.readLimits>;
export type Deposit = ReplyOf<typeof api.orders.listDeposits>['rows'][number];

// A sale that was just made should be here before the slip is torn off.
const LOOK_AGAIN_MS = 10_000;

/** What each day came to: the server sums, and sends no more than one payment along. */
export function useDayTotals(days: readonly Day[], today: Day) {
  useLang();
  return useQueries({
    queries: days.map((on) => ({
      ...asked(api.payments.listPayments, { query: { from: on, to: on, limit: 1 } }),
      refetchInterval: on === today ? LOOK_AGAIN_MS : (false as const),
    })),
  });
}

export function useDayPayments(on: Day) {
  return usePages(api.payments.listPayments, { query: { from: on, to: on } });
}

/** Asks for the list again when the count of the day has grown. */
export function useFreshList(count: number | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (count === undefined) return;
    const isList = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
      queryKey[0] === api.payments.listPayments.path && queryKey.at(-1) === 'pages';
    void client.invalidateQueries({ predicate: isList });
  }, [client, count]);
}

export function useAllPayments(status: Payment['status'] | undefined) {
  return usePages(api.payments.listPayments, { query: status ? { status } : {} });
}

const moving: readonly Payment['status'][] = [
  'sending',
  'unknown',
  'reversal_pending',
  'void_pending',
  'void_unknown',
];

/** A payment whose answer is still out is asked for again. */
export function usePayment(id: string) {
  const once = useApi(api.payments.readPayment, { params: { id } });
  const isMoving = once.data !== undefined && moving.includes(once.data.status);
  return useApi(
    api.payments.readPayment,
    { params: { id } },
    isMoving ? { every_ms: LOOK_AGAIN_MS } : {},
  );
}

export function useSlip(id: string) {
  return useApi(api.payments.readSlip, { params: { id }, query: { lang: useLang() } });
}

export function usePayouts() {
  return usePages(api.settlement.listPayouts, { query: {} });
}

export function usePayout(id: string) {
  return useApi(api.settlement.readPayout, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useStatements(on: Day | undefined) {
  return usePages(api.settlement.listStatements, { query: on ? { day: on } : {} });
}

export function useStatement(id: string) {
  return useApi(api.settlement.readStatement, { params: { id } });
}

export function useStatementFile(name: string) {
  return useAct(api.settlement.statementText, { onDone: (file) => saveFile(file, name) });
}

export function useLimits(merchantId: string) {
  return useApi(api.risk.readLimits, { params: { merchantId } });
}

export function useDeposits() {
  return usePages(api.orders.listDeposits, { query: {} });
}

/** Payouts, statements and limits are for the owner; a cashier sees what was sold. */
export function useIsOwner(): boolean {
  return useMe()?.role === 'owner';
}

export function useMerchantIds(): readonly string[] {
  return useMe()?.merchantIds ?? [];
}
