import { day, yuan } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import { systemAsk } from '#platform/ask';
import { transact } from '#platform/db';
import { testDatabase } from '#testing/database';
import { ledgerInvariants, verify } from './invariants.ts';
import type { AccountCode, Entry } from './model.ts';
import { post, reverse } from './post.ts';
import { spendableOf } from './spendable.ts';
import { balancesOf } from './store.ts';

/**
 * A hotel, to the fen (money.md §2.2, pre-authorisation): 2,000.00 held on a credit card, 300.00
 * added, 1,880.00 completed, the completion voided and 2,300.00 completed instead. Held is never
 * owed; what is owed is what was completed.
 */
const test = testDatabase();
const M = 'mer_goldenhotel0';
const ask = systemAsk('golden', new Date('2026-11-23T02:00:00Z'));
const T = day('2026-11-23');

const note = (kind: 'hold' | 'holdReleased', id: string, amount: string): Entry => ({
  merchantId: M,
  kind,
  source: { type: id.startsWith('v') ? 'void' : 'payment', id },
  valueDay: T,
  amounts: { amount: yuan(amount) },
});
const saleOf = (id: string, amounts: readonly [string, string, string, string]): Entry => {
  const [amount, fee, interchange, network] = amounts.map((text) => yuan(text));
  if (!amount || !fee || !interchange || !network) throw new Error('four amounts');
  const source = { type: 'payment', id };
  return {
    merchantId: M,
    kind: 'sale',
    source,
    valueDay: T,
    amounts: { amount, fee, interchange, network },
  };
};

const balance = async (code: AccountCode, layer = 0) => {
  const rows = await balancesOf(test.db, M);
  const row = rows.find((one) => one.code === code && one.layer === layer);
  return row?.balance.minor ?? 0n;
};
const play = async (...entries: Entry[]) =>
  transact(test.db, async (tx) => {
    for (const entry of entries) await post(tx, ask, entry);
  });

describe('a hotel', () => {
  it('that holds and adds owes nobody anything', async () => {
    await play(note('hold', 'h1', '2000.00'), note('hold', 'h2', '300.00'));
    expect(await balance('9100', 1)).toBe(230_000n);
    expect(await balance('9101', 1)).toBe(230_000n);
    expect(await balance('2100')).toBe(0n);
    expect(await transact(test.db, async (tx) => spendableOf(tx, M))).toEqual(yuan('0'));
  });

  it('that completes is owed what was completed, less its fee, and holds nothing', async () => {
    // 0.60 % is 11.28; the issuer takes 0.45 % = 8.46, the network 0.0325 % = 0.61.
    await play(
      saleOf('c1', ['1880.00', '11.28', '8.46', '0.61']),
      note('holdReleased', 'c1', '2300.00'),
    );
    expect([await balance('2100'), await balance('9100', 1)]).toEqual([186_872n, 0n]);
    expect(await balance('1100')).toBe(188_000n - 907n);
  });

  it('that voids the completion holds again, and owes nothing', async () => {
    await transact(test.db, async (tx) =>
      reverse(tx, ask, {
        merchantId: M,
        kind: 'void',
        source: { type: 'void', id: 'v1' },
        valueDay: T,
        of: { source: { type: 'payment', id: 'c1' }, kind: 'sale' },
      }),
    );
    await play(note('hold', 'v1', '2300.00'));
    expect([await balance('2100'), await balance('9100', 1)]).toEqual([0n, 230_000n]);
  });

  it('that completes the whole ends with nothing held, and every rule holds', async () => {
    await play(
      saleOf('c2', ['2300.00', '13.80', '10.35', '0.75']),
      note('holdReleased', 'c2', '2300.00'),
    );
    expect([await balance('2100'), await balance('9100', 1)]).toEqual([228_620n, 0n]);
    expect((await verify(test.db, ledgerInvariants)).filter(({ broken }) => broken > 0)).toEqual(
      [],
    );
  });
});
