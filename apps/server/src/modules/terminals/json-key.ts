import { randomBytes } from 'node:crypto';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import type { Keeper } from '#platform/secrets';
import { jsonTerminal, saveJsonTerminal, type JsonTerminal } from './json/store.ts';
import type { KeyHolder } from './keys/model.ts';

const PURPOSE = 'json-terminal-key';
const KEY_BYTES = 32;

/** A key as the terminal gets it, in hex, and its number. */
export type JsonKey = { readonly key: string; readonly keyNo: number };

/** The first key of a terminal that was activated by its code. */
export async function firstJsonKey(
  tx: Tx,
  ask: Ask,
  { keeper, holder, device }: { keeper: Keeper; holder: KeyHolder; device: string | undefined },
): Promise<JsonKey> {
  const fresh = makeKey(keeper, { ...holder, keyNo: 1 });
  await saveJsonTerminal(tx, {
    terminal_id: holder.terminalId,
    merchant_id: holder.merchantId,
    epoch: holder.epoch,
    key_no: 1,
    sealed: fresh.sealed,
    previous: null,
    trace: 0,
    device: device ?? null,
    rotated_at: ask.now,
  });
  return { key: fresh.key, keyNo: 1 };
}

/** A new key; the one before stays valid, since the answer that brings the new one may be lost. */
export async function rotateJsonKey(
  tx: Tx,
  ask: Ask,
  { keeper, terminalId }: { keeper: Keeper; terminalId: string },
): Promise<JsonKey | undefined> {
  const before = await jsonTerminal(tx, terminalId);
  if (!before) return undefined;
  const keyNo = before.key_no + 1;
  const fresh = makeKey(keeper, { terminalId, epoch: before.epoch, keyNo });
  await saveJsonTerminal(tx, {
    ...before,
    key_no: keyNo,
    sealed: fresh.sealed,
    previous: before.sealed,
    rotated_at: ask.now,
  });
  return { key: fresh.key, keyNo };
}

/** The newest key and the one before it. */
export function openJsonKeys(keeper: Keeper, row: JsonTerminal): Uint8Array[] {
  const { terminal_id: terminalId, epoch, key_no: keyNo, sealed, previous } = row;
  const newest = keeper.open(PURPOSE, sealed, placeOf({ terminalId, epoch, keyNo }));
  if (!previous) return [newest];
  return [newest, keeper.open(PURPOSE, previous, placeOf({ terminalId, epoch, keyNo: keyNo - 1 }))];
}

type Place = { readonly terminalId: string; readonly epoch: number; readonly keyNo: number };

function makeKey(keeper: Keeper, place: Place): { key: string; sealed: Buffer } {
  const key = randomBytes(KEY_BYTES);
  const sealed = Buffer.from(keeper.seal(PURPOSE, key, placeOf(place)));
  return { key: key.toString('hex'), sealed };
}

function placeOf({ terminalId, epoch, keyNo }: Place): string {
  return `json_terminal:${terminalId}:${epoch}:${keyNo}`;
}
