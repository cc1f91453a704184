import { hkdfSync } from 'node:crypto';
import type { Config } from '#config';

/**
 * The key under which PIN blocks travel to the card network (ZPK). A real network hands it over in a
 * key ceremony; a sandbox derives it from the secret that house and outside world share.
 */
export function zoneKeyOf({ zoneKey, secret }: Pick<Config, 'zoneKey' | 'secret'>): Uint8Array {
  if (zoneKey !== undefined) return Uint8Array.from(Buffer.from(zoneKey, 'hex'));
  return new Uint8Array(hkdfSync('sha256', secret, 'kaitong', 'zone PIN key', 16));
}
