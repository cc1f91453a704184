import { api, type ReplyOf } from '@kaitong/contract';
import type { InputOf } from '../../api.ts';
import { quietly, useApi, usePages } from '../../query.ts';

const { settlement, ledger } = api;

export type Clearing = ReplyOf<typeof settlement.listClearings>['rows'][number];
export type Break = ReplyOf<typeof settlement.listBreaks>['rows'][number];
export type Payout = ReplyOf<typeof settlement.listPayouts>['rows'][number];
export type Statement = ReplyOf<typeof settlement.listStatements>['rows'][number];
export type Account = ReplyOf<typeof ledger.listAccounts>['rows'][number];
export type Journal = ReplyOf<typeof ledger.listJournals>['rows'][number];
export type Invariant = ReplyOf<typeof ledger.checkInvariants>['rows'][number];

type Query<E extends (typeof settlement)[keyof typeof settlement]> = NonNullable<
  InputOf<E>['query']
>;

export function useClearings() {
  return usePages(settlement.listClearings, {});
}

export function useBreaks(query: Query<typeof settlement.listBreaks>) {
  return usePages(settlement.listBreaks, { query }, quietly);
}

export function usePayouts(query: Query<typeof settlement.listPayouts>) {
  return usePages(settlement.listPayouts, { query }, quietly);
}

export function usePayout(id: string) {
  return useApi(settlement.readPayout, { params: { id } });
}

export function useStatements(query: Query<typeof settlement.listStatements>) {
  return usePages(settlement.listStatements, { query });
}

export function useStatement(id: string) {
  return useApi(settlement.readStatement, { params: { id } });
}

export function useAccounts(merchantId: string) {
  return useApi(ledger.listAccounts, { query: { merchantId } });
}

export function useJournals(query: { merchantId: string; sourceId: string | undefined }) {
  return usePages(ledger.listJournals, { query });
}

/** Reads the whole book, so it is asked only where somebody looks. */
export function useInvariants() {
  return useApi(ledger.checkInvariants, {});
}
