/** From 「我要办 POS 机」 to a terminal that may trade, as its people see it in their browsers. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { papersFor } from '../journey/papers.ts';
import { inboxOf, newPhone } from '../journey/people.ts';
import { enterDesk } from './desk.ts';
import { desk, openStage, phone as phoneSize, type Stage } from './house.ts';
import { fillIn, photograph, repair, sendApplication } from './merchant-applies.ts';
import { beginApplication, compareOffers, readLanding, tellNeeds } from './merchant-chooses.ts';
import { comeBack, signInByPhone, type Phone } from './merchant-enters.ts';
import {
  acceptVisit,
  activate,
  awaitTechnician,
  seeStations,
  testTerminal,
  train,
} from './merchant-opens.ts';
import { payDeposit, signContract, unbox } from './merchant-orders.ts';
import { allocateAndShip } from './operator.ts';
import { approve, claim, confirm, sendBack } from './reviewer.ts';
import type { Sight } from './sight.ts';
import { installInShop, schedule } from './technician.ts';
import { order } from './words.ts';

const number = newPhone();
const papers = papersFor('sole_proprietor', number);
const shop = String(papers.fields['merchant.shortName']);
const mark = { path: 'store.address', reason: 'STO-04', comment: '请写明楼层和门牌。' };
const mended = '样例路8号1层102室（地铁2号口旁）';

const owed: (() => Promise<void>)[] = [];
let stage: Stage;
let phone: Phone;
let merchant: Sight;
let reviewer: Sight;
let second: Sight;
let operator: Sight;
let technician: Sight;
let serial = '';
let isBroken = false;

beforeAll(async () => {
  stage = await openStage((leave) => owed.push(leave));
  phone = { number, inbox: inboxOf(stage.anyone, number) };
  merchant = await stage.seat('merchant', phoneSize);
  reviewer = await stage.seat('reviewer', desk);
  second = await stage.seat('second-reviewer', desk);
  operator = await stage.seat('operator', desk);
  technician = await stage.seat('technician', desk);
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
  return [merchant, reviewer, second, operator, technician];
}

/** Each step begins on the page on which the one before ended; on every page axe finds nothing. */
const story: readonly (readonly [string, () => Promise<void>])[] = [
  ['the merchant finds the way in', async () => readLanding(merchant)],
  ['tells what the shop needs', async () => tellNeeds(merchant)],
  ['compares offers by the cost of a year, and chooses', async () => compareOffers(merchant)],
  ['signs in by phone', async () => signInByPhone(merchant, phone)],
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

  ['the merchant reads the contract and signs', async () => signContract(merchant, phone)],
  ['pays the deposit at the bank', async () => payDeposit(merchant)],
  ['the operator comes to the desk', async () => enterDesk(operator, 'operator')],
  ['allocates a machine and ships it', async () => allocateAndShip(operator, shop)],
  ['a day later the merchant has the parcel', async () => nextDay()],
  ['looks into it', async () => unbox(merchant)],

  ['a technician comes to the desk', async () => enterDesk(technician, 'technician')],
  ['makes a time with the shop', async () => schedule(technician, shop)],
  ['the merchant sees who comes and when', async () => seeVisit()],
  ['the technician installs the machine in the shop', async () => goToShop()],
  ['the merchant comes and accepts', async () => comeAndAccept()],
  ['learns, fails and passes', async () => train(merchant)],
  ['activates the machine by its code', async () => activateMachine()],
  ['tests it, and the gate opens', async () => testTerminal(merchant)],
  ['sees ten stations behind and the first sale ahead', async () => seeStations(merchant)],
];

it.each(story)('%s', async (_, play) => {
  await play();
  expect(everyone().flatMap(({ troubles }) => troubles())).toEqual([]);
});

const DELIVERY_ms = 21 * 3_600_000;

async function nextDay(): Promise<void> {
  await stage.clock.move({ advance_ms: DELIVERY_ms });
  await comeBack(merchant, phone);
}

async function seeVisit(): Promise<void> {
  await merchant.page.getByRole('link', { name: order('next.install.go') }).click();
  serial = await awaitTechnician(merchant);
}

/** By then it is another day, and who works at a desk signs in again. */
async function goToShop(): Promise<void> {
  await stage.clock.move({ toNext: 'workingDay' });
  await enterDesk(technician, 'technician');
  await installInShop(technician, { shop, serial });
}

async function comeAndAccept(): Promise<void> {
  await comeBack(merchant, phone);
  await acceptVisit(merchant);
}

async function activateMachine(): Promise<void> {
  await activate(merchant, { anyone: stage.anyone, clock: stage.clock, serial });
}
