import { randomBytes } from 'node:crypto';
import {
  fromHex,
  kcvOf,
  sealWorkKeys,
  toHex,
  type BlockCipher,
  type KeyUse,
  type MacKey,
} from '@kaitong/iso8583';
import { assert } from '@kaitong/values';
import type { Ask } from '#platform/ask';
import type { Db, Tx } from '#platform/db';
import { nativeDes, newDesKey } from '#platform/des';
import { nativeSm4 } from '#platform/sm4';
import type { Keeper } from '#platform/secrets';
import { isSm4, needsLongMak, type SignInCode, type TerminalProfile } from './profile/model.ts';
import { keysOf, saveKey, type KeyAlgorithm, type KeyKind, type TerminalKey } from './store.ts';

const PURPOSE = 'terminal-key';

/** Whose keys: a terminal under one binding. */
export type KeyHolder = {
  readonly merchantId: string;
  readonly terminalId: string;
  readonly epoch: number;
};
type Keeping = { readonly keeper: Keeper; readonly holder: KeyHolder };

/** The keys of a terminal's line, ready for use. */
export type LineKeys = {
  readonly pik: KeyUse;
  readonly mak: MacKey;
  /** Opens tracks; only after a sign-in with a track key. */
  readonly tdk?: KeyUse;
};

/** Makes the master key of a binding; it leaves the house only under the terminal's public key. */
export async function newMasterKey(
  tx: Tx,
  ask: Ask,
  keeping: Keeping & { readonly algorithm: KeyAlgorithm; readonly slot: number },
): Promise<{ tmk: Uint8Array; kcv: string }> {
  const tmk = newKey(keeping.algorithm, 16);
  const kcv = await keep(tx, ask, { ...keeping, kind: 'tmk', key: tmk });
  return { tmk, kcv };
}

type MasterKey = {
  readonly tmk: Uint8Array;
  readonly kcv: string;
  readonly algorithm: KeyAlgorithm;
};

/** The main key that was loaded last; a terminal may hold others in other slots. */
export async function masterKeyOf(
  tx: Tx | Db,
  { keeper, holder }: Keeping,
): Promise<MasterKey | undefined> {
  const [row] = (await keysOf(tx, holder))
    .filter(({ kind }) => kind === 'tmk')
    .toSorted((a, b) => b.made_at.getTime() - a.made_at.getTime());
  return row && { tmk: opened(keeper, row), kcv: row.kcv, algorithm: row.algorithm };
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
  { code, macMode, ...keeping }: SignIn,
): Promise<Uint8Array | undefined> {
  const master = await masterKeyOf(tx, keeping);
  const algorithm = isSm4(code) ? 'sm4' : 'des';
  if (master?.algorithm !== algorithm) return undefined;
  const pik = newKey(algorithm, code === '001' ? 8 : 16);
  const mode = algorithm === 'sm4' ? 'cupEcb' : macMode; // the only one that is made with SM4
  const mak = newKey(algorithm, algorithm === 'sm4' || needsLongMak(mode) ? 16 : 8);
  const tdk = code === '001' || code === '003' ? undefined : newKey(algorithm, 16);
  const fresh = { ...keeping, algorithm, slot: 0 } as const;
  await forget(tx, ask, { holder: keeping.holder, kinds: ['pik', 'mak', 'tdk'] });
  await keep(tx, ask, { ...fresh, kind: 'pik', key: pik });
  await keep(tx, ask, { ...fresh, kind: 'mak', key: mak, macMode: mode });
  if (tdk) await keep(tx, ask, { ...fresh, kind: 'tdk', key: tdk });
  const keys = { pik, mak, ...(tdk ? { tdk } : {}) };
  return sealWorkKeys(keys, { key: master.tmk, cipher: cipherOf(algorithm) }, code);
}

/** The work keys of the last sign-in; undefined before the first and after a sign-out. */
export async function workKeysOf(
  tx: Tx | Db,
  { keeper, holder }: Keeping,
): Promise<LineKeys | undefined> {
  const rows = await keysOf(tx, holder);
  const [pik, mak, tdk] = (['pik', 'mak', 'tdk'] as const).map((kind) =>
    rows.find((row) => row.kind === kind),
  );
  if (!pik || !mak) return undefined;
  return {
    pik: useOf(keeper, pik),
    mak: { ...useOf(keeper, mak), algorithm: mak.mac_mode ?? 'cupEcb' },
    ...(tdk ? { tdk: useOf(keeper, tdk) } : {}),
  };
}

function useOf(keeper: Keeper, row: TerminalKey): KeyUse {
  return { key: opened(keeper, row), cipher: cipherOf(row.algorithm) };
}

/** The cipher of a key, as the machine has it. */
export function cipherOf(algorithm: KeyAlgorithm): BlockCipher {
  return algorithm === 'sm4' ? nativeSm4 : nativeDes;
}

function newKey(algorithm: KeyAlgorithm, size: 8 | 16): Uint8Array {
  return algorithm === 'sm4' ? randomBytes(16) : newDesKey(size);
}

/** A sign-out: the work keys are overwritten, the master key stays. */
export async function forgetWorkKeys(tx: Tx, ask: Ask, holder: KeyHolder): Promise<void> {
  await forget(tx, ask, { holder, kinds: ['pik', 'mak', 'tdk'] });
}

async function forget(
  tx: Tx,
  ask: Ask,
  { holder, kinds }: { holder: KeyHolder; kinds: readonly KeyKind[] },
): Promise<void> {
  for (const row of await keysOf(tx, holder))
    if (kinds.includes(row.kind))
      await saveKey(tx, { ...row, sealed: null, destroyed_at: ask.now });
}

type Fresh = Keeping & {
  readonly kind: KeyKind;
  readonly slot: number;
  readonly algorithm: KeyAlgorithm;
  readonly key: Uint8Array;
  readonly macMode?: TerminalProfile['macMode'];
};

async function keep(tx: Tx, ask: Ask, fresh: Fresh): Promise<string> {
  const { keeper, holder, kind, slot, algorithm, key, macMode } = fresh;
  const kcv = toHex(kcvOf({ key, cipher: cipherOf(algorithm) }));
  const row = {
    merchant_id: holder.merchantId,
    terminal_id: holder.terminalId,
    epoch: holder.epoch,
    kind,
    slot,
    algorithm,
    mac_mode: macMode ?? null,
  };
  const sealed = Buffer.from(keeper.seal(PURPOSE, key, placeOf(row)));
  await saveKey(tx, { ...row, sealed, kcv, made_at: ask.now, destroyed_at: null });
  return kcv;
}

function opened(keeper: Keeper, row: TerminalKey): Uint8Array {
  assert(row.sealed, 'a key that is not destroyed is sealed');
  const key = keeper.open(PURPOSE, row.sealed, placeOf(row));
  const kcv = kcvOf({ key, cipher: cipherOf(row.algorithm) });
  assert(toHex(kcv) === toHex(fromHex(row.kcv)), 'a key opens to what its check value says');
  return key;
}

type Place = Pick<TerminalKey, 'merchant_id' | 'terminal_id' | 'epoch' | 'kind' | 'slot'>;

/** The place of a key is part of its seal, so that a row copied to another terminal does not open. */
function placeOf({ merchant_id, terminal_id, epoch, kind, slot }: Place): string {
  const place = `terminal_key:${merchant_id}:${terminal_id}:${epoch}:${kind}`;
  return slot === 0 ? place : `${place}:${slot}`;
}
