import { sameBytes, xorInto } from './bytes.ts';
import { decryptBlocks, encryptBlocks, type KeyUse } from './cipher.ts';
import { cmacOf } from './cmac.ts';

const KCV_BYTES = 4;

/**
 * Key check value: the first bytes of one block of zeros enciphered; 4 of them unless asked for
 * another count (3 to a whole block).
 */
export function kcvOf({ key, cipher }: KeyUse, bytes = KCV_BYTES): Uint8Array {
  return cipher.encrypt(key, new Uint8Array(cipher.blockBytes)).slice(0, bytes);
}

/** Whether a check value, of whatever length the host likes (3 to 8 bytes), fits the key. */
export function isKcv(use: KeyUse, kcv: Uint8Array): boolean {
  return kcv.length >= 3 && sameBytes(kcvOf(use, kcv.length), kcv);
}

/**
 * Key check value by CMAC over one block of zeros, as X9.24-1 and TR-31 ask for AES keys; 5 bytes
 * unless asked for another count.
 */
export function cmacKcvOf(use: KeyUse, bytes = 5): Uint8Array {
  return cmacOf(new Uint8Array(use.cipher.blockBytes), use).slice(0, bytes);
}

/**
 * The key that several people bring in parts, none of which tells anything alone: all laid upon each
 * other. Throws a RangeError for less than two, or parts of different lengths.
 */
export function keyFromComponents(components: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = components;
  if (first === undefined || others.length === 0)
    throw new RangeError('a key comes in two components or more');
  if (others.some(({ length }) => length !== first.length))
    throw new RangeError('the components of a key are of one length');
  return others.reduce(xorInto, Uint8Array.from(first));
}

/** Deciphers a key that another key carries (ECB, block by block). */
export function unwrapKey(wrapped: Uint8Array, use: KeyUse): Uint8Array {
  return decryptBlocks(wrapped, use);
}

/** Enciphers a key under another key (ECB, block by block). */
export function wrapKey(plain: Uint8Array, use: KeyUse): Uint8Array {
  return encryptBlocks(plain, use);
}
