/** The merchant, before anybody knows who that is: what the shop needs, what a year costs, the choice. */
import type { Page } from 'playwright-core';
import { must } from '../journey/expect.ts';
import type { Sight } from './sight.ts';
import { advice, application, beginsWith, house, trade } from './words.ts';

const OFFERS_MIN = 3;
// The walk goes by the bank, so it needs an offer with something to pay.
const NO_DEPOSIT = new RegExp(String.raw`${advice('option.deposit')}\s*¥0\.00`);

export async function readLanding({ page, look }: Sight): Promise<void> {
  await page.goto('/');
  await look(house('landing.title'));
  await page.getByRole('link', { name: house('landing.start') }).click();
}

/** Four short screens. The first shows what is missing before it lets anybody on. */
export async function tellNeeds({ page, look }: Sight): Promise<void> {
  const next = page.getByRole('button', { name: advice('ask.next') });
  await look(advice('ask.business'));
  await next.click();
  await page.getByText(advice('ask.missing', { count: 2 })).waitFor();
  await look(advice('ask.business'));
  await choose(page, trade('subjectType.sole_proprietor'));
  await chooseTrade(page);
  await next.click();

  await look(advice('ask.turnover'));
  await page.getByLabel(advice('ask.month')).fill('120000');
  await page.getByLabel(advice('ask.ticket')).fill('150');
  await choose(page, advice('ask.mix.both'));
  await next.click();

  await look(advice('ask.place'));
  await choose(page, trade('mobility.mobile'));
  await choose(page, trade('network.sim'));
  await next.click();

  await look(advice('ask.wishes'));
  for (const question of [advice('ask.slips'), advice('ask.nextDay')]) {
    const group = page.getByRole('group', { name: question });
    await group.getByRole('radio', { name: advice('ask.yes'), exact: true }).check();
  }
  await page.getByRole('button', { name: advice('ask.compare') }).click();
}

async function choose(page: Page, label: string): Promise<void> {
  await page.getByRole('radio', { name: beginsWith(label) }).check();
}

/** Typed as people do: a letter of it, then the one that fits. */
async function chooseTrade(page: Page): Promise<void> {
  const picker = page.getByRole('combobox', { name: advice('ask.trade') });
  await picker.click();
  await picker.pressSequentially('餐');
  await page.getByTitle(/ 5812$/).click();
}

export async function compareOffers({ page, look }: Sight): Promise<void> {
  await look(advice('advice.title'));
  const choice = page.getByRole('button', { name: beginsWith(advice('option.choose')) });
  const offers = page.getByRole('listitem').filter({ has: choice });
  const count = await offers.count();
  must(count >= OFFERS_MIN, `Only ${count} offers are shown.`);
  const best = offers.first();
  await best.getByText(advice('option.lines')).click();
  await best.getByText(advice('option.total')).waitFor();
  await look(advice('advice.title'));
  const chosen = offers.filter({ hasNotText: NO_DEPOSIT }).first();
  await chosen.getByRole('button', { name: beginsWith(advice('option.choose')) }).click();
}

export async function beginApplication({ page, look }: Sight): Promise<void> {
  await look(application('start.title'));
  await page.getByRole('button', { name: application('start.begin') }).click();
}
