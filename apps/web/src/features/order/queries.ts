import { api, type ReplyOf } from '@kaitong/contract';
import { useAct, useApi, usePages } from '../../query.ts';

export type Order = ReplyOf<typeof api.orders.readOrder>;
export type Deposit = ReplyOf<typeof api.orders.listDeposits>['rows'][number];

// The bank, the house and the courier move an order too.
const LOOK_AGAIN_MS = 5000;
const moves = [
  api.orders.readOrder,
  api.orders.listOrders,
  api.orders.listDeposits,
  api.journey.readJourney,
  api.journey.listJourneys,
];

export function useOrders() {
  return usePages(api.orders.listOrders, { query: {} });
}

export function useOrder(id: string) {
  return useApi(api.orders.readOrder, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useDepositOf(orderId: string): Deposit | undefined {
  const { rows } = usePages(api.orders.listDeposits, { query: {} });
  return rows.find((deposit) => deposit.orderId === orderId);
}

export function useModels() {
  return useApi(api.catalogue.listModels, {});
}

/** The bank's page comes next; it leads back to the orders. */
export function usePay() {
  return useAct(api.orders.payOrder, {
    onDone: ({ payUrl }) => globalThis.location.assign(payUrl),
  });
}

export function useUnbox() {
  return useAct(api.orders.unboxOrder, { invalidates: moves });
}

export function useCancel() {
  return useAct(api.orders.cancelOrder, { invalidates: moves });
}
