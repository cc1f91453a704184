import { hkdfSync } from 'node:crypto';
import type { Config } from '#config';

type Zone = Pick<Config, 'zoneKey' | 'zoneMasterKey' | 'secret'>;

/**
 * The keys between us and the card network that the settings name: the one that carries keys (zmk)
 * and the one under which PIN blocks travel (zpk). A real network hands them over; a sandbox derives
 * them from the secret that house and outside world share.
 */
export function zoneKeysOf({ zoneKey, zoneMasterKey, secret }: Zone) {
  return {
    zmk: fromHexKey(zoneMasterKey) ?? derived(secret, 'zone master key'),
    zpk: fromHexKey(zoneKey) ?? derived(secret, 'zone PIN key'),
  };
}

function fromHexKey(hex: string | undefined): Uint8Array | undefined {
  return hex === undefined ? undefined : Uint8Array.from(Buffer.from(hex, 'hex'));
}

function derived(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'kaitong', purpose, 16));
}
