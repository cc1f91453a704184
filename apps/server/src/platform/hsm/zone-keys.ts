/**
 * The key between us and the network above, under which PINs travel on (ZPK). It comes from the
 * settings or a key ceremony and is kept as a key block; what the process holds is the block.
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
};

type Setting = {
  readonly db: Db;
  readonly hsm: Hsm;
  readonly now: () => Date;
  /** The PIN key that the settings name. */
  readonly given: Uint8Array;
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
 * The zone keys, read when they are first asked for. A PIN key of the settings that was never seen
 * takes the place of the one in use; one that was, and was replaced since, does not come back.
 */
export function createZoneKeys(setting: Setting): ZoneKeys {
  let known: { readonly pin: Promise<HeldKey>; readonly until: number } | undefined;
  return {
    pin: async () => {
      if (known === undefined || performance.now() > known.until) {
        known = { pin: readPinKey(setting), until: performance.now() + KNOWN_FOR_ms };
        known.pin.catch(() => (known = undefined));
      }
      return known.pin;
    },
  };
}

async function readPinKey({ db, hsm, now, given }: Setting): Promise<HeldKey> {
  return transact(db, async (tx) => {
    await lockZone(tx);
    const fresh = hsm.adopt(zoneKeySpec('zpk'), Uint8Array.from(given));
    if (!(await isKnown(tx, fresh.kcv)))
      await keepZoneKey(tx, { hsm, kind: 'zpk', fresh, at: now() });
    const held = await zoneKeyInUse(tx, { hsm, kind: 'zpk' });
    assert(held, 'there is a zone PIN key');
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

async function isKnown(tx: Tx, kcv: string): Promise<boolean> {
  const row = await on(tx)
    .selectFrom('zone_key')
    .select('id')
    .where('kind', '=', 'zpk')
    .where('kcv', '=', kcv)
    .executeTakeFirst();
  return row !== undefined;
}
