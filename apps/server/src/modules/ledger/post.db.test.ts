import { day, money, yuan } from '@kaitong/values';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { systemAsk } from '#platform/ask';
import { transact } from '#platform/db';
import { testDatabase } from '#testing/database';
import { verify } from './invariants.ts';
import { HOUSE, sides, type Entry } from './model.ts';
import { post, postAll, reverse } from './post.ts';
import { spendableOf } from './spendable.ts';
import { balancesOf, holdersOf, journalBy, movedOn, movementsOf, owedAtEndOf } from './store.ts';

const test = testDatabase();
const ask = systemAsk('test', new Date('2026-11-23T02:00:00Z'));
const TODAY = day('2026-11-23');
const source = (merchantId: string, id: string) => ({ type: 'payment', id: `${merchantId} ${id}` });

function sale(merchantId: string, id: string, amount = yuan('100')): Entry {
  const amounts = { amount, fee: yuan('0.60'), interchange: yuan('0.45'), network: yuan('0.03') };
  return { merchantId, kind: 'sale', source: source(merchantId, id), valueDay: TODAY, amounts };
}

const undo = (merchantId: string, id: string, kind: 'void' | 'reversal') => ({
  merchantId,
  kind,
  source: source(merchantId, id),
  valueDay: TODAY,
  of: { source: source(merchantId, id), kind: 'sale' },
});

const house = (id: string, kind: 'depositCollectedHouse' | 'unexplainedCash'): Entry => ({
  merchantId: HOUSE,
  kind,
  source: { type: 'order', id },
  valueDay: TODAY,
  amounts: { amount: yuan('1') },
});

describe('post', () => {
  it('writes a journal, its lines and the balances', async () => {
    const { isNew } = await transact(test.db, async (tx) => post(tx, ask, sale('mer_a', 'pay_1')));
    expect(isNew).toBe(true);
    const rows = await balancesOf(test.db, 'mer_a');
    expect(rows.map(({ code, balance }) => [code, balance.minor])).toEqual([
      ['1100', 9952n],
      ['2100', 9940n],
      ['4100', 60n],
      ['5100', 45n],
      ['5200', 3n],
    ]);
  });

  it('changes nothing when asked again, and says which journal it was', async () => {
    const again = async () =>
      transact(test.db, async (tx) => post(tx, ask, sale('mer_a', 'pay_1')));
    const first = await journalBy(test.db, {
      merchantId: 'mer_a',
      source: source('mer_a', 'pay_1'),
      kind: 'sale',
    });
    expect(await again()).toEqual({ journalId: first?.id, isNew: false });
    expect((await balancesOf(test.db, 'mer_a'))[0]?.debits.minor).toBe(10_000n);
  });

  it('stops at the same journal with other amounts', async () => {
    const other = sale('mer_a', 'pay_1', yuan('101'));
    const again = transact(test.db, async (tx) => post(tx, ask, other));
    await expect(again).rejects.toThrow('posted before with other amounts');
  });

  it('posts once for a crowd that asks for the same, and adds up for a crowd that does not', async () => {
    const crowd = Array.from({ length: 60 }, async (_, i) =>
      transact(test.db, async (tx) => post(tx, ask, sale('mer_crowd', `pay_${i % 20}`))),
    );
    const posted = await Promise.all(crowd);
    expect(posted.filter(({ isNew }) => isNew)).toHaveLength(20);
    const pending = (await balancesOf(test.db, 'mer_crowd')).find(({ code }) => code === '2100');
    expect(pending?.balance).toEqual(money(20n * 9940n));
  });

  it('locks the balances of many journals in one order', async () => {
    const crowd = Array.from({ length: 30 }, async (_, i) => {
      const both = [house(`o${i}`, 'depositCollectedHouse'), house(`o${i}`, 'unexplainedCash')];
      return transact(test.db, async (tx) =>
        postAll(tx, ask, i % 2 === 0 ? both : both.toReversed()),
      );
    });
    expect((await Promise.all(crowd)).flat().every(({ isNew }) => isNew)).toBe(true);
  });
});

describe('reverse', () => {
  it('takes a journal back to zero on every account, once', async () => {
    await transact(test.db, async (tx) => {
      await post(tx, ask, sale('mer_b', 'pay_1'));
      await reverse(tx, ask, undo('mer_b', 'pay_1', 'void'));
      expect((await reverse(tx, ask, undo('mer_b', 'pay_1', 'void'))).isNew).toBe(false);
    });
    expect((await balancesOf(test.db, 'mer_b')).every(({ balance }) => balance.minor === 0n)).toBe(
      true,
    );
  });

  it('refuses a second undoing of another kind', async () => {
    const second = transact(test.db, async (tx) =>
      reverse(tx, ask, undo('mer_b', 'pay_1', 'reversal')),
    );
    await expect(second).rejects.toThrow('journal_undone_once');
  });

  it('stops when there is nothing to take back', async () => {
    const nothing = transact(test.db, async (tx) =>
      reverse(tx, ask, undo('mer_b', 'pay_9', 'void')),
    );
    await expect(nothing).rejects.toThrow('to take back');
  });
});

describe('the tables', () => {
  it.each([
    `update journal set kind = 'gift'`,
    `delete from journal`,
    `update posting set amount_minor = amount_minor + 1`,
    `delete from posting where line = 99`,
    `truncate posting`,
    `update audit_record set actor = 'nobody'`,
    `delete from audit_record`,
  ])('refuse to %s', async (statement) => {
    await expect(sql.raw(statement).execute(test.db)).rejects.toThrow('only added to');
  });

  it('know the same accounts as the program', async () => {
    const { rows } = await sql<{ code: string; side: string }>`
      select code, side from account_code order by code`.execute(test.db);
    expect(Object.fromEntries(rows.map(({ code, side }) => [code, side]))).toEqual(sides);
  });
});

describe('what others read', () => {
  it('says what can be given back, who holds what, and what moved on a day', async () => {
    await transact(test.db, async (tx) => {
      await post(tx, ask, sale('mer_c', 'pay_1'));
      const release = {
        merchantId: 'mer_c',
        source: source('mer_c', 'clr_1'),
        valueDay: day('2026-11-24'),
      };
      await post(tx, ask, { ...release, kind: 'release', amounts: { owed: yuan('90') } });
      expect(await spendableOf(tx, 'mer_c')).toEqual(yuan('99.40'));
    });
    const least = { code: '2110', after: '', limit: 10 } as const;
    expect(await holdersOf(test.db, { ...least, least: yuan('90') })).toEqual(['mer_c']);
    expect(await holdersOf(test.db, { ...least, least: yuan('90.01') })).toEqual([]);
    expect(await movedOn(test.db, day('2026-11-24'))).toEqual(['mer_c']);
    expect(
      await movementsOf(test.db, { merchantId: 'mer_c', valueDay: day('2026-11-24') }),
    ).toEqual([
      { kind: 'release', code: '2100', journals: 1, moved: yuan('-90') },
      { kind: 'release', code: '2110', journals: 1, moved: yuan('90') },
    ]);
    const codes = ['2100', '2110'] as const;
    expect(await owedAtEndOf(test.db, { merchantId: 'mer_c', codes, valueDay: TODAY })).toEqual(
      yuan('99.40'),
    );
  });

  it('leaves every rule standing', async () => {
    const broken = (await verify(test.db)).filter((finding) => finding.broken > 0);
    // The crowd above posted only the house's half of its deposits, which L9 rightly sees.
    expect(broken.map(({ id }) => id)).toEqual(['L9']);
  });
});
