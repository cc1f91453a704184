import type { Day } from '@kaitong/values';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import {
  clearableLegs,
  clearableOf,
  legByTrace,
  markLegsCleared,
  type Clearable,
  type NetworkKeys,
} from './legs/store.ts';
import { ACQUIRER } from './model.ts';
import { stepOf } from './steps.ts';
import { lockPayment, paymentById, savePayment } from './store.ts';

/** What moved money, is in no clearing file yet, and belongs to this day or an earlier one. */
export async function clearables(tx: Tx, upTo: Day): Promise<readonly Clearable[]> {
  return (await clearableLegs(tx, upTo)).map((leg) => clearableOf(leg, ACQUIRER));
}

/** These stood in the clearing file of a day. A sale is cleared by it; nothing is listed again. */
export async function markCleared(
  tx: Tx,
  _: Ask,
  cleared: { day: Day; ids: readonly string[] },
): Promise<void> {
  const legs = await markLegsCleared(tx, cleared);
  const sales = legs.filter(({ kind }) => kind === 'sale');
  for (const leg of sales.toSorted((a, b) => (a.payment_id < b.payment_id ? -1 : 1))) {
    const payment = await lockPayment(tx, leg.merchant_id, leg.payment_id);
    const status = stepOf(payment, 'clear');
    if (status !== undefined) await savePayment(tx, { ...payment, status });
  }
}

/** What we know of a line of the file that matches nothing that moved money here. */
export async function legByKeys(
  tx: Tx,
  keys: NetworkKeys,
): Promise<{ id: string; paymentId: string; merchantId: string; status: string } | undefined> {
  const leg = await legByTrace(tx, keys);
  if (!leg) return undefined;
  const payment = await paymentById(tx, leg.payment_id);
  const status = payment?.status ?? leg.status;
  return { id: leg.id, paymentId: leg.payment_id, merchantId: leg.merchant_id, status };
}
