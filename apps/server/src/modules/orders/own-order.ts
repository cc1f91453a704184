import { maySeeMerchant, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { lockOrder, type Order } from './store.ts';

/** Locks an order for its merchant or for staff; for anybody else there is none. */
export async function lockOwnOrder(tx: Tx, ask: Ask, id: string): Promise<Order> {
  const order = await lockOrder(tx, id);
  if (!order || !maySeeMerchant(ask.by, order.merchant_id)) throw refuse('request.notFound');
  return order;
}
