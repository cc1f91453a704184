import { money, type Day, type Money } from '@kaitong/values';
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';
import type { ClearingStatus, PayoutStatus } from './chart.ts';
import type { LegKind } from './clearing-file.ts';
import type { BreakKind, StatementLine } from './model.ts';

type Tables = {
  clearing: {
    id: string;
    day: Day;
    status: ClearingStatus;
    reason: string | null;
    sha256: string | null;
    file: string | null;
    lines: number;
    matched: number;
    breaks: number;
    gross_minor: bigint;
    fees_minor: bigint;
    asks: number;
    asked_at: Date | null;
    done_at: Date | null;
    created_at: Date;
  };
  clearing_item: {
    merchant_id: string;
    leg_id: string;
    payment_id: string;
    day: Day;
    line: number;
    kind: LegKind;
    net_minor: bigint;
    owed_minor: bigint;
  };
  settlement_break: {
    id: string;
    day: Day;
    kind: BreakKind;
    merchant_id: string | null;
    payment_id: string | null;
    leg_id: string | null;
    line: number | null;
    trace: string;
    reference: string | null;
    ours_minor: bigint | null;
    theirs_minor: bigint | null;
    note: string;
    opened_at: Date;
    closed_at: Date | null;
  };
  payout_file: {
    id: string;
    day: Day;
    sealed: Buffer;
    sha256: string;
    count: number;
    sum_minor: bigint;
    asks: number;
    created_at: Date;
    sent_at: Date | null;
    answered_at: Date | null;
  };
  payout: {
    merchant_id: string;
    id: string;
    status: PayoutStatus;
    amount_minor: bigint;
    day: Day;
    merchant_name: string;
    account_mask: string;
    file_id: string | null;
    reason: string | null;
    seq: bigint;
    created_at: Date;
    paid_at: Date | null;
  };
  payout_line: {
    merchant_id: string;
    journal_id: string;
    payout_id: string;
    kind: string;
    amount_minor: bigint;
  };
  statement: {
    merchant_id: string;
    id: string;
    merchant_name: string;
    day: Day;
    sales_count: number;
    sales_minor: bigint;
    undone_minor: bigint;
    refunds_count: number;
    refunds_minor: bigint;
    fees_minor: bigint;
    net_minor: bigint;
    paid_out_minor: bigint;
    opening_minor: bigint;
    closing_minor: bigint;
    lines: readonly StatementLine[];
    created_at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Clearing = Tables['clearing'];
export type ClearingItem = Tables['clearing_item'];
export type Break = Tables['settlement_break'];
export type Payout = Tables['payout'];
export type PayoutFileRow = Tables['payout_file'];
export type PayoutLine = Tables['payout_line'];
export type Statement = Tables['statement'];

const ROWS_MAX = 500; // a statement of 5,000 parameters is quick; one of 60,000 is refused

/** The clearing of a day, made when it is not there, locked. */
export async function lockClearing(
  tx: Tx,
  { id, day, now }: { id: string; day: Day; now: Date },
): Promise<Clearing> {
  await on(tx)
    .insertInto('clearing')
    .values({ ...NEW_CLEARING, id, day, created_at: now })
    .onConflict((c) => c.column('day').doNothing())
    .execute();
  return on(tx)
    .selectFrom('clearing')
    .selectAll()
    .where('day', '=', day)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

const NEW_CLEARING = {
  status: 'awaiting',
  reason: null,
  sha256: null,
  file: null,
  lines: 0,
  matched: 0,
  breaks: 0,
  gross_minor: 0n,
  fees_minor: 0n,
  asks: 0,
  asked_at: null,
  done_at: null,
} as const;

export async function saveClearing(tx: Tx, { id, ...clearing }: Clearing): Promise<void> {
  await on(tx).updateTable('clearing').set(clearing).where('id', '=', id).execute();
}

export async function clearingOf(tx: Tx | Db, day: Day): Promise<Clearing | undefined> {
  return on(tx).selectFrom('clearing').selectAll().where('day', '=', day).executeTakeFirst();
}

export async function insertItems(tx: Tx, items: readonly ClearingItem[]): Promise<void> {
  for (let at = 0; at < items.length; at += ROWS_MAX)
    await on(tx)
      .insertInto('clearing_item')
      .values(items.slice(at, at + ROWS_MAX))
      .execute();
}

/** The same break again stays the first one. */
export async function insertBreaks(tx: Tx, breaks: readonly Break[]): Promise<void> {
  for (let at = 0; at < breaks.length; at += ROWS_MAX)
    await on(tx)
      .insertInto('settlement_break')
      .values(breaks.slice(at, at + ROWS_MAX))
      .onConflict((c) => c.doNothing())
      .execute();
}

/** Legs that stood in a file with another amount: they are not short, they are looked at. */
export async function legsLookedAt(
  tx: Tx,
  legIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ leg_id: string }>`
    select leg_id from settlement_break
    where kind = 'amount' and closed_at is null and leg_id = any(${legIds}::text[])`.execute(tx);
  return new Set(rows.map(({ leg_id }) => leg_id));
}

/** A leg that was short has come after all. */
export async function closeShorts(
  tx: Tx,
  { legIds, note, now }: { legIds: readonly string[]; note: string; now: Date },
): Promise<void> {
  await sql`
    update settlement_break set closed_at = ${now}, note = ${note}
    where kind = 'short' and closed_at is null and leg_id = any(${legIds}::text[])`.execute(tx);
}

export async function pageOfClearings(
  tx: Tx | Db,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<readonly Clearing[]> {
  let query = on(tx).selectFrom('clearing').selectAll().orderBy('day', 'desc').limit(limit);
  if (after !== undefined) query = query.where('day', '<', after as Day);
  return query.execute();
}

export async function pageOfBreaks(
  tx: Tx | Db,
  { after, limit, open }: { after: string | undefined; limit: number; open: boolean | undefined },
): Promise<readonly Break[]> {
  let query = on(tx).selectFrom('settlement_break').selectAll().orderBy('id', 'desc').limit(limit);
  if (after !== undefined) query = query.where('id', '<', after);
  if (open !== undefined) query = query.where('closed_at', open ? 'is' : 'is not', null);
  return query.execute();
}

/** False when the merchant has a payout of this day already. */
export async function insertPayout(
  tx: Tx,
  payout: Payout,
  lines: readonly PayoutLine[],
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('payout')
    .values(payout)
    .onConflict((c) => c.columns(['merchant_id', 'day']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  for (let at = 0; at < lines.length; at += ROWS_MAX)
    await on(tx)
      .insertInto('payout_line')
      .values(lines.slice(at, at + ROWS_MAX))
      .execute();
  return true;
}

/** Up to where the moves of a merchant's 2110 are in payouts already. */
export async function lastSeqOf(tx: Tx, merchantId: string): Promise<bigint> {
  const row = await on(tx)
    .selectFrom('payout')
    .select('seq')
    .where('merchant_id', '=', merchantId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0n;
}

export async function payoutById(tx: Tx | Db, id: string): Promise<Payout | undefined> {
  return on(tx).selectFrom('payout').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Payouts of a day that are in no file yet, in the order of their ids. */
export async function unfiledPayouts(tx: Tx, day: Day): Promise<readonly Payout[]> {
  return on(tx)
    .selectFrom('payout')
    .selectAll()
    .where('day', '=', day)
    .where('file_id', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function payoutsOfFile(tx: Tx, fileId: string): Promise<readonly Payout[]> {
  return on(tx)
    .selectFrom('payout')
    .selectAll()
    .where('file_id', '=', fileId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function savePayout(tx: Tx, { merchant_id, id, ...payout }: Payout): Promise<void> {
  await on(tx)
    .updateTable('payout')
    .set(payout)
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute();
}

/** False when the day has a file already. */
export async function insertPayoutFile(tx: Tx, file: PayoutFileRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('payout_file')
    .values(file)
    .onConflict((c) => c.column('day').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function payoutFileOf(
  tx: Tx | Db,
  by: { day: Day } | { id: string },
): Promise<PayoutFileRow | undefined> {
  const query = on(tx).selectFrom('payout_file').selectAll();
  const one = 'day' in by ? query.where('day', '=', by.day) : query.where('id', '=', by.id);
  return one.executeTakeFirst();
}

export async function lockPayoutFile(tx: Tx, id: string): Promise<PayoutFileRow | undefined> {
  return on(tx)
    .selectFrom('payout_file')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function savePayoutFile(
  tx: Tx,
  { id, asks, sent_at, answered_at }: PayoutFileRow,
): Promise<void> {
  await on(tx)
    .updateTable('payout_file')
    .set({ asks, sent_at, answered_at })
    .where('id', '=', id)
    .execute();
}

/** Files that the bank answered since a day: what it paid may still come back. */
export async function filesSince(tx: Tx, day: Day): Promise<readonly string[]> {
  const rows = await on(tx)
    .selectFrom('payout_file')
    .select('id')
    .where('day', '>=', day)
    .where('sent_at', 'is not', null)
    .orderBy('day')
    .execute();
  return rows.map(({ id }) => id);
}

type Page = {
  readonly after: string | undefined;
  readonly limit: number;
  /** Undefined: of every merchant. */
  readonly merchantIds: readonly string[] | undefined;
};

export async function pageOfPayouts(
  tx: Tx | Db,
  page: Page & { readonly status: PayoutStatus | undefined },
): Promise<readonly Payout[]> {
  let query = on(tx).selectFrom('payout').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.merchantIds) query = query.where('merchant_id', 'in', [...page.merchantIds, '']);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  if (page.status !== undefined) query = query.where('status', '=', page.status);
  return query.execute();
}

/** The first statement of a day stays. */
export async function insertStatement(tx: Tx, statement: Statement): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('statement')
    .values({ ...statement, lines: JSON.stringify(statement.lines) as never })
    .onConflict((c) => c.columns(['merchant_id', 'day']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function statementById(tx: Tx | Db, id: string): Promise<Statement | undefined> {
  return on(tx).selectFrom('statement').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function pageOfStatements(
  tx: Tx | Db,
  page: Page & { readonly day: Day | undefined },
): Promise<readonly Statement[]> {
  let query = on(tx).selectFrom('statement').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.merchantIds) query = query.where('merchant_id', 'in', [...page.merchantIds, '']);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  if (page.day !== undefined) query = query.where('day', '=', page.day);
  return query.execute();
}

/** The payouts of a file that the bank has paid, together. */
export async function paidSumOf(tx: Tx, fileId: string): Promise<Money> {
  const { rows } = await sql<{ sum: bigint }>`
    select coalesce(sum(amount_minor), 0)::bigint as sum from payout
    where file_id = ${fileId} and status = 'paid'`.execute(tx);
  return money(rows[0]?.sum ?? 0n);
}
