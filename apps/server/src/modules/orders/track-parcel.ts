import { tell } from '#audit';
import { notify } from '#messages';
import { deliver } from '#terminals';
import type { Ask } from '#platform/ask';
import { step } from '#platform/chart';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { orderChart } from './chart.ts';
import { recordShipped } from './ship-order.ts';
import { lockOrderOfParcel, saveOrder, type Order } from './store.ts';

type CourierWord = {
  readonly id: string;
  readonly tracking: string;
  readonly status: 'pickedUp' | 'delivered' | 'undeliverable';
};

/** Takes the courier's word on a parcel. What was said before, or comes too late, changes nothing. */
export async function trackParcel(tx: Tx, ask: Ask, said: CourierWord): Promise<void> {
  if (!(await lockOrderOfParcel(tx, said.id))) throw refuse('request.notFound');
  // The courier may tell us of the parcel before its answer to our request has been kept.
  const order = await recordShipped(tx, ask, { parcelId: said.id, tracking: said.tracking });
  if (!order || order.tracking !== said.tracking) throw refuse('request.notFound');
  if (said.status === 'pickedUp') await pickUp(tx, ask, order);
  else if (said.status === 'delivered') await arrive(tx, ask, order);
  else await giveUp(tx, ask, order);
}

async function pickUp(tx: Tx, ask: Ask, order: Order): Promise<void> {
  if (order.status !== 'shipped' || order.picked_up_at !== null) return;
  await saveOrder(tx, { ...order, picked_up_at: ask.now });
  const { merchant_id: merchantId, id: orderId } = order;
  await tell(tx, ask, { type: 'order.pickedUp', payload: { merchantId, orderId } });
}

async function arrive(tx: Tx, ask: Ask, order: Order): Promise<void> {
  const status = step(orderChart, order.status, {}, { type: 'deliver' });
  if (status === undefined || order.terminal_id === null) return;
  await saveOrder(tx, { ...order, status, delivered_at: ask.now });
  await deliver(tx, ask, order.terminal_id);
  const { merchant_id: merchantId, id: orderId } = order;
  await tell(tx, ask, { type: 'order.delivered', payload: { merchantId, orderId } });
  const link = `/orders/${orderId}`;
  await notify(tx, ask, { to: { merchantId }, key: 'orders.sms.delivered', link });
}

async function giveUp(tx: Tx, ask: Ask, order: Order): Promise<void> {
  const status = step(orderChart, order.status, {}, { type: 'giveUp' });
  if (status === undefined) return;
  await saveOrder(tx, { ...order, status, picked_up_at: null });
  const { merchant_id: merchantId, id: orderId } = order;
  await tell(tx, ask, { type: 'order.moved', payload: { merchantId, orderId, status } });
  await notify(tx, ask, {
    to: { merchantId },
    key: 'orders.sms.undeliverable',
    facts: { tracking: order.tracking ?? '' },
    link: `/orders/${orderId}`,
  });
}
