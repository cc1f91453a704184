/** From 「我要办 POS 机」 to a terminal that may trade, as its people see it in their browsers. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { papersFor } from '../journey/papers.ts';
import { newPhone } from '../journey/people.ts';
import { desk, openStage, phone } from './house.ts';
import { fillIn, photograph, repair, sendApplication } from './merchant-applies.ts';
import {
  beginApplication,
  compareOffers,
  readLanding,
  signInByPhone,
  tellNeeds,
} from './merchant-chooses.ts';
import { approve, claim, confirm, enterDesk, sendBack } from './reviewer.ts';
import type { Sight } from './sight.ts';

const number = newPhone();
const papers = papersFor('sole_proprietor', number);
const shop = String(papers.fields['merchant.shortName']);
const mark = { path: 'store.address', reason: 'STO-04', comment: '请写明楼层和门牌。' };
const mended = '样例路8号1层102室(地铁2号口旁)';

const owed: (() => Promise<void>)[] = [];
let merchant: Sight;
let reviewer: Sight;
let second: Sight;
let isBroken = false;

beforeAll(async () => {
  const stage = await openStage((leave) => owed.push(leave));
  merchant = await stage.seat('merchant', phone);
  reviewer = await stage.seat('reviewer', desk);
  second = await stage.seat('second-reviewer', desk);
});

afterAll(async () => {
  for (const leave of owed) await leave();
});

// Who comes next stands where the one before left off.
beforeEach(({ skip }) => skip(isBroken, 'a step before did not hold'));

afterEach(async ({ task }) => {
  if (isBroken) return;
  isBroken = task.result?.state === 'fail';
  if (isBroken) for (const { picture } of everyone()) console.log(await picture());
});

function everyone(): readonly Sight[] {
  return [merchant, reviewer, second];
}

/** Each step begins on the page on which the one before ended; on every page axe finds nothing. */
const story: readonly (readonly [string, () => Promise<void>])[] = [
  ['the merchant finds the way in', async () => readLanding(merchant)],
  ['tells what the shop needs', async () => tellNeeds(merchant)],
  ['compares offers by the cost of a year, and chooses', async () => compareOffers(merchant)],
  ['signs in by phone', async () => signInByPhone(merchant, number)],
  ['begins an application', async () => beginApplication(merchant)],
  ['fills in every screen', async () => fillIn(merchant, papers)],
  ['photographs every paper', async () => photograph(merchant)],
  ['looks at all of it and sends it', async () => sendApplication(merchant)],

  ['a reviewer comes to the desk', async () => enterDesk(reviewer, 'reviewer1')],
  ['takes it from the queue', async () => claim(reviewer, shop)],
  ['sends it back with one thing marked', async () => sendBack(reviewer, shop, mark)],
  ['the merchant mends that and sends it again', async () => repair(merchant, mended, mark)],
  ['the reviewer takes it again', async () => claim(reviewer, shop)],
  ['looks at what changed and approves', async () => approve(reviewer, shop, mark.path)],
  ['a second reviewer comes to the desk', async () => enterDesk(second, 'reviewer2')],
  ['and confirms', async () => confirm(second, shop)],
];

it.each(story)('%s', async (_, play) => {
  await play();
  expect(everyone().flatMap(({ troubles }) => troubles())).toEqual([]);
});
