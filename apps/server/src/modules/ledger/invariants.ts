import type { WordKey } from '@kaitong/contract';
import type { Db } from '#platform/db';
import { rowsOf } from './store.ts';

/** A rule that always holds, as one query over the whole book that finds the rows that break it. */
export type Invariant = {
  readonly id: string;
  readonly words: WordKey;
  readonly sql: string;
};

export type Finding = {
  readonly id: string;
  readonly words: WordKey;
  readonly broken: number;
  readonly samples: readonly Readonly<Record<string, string>>[];
};

const SAMPLES_MAX = 5;

/** Checks each rule against the database as it is now. */
export async function verify(
  db: Db,
  invariants: readonly Invariant[] = ledgerInvariants,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  // One after the other: each reads a whole table, and the tills need the connections.
  for (const { id, words, sql } of invariants) {
    const { count, first } = await rowsOf(db, { query: sql, samples: SAMPLES_MAX });
    findings.push({ id, words, broken: count, samples: first });
  }
  return findings;
}

/**
 * What can be said of the books, and of the registers that they must agree with (money.md §2.3).
 * Payments and settlement add their own; orders stands beside settlement, so L17 is said here.
 */
export const ledgerInvariants: readonly Invariant[] = [
  {
    id: 'L1',
    words: 'ledger.invariant.L1',
    sql: `
      select j.merchant_id, j.id, p.currency, p.layer, sum(p.signed_minor) as off
      from journal j left join posting p on p.merchant_id = j.merchant_id and p.journal_id = j.id
      group by j.merchant_id, j.id, p.currency, p.layer
      having sum(p.signed_minor) <> 0 or count(p.line) < 2`,
  },
  {
    id: 'L2',
    words: 'ledger.invariant.L2',
    sql: `
      select coalesce(b.merchant_id, p.merchant_id) as merchant_id, coalesce(b.code, p.code) as code,
        b.debits_minor, p.debits, b.credits_minor, p.credits
      from balance b full join (
        select merchant_id, code, currency, layer,
          coalesce(sum(amount_minor) filter (where side = 'D'), 0) as debits,
          coalesce(sum(amount_minor) filter (where side = 'C'), 0) as credits
        from posting group by merchant_id, code, currency, layer
      ) p on (p.merchant_id, p.code, p.currency, p.layer)
        = (b.merchant_id, b.code, b.currency, b.layer)
      where coalesce(b.debits_minor, 0) <> coalesce(p.debits, 0)
        or coalesce(b.credits_minor, 0) <> coalesce(p.credits, 0)`,
  },
  {
    id: 'L3',
    words: 'ledger.invariant.L3',
    sql: `
      select currency, layer, sum(signed_minor) as off from posting
      group by currency, layer having sum(signed_minor) <> 0`,
  },
  {
    id: 'L4',
    words: 'ledger.invariant.L4',
    sql: `
      select source_type, source_id, kind, count(*) as times from journal
      group by source_type, source_id, kind having count(*) > 1`,
  },
  {
    id: 'L6j',
    words: 'ledger.invariant.L6',
    sql: `
      select u.merchant_id, u.reversal_of as journal_id, u.id as undone_by, p.code,
        sum(p.signed_minor) as off
      from journal u join posting p
        on p.merchant_id = u.merchant_id and p.journal_id in (u.id, u.reversal_of)
      where u.reversal_of is not null
      group by u.merchant_id, u.reversal_of, u.id, p.code, p.currency, p.layer
      having sum(p.signed_minor) <> 0`,
  },
  {
    id: 'L8',
    words: 'ledger.invariant.L8',
    sql: `
      select b.merchant_id, c.floor_group, b.currency,
        sum((b.credits_minor - b.debits_minor) * case c.side when 'C' then 1 else -1 end) as balance
      from balance b join account_code c on c.code = b.code
      where c.floor_group is not null
      group by b.merchant_id, c.floor_group, b.currency
      having sum((b.credits_minor - b.debits_minor) * case c.side when 'C' then 1 else -1 end) < 0`,
  },
  {
    id: 'L9',
    words: 'ledger.invariant.L9',
    sql: `
      select j.value_day, p.currency, sum(p.signed_minor) as off
      from posting p join journal j on j.merchant_id = p.merchant_id and j.id = p.journal_id
      where p.code = '1195' group by j.value_day, p.currency having sum(p.signed_minor) <> 0`,
  },
  {
    id: 'L16',
    words: 'ledger.invariant.L16',
    sql: `
      select wanted.name as unguarded
      from (values ('journal'), ('posting'), ('audit_record')) wanted (name)
      where not exists (
        select 1 from pg_trigger t
        where t.tgrelid = wanted.name::regclass and t.tgname = 'immutable' and t.tgenabled = 'O'
      )`,
  },
  {
    id: 'L17',
    words: 'ledger.invariant.L17',
    sql: `
      select coalesce(d.merchant_id, b.merchant_id) as merchant_id, d.held, b.booked
      from (
        select merchant_id, sum(amount_minor) as held from deposit
        where status in ('collected', 'accumulating', 'extended', 'qualified')
        group by merchant_id
      ) d full join (
        select merchant_id, credits_minor - debits_minor as booked from balance
        where code = '2200' and layer = 0
      ) b on b.merchant_id = d.merchant_id
      where coalesce(d.held, 0) <> coalesce(b.booked, 0)`,
  },
];
