/** The operator at the desk: a machine for the order, and a courier for the machine. */
import { openRow, press, pressAgain } from './desk.ts';
import type { Sight } from './sight.ts';
import { deskOrder, trade } from './words.ts';

export async function allocateAndShip(operator: Sight, shop: string): Promise<void> {
  const { page, look } = operator;
  await openRow(operator, { desk: 'orders', shop });
  const deeds = page.getByRole('group', { name: deskOrder('deeds.label') });
  await press(deeds, deskOrder('allocate.do'));
  await press(deeds, deskOrder('ship.do'));
  await deeds
    .getByRole('button', { name: deskOrder('ship.do') })
    .nth(1)
    .waitFor();
  await look(deskOrder('orders.title'));
  await pressAgain(deeds, deskOrder('ship.do'));
  await page.getByText(trade('order.shipped'), { exact: true }).first().waitFor();
  await look(deskOrder('orders.title'));
}
