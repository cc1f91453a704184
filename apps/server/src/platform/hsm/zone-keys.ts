/**
 * The keys between us and the network above: the one that carries keys (ZMK) and the one under which
 * PINs travel on (ZPK). They come from the settings or a key ceremony and are kept as key blocks;
 * what the process holds is the block.
 */
import { assert } from '@kaitong/values';
import { sql } from 'kysely';
import { transact, type Db, type Tx } from '../db.ts';
import { newId } from '../ids.ts';
import type { FreshKey, HeldKey, Hsm } from './port.ts';

type Tables = {
  zone_key: {
    id: string;
    kind: ZoneKeyKind;
    block: string | null;
    wrapped_under: string | null;
    kcv: string;
    made_at: Date;
    destroyed_at: Date | null;
    destroyed_why: string | null;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

/** `zmk` carries other keys, `zpk` enciphers PINs. */
export type ZoneKeyKind = 'zmk' | 'zpk';

export type ZoneKeys = {
  /** The key under which PINs go to the network. */
  readonly pin: () => Promise<HeldKey>;
  /** The key under which the network sends the MAC keys of its line. */
  readonly main: () => Promise<HeldKey>;
};

type Setting = {
  readonly db: Db;
  readonly hsm: Hsm;
  readonly now: () => Date;
  /** The keys that the settings name. */
  readonly given: Readonly<Record<ZoneKeyKind, Uint8Array>>;
};

const PURPOSES = { zmk: 'main', zpk: 'pin' } as const;

/** What the HSM is to make of a zone key. */
export function zoneKeySpec(kind: ZoneKeyKind) {
  const purpose = PURPOSES[kind];
  return { purpose, algorithm: 'des', bytes: 16, place: `zone_key:${kind}` } as const;
}

// Another process may put a new key in use; the network takes the old one for longer than this.
const KNOWN_FOR_ms = 10_000;

/**
 * The zone keys, read when they are first asked for. A key of the settings that was never seen
 * takes the place of the one in use; one that was, and was replaced since, does not come back.
 */
export function createZoneKeys(setting: Setting): ZoneKeys {
  return { pin: keptAWhile(setting, 'zpk'), main: keptAWhile(setting, 'zmk') };
}

function keptAWhile(setting: Setting, kind: ZoneKeyKind): () => Promise<HeldKey> {
  let known: { readonly key: Promise<HeldKey>; readonly until: number } | undefined;
  return async () => {
    if (known === undefined || performance.now() > known.until) {
      known = { key: readKey(setting, kind), until: performance.now() + KNOWN_FOR_ms };
      known.key.catch(() => (known = undefined));
    }
    return known.key;
  };
}

async function readKey({ db, hsm, now, given }: Setting, kind: ZoneKeyKind): Promise<HeldKey> {
  return transact(db, async (tx) => {
    await lockZone(tx);
    const fresh = hsm.adopt(zoneKeySpec(kind), Uint8Array.from(given[kind]));
    if (await isKnown(tx, { kind, kcv: fresh.kcv })) hsm.forget(fresh.block);
    else await keepZoneKey(tx, { hsm, kind, fresh, at: now() });
    const held = await zoneKeyInUse(tx, { hsm, kind });
    assert(held, 'a zone key is in use');
    return held;
  });
}

type Keeping = {
  readonly hsm: Hsm;
  readonly kind: ZoneKeyKind;
  readonly fresh: FreshKey;
  readonly at: Date;
};

/** Puts a new zone key in use; the one before is erased and its row stays. */
export async function keepZoneKey(tx: Tx, { hsm, kind, fresh, at }: Keeping): Promise<void> {
  await on(tx)
    .updateTable('zone_key')
    .set({ block: null, wrapped_under: null, destroyed_at: at, destroyed_why: 'replaced' })
    .where('kind', '=', kind)
    .where('destroyed_at', 'is', null)
    .execute();
  await on(tx)
    .insertInto('zone_key')
    .values({
      id: newId('zky', at),
      kind,
      block: fresh.block,
      wrapped_under: hsm.storageKey,
      kcv: fresh.kcv,
      made_at: at,
      destroyed_at: null,
      destroyed_why: null,
    })
    .execute();
}

/** The zone key in use, under the storage key of now. */
export async function zoneKeyInUse(
  tx: Tx,
  { hsm, kind }: { hsm: Hsm; kind: ZoneKeyKind },
): Promise<HeldKey | undefined> {
  const row = await on(tx)
    .selectFrom('zone_key')
    .select(['id', 'block', 'wrapped_under'])
    .where('kind', '=', kind)
    .where('destroyed_at', 'is', null)
    .executeTakeFirst();
  if (row?.block == null) return undefined;
  const held = { block: row.block, place: zoneKeySpec(kind).place };
  if (row.wrapped_under === hsm.storageKey) return held;
  const moved = hsm.rewrap(held);
  await on(tx)
    .updateTable('zone_key')
    .set({ block: moved.block, wrapped_under: hsm.storageKey })
    .where('id', '=', row.id)
    .execute();
  return moved;
}

/** Two processes that start at once do not both put a key in use. */
async function lockZone(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('zone_key', 0))`.execute(tx);
}

async function isKnown(
  tx: Tx,
  { kind, kcv }: { readonly kind: ZoneKeyKind; readonly kcv: string },
): Promise<boolean> {
  const row = await on(tx)
    .selectFrom('zone_key')
    .select('id')
    .where('kind', '=', kind)
    .where('kcv', '=', kcv)
    .executeTakeFirst();
  return row !== undefined;
}
