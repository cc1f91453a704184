import type { KeyPurpose, KeySpec } from '#platform/hsm/port';
import type { TerminalKey } from './store.ts';

/** Main key, PIN key, MAC key, track key. */
export type KeyKind = 'tmk' | 'pik' | 'mak' | 'tdk';

/** Why a key ended. */
export type KeyEnd = 'unbound' | 'boundAnew' | 'replaced' | 'signedOut';

/** Whose keys: a terminal under one binding. */
export type KeyHolder = {
  readonly merchantId: string;
  readonly terminalId: string;
  readonly epoch: number;
};

const PURPOSES: Readonly<Record<KeyKind, KeyPurpose>> = {
  tmk: 'main',
  pik: 'pin',
  mak: 'mac',
  tdk: 'data',
};

type Place = Pick<TerminalKey, 'merchant_id' | 'terminal_id' | 'epoch' | 'kind' | 'slot'>;

/** The place of a key is part of its block, so that a row copied to another terminal does not open. */
export function placeOf({ merchant_id, terminal_id, epoch, kind, slot }: Place): string {
  const place = `terminal_key:${merchant_id}:${terminal_id}:${epoch}:${kind}`;
  return slot === 0 ? place : `${place}:${slot}`;
}

/** What the HSM is to make for a row. */
export function specOf(
  row: Place & Pick<TerminalKey, 'algorithm'>,
  bytes: KeySpec['bytes'],
): KeySpec {
  const { kind, algorithm } = row;
  return { purpose: PURPOSES[kind], algorithm, bytes, place: placeOf(row) };
}
