import { tell } from '#audit';
import { notify } from '#messages';
import { release, setGateItem } from '#terminals';
import type { Ask } from '#platform/ask';
import { step, stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { cancelDeadline } from '#platform/deadlines';
import { refuse } from '#platform/refuse';
import { depositChart, orderChart } from './chart.ts';
import { giveBack } from './deposit.ts';
import { mayCancel } from './model.ts';
import { lockOwnOrder } from './own-order.ts';
import { lockDepositOfOrder, lockOrder, saveDeposit, saveOrder, type Order } from './store.ts';

/** Ends an order that was not shipped. A deposit that was paid goes back with the next payout. */
export async function cancelOrder(tx: Tx, ask: Ask, orderId: string): Promise<Order> {
  const before = await lockOwnOrder(tx, ask, orderId);
  const from = { status: before.status, refusal: 'order.notCancelable' } as const;
  const status = stepOr(orderChart, from, { type: 'cancel' });
  if (!mayCancel(ask.by, before))
    throw refuse('order.notCancelable', { status: `order.${before.status}` });
  const after = { ...before, status, terminal_id: null, serial: null };
  await saveOrder(tx, after);
  await cancelDeadline(tx, { kind: 'orders.payBy', subject: orderId, now: ask.now });
  if (before.terminal_id !== null) await release(tx, ask, before.terminal_id);
  await endDeposit(tx, ask, before);
  const { merchant_id: merchantId } = before;
  await tell(tx, ask, { type: 'order.canceled', payload: { merchantId, orderId } });
  const link = `/orders/${orderId}`;
  await notify(tx, ask, { to: { merchantId }, key: 'orders.sms.canceled', link });
  return after;
}

/** Seven days without payment end an order. */
export async function lapse(tx: Tx, ask: Ask, orderId: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (order?.status === 'awaiting_payment') await cancelOrder(tx, ask, orderId);
}

async function endDeposit(tx: Tx, ask: Ask, order: Order): Promise<void> {
  if (order.kind === 'first')
    await setGateItem(tx, ask, { merchantId: order.merchant_id, item: 'payment', ok: false });
  const deposit = await lockDepositOfOrder(tx, order);
  if (!deposit) return;
  const canceled = step(depositChart, deposit.status, {}, { type: 'cancel' });
  if (canceled === undefined) {
    await giveBack(tx, ask, deposit);
    return;
  }
  await saveDeposit(tx, { ...deposit, status: canceled });
  const { merchant_id: merchantId, id: depositId } = deposit;
  await tell(tx, ask, {
    type: 'deposit.moved',
    payload: { merchantId, depositId, status: canceled },
  });
}
