/** What two parties of a card network say to keep their line: F70 of 0800 (ISO 8583:1987). */
import { fromHex } from '@kaitong/iso8583';
import type { HeldKey, Hsm } from '#platform/hsm/port';
import type { NetworkMessage } from './card-network.ts';

export const SIGN_ON = '001';
export const SIGN_OFF = '002';
export const KEY_CHANGE = '101';
export const ECHO = '301';

/** The line is authenticated by the retail MAC in F128, over everything before it. */
export const LINE_MAC = 'x9.19';

/** What the line asks of the HSM: it holds key blocks, and the keys stay there. */
export type LineHsm = Pick<Hsm, 'importUnder' | 'macKey' | 'forget'>;

const MAC_KEY = { purpose: 'mac', algorithm: 'des', bytes: 16, place: 'network_line:mac' } as const;
// F48 of a key change: the key under the zone master key (ZMK), then its check value.
const WRAPPED = /^([0-9A-F]{32})([0-9A-F]{8})$/;

/**
 * The MAC key that a key change brings, as the HSM keeps it; undefined: it does not fit its check
 * value. Throws a KeyTrouble when the ZMK is not one, or lies at a wrong place.
 */
export function macKeyIn(
  { fields }: NetworkMessage,
  { hsm, main }: { readonly hsm: LineHsm; readonly main: HeldKey },
): HeldKey | undefined {
  const [, sealed, kcv] = WRAPPED.exec(String(fields[48] ?? '').toUpperCase()) ?? [];
  if (sealed === undefined) return undefined;
  const { block, place, ...fresh } = hsm.importUnder(MAC_KEY, fromHex(sealed), main);
  if (fresh.kcv === kcv) return { block, place };
  hsm.forget(block);
  return undefined;
}

/**
 * The key in use, and the one before it: a message may have left just before the other side heard of
 * the new one.
 */
export function withNewKey<Key>(keys: readonly Key[], key: Key): readonly Key[] {
  return [key, ...keys.slice(0, 1)];
}
