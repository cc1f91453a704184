import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import { step } from '#platform/chart';
import type { Tx } from '#platform/db';
import { orderChart } from './chart.ts';
import { lockOrderOfTerminal, saveOrder } from './store.ts';

/** The terminal of an order is in service: there is nothing more to do for it. */
export async function completeOrder(
  tx: Tx,
  ask: Ask,
  of: { merchantId: string; terminalId: string },
): Promise<void> {
  const order = await lockOrderOfTerminal(tx, of);
  if (!order) return;
  const status = step(orderChart, order.status, {}, { type: 'complete' });
  if (status === undefined) return;
  await saveOrder(tx, { ...order, status });
  const payload = { merchantId: of.merchantId, orderId: order.id };
  await tell(tx, ask, { type: 'order.completed', payload });
}
