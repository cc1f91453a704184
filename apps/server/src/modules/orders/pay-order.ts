import { word } from '@kaitong/contract';
import { money, type Money } from '@kaitong/values';
import { OutsideRefusal, Unreachable } from '#connectors/outside';
import type { Ask } from '#platform/ask';
import { step } from '#platform/chart';
import { transact, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { orderChart } from './chart.ts';
import { lockOwnOrder } from './own-order.ts';
import {
  insertCollection,
  keepPayUrl,
  openCollectionOf,
  type Collection,
  type Order,
} from './store.ts';

export type Payable = { readonly payUrl: string; readonly amount: Money };

/**
 * Asks the bank to collect the deposit. Record, ask, record: the collection has its id before the
 * bank hears of it, so that asking again is the same collection there and here.
 */
export async function payOrder(
  { db, connectors }: Services,
  ask: Ask,
  orderId: string,
): Promise<Payable> {
  const asked = await transact(db, async (tx) => openCollection(tx, ask, orderId));
  const amount = money(asked.collection.amount_minor);
  if (asked.collection.pay_url !== null) return { payUrl: asked.collection.pay_url, amount };
  const { payUrl } = await connectors.bank
    .collect({
      id: asked.collection.id,
      amountMinor: asked.collection.amount_minor,
      payer: asked.order.merchant_name,
      text: asked.order.id,
    })
    .catch((error: unknown) => {
      throw whyNot(ask, error);
    });
  await transact(db, async (tx) => keepPayUrl(tx, asked.collection, payUrl));
  return { payUrl, amount };
}

function whyNot(ask: Ask, error: unknown): unknown {
  const isOutside = error instanceof Unreachable || error instanceof OutsideRefusal;
  if (!isOutside) return error;
  return refuse('connector.unavailable', { party: word(ask.lang, 'orders.party.bank') });
}

/** The open collection of an order that waits for its money; a new one when there is none. */
async function openCollection(
  tx: Tx,
  ask: Ask,
  orderId: string,
): Promise<{ order: Order; collection: Collection }> {
  const order = await lockOwnOrder(tx, ask, orderId);
  if (step(orderChart, order.status, {}, { type: 'pay' }) === undefined)
    throw refuse('order.notPayable', { status: `order.${order.status}` });
  const collection = {
    merchant_id: order.merchant_id,
    id: newId('col', ask.now),
    order_id: order.id,
    amount_minor: order.deposit_minor,
    status: 'asked',
    came_minor: null,
    pay_url: null,
    created_at: ask.now,
    answered_at: null,
  } as const;
  if (await insertCollection(tx, collection)) return { order, collection };
  const open = await openCollectionOf(tx, order);
  if (!open) throw new Error(`order ${order.id} has no open collection and takes none`);
  return { order, collection: open };
}
