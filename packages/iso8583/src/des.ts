/**
 * DES and triple DES on one block, in plain arithmetic, for places that have no cipher of their
 * own (a browser). A server gives its own `BlockCipher`: native code is faster and does not leak
 * key bits through the processor's cache as these table look-ups do.
 */
import type { BlockCipher } from './cipher.ts';
import { FINAL, INITIAL, KEY_CHOICE_1, KEY_CHOICE_2, KEY_SHIFTS, P, S } from './des-tables.ts';
import { keptByKey } from './schedules.ts';

/** Keys of 8 bytes (DES), 16 or 24 (triple DES). */
export const desCipher: BlockCipher = {
  blockBytes: 8,
  encrypt: (key, block) => through(block, schedulesOf(key).forth),
  decrypt: (key, block) => through(block, schedulesOf(key).back),
};

/** Sixteen round keys, each of 8 groups of 6 bits. */
type Schedule = readonly Uint8Array[];

const schedulesOf = keptByKey((key) => {
  const forth = partsOf(key).map(schedule);
  // Triple DES enciphers, deciphers, enciphers; a way back runs each pass the other way round.
  const forthAndBack = forth.map((each, i) => (i === 1 ? each.toReversed() : each));
  return {
    forth: forthAndBack,
    back: forthAndBack.toReversed().map((each) => each.toReversed()),
  };
});

function partsOf(key: Uint8Array): readonly Uint8Array[] {
  const k1 = key.subarray(0, 8);
  if (key.length === 8) return [k1];
  if (key.length === 16) return [k1, key.subarray(8), k1];
  if (key.length === 24) return [k1, key.subarray(8, 16), key.subarray(16)];
  throw new RangeError('a DES key has 8, 16 or 24 bytes');
}

function schedule(key: Uint8Array): Schedule {
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

/** The final permutation undoes the initial one, so that between passes both are left out. */
function through(block: Uint8Array, passes: readonly Schedule[]): Uint8Array {
  if (block.length !== 8) throw new RangeError('a DES block has 8 bytes');
  let [left, right] = [INITIAL_MAP.high(block), INITIAL_MAP.low(block)];
  for (const keys of passes) {
    for (const key of keys) {
      const before = right;
      right = (left ^ rounds(right, key)) >>> 0;
      left = before;
    }
    [left, right] = [right, left];
  }
  const last = bytesOf(left, right);
  return bytesOf(FINAL_MAP.high(last), FINAL_MAP.low(last));
}

function rounds(right: number, key: Uint8Array): number {
  // Group i of the expansion is the six bits that begin one bit before nibble i, going round.
  const wide = ((right << 31) | (right >>> 1)) >>> 0;
  let out = 0;
  for (let i = 0; i < 8; i++) {
    const turned = i === 0 ? wide : (wide << (4 * i)) | (wide >>> (32 - 4 * i));
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

type BlockMap = Readonly<Record<'high' | 'low', (block: Uint8Array) => number>>;

/** A permutation of 64 bits as one look-up a byte: where each of its values leads. */
function blockMap(table: readonly number[]): BlockMap {
  const maps = [table.slice(0, 32), table.slice(32)].map((half) =>
    Uint32Array.from({ length: 8 * 256 }, (_, at) => {
      const block = new Uint8Array(8);
      block[at >> 8] = at & 255;
      return numberOf(permute(bitsOf(block), half));
    }),
  );
  const [high, low] = maps.map((map) => (block: Uint8Array) => {
    let out = 0;
    for (let i = 0; i < 8; i++) out |= map[(i << 8) | (block[i] ?? 0)] ?? 0;
    return out >>> 0;
  });
  if (high === undefined || low === undefined) throw new RangeError('a map has two halves');
  return { high, low };
}

function bytesOf(high: number, low: number): Uint8Array {
  const out = new Uint8Array(8);
  for (let i = 0; i < 4; i++) {
    out[i] = high >>> (24 - 8 * i);
    out[4 + i] = low >>> (24 - 8 * i);
  }
  return out;
}

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

const INITIAL_MAP = blockMap(INITIAL);
const FINAL_MAP = blockMap(FINAL);
