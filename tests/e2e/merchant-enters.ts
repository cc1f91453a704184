/** The merchant at the door: a code by text message instead of a password. */
import type { Page } from 'playwright-core';
import { CODE, codeIn, type Inbox } from '../journey/people.ts';
import type { Sight } from './sight.ts';
import { house, identity, journey } from './words.ts';

export type Phone = { readonly number: string; readonly inbox: Inbox };

/** The first time also registers. The sandbox shows the message that a phone would get. */
export async function signInByPhone({ page, look }: Sight, phone: Phone): Promise<void> {
  await look(identity('signIn.title'));
  await page.getByLabel(identity('signIn.phone')).fill(phone.number);
  await takeCode(page, phone);
  await look(identity('signIn.title'));
  await page.getByRole('button', { name: identity('signIn.enter'), exact: true }).click();
}

/** Asks for a code and fills in the one that came, not one that lay there before. */
export async function takeCode(page: Page, { inbox }: Phone): Promise<void> {
  await inbox.rest();
  await page.getByRole('button', { name: house('code.request') }).click();
  const code = codeIn(await inbox.next(CODE));
  await page.getByRole('button', { name: house('code.fill', { code }) }).click();
}

/** Opens the phone again, some time later: the session may have ended meanwhile. */
export async function comeBack(merchant: Sight, phone: Phone): Promise<void> {
  const { page, look } = merchant;
  await page.goto('/m/progress');
  const home = page.getByRole('heading', { level: 1, name: journey('progress.title') });
  const door = page.getByRole('heading', { level: 1, name: identity('signIn.title') });
  await home.or(door).waitFor();
  if (await door.isVisible()) await signInByPhone(merchant, phone);
  await look(journey('progress.title'));
}

type Thing = 'repair' | 'contract' | 'pay' | 'deliver' | 'install' | 'train' | 'activate';

/** The progress page, as it is now, says what is to be done; its one button leads there. */
export async function doNext({ page, look }: Sight, what: Thing): Promise<void> {
  await page.goto('/m/progress');
  const button = page.getByRole('main').getByRole('link', { name: journey(`do.${what}.button`) });
  await button.waitFor();
  await look(journey('progress.title'));
  await button.click();
}
