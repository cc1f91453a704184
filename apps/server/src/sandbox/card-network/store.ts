import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';

type Tables = {
  sandbox_network_txn: {
    sent_at: string;
    trace: string;
    terminal_no: string;
    /** A completion is a sale that names its hold; so is a tip that names its sale. */
    kind: 'sale' | 'void' | 'refund' | 'hold' | 'addition' | 'holdVoid';
    /** `unseen`: its reversal came first; when it comes itself, it is refused. */
    status: 'approved' | 'declined' | 'reversed' | 'voided' | 'unseen' | 'completed' | 'shown';
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
    /** The code that a customer pays, while it is a code. */
    code_text: string | null;
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

export type OriginalKey = Pick<TxnKey, 'sent_at' | 'trace'>;

/** F90: MTI 4, F11 6, F7 10, F32 11, F33 11. */
export function keyOfOriginal(f90: string | undefined): OriginalKey | undefined {
  const match = /^\d{4}(\d{6})(\d{10})\d{22}$/.exec(f90 ?? '');
  return match ? { trace: match[1] ?? '', sent_at: match[2] ?? '' } : undefined;
}

export function originalName({ sent_at, trace }: OriginalKey): string {
  return `${sent_at}|${trace}`;
}

/** What a transaction named as its original, locked. */
export async function lockNamed(tx: Tx, txn: NetworkTxn): Promise<NetworkTxn | undefined> {
  if (txn.original === null) return undefined;
  const [sent_at = '', trace = ''] = txn.original.split('|');
  return lockOriginal(tx, { sent_at, trace }, txn.merchant_no);
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

/** What was added to a hold. */
export async function addedTo(tx: Tx, original: string): Promise<bigint> {
  const { total } = await on(tx)
    .selectFrom('sandbox_network_txn')
    .select((w) => w.fn.sum<string | null>('amount_minor').as('total'))
    .where('original', '=', original)
    .where('kind', '=', 'addition')
    .where('status', '=', 'approved')
    .executeTakeFirstOrThrow();
  return BigInt(total ?? 0);
}

/** Somebody pays a code with a banking app. False: it is none, or nobody waits for it any more. */
export async function payCode(
  tx: Tx | Db,
  { code, day }: { code: string; day: string },
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('sandbox_network_txn')
    .set({ status: 'approved', settle_day: day })
    .where('code_text', '=', code)
    .where('status', '=', 'shown')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** What belongs to a day or was taken back on it, in the order of arrival. */
export async function txnsOfDay(tx: Tx | Db, day: string): Promise<NetworkTxn[]> {
  return on(tx)
    .selectFrom('sandbox_network_txn')
    .selectAll()
    .where((w) => w.or([w('settle_day', '=', day), w('reversed_day', '=', day)]))
    .where('kind', 'in', ['sale', 'void', 'refund'])
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
