import type { KeyObject } from 'node:crypto';
import type { BlockCipher, KeyUse, MacKey } from '@kaitong/iso8583';
import type { Ask } from '#platform/ask';
import type { Db, Tx } from '#platform/db';
import { nativeDes } from '#platform/des';
import type { FreshKey, HeldKey, KeyAlgorithm } from '#platform/hsm/port';
import { nativeSm4 } from '#platform/sm4';
import { eraseKey } from './keys/destroy.ts';
import { heldOf, type KeyHouse } from './keys/held.ts';
import { specOf, type KeyEnd, type KeyHolder, type KeyKind } from './keys/model.ts';
import { keysOf, saveKey, type TerminalKey } from './keys/store.ts';
import { isSm4, needsLongMak, type SignInCode, type TerminalProfile } from './profile/model.ts';

type Keeping = { readonly house: KeyHouse; readonly holder: KeyHolder };

/** The keys of a terminal's line. None of them is clear: they work only in the HSM. */
export type LineKeys = {
  /** Only `hsm.translatePin` can do anything with it. */
  readonly pik: HeldKey;
  readonly mak: MacKey;
  /** Opens tracks; only after a sign-in with a track key. */
  readonly tdk?: KeyUse;
};

/** Makes the master key of a binding; it leaves the house only under the terminal's public key. */
export async function newMasterKey(
  tx: Tx,
  ask: Ask,
  { house, holder, ...kind }: Keeping & { algorithm: KeyAlgorithm; slot: number },
): Promise<MasterKey> {
  const row = rowOf(holder, { kind: 'tmk', ...kind });
  const fresh = house.hsm.generate(specOf(row, 16));
  await keep(tx, ask, { house, row, fresh });
  const { kcv } = fresh;
  return { held: fresh, kcv, ...kind };
}

export type MasterKey = {
  readonly held: HeldKey;
  readonly kcv: string;
  readonly algorithm: KeyAlgorithm;
  readonly slot: number;
};

/** The main key that was loaded last; a terminal may hold others in other slots. */
export async function masterKeyOf(
  tx: Tx | Db,
  { house, holder }: Keeping,
): Promise<MasterKey | undefined> {
  const [row] = (await keysOf(tx, holder))
    .filter(({ kind }) => kind === 'tmk')
    .toSorted((a, b) => b.made_at.getTime() - a.made_at.getTime());
  if (!row) return undefined;
  const { kcv, algorithm, slot } = row;
  return { held: heldOf(house, row), kcv, algorithm, slot };
}

/** The main key as it travels to its terminal: under the terminal's RSA key, in base64. */
export function masterKeyFor(rsa: KeyObject, house: KeyHouse, { held }: MasterKey): string {
  return Buffer.from(house.hsm.sealForRsa(held, rsa)).toString('base64');
}

type SignIn = Keeping & {
  readonly code: SignInCode;
  readonly macMode: TerminalProfile['macMode'];
};

/**
 * New work keys for a sign-in, as its F62 carries them (protocol.md §3.4). Undefined when there is no
 * master key, or none of the cipher that the sign-in asks for.
 */
export async function newWorkKeys(
  tx: Tx,
  ask: Ask,
  { code, macMode, house, holder }: SignIn,
): Promise<Uint8Array | undefined> {
  const master = await masterKeyOf(tx, { house, holder });
  const algorithm = isSm4(code) ? 'sm4' : 'des';
  if (master?.algorithm !== algorithm) return undefined;
  const mode = algorithm === 'sm4' ? 'cupEcb' : macMode; // the only one that is made with SM4
  const isLongMak = algorithm === 'sm4' || needsLongMak(mode);
  const [pik, mak, tdk] = (['pik', 'mak', 'tdk'] as const).map((kind) =>
    rowOf(holder, { kind, algorithm, slot: 0, ...(kind === 'mak' ? { macMode: mode } : {}) }),
  ) as [Fresh['row'], Fresh['row'], Fresh['row']];
  const specs = {
    pik: specOf(pik, code === '001' ? 8 : 16),
    mak: specOf(mak, isLongMak ? 16 : 8),
    ...(code === '001' || code === '003' ? {} : { tdk: specOf(tdk, 16) }),
  };
  const made = house.hsm.makeWorkKeys(specs, { main: master.held, form: code });
  await erase(tx, ask, { house, holder, kinds: WORK_KEYS, why: 'replaced' });
  await keep(tx, ask, { house, row: pik, fresh: made.pik });
  await keep(tx, ask, { house, row: mak, fresh: made.mak });
  if (made.tdk) await keep(tx, ask, { house, row: tdk, fresh: made.tdk });
  return made.f62;
}

/** The work keys of the last sign-in; undefined before the first and after a sign-out. */
export async function workKeysOf(
  tx: Tx | Db,
  { house, holder }: Keeping,
): Promise<LineKeys | undefined> {
  const rows = await keysOf(tx, holder);
  const [pik, mak, tdk] = WORK_KEYS.map((kind) => rows.find((row) => row.kind === kind));
  if (!pik || !mak) return undefined;
  return {
    pik: heldOf(house, pik),
    mak: house.hsm.macKey(heldOf(house, mak), mak.mac_mode ?? 'cupEcb'),
    ...(tdk ? { tdk: house.hsm.dataKey(heldOf(house, tdk)) } : {}),
  };
}

const WORK_KEYS = ['pik', 'mak', 'tdk'] as const;

/** The cipher of a key that came from outside, as the machine has it. */
export function cipherOf(algorithm: KeyAlgorithm): BlockCipher {
  return algorithm === 'sm4' ? nativeSm4 : nativeDes;
}

/** A sign-out: the work keys are erased, the master key stays. */
export async function forgetWorkKeys(tx: Tx, ask: Ask, keeping: Keeping): Promise<void> {
  await erase(tx, ask, { ...keeping, kinds: WORK_KEYS, why: 'signedOut' });
}

type Erasing = Keeping & { readonly kinds: readonly KeyKind[]; readonly why: KeyEnd };

async function erase(tx: Tx, ask: Ask, { house, holder, kinds, why }: Erasing): Promise<void> {
  for (const row of await keysOf(tx, holder))
    if (kinds.includes(row.kind)) await eraseKey(tx, ask, { hsm: house.hsm, row, why });
}

type RowKind = Pick<TerminalKey, 'kind' | 'slot' | 'algorithm'> & {
  readonly macMode?: TerminalProfile['macMode'];
};

function rowOf({ merchantId, terminalId, epoch }: KeyHolder, { macMode, ...kind }: RowKind) {
  return {
    merchant_id: merchantId,
    terminal_id: terminalId,
    epoch,
    ...kind,
    mac_mode: macMode ?? null,
  };
}

type Fresh = {
  readonly house: KeyHouse;
  readonly row: ReturnType<typeof rowOf>;
  readonly fresh: FreshKey;
};

async function keep(tx: Tx, ask: Ask, { house, row, fresh }: Fresh): Promise<void> {
  await saveKey(tx, {
    ...row,
    block: fresh.block,
    wrapped_under: house.hsm.storageKey,
    sealed: null,
    kcv: fresh.kcv,
    made_at: ask.now,
    destroyed_at: null,
    destroyed_why: null,
  });
}
