import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';

type Tables = {
  sandbox_network_txn: {
    sent_at: string;
    trace: string;
    terminal_no: string;
    kind: 'sale' | 'void' | 'refund';
    /** `unseen`: its reversal came first; when it comes itself, it is refused. */
    status: 'approved' | 'declined' | 'reversed' | 'voided' | 'unseen';
    code: string;
    auth_code: string | null;
    amount_minor: bigint;
    card: string;
    tender: 'debit' | 'credit' | 'qr';
    merchant_no: string;
    mcc: string;
    rrn: string;
    acquirer: string;
    forwarder: string;
    original: string | null;
    original_day: string | null;
    settle_day: string;
    /** The day on which it was voided or reversed, with the keys of the reversal. */
    reversed_day: string | null;
    reversal_trace: string;
    reversal_sent_at: string;
    at: Date;
  };
  sandbox_network_file: { day: string; text: string };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type NetworkTxn = Tables['sandbox_network_txn'];
export type TxnKey = Pick<NetworkTxn, 'sent_at' | 'trace' | 'terminal_no'>;

export async function insertTxn(tx: Tx, txn: NetworkTxn): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('sandbox_network_txn')
    .values(txn)
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function lockTxn(tx: Tx, key: TxnKey): Promise<NetworkTxn | undefined> {
  return on(tx)
    .selectFrom('sandbox_network_txn')
    .selectAll()
    .where('sent_at', '=', key.sent_at)
    .where('trace', '=', key.trace)
    .where('terminal_no', '=', key.terminal_no)
    .forUpdate()
    .executeTakeFirst();
}

/** The original as the original data elements name it; the terminal is not among them. */
export async function lockOriginal(
  tx: Tx,
  key: Pick<TxnKey, 'sent_at' | 'trace'>,
  merchantNo: string,
): Promise<NetworkTxn | undefined> {
  return on(tx)
    .selectFrom('sandbox_network_txn')
    .selectAll()
    .where('sent_at', '=', key.sent_at)
    .where('trace', '=', key.trace)
    .where('merchant_no', '=', merchantNo)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveTxn(
  tx: Tx,
  { sent_at, trace, terminal_no, ...change }: TxnKey & Partial<NetworkTxn>,
): Promise<void> {
  await on(tx)
    .updateTable('sandbox_network_txn')
    .set(change)
    .where('sent_at', '=', sent_at)
    .where('trace', '=', trace)
    .where('terminal_no', '=', terminal_no)
    .execute();
}

export async function refundedOf(tx: Tx, original: string): Promise<bigint> {
  const { total } = await on(tx)
    .selectFrom('sandbox_network_txn')
    .select((w) => w.fn.sum<string | null>('amount_minor').as('total'))
    .where('original', '=', original)
    .where('kind', '=', 'refund')
    .where('status', '=', 'approved')
    .executeTakeFirstOrThrow();
  return BigInt(total ?? 0); // a sum of bigint is numeric, which comes as text
}

/** What belongs to a day or was taken back on it, in the order of arrival. */
export async function txnsOfDay(tx: Tx | Db, day: string): Promise<NetworkTxn[]> {
  return on(tx)
    .selectFrom('sandbox_network_txn')
    .selectAll()
    .where((w) => w.or([w('settle_day', '=', day), w('reversed_day', '=', day)]))
    .where('status', 'in', ['approved', 'reversed', 'voided'])
    .orderBy('at')
    .orderBy('trace')
    .execute();
}

export async function keptFile(tx: Tx | Db, day: string): Promise<string | undefined> {
  const row = await on(tx)
    .selectFrom('sandbox_network_file')
    .select('text')
    .where('day', '=', day)
    .executeTakeFirst();
  return row?.text;
}

export async function keepFile(tx: Tx, file: { day: string; text: string }): Promise<void> {
  await on(tx).insertInto('sandbox_network_file').values(file).execute();
}

/** The business time of the sandbox, for the one caller that is given no clock. */
export async function businessNow(tx: Tx | Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`
    select now() + offset_ms * interval '1 millisecond' as now from business_clock`.execute(tx);
  const now = rows[0]?.now;
  if (!now) throw new Error('the sandbox has no clock');
  return now;
}
