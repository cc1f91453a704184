import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';
import { GENESIS, hashOf, type Entry } from './model.ts';

type Tables = {
  audit_record: {
    chain: string;
    seq: bigint;
    at: Date;
    actor: string;
    role: string | null;
    type: string;
    payload: object;
    event_id: bigint;
    prev_hash: string;
    hash: string;
  };
  audit_head: { chain: string; seq: bigint; hash: string };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type AuditRecord = Tables['audit_record'];

/** The end of a chain, locked until the commit; a new chain begins with zeros. */
export async function lockHead(tx: Tx, chain: string): Promise<{ seq: bigint; hash: string }> {
  await on(tx)
    .insertInto('audit_head')
    .values({ chain, seq: 0n, hash: GENESIS })
    .onConflict((c) => c.doNothing())
    .execute();
  return on(tx)
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('chain', '=', chain)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function insertRecord(
  tx: Tx,
  record: Entry & { eventId: bigint; prevHash: string; hash: string },
): Promise<void> {
  const { eventId, prevHash, payload, ...entry } = record;
  await on(tx)
    .insertInto('audit_record')
    .values({
      ...entry,
      payload: JSON.stringify(payload) as never,
      event_id: eventId,
      prev_hash: prevHash,
    })
    .execute();
  await on(tx)
    .updateTable('audit_head')
    .set({ seq: record.seq, hash: record.hash })
    .where('chain', '=', record.chain)
    .execute();
}

/** What happened to a merchant or an application, oldest first. */
export async function historyOf(
  tx: Tx | Db,
  of: { applicationId?: string; merchantId?: string; limit: number },
): Promise<readonly AuditRecord[]> {
  return on(tx)
    .selectFrom('audit_record')
    .selectAll()
    .where((w) =>
      w.or([
        ...(of.merchantId === undefined ? [] : [w('chain', '=', of.merchantId)]),
        ...(of.applicationId === undefined
          ? []
          : [sql<boolean>`payload->>'applicationId' = ${of.applicationId}`]),
      ]),
    )
    .orderBy('at')
    .orderBy('event_id')
    .limit(of.limit)
    .execute();
}

/** The newest records, page by page. */
export async function pageOfRecords(
  tx: Tx | Db,
  { before, limit, type }: { before: bigint | undefined; limit: number; type: string | undefined },
): Promise<readonly AuditRecord[]> {
  let query = on(tx)
    .selectFrom('audit_record')
    .selectAll()
    .orderBy('event_id', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('event_id', '<', before);
  if (type !== undefined) query = query.where('type', '=', type);
  return query.execute();
}

const BATCH = 5000;

export type ChainTrouble = {
  readonly chain: string;
  readonly seq: string;
  readonly what: 'gap' | 'changed' | 'tail';
};

/** Recomputes every chain from its first record and says where one does not hold. */
export async function troublesOf(
  tx: Tx | Db,
): Promise<{ records: number; troubles: ChainTrouble[] }> {
  const troubles: ChainTrouble[] = [];
  let records = 0;
  let at = { chain: '', seq: 0n, hash: GENESIS };
  for (;;) {
    const rows = await nextRows(tx, at);
    for (const row of rows) {
      const previous = row.chain === at.chain ? at : { chain: row.chain, seq: 0n, hash: GENESIS };
      if (row.seq !== previous.seq + 1n)
        troubles.push({ chain: row.chain, seq: row.seq.toString(), what: 'gap' });
      else if (row.prev_hash !== previous.hash || hashOf(row.prev_hash, row) !== row.hash)
        troubles.push({ chain: row.chain, seq: row.seq.toString(), what: 'changed' });
      at = { chain: row.chain, seq: row.seq, hash: row.hash };
    }
    records += rows.length;
    if (rows.length < BATCH) break;
  }
  return { records, troubles: [...troubles, ...(await lostTails(tx))] };
}

async function nextRows(tx: Tx | Db, at: { chain: string; seq: bigint }): Promise<AuditRecord[]> {
  return on(tx)
    .selectFrom('audit_record')
    .selectAll()
    .where(sql<boolean>`(chain, seq) > (${at.chain}, ${at.seq})`)
    .orderBy('chain')
    .orderBy('seq')
    .limit(BATCH)
    .execute();
}

/** A chain whose head knows more records than there are: its end was cut off. */
async function lostTails(tx: Tx | Db): Promise<ChainTrouble[]> {
  const { rows } = await sql<{ chain: string; seq: bigint }>`
    select h.chain, h.seq from audit_head h
    where h.seq > 0 and not exists (
      select 1 from audit_record r where r.chain = h.chain and r.seq = h.seq and r.hash = h.hash
    ) order by h.chain limit 100`.execute(tx);
  return rows.map(({ chain, seq }) => ({ chain, seq: seq.toString(), what: 'tail' }));
}
