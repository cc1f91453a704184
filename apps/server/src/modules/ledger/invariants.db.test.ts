import { day, yuan } from '@kaitong/values';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { systemAsk } from '#platform/ask';
import { transact } from '#platform/db';
import { testDatabase } from '#testing/database';
import { verify } from './invariants.ts';
import { HOUSE, type Entry } from './model.ts';
import { postAll, reverse } from './post.ts';

const test = testDatabase();
const ask = systemAsk('test', new Date('2026-11-23T02:00:00Z'));
const TODAY = day('2026-11-23');
const M = 'mer_1';

const base = { merchantId: M, valueDay: TODAY };
const payment = (id: string) => ({ type: 'payment', id });
const sale = (id: string): Entry => ({
  ...base,
  kind: 'sale',
  source: payment(id),
  amounts: {
    amount: yuan('100'),
    fee: yuan('0.60'),
    interchange: yuan('0.45'),
    network: yuan('0.03'),
  },
});
const collected: readonly Entry[] = [
  { ...base, kind: 'depositCollected', source: payment('dep'), amounts: { amount: yuan('299') } },
  {
    valueDay: TODAY,
    merchantId: HOUSE,
    kind: 'depositCollectedHouse',
    source: payment('dep'),
    amounts: { amount: yuan('299') },
  },
];

beforeAll(async () => {
  await transact(test.db, async (tx) => {
    await postAll(tx, ask, [sale('p1'), sale('p2'), ...collected]);
    const of = { source: payment('p2'), kind: 'sale' };
    await reverse(tx, ask, { ...base, kind: 'void', source: payment('p2'), of });
  });
  await sql`
    insert into device_order (merchant_id, id, kind, status, application_id, contract_id,
      merchant_name, plan_id, model_id, deposit_minor, to_name, to_phone_mask, to_address, created_at)
    values (${M}, 'ord_1', 'first', 'placed', 'app_1', 'con_1', '', '', '', 29900, '', '', '', ${ask.now})
    `.execute(test.db);
  await sql`
    insert into deposit (merchant_id, id, order_id, status, amount_minor, turnover_needed_minor,
      window_days, unmet, created_at)
    values (${M}, 'dep_1', 'ord_1', 'collected', 29900, 1000000, 60, 'retain', ${ask.now})
    `.execute(test.db);
});

it('finds nothing in sound books', async () => {
  expect((await verify(test.db)).filter(({ broken }) => broken > 0)).toEqual([]);
});

const P1 = `(select id from journal where source_id = 'p1')`;
const VOID = `(select id from journal where kind = 'void')`;
const insertCopy = (id: string, merchant = `'${M}'`) => `
  insert into journal select ${merchant}, ${id}, kind, source_type, source_id || 'x', value_day,
    null, posted_by, created_at from journal where source_id = 'p1'`;

/** Each damage in a transaction of its own that is rolled back; and which rules must see it. */
it.each([
  [
    'one leg wrong by a fen',
    `update posting set amount_minor = amount_minor + 1 where journal_id = ${P1} and line = 1`,
    ['L1', 'L2', 'L3'],
  ],
  [
    'both legs wrong by a fen',
    `update posting set amount_minor = amount_minor + 1 where journal_id = ${P1} and line <= 2`,
    ['L2'],
  ],
  [
    'a balance that drifted',
    `update balance set credits_minor = credits_minor + 1 where merchant_id = '${M}' and code = '2100'`,
    ['L2'],
  ],
  ['a balance that was lost', `delete from balance where code = '5200'`, ['L2']],
  ['a journal without its lines', `delete from posting where journal_id = ${P1}`, ['L1', 'L2']],
  ['a journal that never had lines', insertCopy(`'jnl_x'`), ['L1']],
  [
    'the same thing posted for two merchants',
    `insert into journal select 'mer_2', id, kind, source_type, source_id, value_day, null,
       posted_by, created_at from journal where source_id = 'p1';
     insert into posting (merchant_id, journal_id, line, code, currency, layer, side, amount_minor)
       select 'mer_2', journal_id, line, code, currency, layer, side, amount_minor
       from posting p where merchant_id = '${M}'
       and exists (select 1 from journal j where j.id = p.journal_id and j.source_id = 'p1')`,
    ['L2', 'L4'],
  ],
  [
    'money moved to another account, balanced',
    `update posting set code = '2130' where journal_id = ${P1} and code = '2100' and side = 'C'`,
    ['L2'],
  ],
  [
    'a void that gives back less',
    `update posting set amount_minor = amount_minor - 1 where journal_id = ${VOID} and line <= 2`,
    ['L2', 'L6j'],
  ],
  [
    'an account below its floor',
    `update balance set debits_minor = debits_minor + 100000 where code = '2200'`,
    ['L2', 'L8', 'L17'],
  ],
  [
    'a house half on another day',
    `update journal set value_day = value_day + 1 where merchant_id = '${HOUSE}'`,
    ['L9'],
  ],
  ['a deposit that the register forgot', `update deposit set status = 'canceled'`, ['L17']],
  [
    'a deposit that is another amount',
    `update deposit set amount_minor = amount_minor + 1`,
    ['L17'],
  ],
  ['a guard that was taken away', `select 1`, ['L16'], 'unguarded'],
] as const)('sees %s', async (_, damage, seenBy, guard: 'guarded' | 'unguarded' = 'guarded') => {
  const found = await damaged(damage, guard);
  expect(found).toEqual(seenBy);
});

class Undo extends Error {}

async function damaged(statements: string, guard: 'guarded' | 'unguarded'): Promise<string[]> {
  let found: string[] = [];
  const work = test.db.transaction().execute(async (tx) => {
    await guards(tx, 'disable');
    for (const statement of statements.split(';')) await sql.raw(statement).execute(tx);
    if (guard === 'guarded') await guards(tx, 'enable');
    const findings = await verify(tx);
    found = findings.filter(({ broken }) => broken > 0).map(({ id }) => id);
    throw new Undo();
  });
  await expect(work).rejects.toBeInstanceOf(Undo);
  return found;
}

async function guards(tx: typeof test.db, what: 'disable' | 'enable'): Promise<void> {
  for (const table of ['journal', 'posting'])
    await sql.raw(`alter table ${table} ${what} trigger immutable`).execute(tx);
}
