import { sql } from 'kysely';
import type { Db } from '#platform/db';
import type { Channel, MacCause, MacVerdict, MessageKind, MessageOutcome } from './model.ts';
import type { StoredXray } from './xray.ts';

type Tables = {
  terminal_message: {
    id: string;
    at: Date;
    channel: Channel;
    connection: string;
    address: string;
    terminal_no: string | null;
    merchant_no: string | null;
    merchant_id: string | null;
    terminal_id: string | null;
    kind: MessageKind;
    mti: string | null;
    trace: string | null;
    batch_no: string | null;
    amount_minor: bigint | null;
    outcome: MessageOutcome;
    code: string | null;
    closed_reason: string | null;
    missing: readonly string[];
    mac: MacVerdict;
    mac_causes: readonly MacCause[];
    duration_ms: number;
    request_bytes: number;
    reply_bytes: number;
    request: StoredXray;
    reply: StoredXray | null;
  };
};
const on = (db: Db) => db.withTables<Tables>();

export type StoredMessage = Tables['terminal_message'];
/** A row without the two frames. */
export type MessageRow = Omit<StoredMessage, 'request' | 'reply'>;

const ROW = [
  'id',
  'at',
  'channel',
  'connection',
  'address',
  'terminal_no',
  'merchant_no',
  'merchant_id',
  'terminal_id',
  'kind',
  'mti',
  'trace',
  'batch_no',
  'amount_minor',
  'outcome',
  'code',
  'closed_reason',
  'missing',
  'mac',
  'mac_causes',
  'duration_ms',
  'request_bytes',
  'reply_bytes',
] as const;

/** Many rows in one statement with one parameter, however many there are. */
export async function insertMessages(db: Db, rows: readonly StoredMessage[]): Promise<void> {
  const plain = rows.map((row) => ({ ...row, amount_minor: row.amount_minor?.toString() ?? null }));
  const text = JSON.stringify(plain);
  await sql`
    insert into terminal_message
    select * from jsonb_populate_recordset(null::terminal_message, ${text}::jsonb)`.execute(db);
}

/** Deletes what is older than this id, oldest first; how many. */
export async function deleteMessages(db: Db, before: string, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from terminal_message where id in (
      select id from terminal_message where id < ${before} order by id limit ${limit}
    )`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

export type MessageFilter = {
  readonly terminalNo?: string | undefined;
  readonly trace?: string | undefined;
  readonly code?: string | undefined;
  readonly kind?: MessageKind | undefined;
  readonly outcome?: MessageOutcome | undefined;
  readonly channel?: Channel | undefined;
  /** Ids from `from` on and before `before`: a day, since ids begin with their moment. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
};

export async function pageOfMessages(
  db: Db,
  filter: MessageFilter,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<MessageRow[]> {
  const { terminalNo, trace, code, kind, outcome, channel, from, before } = filter;
  let query = on(db).selectFrom('terminal_message').select(ROW).orderBy('id', 'desc').limit(limit);
  if (terminalNo !== undefined) query = query.where('terminal_no', '=', terminalNo);
  if (trace !== undefined) query = query.where('trace', '=', trace);
  if (code !== undefined) query = query.where('code', '=', code);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  if (from !== undefined) query = query.where('id', '>=', from);
  if (before !== undefined) query = query.where('id', '<', before);
  if (after !== undefined) query = query.where('id', '<', after);
  return query.execute();
}

export async function messageById(db: Db, id: string): Promise<StoredMessage | undefined> {
  return on(db).selectFrom('terminal_message').selectAll().where('id', '=', id).executeTakeFirst();
}
