import { randomBytes } from 'node:crypto';
import { kcvOf, macOf, openWorkKeys, toHex } from '@kaitong/iso8583';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { historyOf } from '#audit';
import { nativeDes } from '#platform/des';
import { KeyTrouble } from '#platform/hsm/port';
import { softwareHsm } from '#platform/hsm/software';
import { createZoneKeys } from '#platform/hsm/zone-keys';
import type { Services } from '#platform/services';
import { testDatabase } from '#testing/database';
import { makeMerchant, makeTerminal, seedCatalogue } from '#testing/merchant';
import { makeWorld, type World } from '#testing/world';
import { keepKeysCurrent } from './keys/keep-current.ts';
import { destroyKeysOf } from './keys/destroy.ts';
import { masterKeyOf, newMasterKey, newWorkKeys, workKeysOf } from './keys.ts';

const test = testDatabase();
const storageKeys = [randomBytes(32), randomBytes(32)];
const DES = { algorithm: 'des', slot: 3 } as const;
let world: World;
let services: Services;
beforeAll(async () => {
  world = makeWorld(test);
  services = { ...world.services, hsm: softwareHsm(storageKeys.slice(0, 1)) };
  await seedCatalogue(world);
});

async function holder() {
  const { merchant_id: merchantId } = await makeMerchant(world);
  const { id } = await makeTerminal(world, { merchantId, orderId: 'ord_1' });
  return { merchantId, terminalId: id, epoch: 1 };
}

type Holder = Awaited<ReturnType<typeof holder>>;

async function signedIn(of: Holder) {
  const ask = world.system();
  return world.transact(async (tx) => {
    await newMasterKey(tx, ask, { house: services, holder: of, ...DES });
    const how = { code: '004', macMode: 'x9.19' } as const;
    return newWorkKeys(tx, ask, { house: services, holder: of, ...how });
  });
}

describe('keys in the database', () => {
  it('are blocks that say what they are for, and nothing else', async () => {
    const of = await holder();
    await signedIn(of);
    const { rows } = await sql<{ kind: string; block: string; sealed: null }>`
      select kind, block, sealed from terminal_key where terminal_id = ${of.terminalId}`.execute(
      test.db,
    );
    const usages = rows.map(({ kind, block }) => `${kind} ${block.slice(5, 7)}`).toSorted();
    expect(usages).toEqual(['mak M0', 'pik P0', 'tdk D0', 'tmk K0']);
    expect(rows.every(({ sealed }) => sealed === null)).toBe(true);
  });

  it('do not open when a row was copied to another terminal', async () => {
    const [from, to] = [await holder(), await holder()];
    await signedIn(from);
    await signedIn(to);
    await sql`update terminal_key t set block = f.block, kcv = f.kcv from terminal_key f
      where f.terminal_id = ${from.terminalId} and t.terminal_id = ${to.terminalId}
        and t.kind = f.kind`.execute(test.db);
    const house = services;
    await expect(workKeysOf(test.db, { house, holder: to })).rejects.toThrow(KeyTrouble);
  });

  it('that were sealed before there were blocks are used, and become blocks at a start', async () => {
    const of = await holder();
    const key = Uint8Array.from(randomBytes(16));
    const kcv = toHex(kcvOf({ key, cipher: nativeDes }));
    const place = `terminal_key:${of.merchantId}:${of.terminalId}:1:tmk`;
    const sealed = Buffer.from(services.keeper.seal('terminal-key', key, place));
    await sql`insert into terminal_key (merchant_id, terminal_id, epoch, kind, sealed, kcv, made_at)
      values (${of.merchantId}, ${of.terminalId}, 1, 'tmk', ${sealed}, ${kcv}, ${world.now()})`.execute(
      test.db,
    );
    const before = await masterKeyOf(test.db, { house: services, holder: of });
    expect(before && services.hsm.kcvOf(before.held)).toBe(kcv);
    expect(await keepKeysCurrent(services)).toEqual({ moved: 1, broken: 0 });
    expect(await keepKeysCurrent(services)).toEqual({ moved: 0, broken: 0 });
    const after = await masterKeyOf(test.db, { house: services, holder: of });
    expect(after && services.hsm.kcvOf(after.held)).toBe(kcv);
  });

  it('move under a new storage key at a start, and stay the same keys', async () => {
    const of = await holder();
    const f62 = await signedIn(of);
    const newer = { ...services, hsm: softwareHsm(storageKeys) };
    const { moved, broken } = await keepKeysCurrent(newer);
    expect(moved).toBeGreaterThanOrEqual(4);
    // Those that were copied to another terminal above; they stop nobody.
    expect(broken).toBe(4);
    expect(await keepKeysCurrent(newer)).toEqual({ moved: 0, broken: 4 });
    const only = { ...services, hsm: softwareHsm(storageKeys.slice(1)) };
    const kept = await workKeysOf(test.db, { house: only, holder: of });
    const master = await masterKeyOf(test.db, { house: only, holder: of });
    const main = master && only.hsm.kcvOf(master.held);
    expect([main, master?.slot]).toEqual([master?.kcv, DES.slot]);
    expect(kept && macOf(new Uint8Array(16), kept.mak)).toHaveLength(8);
    expect(f62).toHaveLength(60);
    expect(
      openWorkKeys(f62 ?? new Uint8Array(), { key: randomBytes(16), cipher: nativeDes }).ok,
    ).toBe(false);
    services = newer;
  });
});

describe('a key that was destroyed', () => {
  it('is gone from its row, and stands in the audit chain with its check value', async () => {
    const of = await holder();
    await signedIn(of);
    const held = await masterKeyOf(test.db, { house: services, holder: of });
    await world.transact(async (tx) =>
      destroyKeysOf(tx, world.system(), {
        hsm: services.hsm,
        terminalId: of.terminalId,
        why: 'unbound',
      }),
    );
    expect(await masterKeyOf(test.db, { house: services, holder: of })).toBeUndefined();
    const told = (await historyOf(test.db, { merchantId: of.merchantId, limit: 50 })).filter(
      ({ type }) => type === 'terminal.keyDestroyed',
    );
    expect(told).toHaveLength(4);
    expect(told.map(({ payload }) => payload)).toContainEqual({
      ...of,
      epoch: undefined,
      kind: 'tmk',
      slot: DES.slot,
      kcv: held?.kcv,
      why: 'unbound',
    });
  });
});

describe('the zone PIN key', () => {
  const [first, second] = [randomBytes(16), randomBytes(16)];

  it('comes from the settings once; a new one there takes its place, and the old does not return', async () => {
    for (const [given, used] of [
      [first, first],
      [first, first],
      [second, second],
      [first, second],
    ] as const)
      expect(await zoneKcv(given)).toBe(toHex(kcvOf({ key: used, cipher: nativeDes })));
    const { rows } = await sql<{ live: number; all: number }>`
      select count(*) filter (where block is not null)::int as live, count(*)::int as all
      from zone_key`.execute(test.db);
    expect(rows).toEqual([{ live: 1, all: 2 }]);
  });
});

async function zoneKcv(given: Uint8Array): Promise<string> {
  const { hsm } = services;
  const zone = createZoneKeys({
    db: test.db,
    hsm,
    now: world.now,
    given: { zpk: given, zmk: given },
  });
  return hsm.kcvOf(await zone.pin());
}
