import { hkdfSync } from 'node:crypto';

/**
 * The key under which PIN blocks travel to the card network (ZPK). A sandbox derives it from the
 * secret that house and outside world share; a real network hands it over in a key ceremony.
 */
export function zoneKeyOf(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'kaitong', 'zone PIN key', 16));
}
