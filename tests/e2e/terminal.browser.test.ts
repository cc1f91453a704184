/** A cashier in training, on a phone: from an activation code to the settled day, and to the X-ray at the desk. */
import { api } from '@kaitong/contract';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { must } from '../journey/expect.ts';
import { enterDesk } from './desk.ts';
import { desk, openStage, phone as phoneSize, type Stage } from './house.ts';
import type { Sight } from './sight.ts';
import { deskTerminal, nav, pos, trade } from './words.ts';

const owed: (() => Promise<void>)[] = [];
let stage: Stage;
let cashier: Sight;
let technician: Sight;
let isBroken = false;
/** Of the machine, and of the approved sale: what the desk looks for. */
let serial = '';
let trace = '';

beforeAll(async () => {
  stage = await openStage((leave) => owed.push(leave));
  cashier = await stage.seat('cashier', phoneSize);
  technician = await stage.seat('technician', desk);
});

afterAll(async () => {
  for (const leave of owed) await leave();
});

beforeEach(({ skip }) => skip(isBroken, 'a step before did not hold'));

afterEach(async ({ task }) => {
  if (isBroken) return;
  isBroken = task.result?.state === 'fail';
  if (isBroken) for (const { picture } of [cashier, technician]) console.log(await picture());
});

const story: readonly (readonly [string, () => Promise<void>])[] = [
  ['a cashier activates a terminal by its serial number and code', activate],
  ['logs in as operator 01 with a first password, which has to go', logIn],
  ['signs in', signIn],
  ['sells ¥12.00 by chip and PIN, and tears the slip off', sell],
  ['is told what to do when ¥10.51 is declined', declined],
  ['is told to insert a card that has a chip', giveBack],
  ['sells by the code on a phone', sellByCode],
  ['shows a code, and the customer pays it', sellByShownCode],
  ['loses an answer and sends the reversal', reverse],
  ['voids the first sale', voidSale],
  ['settles, and both sides counted the same', settle],
  ['finds the terminal as it was after a reload', comeBack],
  ['a technician finds the sale at the desk, byte by byte', findMessage],
];

it.each(story)('%s', async (_, play) => {
  await play();
  expect([cashier, technician].flatMap(({ troubles }) => troubles())).toEqual([]);
});

async function activate(): Promise<void> {
  const { page, look } = cashier;
  const { terminals } = await stage.anyone(api.sandbox.furnishShop, { body: { terminals: 1 } });
  const [made] = terminals;
  must(made !== undefined, 'The sandbox made no terminal.');
  ({ serial } = made);
  await page.goto('/terminal');
  await page.getByRole('button', { name: pos('welcome.quick') }).waitFor();
  await look(pos('pos.title'));
  await page.getByLabel(pos('welcome.serial')).fill(serial);
  await page.getByLabel(pos('welcome.code')).fill(made.code);
  await page.getByRole('button', { name: pos('welcome.activate'), exact: true }).click();
  await shown(pos('screen.closed'));
  await look(pos('pos.title'));
  await stage.anyone(api.sandbox.passSelfTest, { params: { id: made.terminalId } });
}

async function logIn(): Promise<void> {
  await press('enter');
  await shown(pos('ask.operator'));
  await type('01');
  await press('enter');
  await type('0000');
  await cashier.look(pos('pos.title'));
  await press('enter');
  await shown(pos('ask.newPassword'));
  await type('2580');
  await press('enter');
  await shown(pos('screen.back'));
  await press('enter');
  await shown(pos('screen.asleep'));
}

async function signIn(): Promise<void> {
  await press('enter');
  await verdict('00');
  await cashier.look(pos('pos.title'));
  await press('enter');
  await shown(pos('screen.ready'));
}

async function sell(): Promise<void> {
  const { page, look } = cashier;
  await type('1200');
  await shown('¥12.00');
  await look(pos('pos.title'));
  await press('enter');
  await shown(pos('ask.card'));
  await look(pos('pos.title'));
  await present('way.chip');
  await shown(pos('ask.pin'));
  await type('123456');
  await look(pos('pos.title'));
  await press('enter');
  await verdict('00');
  await look(pos('pos.title'));
  const told = new RegExp(pos('screen.trace', { trace: String.raw`(\d{6})` }));
  trace = told.exec((await screen().textContent()) ?? '')?.[1] ?? '';
  const paper = page.getByRole('group', { name: pos('paper.label') });
  await paper.getByText(pos('slip.sale')).waitFor();
  await paper.getByRole('button', { name: pos('paper.tear') }).click();
  await paper.waitFor({ state: 'detached' });
  // What was torn off lies open in the drawer.
  await page.getByText(/RMB 12\.00/).waitFor();
  await look(pos('pos.title'));
  await press('enter');
}

async function declined(): Promise<void> {
  await type('1051');
  await press('enter');
  await present('way.contactless');
  await verdict('51');
  await screen()
    .getByText(/换一张卡/)
    .waitFor();
  await cashier.look(pos('pos.title'));
  await press('enter');
}

async function giveBack(): Promise<void> {
  await type('100');
  await press('enter');
  await present('way.swipe');
  await screen().getByText(pos('hint.hasChip')).waitFor();
  await cashier.look(pos('pos.title'));
  await cashier.page
    .getByRole('region', { name: pos('wallet.title') })
    .getByRole('button', { name: pos('key.cancel') })
    .click();
  await shown(pos('screen.ready'));
}

async function sellByCode(): Promise<void> {
  await press('scan');
  await type('500');
  await press('enter');
  await shown(pos('ask.payCode'));
  await cashier.look(pos('pos.title'));
  await cashier.page.getByRole('button', { name: pos('phone.scan') }).click();
  await verdict('00');
  await press('enter');
}

async function sellByShownCode(): Promise<void> {
  const { page, look } = cashier;
  await choose('deed.showQr');
  await type('300');
  await press('enter');
  await shown(pos('ask.paid'));
  await look(pos('pos.title'));
  await page.getByRole('button', { name: pos('phone.pay') }).click();
  await verdict('00');
  await press('enter');
}

async function reverse(): Promise<void> {
  const { page, look } = cashier;
  await page.getByRole('button', { name: pos('fault.loseAnswer') }).click();
  await type('2000');
  await press('enter');
  await present('way.contactless');
  await shown(pos('screen.waits', { count: 1 }));
  await look(pos('pos.title'));
  await press('enter');
  await choose('deed.reverse');
  await page.getByText(pos('screen.waits', { count: 1 })).waitFor({ state: 'detached' });
  await press('enter');
}

async function voidSale(): Promise<void> {
  await press('menu');
  await cashier.look(pos('pos.title'));
  await screen()
    .getByRole('button', { name: pos('deed.void') })
    .click();
  await shown(pos('ask.trace'));
  await cashier.look(pos('pos.title'));
  await type(String(Number(trace)));
  await press('enter');
  await shown(pos('ask.sure.void'));
  await press('enter');
  await verdict('00');
  await press('enter');
}

async function settle(): Promise<void> {
  const { page, look } = cashier;
  await choose('deed.settle');
  await press('enter');
  await page.getByRole('group', { name: pos('paper.label') }).waitFor();
  await look(pos('pos.title'));
  await press('enter');
  await page.getByRole('button', { name: pos('slip.settlement') }).waitFor();
  await page.getByText(pos('lessons.count', { done: 7, all: 9 })).waitFor();
}

async function comeBack(): Promise<void> {
  await cashier.page.reload();
  await shown(pos('screen.ready'));
  await shown(pos('screen.batch', { batch: '000002' }));
  await cashier.page.getByRole('button', { name: pos('slip.settlement') }).waitFor();
}

async function findMessage(): Promise<void> {
  const { page, look } = technician;
  await enterDesk(technician, 'technician');
  await page
    .getByRole('navigation')
    .getByRole('link', { name: nav('stock') })
    .click();
  await page.getByRole('link', { name: deskTerminal('view.messages') }).click();
  await look(deskTerminal('terminals.title'));
  const find = page.getByRole('textbox', { name: deskTerminal('messages.trace') });
  await find.fill(trace);
  await find.press('Enter');
  const sale = page.getByRole('row').filter({ hasText: trade('gateway.kind.sale') });
  await sale.first().click();
  const detail = page.getByRole('region').filter({ hasText: deskTerminal('xray.copy') });
  await detail.getByRole('button', { name: /^F4 / }).first().focus();
  const amount = detail.locator('.xray-byte[data-lit]');
  expect((await amount.allTextContents()).join('')).toBe('000000001200');
  // No card number leaves the house: its bytes are covered.
  await detail.getByRole('button', { name: /^F2 / }).first().focus();
  expect((await amount.allTextContents()).join('')).toMatch(/\*/);
  await look(deskTerminal('terminals.title'));
  // The machine behind it, with the check values of its keys.
  await detail.getByRole('link', { name: serial }).click();
  await page.getByRole('heading', { level: 3, name: deskTerminal('keys.title') }).waitFor();
  await page.getByText(trade('terminals.key.mak')).waitFor();
  await look(deskTerminal('terminals.title'));
  await page.getByRole('link', { name: deskTerminal('view.gateway') }).click();
  await page.getByText(deskTerminal('line.title')).first().waitFor();
  await look(deskTerminal('terminals.title'));
}

type PosKey = 'enter' | 'menu' | 'scan';

function screen() {
  return cashier.page.getByRole('region', { name: pos('screen.label') });
}

function keypad() {
  return cashier.page.getByRole('group', { name: pos('keys.label') });
}

async function shown(text: string): Promise<void> {
  await cashier.page
    .getByRole('region', { name: pos('machine.label'), exact: true })
    .getByText(text)
    .first()
    .waitFor();
}

async function verdict(code: string): Promise<void> {
  await screen().getByText(pos('screen.code', { code })).waitFor();
}

async function press(key: PosKey): Promise<void> {
  await keypad()
    .getByRole('button', { name: pos(`key.${key}`), exact: true })
    .click();
}

async function type(digits: string): Promise<void> {
  for (const digit of digits.split(''))
    await keypad().getByRole('button', { name: digit, exact: true }).click();
}

/** The first card of the wallet, in the way that is said. */
async function present(way: 'way.chip' | 'way.contactless' | 'way.swipe'): Promise<void> {
  await cashier.page
    .getByRole('region', { name: pos('wallet.title') })
    .getByRole('button', { name: pos(way), exact: true })
    .click();
}

async function choose(deed: 'deed.reverse' | 'deed.settle' | 'deed.showQr'): Promise<void> {
  await press('menu');
  await screen()
    .getByRole('button', { name: pos(deed) })
    .click();
}
