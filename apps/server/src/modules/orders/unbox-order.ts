import { tell } from '#audit';
import { notify } from '#messages';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { orderChart } from './chart.ts';
import { isIntact, type Unboxing } from './model.ts';
import { lockOwnOrder } from './own-order.ts';
import { saveOrder, type Order } from './store.ts';

/** The merchant tells what was in the parcel and whether it is sound. */
export async function unboxOrder(
  tx: Tx,
  ask: Ask,
  { orderId, found }: { orderId: string; found: Unboxing },
): Promise<Order> {
  const before = await lockOwnOrder(tx, ask, orderId);
  const intact = isIntact(found);
  const from = { status: before.status, refusal: 'order.notDelivered' } as const;
  const status = stepOr(orderChart, from, { type: 'unbox', intact });
  const unboxing = { ...found, intact, at: ask.now.toISOString() };
  const after = { ...before, status, unboxing };
  await saveOrder(tx, after);
  const { merchant_id: merchantId } = before;
  await tell(tx, ask, { type: 'order.unboxed', payload: { merchantId, orderId, intact } });
  const link = `/orders/${orderId}`;
  if (!intact) await notify(tx, ask, { to: { merchantId }, key: 'orders.sms.faulty', link });
  return after;
}
