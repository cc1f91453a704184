/**
 * DES and triple DES on one block, in plain arithmetic, for places that have no cipher of their
 * own (a browser). A server gives its own `BlockCipher`: native code is faster and does not leak
 * key bits through the processor's cache as these table look-ups do.
 */
import type { BlockCipher } from './cipher.ts';
import { FINAL, INITIAL, KEY_CHOICE_1, KEY_CHOICE_2, KEY_SHIFTS, P, S } from './des-tables.ts';

/** Keys of 8 bytes (DES), 16 or 24 (triple DES). */
export const desCipher: BlockCipher = {
  blockBytes: 8,
  encrypt(key, block) {
    const [k1, k2, k3] = partsOf(key);
    const once = des(block, schedule(k1));
    if (k2 === undefined || k3 === undefined) return once;
    return des(des(once, schedule(k2).toReversed()), schedule(k3));
  },
  decrypt(key, block) {
    const [k1, k2, k3] = partsOf(key);
    if (k2 === undefined || k3 === undefined) return des(block, schedule(k1).toReversed());
    const once = des(block, schedule(k3).toReversed());
    return des(des(once, schedule(k2)), schedule(k1).toReversed());
  },
};

function partsOf(key: Uint8Array): readonly [Uint8Array, Uint8Array?, Uint8Array?] {
  const k1 = key.subarray(0, 8);
  if (key.length === 8) return [k1];
  if (key.length === 16) return [k1, key.subarray(8), k1];
  if (key.length === 24) return [k1, key.subarray(8, 16), key.subarray(16)];
  throw new RangeError('a DES key has 8, 16 or 24 bytes');
}

type RoundKey = Uint8Array; // 8 groups of 6 bits

function schedule(key: Uint8Array): RoundKey[] {
  const chosen = permute(bitsOf(key), KEY_CHOICE_1);
  let c = chosen.slice(0, 28);
  let d = chosen.slice(28);
  return KEY_SHIFTS.map((shift) => {
    c = rotate(c, shift);
    d = rotate(d, shift);
    const bits = permute([...c, ...d], KEY_CHOICE_2);
    return Uint8Array.from({ length: 8 }, (_, i) => numberOf(bits.slice(6 * i, 6 * i + 6)));
  });
}

function des(block: Uint8Array, keys: readonly RoundKey[]): Uint8Array {
  if (block.length !== 8) throw new RangeError('a DES block has 8 bytes');
  const start = permute(bitsOf(block), INITIAL);
  let left = numberOf(start.slice(0, 32));
  let right = numberOf(start.slice(32));
  for (const key of keys) [left, right] = [right, (left ^ rounds(right, key)) >>> 0];
  // The halves change places once more before the final permutation.
  return packed(permute([...bits32(right), ...bits32(left)], FINAL));
}

function rounds(right: number, key: RoundKey): number {
  // Group i of the expansion is the six bits that begin one bit before nibble i, going round.
  const wide = ((right << 31) | (right >>> 1)) >>> 0;
  let out = 0;
  for (let i = 0; i < 8; i++) {
    const turn = (4 * i) % 32;
    const turned = turn === 0 ? wide : ((wide << turn) | (wide >>> (32 - turn))) >>> 0;
    const six = (turned >>> 26) ^ (key[i] ?? 0);
    out |= SP[i * 64 + six] ?? 0;
  }
  return out >>> 0;
}

/** Each S-box with the permutation P already applied to its four bits. */
const SP = Uint32Array.from({ length: 8 * 64 }, (_, at) => {
  const box = at >> 6;
  const six = at & 63;
  const row = ((six >> 4) & 2) | (six & 1);
  const four = S[box]?.[row * 16 + ((six >> 1) & 15)] ?? 0;
  return numberOf(permute(bits32((four << (28 - 4 * box)) >>> 0), P));
});

function permute(bits: readonly number[], table: readonly number[]): number[] {
  return table.map((from) => bits[from - 1] ?? 0);
}

function rotate(bits: readonly number[], by: number): number[] {
  return [...bits.slice(by), ...bits.slice(0, by)];
}

function bitsOf(bytes: Uint8Array): number[] {
  return Array.from(
    { length: bytes.length * 8 },
    (_, i) => ((bytes[i >> 3] ?? 0) >> (7 - (i & 7))) & 1,
  );
}

function bits32(value: number): number[] {
  return Array.from({ length: 32 }, (_, i) => (value >>> (31 - i)) & 1);
}

function numberOf(bits: readonly number[]): number {
  return bits.reduce((sum, bit) => ((sum << 1) | bit) >>> 0, 0);
}

function packed(bits: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: 8 }, (_, i) => numberOf(bits.slice(8 * i, 8 * i + 8)));
}
