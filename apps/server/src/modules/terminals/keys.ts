import { fromHex, kcvOf, sealWorkKeys, toHex, type WorkKeys } from '@kaitong/iso8583';
import { assert } from '@kaitong/values';
import type { Ask } from '#platform/ask';
import type { Db, Tx } from '#platform/db';
import { nativeDes, newDesKey } from '#platform/des';
import type { Keeper } from '#platform/secrets';
import { keysOf, saveKey, type KeyKind, type TerminalKey } from './store.ts';

const PURPOSE = 'terminal-key';

/** Whose keys: a terminal under one binding. */
export type KeyHolder = {
  readonly merchantId: string;
  readonly terminalId: string;
  readonly epoch: number;
};
type Keeping = { readonly keeper: Keeper; readonly holder: KeyHolder };

/** Makes the master key of a binding; it leaves the house only under the terminal's public key. */
export async function newMasterKey(
  tx: Tx,
  ask: Ask,
  keeping: Keeping,
): Promise<{ tmk: Uint8Array; kcv: string }> {
  const tmk = newDesKey(16);
  const kcv = await keep(tx, ask, { ...keeping, kind: 'tmk', key: tmk });
  return { tmk, kcv };
}

export async function masterKeyOf(
  tx: Tx | Db,
  { keeper, holder }: Keeping,
): Promise<{ tmk: Uint8Array; kcv: string } | undefined> {
  const row = (await keysOf(tx, holder)).find(({ kind }) => kind === 'tmk');
  return row && { tmk: opened(keeper, row), kcv: row.kcv };
}

/**
 * New work keys for a sign-in: F62 in the 40-byte form (60.3 = 003), a PIN key of double and a MAC
 * key of single length (UnionPay POS specification, sign-in). Undefined when there is no master key.
 */
export async function newWorkKeys(
  tx: Tx,
  ask: Ask,
  keeping: Keeping,
): Promise<Uint8Array | undefined> {
  const master = await masterKeyOf(tx, keeping);
  if (!master) return undefined;
  const keys = { pik: newDesKey(16), mak: newDesKey(8) };
  await keep(tx, ask, { ...keeping, kind: 'pik', key: keys.pik });
  await keep(tx, ask, { ...keeping, kind: 'mak', key: keys.mak });
  return sealWorkKeys(keys, { key: master.tmk, cipher: nativeDes });
}

/** The work keys of the last sign-in; undefined before the first and after a sign-out. */
export async function workKeysOf(
  tx: Tx | Db,
  { keeper, holder }: Keeping,
): Promise<WorkKeys | undefined> {
  const rows = await keysOf(tx, holder);
  const pik = rows.find(({ kind }) => kind === 'pik');
  const mak = rows.find(({ kind }) => kind === 'mak');
  return pik && mak && { pik: opened(keeper, pik), mak: opened(keeper, mak) };
}

/** A sign-out: the work keys are overwritten, the master key stays. */
export async function forgetWorkKeys(tx: Tx, ask: Ask, holder: KeyHolder): Promise<void> {
  for (const row of await keysOf(tx, holder))
    if (row.kind !== 'tmk') await saveKey(tx, { ...row, sealed: null, destroyed_at: ask.now });
}

type Fresh = Keeping & { readonly kind: KeyKind; readonly key: Uint8Array };

async function keep(tx: Tx, ask: Ask, { keeper, holder, kind, key }: Fresh): Promise<string> {
  const kcv = toHex(kcvOf({ key, cipher: nativeDes }));
  const row = {
    merchant_id: holder.merchantId,
    terminal_id: holder.terminalId,
    epoch: holder.epoch,
    kind,
  };
  const sealed = Buffer.from(keeper.seal(PURPOSE, key, placeOf(row)));
  await saveKey(tx, { ...row, sealed, kcv, made_at: ask.now, destroyed_at: null });
  return kcv;
}

function opened(keeper: Keeper, row: TerminalKey): Uint8Array {
  assert(row.sealed, 'a key that is not destroyed is sealed');
  const key = keeper.open(PURPOSE, row.sealed, placeOf(row));
  const kcv = kcvOf({ key, cipher: nativeDes });
  assert(toHex(kcv) === toHex(fromHex(row.kcv)), 'a key opens to what its check value says');
  return key;
}

/** The place of a key is part of its seal, so that a row copied to another terminal does not open. */
function placeOf(row: Pick<TerminalKey, 'merchant_id' | 'terminal_id' | 'epoch' | 'kind'>): string {
  return `terminal_key:${row.merchant_id}:${row.terminal_id}:${row.epoch}:${row.kind}`;
}
