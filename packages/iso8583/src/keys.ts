import { concat, sameBytes } from './bytes.ts';
import type { BlockCipher } from './des.ts';

/** A key and what ciphers it. */
export type KeyUse = { readonly key: Uint8Array; readonly cipher: BlockCipher };

const KCV_BYTES = 4;

/** Key check value: the first bytes of eight zero bytes enciphered. */
export function kcvOf({ key, cipher }: KeyUse): Uint8Array {
  return cipher.encrypt(key, new Uint8Array(8)).slice(0, KCV_BYTES);
}

/** Whether a check value, of whatever length the host likes (3 to 8 bytes), fits the key. */
export function isKcv(use: KeyUse, kcv: Uint8Array): boolean {
  const full = use.cipher.encrypt(use.key, new Uint8Array(8));
  return kcv.length >= 3 && sameBytes(full.subarray(0, kcv.length), kcv);
}

/** Deciphers a key that another key carries (ECB, block by block). */
export function unwrapKey(wrapped: Uint8Array, { key, cipher }: KeyUse): Uint8Array {
  return inBlocks(wrapped, (block) => cipher.decrypt(key, block));
}

/** Enciphers a key under another key (ECB, block by block). */
export function wrapKey(plain: Uint8Array, { key, cipher }: KeyUse): Uint8Array {
  return inBlocks(plain, (block) => cipher.encrypt(key, block));
}

function inBlocks(bytes: Uint8Array, each: (block: Uint8Array) => Uint8Array): Uint8Array {
  if (bytes.length === 0 || bytes.length % 8 !== 0)
    throw new RangeError('a wrapped key has whole blocks of 8 bytes');
  return concat(
    Array.from({ length: bytes.length / 8 }, (_, i) => each(bytes.subarray(8 * i, 8 * i + 8))),
  );
}

/** The working keys that a sign-in answer brings in F62. */
export type WorkKeys = {
  /** Enciphers the PIN. */
  readonly pik: Uint8Array;
  /** Makes the MAC; 8 bytes, or 16 where the host is newer. */
  readonly mak: Uint8Array;
  /** Enciphers tracks; only after a sign-in with 004. */
  readonly tdk?: Uint8Array;
};

export type WorkKeysRead =
  | { readonly ok: true; readonly keys: WorkKeys }
  | { readonly ok: false; readonly reason: 'length' | 'pik' | 'mak' | 'tdk' };

/**
 * Opens F62 of a sign-in answer: 24 bytes (001), 40 (003) or 60 (004), and proves each check value.
 * In the 40-byte form a MAC key of single length has zeros as its second half.
 */
export function openWorkKeys(f62: Uint8Array, tmk: KeyUse): WorkKeysRead {
  const size = f62.length === 24 ? 8 : 16;
  if (![24, 40, 60].includes(f62.length)) return { ok: false, reason: 'length' };
  const pik = openKey(f62.subarray(0, size + 4), tmk);
  if (pik === undefined) return { ok: false, reason: 'pik' };
  const mak = openKey(f62.subarray(size + 4, 2 * size + 8), tmk);
  if (mak === undefined) return { ok: false, reason: 'mak' };
  if (f62.length < 60) return { ok: true, keys: { pik, mak } };
  const tdk = openKey(f62.subarray(40), tmk);
  return tdk === undefined ? { ok: false, reason: 'tdk' } : { ok: true, keys: { pik, mak, tdk } };
}

function openKey(entry: Uint8Array, tmk: KeyUse): Uint8Array | undefined {
  const wrapped = entry.subarray(0, -KCV_BYTES);
  const isSingle = wrapped.subarray(8).every((byte) => byte === 0);
  const key = unwrapKey(isSingle ? wrapped.subarray(0, 8) : wrapped, tmk);
  return isKcv({ key, cipher: tmk.cipher }, entry.subarray(-KCV_BYTES)) ? key : undefined;
}

/** F62 of a sign-in answer, as the host writes it: every key with its check value. */
export function sealWorkKeys({ pik, mak, tdk }: WorkKeys, tmk: KeyUse): Uint8Array {
  if (pik.length !== 16) throw new RangeError('a PIN key has 16 bytes');
  return concat([pik, mak, ...(tdk === undefined ? [] : [tdk])].map((key) => sealKey(key, tmk)));
}

function sealKey(key: Uint8Array, tmk: KeyUse): Uint8Array {
  const slot = new Uint8Array(16 + KCV_BYTES);
  slot.set(wrapKey(key, tmk));
  slot.set(kcvOf({ key, cipher: tmk.cipher }), 16);
  return slot;
}
