import { addDays, day, money, shanghai, yuan, type Day, type TimeOfDay } from '@kaitong/values';
import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { balancesOf, verify } from '#ledger';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { clearingFileOf, makeShop, sayYes, type Shop } from '#testing/shop';
import { makeWorld, type World } from '#testing/world';
import { clearDay } from './clear.ts';
import { allInvariants } from './invariants.ts';
import { clearingOf, pageOfBreaks, type Break } from './store.ts';

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
  shop = await makeShop(world);
});

const moment = (on: Day, time: TimeOfDay) => ({ at: shanghai(on, time).toISOString() });
const clear = async (of: Day) =>
  clearDay(world.services, { day: of, ...moment(addDays(of, 1), '06:00') });

const balance = async (code: string) =>
  (await balancesOf(test.db, shop.merchantId)).find((row) => row.code === code)?.balance.minor ??
  0n;
async function brokenRules(): Promise<string[]> {
  const findings = await verify(test.db, allInvariants);
  return findings.filter(({ broken }) => broken > 0).map(({ id }) => id);
}

async function breaks(): Promise<readonly Break[]> {
  const rows = await pageOfBreaks(test.db, { after: undefined, limit: 50, open: undefined });
  return rows.filter((row) => row.opened_at >= shanghai(today, '00:00'));
}

describe('a bad file', () => {
  it('that is cut short is refused whole, and asked for again', async () => {
    await shop.sell('1000');
    const whole = await clearingFileOf(world, today);
    world.outside.clearingFile = async () => whole.slice(0, -100);
    await clear(today);
    expect(await clearingOf(test.db, today)).toMatchObject({
      status: 'refused',
      reason: 'truncated',
      asks: 1,
    });
    expect(await balance('2110')).toBe(0n);
    world.outside.clearingFile = async () => undefined;
    await clear(today);
    expect(await clearingOf(test.db, today)).toMatchObject({ status: 'refused', asks: 2 });
    world.outside.clearingFile = async () => whole;
    await clear(today);
    expect(await clearingOf(test.db, today)).toMatchObject({ status: 'done', matched: 1 });
    expect(await balance('2110')).toBe(99_400n);
  });

  it('that does not agree opens a break for each difference, and the books hold', async () => {
    for (const amount of ['100', '200', '300', '400']) await shop.sell(amount);
    const gone = await shop.sell('500');
    const file = await clearingFileOf(world, today, (lines) =>
      lines.flatMap((line) => {
        if (line.amount.minor === yuan('200').minor) return [{ ...line, amount: yuan('201') }];
        if (line.amount.minor === yuan('300').minor) return [];
        if (line.amount.minor === yuan('400').minor) return [line, line];
        const stranger = { ...line, keys: { ...line.keys, trace: '999999' } };
        return line.amount.minor === yuan('100').minor ? [line, stranger] : [line];
      }),
    );
    await shop.takeBack(gone); // ours is voided, theirs still stands
    world.outside.clearingFile = async () => file;
    await clear(today);
    expect((await breaks()).map(({ kind }) => kind).toSorted()).toEqual([
      'amount',
      'dup',
      'long',
      'short',
      'state',
    ]);
    expect(await balance('2110')).toBe(49_700n); // 100 and one of the 400
    expect(await balance('2910')).toBeGreaterThan(0n);
    expect(await brokenRules()).toEqual([]);
  });
});

describe('a clearing file', () => {
  it('of the next day explains what was short', async () => {
    await shop.sell('300');
    world.outside.clearingFile = async (of) => clearingFileOf(world, day(of), () => []);
    await clear(today);
    expect(await breaks()).toMatchObject([{ kind: 'short', closed_at: null }]);
    const next = addDays(today, 1);
    const late = await clearingFileOf(world, today);
    const moved = late.replace(today.replaceAll('-', ''), next.replaceAll('-', ''));
    world.outside.clearingFile = async () => rehashed(moved);
    await clear(next);
    expect((await breaks()).map(({ kind, closed_at }) => [kind, closed_at !== null])).toEqual(
      expect.arrayContaining([
        ['short', true],
        ['date', true],
      ]),
    );
    expect(await balance('2110')).toBe(29_820n);
  });

  it.each([
    [1n, [], { borne: 1n, open: 0n }],
    [2n, ['fee'], { borne: 0n, open: 2n }],
  ] as const)('that costs %s fen more a line', async (more, kinds, { borne, open }) => {
    await shop.sell('100');
    const text = await clearingFileOf(world, today, (lines) =>
      lines.map((line) => ({ ...line, network: money(line.network.minor + more) })),
    );
    world.outside.clearingFile = async () => text;
    await clear(today);
    expect((await breaks()).map(({ kind }) => kind)).toEqual(kinds);
    expect([await balance('5900'), await balance('1100')]).toEqual([borne, open]);
    expect(await brokenRules()).toEqual([]);
  });
});

/** The same lines under a new header: count and sums stay, the hash is made anew. */
function rehashed(text: string): string {
  const body = text.slice(0, text.lastIndexOf('\nTRL ') + 1);
  const hash = createHash('sha256').update(body).digest('hex');
  return text.replace(/[0-9a-f]{64}\n$/, `${hash}\n`);
}
