/** The technician: makes a time, sets out, and works through the list in the shop. */
import type { Page } from 'playwright-core';
import { photo } from '../journey/images.ts';
import { openRow, press, pressAgain } from './desk.ts';
import type { Sight } from './sight.ts';
import { deskVisit, house, install, trade } from './words.ts';

export async function schedule(technician: Sight, shop: string): Promise<void> {
  const { page, look } = technician;
  await openRow(technician, { desk: 'visits', shop });
  await press(deedsOf(page), deskVisit('schedule.do'));
  await page.getByLabel(deskVisit('schedule.when')).waitFor();
  await look(deskVisit('visits.title'));
  await pressAgain(deedsOf(page), deskVisit('schedule.do'));
  await page.getByText(trade('visit.scheduled'), { exact: true }).first().waitFor();
  await look(deskVisit('visits.title'));
}

type InShop = { readonly shop: string; readonly serial: string };

/** The list holds one item open at a time, each with its own proof; the photo may come last. */
export async function installInShop(technician: Sight, { shop, serial }: InShop): Promise<void> {
  const { page, look } = technician;
  await openRow(technician, { desk: 'visits', shop });
  await press(deedsOf(page), deskVisit('depart.do'));
  await page.getByText(trade('visit.en_route'), { exact: true }).first().waitFor();
  await press(deedsOf(page), deskVisit('start.do'));
  await page.getByLabel(install('serial.label')).fill(serial);
  await look(deskVisit('visits.title'));
  await page.getByRole('button', { name: install('serial.check') }).click();
  await page.getByRole('button', { name: install('place.measure') }).click();
  for (const item of ['network', 'power', 'paper', 'parameters'] as const) {
    await page.getByText(install(`how.${item}`)).waitFor();
    await page.getByRole('button', { name: install('plain.done') }).click();
  }
  await page.getByText(deskVisit('accept.title')).waitFor();
  await look(deskVisit('visits.title'));
  await addPhoto(page);
  await look(deskVisit('visits.title'));
}

async function addPhoto(page: Page): Promise<void> {
  const { name, type, bytes } = await photo('counter');
  const way = page.getByLabel(
    house('house.named', { name: house('file.choose'), text: install('photo.label') }),
  );
  await way.setInputFiles({ name, mimeType: type, buffer: Buffer.from(bytes) });
  await page.getByAltText(deskVisit('photo.of', { count: 1 })).waitFor();
}

function deedsOf(page: Page) {
  return page.getByRole('group', { name: deskVisit('deeds.label') });
}
