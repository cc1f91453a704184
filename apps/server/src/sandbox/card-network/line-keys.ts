/** The keys of the line as the network has them: it is the outside world, and holds its own in clear. */
import { kcvOf, toHex, wrapKey, type MacKey } from '@kaitong/iso8583';
import { LINE_MAC } from '#connectors/network-management';
import { nativeDes } from '#platform/des';

/** F48 of a key change: the key under the zone master key, then its check value. */
export function wrapped(key: Uint8Array, masterKey: Uint8Array): string {
  const sealed = wrapKey(key, { key: masterKey, cipher: nativeDes });
  return toHex(sealed) + toHex(kcvOf({ key, cipher: nativeDes }));
}

/** A MAC key of the line. */
export function macKeyOf(key: Uint8Array): MacKey {
  return { algorithm: LINE_MAC, key, cipher: nativeDes };
}
