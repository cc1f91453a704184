import { addDays, day, shanghai, yuan, type Day, type TimeOfDay } from '@kaitong/values';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Unreachable } from '#connectors/outside';
import { balancesOf, HOUSE, lockedBalanceOf, verify } from '#ledger';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { clearingFileOf, makeShop, sayYes, type Shop } from '#testing/shop';
import { makeWorld, type World } from '#testing/world';
import { clearDay } from './clear.ts';
import { allInvariants } from './invariants.ts';
import { payOut } from './pay-out.ts';
import { learnResults } from './payout-results.ts';
import { pageOfPayouts, payoutFileOf, type Payout } from './store.ts';

const test = testDatabase();
let world: World;
let shop: Shop;
let weeks = 0;
/** A Tuesday of a week of its own for every test: a day is cleared for all merchants at once. */
let today: Day;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
  sayYes(world);
});

beforeEach(async () => {
  today = addDays(day('2026-05-12'), 7 * weeks++);
  world.setNow(shanghai(today, '10:00'));
  world.outside.clearingFile = async (of) => clearingFileOf(world, day(of));
  world.outside.payoutResults = async (fileId) => allOf(fileId, 'paid');
  shop = await makeShop(world);
});

const moment = (on: Day, time: TimeOfDay) => ({ at: shanghai(on, time).toISOString() });
const clear = async (of: Day) =>
  clearDay(world.services, { day: of, ...moment(addDays(of, 1), '06:00') });

const run = async (on: Day) => payOut(world.services, { day: on, ...moment(on, '09:00') });
async function learn(on: Day) {
  const file = await payoutFileOf(test.db, { day: on });
  if (file) await learnResults(world.services, { fileId: file.id, ...moment(on, '09:30') });
}

async function allOf(fileId: string, outcome: 'paid' | 'returned') {
  const { rows } = await sql<{ id: string }>`
    select id from payout where file_id = ${fileId}`.execute(test.db);
  return rows.map(({ id }) => ({
    payoutId: id,
    outcome,
    reason: outcome === 'paid' ? '' : '账号不符',
  }));
}

const balance = async (code: string, owner = shop.merchantId) =>
  (await balancesOf(test.db, owner)).find((row) => row.code === code)?.balance.minor ?? 0n;
const page = () => ({ after: undefined, limit: 50, merchantIds: [shop.merchantId] });
async function payouts(): Promise<readonly Payout[]> {
  return pageOfPayouts(test.db, { ...page(), status: undefined });
}
async function brokenRules(): Promise<string[]> {
  const findings = await verify(test.db, allInvariants);
  return findings.filter(({ broken }) => broken > 0).map(({ id }) => id);
}

describe('a payout', () => {
  it('that the bank could not take is sent again with the same name and bytes', async () => {
    await shop.sell('1000');
    await clear(today);
    const next = addDays(today, 1);
    const { bank } = world.services.connectors;
    const lost = {
      ...bank,
      sendPayouts: async (file: { id: string; bytes: string }) => {
        await bank.sendPayouts(file);
        throw new Unreachable('the answer was lost');
      },
    };
    const connectors = { ...world.services.connectors, bank: lost };
    const first = payOut(
      { ...world.services, connectors },
      { day: next, ...moment(next, '09:00') },
    );
    await expect(first).rejects.toThrow('the answer was lost');
    expect(await payouts()).toMatchObject([{ status: 'created' }]);
    await run(next);
    const [sent, again] = world.outside.payoutFiles.slice(-2);
    expect(again).toEqual(sent);
    expect(again?.bytes).toContain('|6200000000000005|样例店主|99400\n');
    const { rows } = await sql<{
      sealed: Buffer;
    }>`select sealed from payout_file where id = ${again?.id ?? ''}`.execute(test.db);
    expect(rows[0]?.sealed.includes('6200000000000005')).toBe(false);
    expect(await payouts()).toMatchObject([{ status: 'in_transit' }]);
  });
});

describe('a payout that comes back', () => {
  it('unpaid is available again and goes out with the next one', async () => {
    await shop.sell('1000');
    await clear(today);
    const [next, after] = [addDays(today, 1), addDays(today, 2)];
    world.outside.payoutResults = async (fileId) => allOf(fileId, 'returned');
    await run(next);
    await learn(next);
    expect(await payouts()).toMatchObject([{ status: 'failed', reason: '账号不符' }]);
    expect([await balance('2110'), await balance('2120')]).toEqual([99_400n, 0n]);
    world.outside.payoutResults = async (fileId) => allOf(fileId, 'paid');
    await run(after);
    await learn(after);
    const [second, first] = await payouts();
    expect(second).toMatchObject({ status: 'paid', amount_minor: 99_400n });
    expect(second?.id).not.toBe(first?.id);
    expect(await brokenRules()).toEqual([]);
  });

  it('may have been paid before', async () => {
    await shop.sell('1000');
    await clear(today);
    const next = addDays(today, 1);
    await run(next);
    await learn(next);
    const bank = await balance('1200', HOUSE);
    world.outside.payoutResults = async (fileId) => allOf(fileId, 'returned');
    await learn(next);
    await learn(next);
    expect(await payouts()).toMatchObject([{ status: 'returned' }]);
    expect(await balance('2110')).toBe(99_400n);
    expect((await balance('1200', HOUSE)) - bank).toBe(99_400n);
    expect(await brokenRules()).toEqual([]);
  });
});

describe('a payout that waits', () => {
  it('is of less than one yuan', async () => {
    await shop.sell('1');
    await clear(today);
    await run(addDays(today, 1));
    expect(await payouts()).toEqual([]);
    await world.transact(async (tx) =>
      expect(await lockedBalanceOf(tx, { merchantId: shop.merchantId, code: '2110' })).toEqual(
        yuan('0.99'),
      ),
    );
  });

  it('has no word from the bank, and is asked for again', async () => {
    await shop.sell('1000');
    await clear(today);
    const next = addDays(today, 1);
    await run(next);
    world.outside.payoutResults = async () => undefined;
    await learn(next);
    expect(await payouts()).toMatchObject([{ status: 'in_transit' }]);
    expect(await payoutFileOf(test.db, { day: next })).toMatchObject({
      asks: 1,
      answered_at: null,
    });
  });
});

it.each([
  ['an amount that is not that of its lines', `update payout set amount_minor = amount_minor + 1`],
  ['a line that was lost', `delete from payout_line`],
])('a payout with %s is seen', async (_, damage) => {
  await shop.sell('1000');
  await clear(today);
  await run(addDays(today, 1));
  const damaged = test.db.transaction().execute(async (tx) => {
    await sql.raw(damage).execute(tx);
    const broken = (await verify(tx, allInvariants)).filter((rule) => rule.broken > 0);
    throw new Error(`found by ${broken.map(({ id }) => id).join()}`);
  });
  await expect(damaged).rejects.toThrow('found by L10');
});
