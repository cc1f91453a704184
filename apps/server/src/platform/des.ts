import { randomBytes } from 'node:crypto';
import { nativeCipher } from './native-cipher.ts';

/**
 * DES and triple DES by OpenSSL, for the protocols that still demand them. Single DES is written as
 * triple DES with one key three times, because OpenSSL 3 has put the single form away.
 */
export const nativeDes = nativeCipher({
  blockBytes: 8,
  named: (key) => ({ name: 'des-ede3', key: long(key) }),
});

/** A random key with odd parity in every byte, as key loaders expect it. */
export function newDesKey(size: 8 | 16): Uint8Array {
  return setOddParity(Uint8Array.from(randomBytes(size)));
}

/** Sets the last bit of every byte so that its ones are odd in number; changes the key itself. */
export function setOddParity(key: Uint8Array): Uint8Array {
  for (const [i, byte] of key.entries()) {
    let ones = 0;
    for (let bit = 1; bit < 8; bit++) ones += (byte >> bit) & 1;
    key[i] = (byte & 0xfe) | (ones % 2 === 0 ? 1 : 0);
  }
  return key;
}

function long(key: Uint8Array): Uint8Array {
  if (key.length === 8) return Buffer.concat([key, key, key]);
  if (key.length === 16) return Buffer.concat([key, key.subarray(0, 8)]);
  if (key.length === 24) return key;
  throw new RangeError('a DES key has 8, 16 or 24 bytes');
}
