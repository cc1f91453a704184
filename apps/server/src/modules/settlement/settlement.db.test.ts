import { addDays, day, shanghai, type Day, type TimeOfDay } from '@kaitong/values';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { balancesOf, HOUSE, movementsOf, verify } from '#ledger';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { clearingFileOf, makeShop, sayYes, type Shop } from '#testing/shop';
import { makeWorld, type World } from '#testing/world';
import { clearDay } from './clear.ts';
import { beginDays } from './cut-off.ts';
import { allInvariants } from './invariants.ts';
import { makeStatements } from './make-statement.ts';
import { payOut } from './pay-out.ts';
import { learnResults } from './payout-results.ts';
import {
  clearingOf,
  pageOfPayouts,
  pageOfStatements,
  payoutFileOf,
  type Payout,
  type Statement,
} from './store.ts';

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

const state = async (of: Day) =>
  makeStatements(world.services, { day: of, ...moment(addDays(of, 1), '08:00') });

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

async function statements(): Promise<readonly Statement[]> {
  return pageOfStatements(test.db, { ...page(), day: undefined });
}

describe('a day', () => {
  it('is cleared, stated and paid to the fen, and the books hold', async () => {
    const first = await shop.sell('1000');
    await shop.takeBack(await shop.sell('50'));
    await shop.sell('234.56');
    await shop.giveBack(first, '100');
    expect([await balance('2100'), await balance('2110')]).toEqual([122_715n, -9_940n]);
    const bank = await balance('1200', HOUSE);
    await clear(today);
    expect(await clearingOf(test.db, today)).toMatchObject({
      status: 'done',
      lines: 3,
      matched: 3,
      breaks: 0,
    });
    expect([await balance('1100'), await balance('2100'), await balance('2110')]).toEqual([
      0n,
      0n,
      112_775n,
    ]);
    const { gross_minor, fees_minor } = (await clearingOf(test.db, today)) ?? {
      gross_minor: 0n,
      fees_minor: 0n,
    };
    expect((await balance('1200', HOUSE)) - bank).toBe(gross_minor - fees_minor);
    await state(today);
    await run(addDays(today, 1));
    expect(await payouts()).toMatchObject([{ status: 'in_transit', amount_minor: 112_775n }]);
    await learn(addDays(today, 1));
    expect(await payouts()).toMatchObject([{ status: 'paid' }]);
    expect([await balance('2110'), await balance('2120')]).toEqual([0n, 0n]);
    expect(await brokenRules()).toEqual([]);
  });

  it('changes nothing when every step of it is done again', async () => {
    await shop.sell('1000');
    await clear(today);
    const next = addDays(today, 1);
    const steps = async () => {
      await clear(today);
      await state(today);
      await run(next);
      await learn(next);
    };
    await steps();
    const before = [await balancesOf(test.db, shop.merchantId), await balancesOf(test.db, HOUSE)];
    const files = world.outside.payoutFiles.length;
    await steps();
    await steps();
    expect([await balancesOf(test.db, shop.merchantId), await balancesOf(test.db, HOUSE)]).toEqual(
      before,
    );
    expect(world.outside.payoutFiles).toHaveLength(files);
    expect(await payouts()).toHaveLength(1);
    expect(await statements()).toHaveLength(1);
  });
});

describe('a statement', () => {
  it('is what the books say, and adds up', async () => {
    const first = await shop.sell('1000');
    await shop.takeBack(await shop.sell('50'));
    await shop.giveBack(first, '100');
    const next = addDays(today, 1);
    await clear(today);
    await run(next);
    await learn(next);
    await state(today);
    await state(next);
    const [second, of] = await statements();
    expect(of).toMatchObject({
      day: today,
      sales_count: 2,
      sales_minor: 105_000n,
      undone_minor: 5_000n,
      refunds_count: 1,
      refunds_minor: 10_000n,
      fees_minor: 540n, // 600 + 30 − 30 − 60
      net_minor: 89_460n,
      paid_out_minor: 0n,
      opening_minor: 0n,
      closing_minor: 89_460n,
    });
    expect(second).toMatchObject({
      day: next,
      paid_out_minor: 89_460n,
      opening_minor: 89_460n,
      closing_minor: 0n,
    });
    const movements = await movementsOf(test.db, { merchantId: shop.merchantId, valueDay: today });
    const fees = movements.filter(({ code }) => code === '4100');
    expect(fees.reduce((sum, { moved }) => sum + moved.minor, 0n)).toBe(of?.fees_minor);
    expect(of?.lines.reduce((sum, { minor }) => sum + BigInt(minor), 0n)).toBe(of?.closing_minor);
  });
});

it('runs by itself from cut-off to payout, over a weekend', async () => {
  today = addDays(today, 3); // Friday
  world.setNow(shanghai(today, '10:00'));
  await beginDays(world.services);
  await shop.sell('1000');
  world.setNow(shanghai(addDays(today, 1), '08:05'));
  await world.fireDue();
  expect(await clearingOf(test.db, today)).toMatchObject({ status: 'done', matched: 1 });
  expect(await statements()).toHaveLength(1);
  expect(await payouts()).toEqual([]);
  world.setNow(shanghai(addDays(today, 3), '09:05'));
  await world.fireDue();
  expect(await payouts()).toMatchObject([
    { status: 'paid', amount_minor: 99_400n, day: addDays(today, 3) },
  ]);
  expect(await brokenRules()).toEqual([]);
});
