import { assert, money, type Currency, type Day, type Money } from '@kaitong/values';
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';
import {
  balanceIn,
  HOUSE,
  sides,
  type AccountCode,
  type Draft,
  type Line,
  type Side,
  type Source,
} from './model.ts';

type JournalTable = {
  merchant_id: string;
  id: string;
  kind: string;
  source_type: string;
  source_id: string;
  value_day: string;
  reversal_of: string | null;
  posted_by: string;
  created_at: Date;
};
type PostingTable = {
  merchant_id: string;
  journal_id: string;
  line: number;
  code: AccountCode;
  currency: Currency;
  layer: 0 | 1;
  side: Side;
  amount_minor: bigint;
};
type BalanceTable = {
  merchant_id: string;
  code: AccountCode;
  currency: Currency;
  layer: 0 | 1;
  debits_minor: bigint;
  credits_minor: bigint;
};
type Tables = { journal: JournalTable; posting: PostingTable; balance: BalanceTable };
const BOOK_CURRENCY = 'CNY';
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type NewJournal = Draft & { readonly id: string };
export type Journal = NewJournal & { readonly postedAt: Date };

/** Writes the journals that are not there yet, all of one merchant; which of them were new. */
export async function insertJournals(
  tx: Tx,
  journals: readonly NewJournal[],
  { postedBy, now }: { postedBy: string; now: Date },
): Promise<ReadonlySet<string>> {
  const rows = await on(tx)
    .insertInto('journal')
    .values(
      journals.map(({ merchantId, id, kind, source, valueDay, reversalOf }) => ({
        merchant_id: merchantId,
        id,
        kind,
        source_type: source.type,
        source_id: source.id,
        value_day: valueDay,
        reversal_of: reversalOf ?? null,
        posted_by: postedBy,
        created_at: now,
      })),
    )
    .onConflict((c) => c.constraint('journal_once').doNothing())
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * Locks the balances that these journals of one merchant touch, in one order, so that two journals
 * never deadlock. Insert first: `for update` locks nothing when the row is not there.
 */
export async function lockBalances(tx: Tx, journals: readonly NewJournal[]): Promise<void> {
  const [first] = journals;
  if (!first) return;
  const keys = new Map(
    journals
      .flatMap(({ lines }) => lines)
      .map(({ code, layer, amount: { currency } }) => [
        `${code}${currency}${layer}`,
        { code, currency, layer },
      ]),
  );
  const sorted = [...keys.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key);
  await on(tx)
    .insertInto('balance')
    .values(
      sorted.map((key) => ({
        ...key,
        merchant_id: first.merchantId,
        debits_minor: 0n,
        credits_minor: 0n,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute();
  await on(tx)
    .selectFrom('balance')
    .select('code')
    .where('merchant_id', '=', first.merchantId)
    .where('code', 'in', [...new Set(sorted.map(({ code }) => code))])
    .orderBy('code')
    .orderBy('currency')
    .orderBy('layer')
    .forUpdate()
    .execute();
}

/**
 * Writes the lines and moves the balances in one statement, which also adds up what it wrote: a
 * journal that does not balance stops here. No trigger for that: Citus has none by default, a
 * deferred one costs a query a row, and this is the only statement that writes lines. L1 watches.
 */
export async function insertPostings(tx: Tx, journals: readonly NewJournal[]): Promise<void> {
  const lines = journals.flatMap(({ merchantId, id, lines: all }) =>
    all.map((line, at) => ({ ...line, merchantId, id, at: at + 1 })),
  );
  const { rows } = await sql<{ crooked: bigint }>`
    with written as (
      insert into posting (merchant_id, journal_id, line, code, currency, layer, side, amount_minor)
      select * from unnest(
        ${lines.map((line) => line.merchantId)}::text[], ${lines.map((line) => line.id)}::text[],
        ${lines.map((line) => line.at)}::smallint[], ${lines.map((line) => line.code)}::text[],
        ${lines.map((line) => line.amount.currency)}::text[],
        ${lines.map((line) => line.layer)}::smallint[], ${lines.map((line) => line.side)}::text[],
        ${lines.map((line) => line.amount.minor.toString())}::bigint[]
      ) returning *
    ), moved as (
      update balance b set
        debits_minor = b.debits_minor + m.debits, credits_minor = b.credits_minor + m.credits
      from (
        select merchant_id, code, currency, layer,
          coalesce(sum(amount_minor) filter (where side = 'D'), 0) as debits,
          coalesce(sum(amount_minor) filter (where side = 'C'), 0) as credits
        from written group by merchant_id, code, currency, layer
      ) m
      where (b.merchant_id, b.code, b.currency, b.layer)
        = (m.merchant_id, m.code, m.currency, m.layer)
    )
    select count(*) as crooked from (
      select from written group by merchant_id, journal_id, currency, layer
      having sum(signed_minor) <> 0
    ) sums`.execute(tx);
  assert(rows[0]?.crooked === 0n, 'a journal was written that does not balance');
}

/** The journal of a kind for a source, with its lines. */
export async function journalBy(
  tx: Tx | Db,
  { merchantId, source, kind }: { merchantId: string; source: Source; kind: string },
): Promise<Journal | undefined> {
  const row = await on(tx)
    .selectFrom('journal')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('source_type', '=', source.type)
    .where('source_id', '=', source.id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row && (await withLines(tx, [row]))[0];
}

/** Journals of a merchant, newest first. */
export async function pageOfJournals(
  tx: Tx | Db,
  page: {
    merchantId: string;
    sourceId: string | undefined;
    after: string | undefined;
    limit: number;
  },
): Promise<readonly Journal[]> {
  let query = on(tx)
    .selectFrom('journal')
    .selectAll()
    .where('merchant_id', '=', page.merchantId)
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  if (page.sourceId !== undefined) query = query.where('source_id', '=', page.sourceId);
  return withLines(tx, await query.execute());
}

async function withLines(tx: Tx | Db, rows: readonly JournalTable[]): Promise<Journal[]> {
  const [first] = rows;
  if (!first) return [];
  const postings = await on(tx)
    .selectFrom('posting')
    .selectAll()
    .where('merchant_id', '=', first.merchant_id)
    .where(
      'journal_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('journal_id')
    .orderBy('line')
    .execute();
  const lines = new Map<string, Line[]>(rows.map(({ id }) => [id, []]));
  for (const posting of postings) lines.get(posting.journal_id)?.push(lineOf(posting));
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    id: row.id,
    kind: row.kind,
    source: { type: row.source_type, id: row.source_id },
    valueDay: row.value_day as Day,
    ...(row.reversal_of === null ? {} : { reversalOf: row.reversal_of }),
    postedAt: row.created_at,
    lines: lines.get(row.id) ?? [],
  }));
}

function lineOf({ code, layer, side, amount_minor, currency }: PostingTable): Line {
  return { code, layer, side, amount: money(amount_minor, currency) };
}

export type Balance = {
  readonly merchantId: string;
  readonly code: AccountCode;
  readonly layer: 0 | 1;
  readonly debits: Money;
  readonly credits: Money;
  /** In the account's own direction. */
  readonly balance: Money;
};

/** Every account of a merchant, in the order of its code. */
export async function balancesOf(tx: Tx | Db, merchantId: string): Promise<readonly Balance[]> {
  const rows = await on(tx)
    .selectFrom('balance')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .orderBy('code')
    .orderBy('currency')
    .orderBy('layer')
    .execute();
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    code: row.code,
    layer: row.layer,
    debits: money(row.debits_minor, row.currency),
    credits: money(row.credits_minor, row.currency),
    balance: money(
      balanceIn(row.code, { debits: row.debits_minor, credits: row.credits_minor }),
      row.currency,
    ),
  }));
}

/** The balance of one account, its row locked until the commit; zero when nothing was posted yet. */
export async function lockedBalanceOf(
  tx: Tx,
  { merchantId, code }: { merchantId: string; code: AccountCode },
): Promise<Money> {
  const row = await on(tx)
    .selectFrom('balance')
    .select(['debits_minor', 'credits_minor'])
    .where('merchant_id', '=', merchantId)
    .where('code', '=', code)
    .where('currency', '=', BOOK_CURRENCY)
    .where('layer', '=', 0)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return money(0n, BOOK_CURRENCY);
  return money(balanceIn(code, { debits: row.debits_minor, credits: row.credits_minor }));
}

/** The merchants whose account holds at least so much, in the order of their ids, a page at a time. */
export async function holdersOf(
  tx: Tx | Db,
  { code, least, after, limit }: { code: AccountCode; least: Money; after: string; limit: number },
): Promise<readonly string[]> {
  const balance =
    sides[code] === 'D' ? 'debits_minor - credits_minor' : 'credits_minor - debits_minor';
  const rows = await on(tx)
    .selectFrom('balance')
    .select('merchant_id')
    .where('code', '=', code)
    .where('currency', '=', least.currency)
    .where('layer', '=', 0)
    .where('merchant_id', '>', after)
    .where('merchant_id', '<>', HOUSE)
    .where(sql.raw<bigint>(balance), '>=', least.minor)
    .orderBy('merchant_id')
    .limit(limit)
    .execute();
  return rows.map(({ merchant_id }) => merchant_id);
}

/** The merchants with a journal of this value day, in the order of their ids. */
export async function movedOn(tx: Tx | Db, valueDay: Day): Promise<readonly string[]> {
  const rows = await on(tx)
    .selectFrom('journal')
    .select('merchant_id')
    .distinct()
    .where('value_day', '=', valueDay)
    .where('merchant_id', '<>', HOUSE)
    .orderBy('merchant_id')
    .execute();
  return rows.map(({ merchant_id }) => merchant_id);
}

export type Movement = {
  readonly kind: string;
  readonly code: AccountCode;
  readonly journals: number;
  /** How much the account grew in its own direction; below zero when it shrank. */
  readonly moved: Money;
};

/** What moved for a merchant on a value day, by kind of journal and account. */
export async function movementsOf(
  tx: Tx | Db,
  { merchantId, valueDay }: { merchantId: string; valueDay: Day },
): Promise<readonly Movement[]> {
  const { rows } = await sql<{ kind: string; code: AccountCode; journals: bigint; signed: bigint }>`
    select j.kind, p.code, count(distinct j.id) as journals, sum(p.signed_minor)::bigint as signed
    from journal j join posting p on p.merchant_id = j.merchant_id and p.journal_id = j.id
    where j.merchant_id = ${merchantId} and j.value_day = ${valueDay}
      and p.currency = ${BOOK_CURRENCY} and p.layer = 0
    group by j.kind, p.code order by j.kind, p.code`.execute(tx);
  return rows.map(({ kind, code, journals, signed }) => ({
    kind,
    code,
    journals: Number(journals),
    moved: money(sides[code] === 'D' ? signed : -signed, BOOK_CURRENCY),
  }));
}

/** What stood on these accounts together at the end of a value day; credit is above zero. */
export async function owedAtEndOf(
  tx: Tx | Db,
  {
    merchantId,
    codes,
    valueDay,
  }: { merchantId: string; codes: readonly AccountCode[]; valueDay: Day },
): Promise<Money> {
  const { rows } = await sql<{ owed: bigint }>`
    select coalesce(-sum(p.signed_minor), 0)::bigint as owed
    from posting p join journal j on j.merchant_id = p.merchant_id and j.id = p.journal_id
    where p.merchant_id = ${merchantId} and p.code = any(${codes}::text[])
      and p.currency = ${BOOK_CURRENCY} and p.layer = 0
      and j.value_day <= ${valueDay}`.execute(tx);
  return money(rows[0]?.owed ?? 0n, BOOK_CURRENCY);
}

export type AccountMove = {
  readonly journalId: string;
  readonly kind: string;
  /** How much the account grew in its own direction. */
  readonly moved: Money;
};

/**
 * What moved one account after a place in its history, and the place where it ends. Lock the balance
 * first: then nothing that is part of it is missing here, and nothing can come in between later.
 */
export async function movesAfter(
  tx: Tx,
  { merchantId, code, seq }: { merchantId: string; code: AccountCode; seq: bigint },
): Promise<{ moves: readonly AccountMove[]; seq: bigint }> {
  const { rows } = await sql<{ journal_id: string; kind: string; signed: bigint; last: bigint }>`
    select p.journal_id, j.kind, sum(p.signed_minor)::bigint as signed, max(p.seq) as last
    from posting p join journal j on j.merchant_id = p.merchant_id and j.id = p.journal_id
    where p.merchant_id = ${merchantId} and p.code = ${code} and p.seq > ${seq.toString()}
      and p.currency = ${BOOK_CURRENCY} and p.layer = 0
    group by p.journal_id, j.kind order by last`.execute(tx);
  const moves = rows.map(({ journal_id, kind, signed }) => ({
    journalId: journal_id,
    kind,
    moved: money(sides[code] === 'D' ? signed : -signed, BOOK_CURRENCY),
  }));
  return { moves, seq: rows.at(-1)?.last ?? seq };
}

/** The rows that a query of an invariant finds; the first few of them, as text. */
export async function rowsOf(
  db: Db,
  { query, samples }: { query: string; samples: number },
): Promise<{ count: number; first: readonly Record<string, string>[] }> {
  const { rows } = await sql<{ row: Record<string, unknown>; total: bigint }>`
    select to_jsonb(found) as row, count(*) over () as total
    from (${sql.raw(query)}) found limit ${samples}`.execute(db);
  return {
    count: Number(rows[0]?.total ?? 0n),
    first: rows.map(({ row }) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
    ),
  };
}
