import { randomInt } from 'node:crypto';
import { api, type ReplyOf } from '@kaitong/contract';
import { found, must, mustBe, mustRefuse, until } from '../expect.ts';
import { says, sms } from '../narrator.ts';
import { shownMoney, standing, type MerchantStory } from '../story.ts';

export type Order = ReplyOf<typeof api.orders.readOrder>;

const HOUR_ms = 3_600_000;
const DELIVERY_HOURS = 21;

/** The deposit is paid at the bank, a machine is allocated, shipped, delivered and looked at. */
export async function orderTerminal(story: MerchantStory, merchantId: string): Promise<Order> {
  story.tell.scene(5);
  const order = await until('the order', async () => {
    const { rows } = await story.owner.ask(api.orders.listOrders, { query: { merchantId } });
    return rows.find(({ status }) => status === 'awaiting_payment');
  });
  await pay(story, order);
  await fulfil(story, order.id);
  return receive(story, order.id);
}

async function pay(story: MerchantStory, order: Order): Promise<void> {
  const { owner, anyone, inbox, tell, staff } = story;
  const { id } = order;
  const early = await mustRefuse('order.notAllocatable', async () =>
    staff.operator.ask(api.orders.allocateOrder, { params: { id } }),
  );
  tell.line(staff.operator, 'order.tooEarly', { sees: [says(early)] });
  const { payUrl, amount } = await owner.ask(api.orders.payOrder, { params: { id } });
  mustBe('what the bank is asked for', { seen: amount, wanted: order.deposit });
  tell.line(owner, 'order.paying', {
    facts: { amount: shownMoney(story, amount) },
    sees: [standing(story, `order.${order.status}`), ...(await inbox.rest()).map(sms)],
  });
  const collection = found(new URL(payUrl).pathname.split('/').at(-1), 'No payment at the bank.');
  await anyone(api.sandbox.decideCollection, {
    params: { id: collection },
    body: { outcome: 'paid' },
  });
  const paid = await until('the paid order', async () => statusOf(story, id, 'placed'));
  const { rows } = await owner.ask(api.orders.listDeposits, { query: {} });
  const deposit = found(
    rows.find(({ orderId }) => orderId === id),
    'A paid order has a deposit.',
  );
  must(deposit.status !== 'due', 'The deposit of a paid order is collected.');
  tell.line('bank', 'order.paid', {
    facts: { amount: shownMoney(story, amount) },
    sees: [
      standing(story, `order.${paid.status}`),
      standing(story, `deposit.${deposit.status}`),
      ...(await inbox.some()).map(sms),
    ],
  });
}

async function statusOf(
  { owner }: MerchantStory,
  id: string,
  wanted: Order['status'],
): Promise<Order | undefined> {
  const order = await owner.ask(api.orders.readOrder, { params: { id } });
  return order.status === wanted ? order : undefined;
}

/** The part of the house: a machine with a serial number, and a parcel on its way. */
export async function fulfil(story: MerchantStory, id: string): Promise<Order> {
  const { staff, inbox, clock, tell } = story;
  await stockUp(story, id);
  const allocated = await staff.operator.ask(api.orders.allocateOrder, { params: { id } });
  const serial = found(allocated.serial, 'An allocated order has a serial number.');
  tell.line(staff.operator, 'order.allocated', {
    facts: { serial },
    sees: [standing(story, `order.${allocated.status}`)],
  });
  await staff.operator.ask(api.orders.shipOrder, { params: { id } });
  const shipped = await until('the tracking number', async () => {
    const order = await staff.operator.ask(api.orders.readOrder, { params: { id } });
    return order.tracking === undefined ? undefined : order;
  });
  tell.line(staff.operator, 'order.shipped', {
    facts: { tracking: shipped.tracking ?? '' },
    sees: [standing(story, `order.${shipped.status}`), ...(await inbox.some()).map(sms)],
  });
  await clock.move({ advance_ms: DELIVERY_HOURS * HOUR_ms });
  const delivered = await until('the delivery', async () => statusOf(story, id, 'delivered'));
  tell.line('courier', 'order.delivered', {
    sees: [standing(story, `order.${delivered.status}`), ...(await inbox.rest()).map(sms)],
  });
  return delivered;
}

/** One machine comes into stock for each that leaves it, so that the story can be played for ever. */
async function stockUp({ staff }: MerchantStory, id: string): Promise<void> {
  const { modelId } = await staff.operator.ask(api.orders.readOrder, { params: { id } });
  const serials = [`KTJ${String(randomInt(1_000_000_000)).padStart(9, '0')}`];
  await staff.operator.ask(api.terminals.addStock, { body: { modelId, serials } });
}

/** The part of the merchant: what was in the parcel. */
export async function receive(story: MerchantStory, id: string): Promise<Order> {
  const { owner, tell } = story;
  const unboxed = await owner.ask(api.orders.unboxOrder, {
    params: { id },
    body: { appearance: true, powerCord: true, dataCable: true, manual: true },
  });
  must(unboxed.unboxing?.intact === true, 'A complete parcel is intact.');
  tell.line(owner, 'order.unboxed', { sees: [standing(story, `order.${unboxed.status}`)] });
  return unboxed;
}
