/** The merchant, before the review: every screen of the application, every paper, one look at all of it. */
import type { Locator, Page } from 'playwright-core';
import { photo } from '../journey/images.ts';
import type { Papers } from '../journey/papers.ts';
import { doNext } from './merchant-enters.ts';
import type { Mark } from './reviewer.ts';
import type { Sight } from './sight.ts';
import { application, exactly, house, trade } from './words.ts';

type Fields = Papers['fields'];
type Seen = Pick<Sight, 'page' | 'look'>;

/** Screen by screen. What the advice knows already, trade, turnover and offer, is there and right. */
const SCREENS: readonly (readonly [group: string, paths: readonly string[]])[] = [
  ['legal', ['legal.name', 'legal.idNo', 'legal.idFrom', 'legal.idTo', 'legal.idAddress']],
  ['contact', ['contact.phone', 'contact.email']],
  [
    'licence',
    [
      'licence.name',
      'licence.uscc',
      'licence.address',
      'licence.validFrom',
      'licence.validTo',
      'licence.foundedOn',
    ],
  ],
  ['merchant', ['merchant.shortName', 'merchant.receiptName']],
  ['store', ['store.name', 'store.district', 'store.address']],
  ['business', []],
  ['account', ['account.kind', 'account.name', 'account.number', 'account.bank', 'account.phone']],
  ['order', []],
  ['consent', ['consent.service', 'consent.privacy', 'consent.identity']],
];

const DOCUMENTS = [
  'idFront',
  'idBack',
  'bankCard',
  'licence',
  'storeFront',
  'storeIndoor',
  'cashierDesk',
] as const;

export async function fillIn({ page, look }: Sight, { fields, idNo }: Papers): Promise<void> {
  for (const [group, paths] of SCREENS) {
    await look(trade(`onboarding.group.${group}`));
    if (group === 'legal') await mistype({ page, look }, idNo);
    for (const path of paths) await fill(page, path, fields);
    await page.getByRole('button', { name: application('form.next') }).click();
  }
}

/** A slip of the finger in the ID number, which is said at once and stands in nobody's way. */
async function mistype({ page, look }: Seen, idNo: string): Promise<void> {
  const wrong = `${idNo.slice(0, -1)}${idNo.endsWith('1') ? '2' : '1'}`;
  const field = fieldOf(page, 'legal.idNo');
  await field.fill(wrong);
  await field.blur();
  await page.getByText(trade('onboarding.check.idNo.checkDigit')).waitFor();
  await look(trade('onboarding.group.legal'));
}

async function fill(page: Page, path: string, fields: Fields): Promise<void> {
  const value = fields[path];
  if (value === true) return page.getByRole('checkbox', { name: labelOf(path) }).check();
  if (path === 'account.kind') return option(page, path, value).check();
  return fieldOf(page, path).fill(String(value));
}

function option(page: Page, path: string, value: unknown): Locator {
  return page.getByRole('radio', { name: trade(`onboarding.choice.${path}.${String(value)}`) });
}

/** What need not be filled in says so behind its name. */
function fieldOf(page: Page, path: string): Locator {
  const main = page.getByRole('main');
  return main.getByLabel(exactly(labelOf(path), { before: house('house.optional') }));
}

function labelOf(path: string): string {
  return trade(`onboarding.field.${path}`);
}

async function saved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: application('save.saved') })
    .waitFor();
}

/** Every paper by the camera of a phone; each is shown back as the reviewer will see it. */
export async function photograph({ page, look }: Sight): Promise<void> {
  await look(trade('onboarding.group.documents'));
  for (const kind of DOCUMENTS) {
    const label = trade(`onboarding.document.${kind}`);
    const { name, type, bytes } = await photo(kind);
    const file = { name, mimeType: type, buffer: Buffer.from(bytes) };
    await page
      .getByLabel(house('house.named', { name: house('file.take'), text: label }))
      .setInputFiles(file);
    await page.getByAltText(application('documents.preview', { label })).waitFor();
  }
  await look(trade('onboarding.group.documents'));
  await page.getByRole('button', { name: application('form.next') }).click();
}

export async function sendApplication({ page, look }: Sight): Promise<void> {
  await page.getByText(application('review.ready.text')).waitFor();
  await look(application('review.title'));
  await page.getByRole('button', { name: application('review.submit') }).click();
  await page.getByText(application('status.queued')).waitFor();
  await look(application('status.title'));
}

/** What is marked is mended, and nothing else: each with its reason and the reviewer's word. */
export async function repair(merchant: Sight, value: string, mark: Mark): Promise<void> {
  const { page, look } = merchant;
  await doNext(merchant, 'repair');
  await page.getByText(trade(`onboarding.reason.${mark.reason}`)).waitFor();
  await page.getByText(mark.comment).waitFor();
  await look(application('repair.title', { count: 1 }));
  await fieldOf(page, mark.path).fill(value);
  await page.getByText(application('repair.mended')).waitFor();
  await saved(page);
  await look(application('repair.title', { count: 1 }));
  await page.getByRole('button', { name: application('repair.send') }).click();
  await page.getByText(application('status.queued')).waitFor();
}
