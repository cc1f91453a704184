/** The technician: makes a time, sets out, and works through the list in the shop. */
import type { Page } from 'playwright-core';
import { photo } from '../journey/images.ts';
import type { Sight } from './sight.ts';
import { deskVisit, house, install, nav, trade } from './words.ts';

/** What is told when it is done. */
type Deed = 'schedule' | 'depart' | 'start';

export async function schedule(technician: Sight, shop: string): Promise<void> {
  const { page, look } = technician;
  await openVisit(technician, shop);
  await press(page, 'schedule');
  await page.getByLabel(deskVisit('schedule.when')).waitFor();
  await look(deskVisit('visits.title'));
  await deeds(page)
    .getByRole('button', { name: deskVisit('schedule.do') })
    .last()
    .click();
  await page.getByText(trade('visit.scheduled'), { exact: true }).first().waitFor();
  await look(deskVisit('visits.title'));
}

/** The list holds one item open at a time, each with its own proof. */
export async function installInShop(technician: Sight, shop: string, serial: string) {
  const { page, look } = technician;
  await openVisit(technician, shop);
  await press(page, 'depart');
  await page.getByText(trade('visit.en_route'), { exact: true }).first().waitFor();
  await press(page, 'start');
  await page.getByLabel(install('serial.label')).fill(serial);
  await look(deskVisit('visits.title'));
  await page.getByRole('button', { name: install('serial.check') }).click();
  await page.getByRole('button', { name: install('place.measure') }).click();
  for (const item of ['network', 'power', 'paper', 'parameters'] as const) {
    await page.getByText(install(`how.${item}`)).waitFor();
    await page.getByRole('button', { name: install('plain.done') }).click();
  }
  await addPhoto(page);
  await page.getByText(deskVisit('accept.title')).waitFor();
  await look(deskVisit('visits.title'));
}

async function addPhoto(page: Page): Promise<void> {
  const { name, type, bytes } = await photo('counter');
  const way = page.getByLabel(`${house('file.choose')}: ${install('photo.label')}`);
  await way.setInputFiles({ name, mimeType: type, buffer: Buffer.from(bytes) });
}

async function openVisit({ page, look }: Sight, shop: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: nav('visits') })
    .click();
  const row = page.getByRole('row').filter({ hasText: shop });
  await row.waitFor();
  await look(deskVisit('visits.title'));
  await row.click();
  await deeds(page).waitFor();
}

function deeds(page: Page) {
  return page.getByRole('group', { name: deskVisit('deeds.label') });
}

async function press(page: Page, deed: Deed): Promise<void> {
  await deeds(page)
    .getByRole('button', { name: deskVisit(`${deed}.do`) })
    .first()
    .click();
}
