/** The reviewers at their desks: one marks what is wrong and later says yes, another confirms. */
import type { Page } from 'playwright-core';
import { must } from '../journey/expect.ts';
import { openRow, press, pressAgain } from './desk.ts';
import type { Sight } from './sight.ts';
import { anyCount, beginsWith, review, trade } from './words.ts';

export type Mark = { readonly path: string; readonly reason: string; readonly comment: string };

/** The row that is due first opens with the sensitive values masked; then it is claimed. */
export async function claim(reviewer: Sight, shop: string): Promise<void> {
  const { page, look } = reviewer;
  await openRow(reviewer, { desk: 'review', shop });
  await look(shop);
  await page.getByText(review('masked')).waitFor();
  await page.getByRole('button', { name: review('claim.do') }).click();
  await page.getByRole('button', { name: review('approve.do') }).waitFor();
  await look(shop);
}

/** Everything is right but one thing, which goes back with its reason. */
export async function sendBack({ page, look }: Sight, shop: string, mark: Mark): Promise<void> {
  const what = trade(`onboarding.field.${mark.path}`);
  await page.getByRole('button', { name: review('item.markOf', { what }) }).click();
  await page.getByText(review('mark.title', { what })).waitFor();
  await look(shop);
  await page.getByRole('radio', { name: trade(`onboarding.reason.${mark.reason}`) }).check();
  await page.getByRole('button', { name: review('mark.save') }).click();
  await page.getByText(review('sum.marked', { count: 1 })).waitFor();
  await acceptRest(page);
  await press(deedsOf(page), review('return.do'));
  await page.getByLabel(review('return.comment')).fill(mark.comment);
  await look(shop);
  await pressAgain(deedsOf(page), review('return.do'));
  await page.getByText(trade('application.revision_required'), { exact: true }).waitFor();
}

/** Group by group; a group with one thing left has no button of its own. */
async function acceptRest(page: Page): Promise<void> {
  const groups = page.getByRole('button', {
    name: anyCount((count) => review('item.groupAccept', { count })),
  });
  while ((await groups.count()) > 0) await groups.first().click();
  const open = page.locator('[data-decision="open"]').getByRole('button', {
    name: beginsWith(review('item.acceptOf', { what: '' })),
  });
  while ((await open.count()) > 0) await open.first().click();
}

/** What did not change keeps its yes: only what was mended is looked at again. */
export async function approve({ page, look }: Sight, shop: string, path: string): Promise<void> {
  await page.getByText(review('changed.only', { count: 1 })).waitFor();
  const what = trade(`onboarding.field.${path}`);
  const accept = page.getByRole('button', { name: review('item.acceptOf', { what }) });
  await accept.click();
  await look(shop);
  await press(deedsOf(page), review('approve.do'));
  await page.getByText(trade('application.second_review'), { exact: true }).waitFor();
  must(
    (await page.getByRole('button', { name: review('confirm.approve') }).count()) === 0,
    'Who approved may not confirm as well.',
  );
  await look(shop);
}

export async function confirm(reviewer: Sight, shop: string): Promise<void> {
  const { page, look } = reviewer;
  await openRow(reviewer, { desk: 'review', shop });
  await look(shop);
  await press(deedsOf(page), review('confirm.approve'));
  await look(shop);
  await pressAgain(deedsOf(page), review('confirm.approve'));
  await page.getByText(trade('application.to_be_signed'), { exact: true }).waitFor();
  await look(shop);
}

function deedsOf(page: Page) {
  return page.getByRole('group', { name: review('deeds.label') });
}
