import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from './db.ts';
import type { KeyBook, Outcome } from './http.ts';
import { refuse } from './refuse.ts';

/** A claim older than this is of a process that died; the verbs below are idempotent themselves. */
const CLAIM_S = 60;

type Row = { fingerprint: string; status: number | null; reply: unknown; stale: boolean };
type Slot = { readonly actor: string; readonly route: string; readonly key: string };

/**
 * Idempotency-Key of one request. `encode` makes the reply's wire form, which is what is kept.
 * The same key with other content is refused; a refused or failed request keeps nothing.
 */
export function keyBook(
  slot: Slot,
  { fingerprint, encode }: { fingerprint: string; encode: (value: unknown) => unknown },
): KeyBook {
  const keep = async (tx: Tx, value: unknown): Promise<Outcome> => {
    const wire = encode(value);
    await sql`
      update answered_request set status = 200, reply = ${JSON.stringify(wire ?? null)}::jsonb
      where actor = ${slot.actor} and route = ${slot.route} and key = ${slot.key}`.execute(tx);
    return { value: wire, replayed: false };
  };
  const claim: KeyBook['claim'] = async (tx) => {
    if (await insertClaim(tx, slot, fingerprint)) return { kind: 'mine' };
    const row = await readSlot(tx, slot);
    if (!row || row.fingerprint !== fingerprint) throw refuse('request.keyReused');
    if (row.status !== null)
      return { kind: 'replay', outcome: { value: row.reply, replayed: true } };
    if (!row.stale) throw refuse('request.inProgress');
    await touch(tx, slot);
    return { kind: 'mine' };
  };
  return {
    keep,
    claim,
    once: async (tx, work) => {
      const claimed = await claim(tx);
      return claimed.kind === 'replay' ? claimed.outcome : keep(tx, await work());
    },
    release: async (tx) => {
      await sql`
        delete from answered_request
        where actor = ${slot.actor} and route = ${slot.route} and key = ${slot.key}
          and status is null`.execute(tx);
    },
  };
}

/** For requests without a key: reads, and public calls that need none. */
export function noKeys(encode: (value: unknown) => unknown): KeyBook {
  return {
    once: async (_, work) => ({ value: encode(await work()), replayed: false }),
    claim: async () => ({ kind: 'mine' }),
    keep: async (_, value) => ({ value: encode(value), replayed: false }),
    release: async () => {},
  };
}

export function fingerprintOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

async function insertClaim(tx: Tx, slot: Slot, fingerprint: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into answered_request (actor, route, key, fingerprint)
    values (${slot.actor}, ${slot.route}, ${slot.key}, ${fingerprint})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

async function readSlot(tx: Tx, slot: Slot): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select fingerprint, status, reply,
      claimed_at < now() - make_interval(secs => ${CLAIM_S}) as stale
    from answered_request
    where actor = ${slot.actor} and route = ${slot.route} and key = ${slot.key}
    for update`.execute(tx);
  return rows[0];
}

async function touch(tx: Tx, slot: Slot): Promise<void> {
  await sql`
    update answered_request set claimed_at = now()
    where actor = ${slot.actor} and route = ${slot.route} and key = ${slot.key}`.execute(tx);
}
