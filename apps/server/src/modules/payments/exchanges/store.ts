import { sql, type Generated, type Insertable, type Selectable } from 'kysely';
import type { Db, Tx } from '#platform/db';

/** Debits and credits of one class of cards, in fen, as text so that they fit into jsonb. */
export type StoredTotals = {
  readonly debitMinor: string;
  readonly debitCount: number;
  readonly creditMinor: string;
  readonly creditCount: number;
};
export type BatchTotals = { readonly domestic: StoredTotals; readonly foreign: StoredTotals };

type Tables = {
  exchange: {
    merchant_id: string;
    terminal_id: string;
    epoch: number;
    batch_no: string;
    trace: string;
    kind: string;
    id: string;
    fingerprint: string;
    status: 'sending' | 'answered';
    payment_id: string | null;
    refund_id: string | null;
    answer: StoredAnswer | null;
    at: Date;
    /** Machine time. */
    started_at: Generated<Date>;
  };
  batch: {
    merchant_id: string;
    id: string;
    terminal_id: string;
    terminal_no: string;
    epoch: number;
    batch_no: string;
    status: 'open' | 'balanced' | 'unbalanced' | 'uploading' | 'closed';
    ours: BatchTotals | null;
    theirs: BatchTotals | null;
    is_equal: boolean | null;
    opened_at: Date;
    closed_at: Date | null;
  };
  batch_line: {
    merchant_id: string;
    batch_id: string;
    kind: string;
    trace: string;
    card_masked: string;
    amount_minor: bigint;
    said: Readonly<Record<string, string>> | null;
    at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type StoredAnswer = Readonly<Record<string, string>> & { readonly code: string };
export type Exchange = Selectable<Tables['exchange']>;
export type ExchangeKey = Pick<
  Exchange,
  'merchant_id' | 'terminal_id' | 'epoch' | 'batch_no' | 'trace' | 'kind'
>;
export type Batch = Tables['batch'];
export type BatchLine = Tables['batch_line'];

const byNumber = (tx: Tx | Db, key: Omit<ExchangeKey, 'kind'>) =>
  on(tx)
    .selectFrom('exchange')
    .selectAll()
    .where('merchant_id', '=', key.merchant_id)
    .where('terminal_id', '=', key.terminal_id)
    .where('epoch', '=', key.epoch)
    .where('batch_no', '=', key.batch_no)
    .where('trace', '=', key.trace);

const byKey = (tx: Tx | Db, key: ExchangeKey) => byNumber(tx, key).where('kind', '=', key.kind);

/** Every message that came under this number: one, its reversal, and what reused it by mistake. */
export async function exchangesBy(
  tx: Tx | Db,
  key: Omit<ExchangeKey, 'kind'>,
): Promise<readonly Exchange[]> {
  return byNumber(tx, key).orderBy('kind').limit(KINDS_MAX).execute();
}

// There are not as many kinds of messages.
const KINDS_MAX = 50;

export async function exchangeBy(tx: Tx | Db, key: ExchangeKey): Promise<Exchange | undefined> {
  return byKey(tx, key).executeTakeFirst();
}

/** The payment that a message of this number belongs to; a reversal uses the number again. */
export async function paymentOfMessage(
  tx: Tx | Db,
  of: {
    readonly merchantId: string;
    readonly terminalId: string;
    readonly epoch: number;
    readonly batchNo: string;
    readonly trace: string;
  },
): Promise<string | undefined> {
  const row = await on(tx)
    .selectFrom('exchange')
    .select('payment_id')
    .where('merchant_id', '=', of.merchantId)
    .where('terminal_id', '=', of.terminalId)
    .where('epoch', '=', of.epoch)
    .where('batch_no', '=', of.batchNo)
    .where('trace', '=', of.trace)
    .where('payment_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row?.payment_id ?? undefined;
}

export async function insertExchange(tx: Tx, row: Insertable<Tables['exchange']>): Promise<void> {
  await on(tx)
    .insertInto('exchange')
    .values({ ...row, answer: row.answer === null ? null : (JSON.stringify(row.answer) as never) })
    .execute();
}

/** Gives an exchange its answer; one that has been given stays. */
export async function answerExchange(
  tx: Tx,
  key: ExchangeKey,
  answer: StoredAnswer,
): Promise<void> {
  await on(tx)
    .updateTable('exchange')
    .set({ status: 'answered', answer: JSON.stringify(answer) as never })
    .where('merchant_id', '=', key.merchant_id)
    .where('terminal_id', '=', key.terminal_id)
    .where('epoch', '=', key.epoch)
    .where('batch_no', '=', key.batch_no)
    .where('trace', '=', key.trace)
    .where('kind', '=', key.kind)
    .where('status', '=', 'sending')
    .execute();
}

/** Silence is no answer: what waits to be said again is on its way again. */
export async function reopenExchange(tx: Tx, key: ExchangeKey): Promise<void> {
  await on(tx)
    .updateTable('exchange')
    .set({ status: 'sending', answer: null, started_at: sql`clock_timestamp()` })
    .where('merchant_id', '=', key.merchant_id)
    .where('terminal_id', '=', key.terminal_id)
    .where('epoch', '=', key.epoch)
    .where('batch_no', '=', key.batch_no)
    .where('trace', '=', key.trace)
    .where('kind', '=', key.kind)
    .execute();
}

/** Exchanges whose process died between asking and recording; by machine time. */
export async function abandonedExchanges(
  tx: Tx | Db,
  { olderThan_ms, limit }: { olderThan_ms: number; limit: number },
): Promise<Exchange[]> {
  return on(tx)
    .selectFrom('exchange')
    .selectAll()
    .where('status', '=', 'sending')
    .where(
      sql<boolean>`started_at <= clock_timestamp() - ${olderThan_ms}::int * interval '1 millisecond'`,
    )
    .orderBy('at')
    .limit(limit)
    .execute();
}

type TillKey = { merchantId: string; terminalId: string; epoch: number };

const batchesOf = (tx: Tx | Db, { merchantId, terminalId, epoch }: TillKey) =>
  on(tx)
    .selectFrom('batch')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('terminal_id', '=', terminalId)
    .where('epoch', '=', epoch);

/** The open batch of a terminal, locked: messages of one terminal are written one after another. */
export async function lockOpenBatch(tx: Tx, till: TillKey): Promise<Batch | undefined> {
  return batchesOf(tx, till).where('status', '=', 'open').forUpdate().executeTakeFirst();
}

export async function openBatchOf(tx: Tx | Db, till: TillKey): Promise<Batch | undefined> {
  return batchesOf(tx, till).where('status', '=', 'open').executeTakeFirst();
}

export async function lockBatch(
  tx: Tx,
  till: TillKey & { batchNo: string },
): Promise<Batch | undefined> {
  return batchesOf(tx, till).where('batch_no', '=', till.batchNo).forUpdate().executeTakeFirst();
}

/** The batch that was closed last; asked only when none is open. */
export async function lastBatch(tx: Tx | Db, till: TillKey): Promise<Batch | undefined> {
  return batchesOf(tx, till)
    .orderBy('closed_at', 'desc')
    .orderBy('batch_no', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertBatch(tx: Tx, row: Batch): Promise<void> {
  await on(tx).insertInto('batch').values(row).execute();
}

export async function saveBatch(tx: Tx, row: Batch): Promise<void> {
  await on(tx)
    .updateTable('batch')
    .set({
      status: row.status,
      ours: row.ours === null ? null : (JSON.stringify(row.ours) as never),
      theirs: row.theirs === null ? null : (JSON.stringify(row.theirs) as never),
      is_equal: row.is_equal,
      closed_at: row.closed_at,
    })
    .where('merchant_id', '=', row.merchant_id)
    .where('id', '=', row.id)
    .execute();
}

/**
 * What counts in a batch: sales stay debits when they are voided, the void is a credit beside them.
 * Completions, offline sales and tips are debits too; a hold and its void are no money.
 */
export async function totalsOf(tx: Tx | Db, batch: Batch): Promise<BatchTotals> {
  const { rows } = await sql<{
    foreign_card: boolean;
    debit: string;
    debits: string;
    credit: string;
    credits: string;
  }>`
    with sold as (
      select id, amount_minor, coalesce(card_scheme, 'unionpay') <> 'unionpay' as foreign_card, status
      from payment where merchant_id = ${batch.merchant_id} and terminal_id = ${batch.terminal_id}
        and epoch = ${batch.epoch} and batch_no = ${batch.batch_no}
        and status in ('approved', 'void_pending', 'void_unknown', 'voided', 'cleared')
        and kind <> 'preauth'
    ), given as (
      select r.amount_minor, coalesce(p.card_scheme, 'unionpay') <> 'unionpay' as foreign_card
      from refund r join payment p on p.merchant_id = r.merchant_id and p.id = r.payment_id
      where r.merchant_id = ${batch.merchant_id} and r.terminal_id = ${batch.terminal_id}
        and r.epoch = ${batch.epoch} and r.batch_no = ${batch.batch_no} and r.status = 'succeeded'
        and p.kind <> 'preauth'
    )
    select c.foreign_card,
      coalesce((select sum(amount_minor) from sold where foreign_card = c.foreign_card), 0) as debit,
      (select count(*) from sold where foreign_card = c.foreign_card)::text as debits,
      coalesce((select sum(amount_minor) from given where foreign_card = c.foreign_card), 0) as credit,
      (select count(*) from given where foreign_card = c.foreign_card)::text as credits
    from (values (false), (true)) c (foreign_card)`.execute(tx);
  const of = (foreign: boolean): StoredTotals => {
    const row = rows.find(({ foreign_card }) => foreign_card === foreign);
    return {
      debitMinor: row?.debit ?? '0',
      debitCount: Number(row?.debits ?? 0),
      creditMinor: row?.credit ?? '0',
      creditCount: Number(row?.credits ?? 0),
    };
  };
  return { domestic: of(false), foreign: of(true) };
}

export async function insertLines(tx: Tx, lines: readonly BatchLine[]): Promise<void> {
  if (lines.length === 0) return;
  await on(tx)
    .insertInto('batch_line')
    .values(lines.map((line) => ({ ...line, said: JSON.stringify(line.said) as never })))
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function countLines(tx: Tx, batch: Batch): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('batch_line')
    .select((w) => w.fn.countAll<bigint>().as('count'))
    .where('merchant_id', '=', batch.merchant_id)
    .where('batch_id', '=', batch.id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function pageOfBatches(
  tx: Tx | Db,
  filter: {
    merchantIds: readonly string[] | undefined;
    terminalId: string | undefined;
    status: Batch['status'] | undefined;
    after: string | undefined;
    limit: number;
  },
): Promise<Batch[]> {
  let query = on(tx).selectFrom('batch').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.merchantIds) query = query.where('merchant_id', 'in', [...filter.merchantIds, '']);
  if (filter.terminalId !== undefined) query = query.where('terminal_id', '=', filter.terminalId);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.after !== undefined) query = query.where('id', '<', filter.after);
  return query.execute();
}

export async function batchById(tx: Tx | Db, id: string): Promise<Batch | undefined> {
  return on(tx).selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst();
}

export type Difference = {
  readonly trace: string;
  readonly ours: bigint | null;
  readonly theirs: bigint | null;
};
const DIFFERENCES_MAX = 1000;

/**
 * What the terminal uploaded against what we have, trace by trace. Chip records (203 to 206) repeat
 * transactions that stand in the details too, so they are no lines of their own here.
 */
export async function differencesOf(tx: Tx | Db, batch: Batch): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    with ours as (
      select trace, amount_minor from payment
      where merchant_id = ${batch.merchant_id} and terminal_id = ${batch.terminal_id}
        and epoch = ${batch.epoch} and batch_no = ${batch.batch_no} and kind <> 'preauth'
        and status in ('approved', 'void_pending', 'void_unknown', 'voided', 'cleared')
      union all
      select r.trace, r.amount_minor from refund r
      join payment p on p.merchant_id = r.merchant_id and p.id = r.payment_id and p.kind <> 'preauth'
      where r.merchant_id = ${batch.merchant_id} and r.terminal_id = ${batch.terminal_id}
        and r.epoch = ${batch.epoch} and r.batch_no = ${batch.batch_no} and r.status = 'succeeded'
    ), theirs as (
      select distinct on (trace) trace, amount_minor from batch_line
      where merchant_id = ${batch.merchant_id} and batch_id = ${batch.id}
        and kind not in ('203', '204', '205', '206')
      order by trace, kind
    )
    select trace, ours.amount_minor as ours, theirs.amount_minor as theirs
    from ours full join theirs using (trace)
    where exists (select 1 from theirs)
      and ours.amount_minor is distinct from theirs.amount_minor
    order by trace limit ${DIFFERENCES_MAX}`.execute(tx);
  return rows;
}
