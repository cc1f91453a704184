/** What everyone at a desk does: comes in by the staff entrance, and opens a row of a list. */
import type { Locator } from 'playwright-core';
import type { Sight } from './sight.ts';
import { house, identity, nav } from './words.ts';

/** With a press on one of the people whom the sandbox has. */
export async function enterDesk({ page, look }: Sight, login: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: house('landing.staff') }).click();
  await page.getByRole('button', { name: login }).waitFor();
  await look(identity('signIn.title'));
  await page.getByRole('button', { name: login }).click();
  await look(nav('desk'));
}

type Where = { readonly desk: 'review' | 'orders' | 'visits'; readonly shop: string };

/** The list as it is now, not as it was when one looked last. */
export async function openRow({ page, look }: Sight, { desk, shop }: Where): Promise<void> {
  await page.goto('/c');
  await look(nav('desk'));
  await page
    .getByRole('navigation')
    .getByRole('link', { name: nav(desk) })
    .click();
  await page.getByRole('heading', { level: 1, name: nav(desk) }).waitFor();
  // In a house that runs already others have the same name; ours is the newest.
  const row = page.getByRole('row').filter({ hasText: shop }).first();
  await row.waitFor();
  await look(nav(desk));
  await row.click();
}

/** Of the deeds that may be done, this one. */
export async function press(deeds: Locator, name: string): Promise<void> {
  await deeds.getByRole('button', { name }).first().click();
}

/** A deed that asks first has opened a form, which ends with a button of the same name. */
export async function pressAgain(deeds: Locator, name: string): Promise<void> {
  await deeds.getByRole('button', { name }).nth(1).click();
}
