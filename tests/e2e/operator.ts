/** The operator at the desk: a machine for the order, and a courier for the machine. */
import type { Sight } from './sight.ts';
import { deskOrder, nav, trade } from './words.ts';

export async function allocateAndShip({ page, look }: Sight, shop: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: nav('orders') })
    .click();
  // The first page of the desk has rows of the same shop.
  await page.getByRole('heading', { level: 1, name: deskOrder('orders.title') }).waitFor();
  const row = page.getByRole('row').filter({ hasText: shop });
  await row.waitFor();
  await look(deskOrder('orders.title'));
  await row.click();
  const deeds = page.getByRole('group', { name: deskOrder('deeds.label') });
  await deeds.getByRole('button', { name: deskOrder('allocate.do') }).click();
  await deeds.getByRole('button', { name: deskOrder('ship.do') }).click();
  await page.getByText(shop).first().waitFor();
  await look(deskOrder('orders.title'));
  await deeds
    .getByRole('button', { name: deskOrder('ship.do') })
    .last()
    .click();
  await page.getByText(trade('order.shipped'), { exact: true }).first().waitFor();
  await look(deskOrder('orders.title'));
}
