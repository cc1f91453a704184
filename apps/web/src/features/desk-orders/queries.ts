import { api, type ReplyOf } from '@kaitong/contract';
import type { InputOf } from '../../api.ts';
import { useDeed } from '../../parts/desk/use-deed.ts';
import { quietly, useApi, usePages } from '../../query.ts';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

export type Order = ReplyOf<typeof api.orders.readOrder>;
export type Deposit = ReplyOf<typeof api.orders.listDeposits>['rows'][number];

// The bank and the courier move it too.
const LOOK_AGAIN_MS = 15_000;

export function useOrders(query: NonNullable<InputOf<typeof api.orders.listOrders>['query']>) {
  return usePages(api.orders.listOrders, { query }, quietly);
}

export function useOrder(id: string) {
  return useApi(api.orders.readOrder, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useDeposits(merchantId: string | undefined) {
  return usePages(api.orders.listDeposits, { query: merchantId ? { merchantId } : {} }, quietly);
}

export function useOrderDeeds() {
  const say = useSay(words);
  return {
    allocate: useDeed(api.orders.allocateOrder, { told: say('allocate.told') }),
    ship: useDeed(api.orders.shipOrder, { told: say('ship.told') }),
    cancel: useDeed(api.orders.cancelOrder, { told: say('cancel.told') }),
  };
}
