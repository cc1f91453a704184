/** What two parties of a card network say to keep their line: F70 of 0800 (ISO 8583:1987). */
import { fromHex, isKcv, kcvOf, toHex, unwrapKey, wrapKey, type MacKey } from '@kaitong/iso8583';
import { nativeDes } from '#platform/des';
import type { NetworkMessage } from './card-network.ts';

export const SIGN_ON = '001';
export const SIGN_OFF = '002';
export const KEY_CHANGE = '101';
export const ECHO = '301';

const KEY_BYTES = 16;
const WRAPPED = /^([0-9A-F]{32})([0-9A-F]{8})$/;

/** F48 of a key change: the key under the zone master key, then its check value. */
export function wrapped(key: Uint8Array, masterKey: Uint8Array): string {
  const sealed = wrapKey(key, { key: masterKey, cipher: nativeDes });
  return toHex(sealed) + toHex(kcvOf({ key, cipher: nativeDes }));
}

/** The MAC key that a key change brings; undefined: it does not fit its check value. */
export function macKeyIn({ fields }: NetworkMessage, masterKey: Uint8Array): MacKey | undefined {
  const [, sealed = '', kcv = ''] = WRAPPED.exec(String(fields[48] ?? '').toUpperCase()) ?? [];
  if (sealed.length !== 2 * KEY_BYTES) return undefined;
  const key = unwrapKey(fromHex(sealed), { key: masterKey, cipher: nativeDes });
  return isKcv({ key, cipher: nativeDes }, fromHex(kcv)) ? macKeyOf(key) : undefined;
}

/** The line is authenticated by the retail MAC (X9.19) in F128, over everything before it. */
export function macKeyOf(key: Uint8Array): MacKey {
  return { algorithm: 'x9.19', key, cipher: nativeDes };
}

/**
 * The key in use, and the one before it: a message may have left just before the other side heard of
 * the new one.
 */
export function withNewKey(keys: readonly MacKey[], key: MacKey): readonly MacKey[] {
  return [key, ...keys.slice(0, 1)];
}
