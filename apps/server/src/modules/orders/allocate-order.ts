import { tell } from '#audit';
import { allocate } from '#terminals';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { orderChart } from './chart.ts';
import { lockOwnOrder } from './own-order.ts';
import { saveOrder, type Order } from './store.ts';

/** Gives a paid order a terminal from stock. */
export async function allocateOrder(tx: Tx, ask: Ask, orderId: string): Promise<Order> {
  const before = await lockOwnOrder(tx, ask, orderId);
  const from = { status: before.status, refusal: 'order.notAllocatable' } as const;
  const status = stepOr(orderChart, from, { type: 'allocate' });
  const { merchant_id: merchantId, model_id: modelId, replaces_id: replacesId } = before;
  const wanted = { modelId, merchantId, orderId, ...(replacesId === null ? {} : { replacesId }) };
  const terminal = await allocate(tx, ask, wanted);
  const after = { ...before, status, terminal_id: terminal.id, serial: terminal.serial };
  await saveOrder(tx, after);
  const payload = { merchantId, orderId, terminalId: terminal.id };
  await tell(tx, ask, { type: 'order.allocated', payload });
  return after;
}
