import { sameBytes } from './bytes.ts';
import { decryptBlocks, encryptBlocks, type KeyUse } from './cipher.ts';

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

/** Deciphers a key that another key carries (ECB, block by block). */
export function unwrapKey(wrapped: Uint8Array, use: KeyUse): Uint8Array {
  return decryptBlocks(wrapped, use);
}

/** Enciphers a key under another key (ECB, block by block). */
export function wrapKey(plain: Uint8Array, use: KeyUse): Uint8Array {
  return encryptBlocks(plain, use);
}
