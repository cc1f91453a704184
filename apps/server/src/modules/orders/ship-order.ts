import { assert } from '@kaitong/values';
import { tell } from '#audit';
import { modelOf } from '#catalogue';
import { personById } from '#identity';
import { merchantById } from '#merchants';
import { notify } from '#messages';
import { systemAsk, type Ask } from '#platform/ask';
import { step, stepOr } from '#platform/chart';
import { transact, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { orderChart } from './chart.ts';
import { isShippingAsked } from './model.ts';
import { lockOwnOrder } from './own-order.ts';
import { lockOrderOfParcel, orderById, saveOrder, type Order } from './store.ts';

/** Asks for the parcel to be shipped; the courier is asked after the commit. */
export async function shipOrder(tx: Tx, ask: Ask, orderId: string): Promise<Order> {
  const before = await lockOwnOrder(tx, ask, orderId);
  const { status, merchant_id: merchantId } = before;
  stepOr(orderChart, { status, refusal: 'order.notShippable' }, { type: 'ship' });
  if (isShippingAsked(before)) throw refuse('order.notShippable', { status: `order.${status}` });
  const parcelId = newId('shp', ask.now);
  // A parcel that came back is a new one: its first way stays in the audit.
  const after = { ...before, parcel_id: parcelId, tracking: null };
  await saveOrder(tx, after);
  await tell(tx, ask, { type: 'order.packed', payload: { merchantId, orderId } });
  await enqueue(tx, 'orders.ship', { orderId, parcelId }, { key: parcelId });
  return after;
}

/** The task: asks the courier and keeps its tracking number. Asked twice it is one parcel. */
export async function handToCourier(
  { db, clock, connectors }: Services,
  { orderId, parcelId }: { orderId: string; parcelId: string },
): Promise<void> {
  const parcel = await transact(db, async (tx) => parcelOf(tx, { orderId, parcelId }));
  if (!parcel) return;
  const { tracking } = await connectors.courier.ship(parcel);
  const ask = systemAsk('orders', clock.now());
  await transact(db, async (tx) => recordShipped(tx, ask, { parcelId, tracking }));
}

async function parcelOf(tx: Tx, { orderId, parcelId }: { orderId: string; parcelId: string }) {
  const order = await orderById(tx, orderId);
  if (order?.parcel_id !== parcelId || order.tracking !== null) return undefined;
  const merchant = await merchantById(tx, order.merchant_id);
  // The order keeps only the mask; the courier needs the number.
  const owner = merchant && (await personById(tx, merchant.owner_id));
  const model = await modelOf(tx, order.model_id);
  const to = { name: order.to_name, phone: owner?.phone ?? '', address: order.to_address };
  return { id: parcelId, to, content: `${model.name['zh-Hans']} ${order.serial ?? ''}`.trim() };
}

/** The courier has the parcel. */
export async function recordShipped(
  tx: Tx,
  ask: Ask,
  { parcelId, tracking }: { parcelId: string; tracking: string },
): Promise<Order | undefined> {
  const before = await lockOrderOfParcel(tx, parcelId);
  if (!before || before.tracking !== null) return before;
  const status = step(orderChart, before.status, {}, { type: 'ship' });
  assert(status, 'a parcel belongs to an order that may be shipped');
  const after = { ...before, status, tracking, shipped_at: ask.now };
  await saveOrder(tx, after);
  const { merchant_id: merchantId, id: orderId, serial } = after;
  await tell(tx, ask, { type: 'order.shipped', payload: { merchantId, orderId, tracking } });
  await notify(tx, ask, {
    to: { merchantId },
    key: 'orders.sms.shipped',
    facts: { serial: serial ?? '', tracking },
    link: `/orders/${orderId}`,
  });
  return after;
}
