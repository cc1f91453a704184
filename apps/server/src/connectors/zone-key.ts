import { hkdfSync } from 'node:crypto';
import type { Config } from '#config';

type Zone = Pick<Config, 'zoneKey' | 'zoneMasterKey' | 'secret'>;

/**
 * The key under which PIN blocks travel to the card network (ZPK). A real network hands it over in a
 * key ceremony; a sandbox derives it from the secret that house and outside world share.
 */
export function zoneKeyOf({ zoneKey, secret }: Omit<Zone, 'zoneMasterKey'>): Uint8Array {
  return zoneKey === undefined ? derived(secret, 'zone PIN key') : fromHexKey(zoneKey);
}

/** The key under which the network sends the keys of its line (ZMK): a MAC key for each connection. */
export function zoneMasterKeyOf({ zoneMasterKey, secret }: Omit<Zone, 'zoneKey'>): Uint8Array {
  return zoneMasterKey === undefined
    ? derived(secret, 'zone master key')
    : fromHexKey(zoneMasterKey);
}

function fromHexKey(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

function derived(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'kaitong', purpose, 16));
}
