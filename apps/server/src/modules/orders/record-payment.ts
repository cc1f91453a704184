import { assert, formatMoney, money } from '@kaitong/values';
import { tell } from '#audit';
import { businessDayOf, HOUSE, post, postAll } from '#ledger';
import { notify } from '#messages';
import { setGateItem } from '#terminals';
import type { Ask } from '#platform/ask';
import { step, stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { cancelDeadline } from '#platform/deadlines';
import { refuse } from '#platform/refuse';
import { depositChart, orderChart } from './chart.ts';
import {
  lockCollection,
  lockDepositOfOrder,
  lockOrder,
  saveCollection,
  saveDeposit,
  saveOrder,
  type Collection,
  type Order,
} from './store.ts';

type BankWord = {
  readonly id: string;
  readonly status: 'paid' | 'failed';
  readonly amountMinor: bigint;
};

/** Takes the bank's word on a collection. Money that does not fit its order is kept aside, never counted. */
export async function recordPayment(tx: Tx, ask: Ask, said: BankWord): Promise<void> {
  const collection = await lockCollection(tx, said.id);
  if (!collection) throw refuse('request.notFound');
  // Paid and set aside are final; a failed one may still be paid, and the money is there then.
  if (collection.status === 'paid' || collection.status === 'set_aside') return;
  if (said.status === 'failed') {
    await saveCollection(tx, { ...collection, status: 'failed', answered_at: ask.now });
    return;
  }
  if (said.amountMinor === 0n) throw refuse('request.malformed', { reason: 'amountMinor' });
  const order = await lockOrder(tx, collection.order_id);
  assert(order, 'a collection has its order');
  const reason = whyAside(order, said);
  const came = { ...collection, came_minor: said.amountMinor, answered_at: ask.now };
  await saveCollection(tx, { ...came, status: reason === undefined ? 'paid' : 'set_aside' });
  if (reason === undefined) await pay(tx, ask, { order, collection });
  else await setAside(tx, ask, { order, collection: came, reason });
}

type Aside = NonNullable<Order['set_aside_reason']>;

function whyAside(order: Order, { amountMinor }: BankWord): Aside | undefined {
  if (step(orderChart, order.status, {}, { type: 'pay' }) === undefined) return 'late';
  return amountMinor === order.deposit_minor ? undefined : 'amountDiffers';
}

async function pay(
  tx: Tx,
  ask: Ask,
  { order, collection }: { order: Order; collection: Collection },
): Promise<void> {
  const { merchant_id: merchantId, id: orderId } = order;
  const from = { status: order.status, refusal: 'order.notPayable' } as const;
  const status = stepOr(orderChart, from, { type: 'pay' });
  const depositId = await collectDeposit(tx, ask, order);
  await saveOrder(tx, { ...order, status, paid_at: ask.now });
  await cancelDeadline(tx, { kind: 'orders.payBy', subject: orderId, now: ask.now });
  const amounts = { amount: money(collection.amount_minor) };
  const common = {
    source: { type: 'collection', id: collection.id },
    valueDay: businessDayOf(ask.now),
    amounts,
  };
  await postAll(tx, ask, [
    { ...common, merchantId, kind: 'depositCollected' },
    { ...common, merchantId: HOUSE, kind: 'depositCollectedHouse' },
  ]);
  await setGateItem(tx, ask, { merchantId, item: 'payment', ok: true });
  await tell(tx, ask, { type: 'order.paid', payload: { merchantId, orderId } });
  await tell(tx, ask, { type: 'deposit.collected', payload: { merchantId, depositId } });
  await notify(tx, ask, {
    to: { merchantId },
    key: 'orders.sms.paid',
    facts: { amount: formatMoney(amounts.amount, 'zh-Hans') },
    link: `/orders/${orderId}`,
  });
}

async function collectDeposit(tx: Tx, ask: Ask, order: Order): Promise<string> {
  const deposit = await lockDepositOfOrder(tx, order);
  assert(deposit, 'an order that waits for a deposit has one');
  const from = { status: deposit.status, refusal: 'order.notPayable' } as const;
  const status = stepOr(depositChart, from, { type: 'collect' });
  await saveDeposit(tx, { ...deposit, status, collected_at: ask.now });
  return deposit.id;
}

/** The money is at our bank and nobody's yet: it waits in 2910 until a person knows what to do. */
async function setAside(
  tx: Tx,
  ask: Ask,
  {
    order,
    collection,
    reason,
  }: { order: Order; collection: Collection & { came_minor: bigint }; reason: Aside },
): Promise<void> {
  const { merchant_id: merchantId, id: orderId } = order;
  const came = money(collection.came_minor);
  await saveOrder(tx, { ...order, set_aside_minor: came.minor, set_aside_reason: reason });
  await post(tx, ask, {
    merchantId: HOUSE,
    kind: 'unexplainedCash',
    source: { type: 'collection', id: collection.id },
    valueDay: businessDayOf(ask.now),
    amounts: { amount: came },
  });
  await tell(tx, ask, { type: 'order.moneySetAside', payload: { merchantId, orderId, reason } });
  await notify(tx, ask, {
    to: { merchantId },
    key: 'orders.sms.setAside',
    facts: {
      came: formatMoney(came, 'zh-Hans'),
      wanted: formatMoney(money(order.deposit_minor), 'zh-Hans'),
    },
    link: `/orders/${orderId}`,
  });
}
