import { day, money, yuan, type Day } from '@kaitong/values';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemAsk } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import { testDatabase } from '#testing/database';
import { verify } from './invariants.ts';
import { HOUSE, type AccountCode, type Entry } from './model.ts';
import { post, reverse } from './post.ts';
import { balancesOf } from './store.ts';

/**
 * Two weeks of one merchant, computed independently to the fen (money.md §2.2): sales, a void, a
 * deposit, an advance, a payout that came back, a refund, a lost chargeback, fees, a second payout.
 */
const test = testDatabase();
const M = 'mer_golden00000';
const ask = systemAsk('golden', new Date('2026-11-23T02:00:00Z'));
const [T, T1, T2] = [day('2026-11-23'), day('2026-11-24'), day('2026-11-25')] as const;

type Amounts = Readonly<Record<string, string>>;
type Step = readonly [id: string, kind: Entry['kind'], on: Day, amounts: Amounts, owner?: string];

const saleOf = (amount: string, fee: string, interchange: string, network: string) => ({
  amount,
  fee,
  interchange,
  network,
});

const sales: readonly Step[] = [
  ['s1', 'sale', T, saleOf('10000.00', '60.00', '45.00', '3.25')],
  ['s2', 'sale', T, saleOf('100.00', '0.50', '0.35', '0.03')],
  ['s3', 'sale', T, saleOf('50.00', '0.30', '0.23', '0.02')],
  ['s4', 'sale', T, saleOf('333.33', '2.00', '1.50', '0.11')],
];
const dayOne: readonly Step[] = [
  ['d1', 'depositCollected', T, { amount: '299.00' }],
  ['d1', 'depositCollectedHouse', T, { amount: '299.00' }, HOUSE],
  ['a1', 'advance', T, { advanced: '5000.00', fee: '2.50' }],
  ['a1', 'payoutPaid', T, { amount: '5000.00' }],
  ['a1', 'advanceHouse', T, { advanced: '5000.00' }, HOUSE],
];
const dayTwo: readonly Step[] = [
  ['c1', 'clearing', T1, { net: '10383.09' }],
  ['c1', 'release', T1, { owed: '5368.33' }],
  ['c1', 'clearingHouse', T1, { net: '10383.09' }, HOUSE],
  ['a1', 'advanceRepaid', T1, { advanced: '5000.00' }, HOUSE],
];
const dayThree: readonly Step[] = [
  ['p1', 'payout', T1, { amount: '5368.33' }],
  ['p1', 'payoutPaid', T1, { amount: '5368.33' }],
  ['p1', 'payoutPaidHouse', T1, { amount: '5368.33' }, HOUSE],
  ['p1', 'payoutReturned', T2, { amount: '5368.33' }],
  ['p1', 'payoutReturnedHouse', T2, { amount: '5368.33' }, HOUSE],
  ['r1', 'refund', T2, { refund: '111.11', fee: '0.67', interchange: '0.50', network: '0.04' }],
  ['b1', 'chargeback', T2, { amount: '100.00' }],
  ['b1', 'chargebackLost', T2, { amount: '100.00' }],
  ['b1', 'disputeFee', T2, { amount: '20.00' }],
  ['d1', 'depositRefunded', T2, { amount: '299.00' }],
  ['f1', 'serviceFee', T2, { amount: '60.00' }],
];
const theEnd: readonly Step[] = [
  ['c2', 'clearing', T2, { net: '-210.57' }],
  ['c2', 'clearingHouse', T2, { net: '-210.57' }, HOUSE],
  ['p2', 'payout', T2, { amount: '5376.89' }],
  ['p2', 'payoutPaid', T2, { amount: '5376.89' }],
  ['p2', 'payoutPaidHouse', T2, { amount: '5376.89' }, HOUSE],
];

async function play(tx: Tx, steps: readonly Step[]): Promise<void> {
  for (const [id, kind, valueDay, amounts, merchantId = M] of steps) {
    const source = { type: 'golden', id };
    const entries = Object.entries(amounts).map(([name, text]) => [name, yuan(text)]);
    const entry = { merchantId, kind, source, valueDay, amounts: Object.fromEntries(entries) };
    await post(tx, ask, entry as unknown as Entry);
  }
}

const undoing = {
  merchantId: M,
  kind: 'void',
  source: { type: 'golden', id: 's3' },
  valueDay: T,
  of: { source: { type: 'golden', id: 's3' }, kind: 'sale' },
} as const;

async function playAll(): Promise<void> {
  await transact(test.db, async (tx) => {
    await play(tx, sales);
    await reverse(tx, ask, undoing);
    await play(tx, [...dayOne, ...dayTwo, ...dayThree, ...theEnd]);
  });
}

const balance = async (owner: string, code: AccountCode) => {
  const rows = await balancesOf(test.db, owner);
  return rows.find((row) => row.code === code)?.balance.minor ?? 0n;
};

describe('the golden scenario', () => {
  beforeAll(async () => {
    await transact(test.db, async (tx) => {
      await play(tx, sales);
      await reverse(tx, ask, undoing);
      await play(tx, dayOne);
    });
  });

  it('ends the first day with what is pending and what the network owes', async () => {
    expect(await balance(M, '2100')).toBe(536_833n);
    expect(await balance(M, '1100')).toBe(1_038_309n);
  });

  it('has the rest available after clearing', async () => {
    await transact(test.db, async (tx) => play(tx, dayTwo));
    expect(await balance(M, '2110')).toBe(536_833n);
    expect(await balance(M, '1100')).toBe(0n);
  });

  it('owes the network after refund and chargeback, and the merchant the rest', async () => {
    await transact(test.db, async (tx) => play(tx, dayThree));
    expect(await balance(M, '1100')).toBe(-21_057n);
    expect(await balance(M, '2110')).toBe(537_689n);
  });

  it('ends with nothing owed, and the profit in the bank', async () => {
    await transact(test.db, async (tx) => play(tx, theEnd));
    const merchant = await balancesOf(test.db, M);
    const owed = merchant.filter(({ code }) => /^(11[01]|21|22)/.test(code));
    expect(owed.filter((row) => row.balance.minor !== 0n)).toEqual([]);
    const income = await total(merchant, '4');
    const cost = await total(merchant, '5');
    expect([income, cost]).toEqual([14_433n, 4_970n]);
    const bank = (await balance(HOUSE, '1200')) + (await balance(HOUSE, '1210'));
    expect(bank).toBe(9_463n);
    expect([await balance(M, '1195'), await balance(HOUSE, '1195')]).toEqual([9_463n, -9_463n]);
  });

  it('took 30 journals and 93 postings that add up to zero', async () => {
    const { rows } = await sql`
      select count(distinct (merchant_id, journal_id))::int as journals, count(*)::int as postings,
        sum(signed_minor)::int as total from posting`.execute(test.db);
    expect(rows).toEqual([{ journals: 30, postings: 93, total: 0 }]);
  });

  it('breaks no rule', async () => {
    expect((await verify(test.db)).filter(({ broken }) => broken > 0)).toEqual([]);
  });

  it('changes nothing when all of it is played again', async () => {
    const before = await balancesOf(test.db, M);
    await playAll();
    expect(await balancesOf(test.db, M)).toEqual(before);
  });
});

async function total(
  rows: Awaited<ReturnType<typeof balancesOf>>,
  group: '4' | '5',
): Promise<bigint> {
  const own = rows.filter(({ code }) => code.startsWith(group));
  return own.reduce((sum, row) => sum + row.balance.minor, money(0n).minor);
}
