/**
 * AES (FIPS 197) on one block in plain arithmetic, for places that have no cipher of their own; a
 * server gives native code instead, which is faster and leaks nothing through the processor's cache.
 */
import type { BlockCipher } from './cipher.ts';
import { keptByKey } from './schedules.ts';

export const aesCipher: BlockCipher = {
  blockBytes: 16,
  encrypt(key, block) {
    const [keys, state] = [scheduleOf(key), stateOf(block)];
    const last = keys.length - 16;
    add(state, keys, 0);
    for (let at = 16; at <= last; at += 16) {
      shifted(state, S, 1);
      if (at < last) mix(state, FORWARD);
      add(state, keys, at);
    }
    return state;
  },
  decrypt(key, block) {
    const [keys, state] = [scheduleOf(key), stateOf(block)];
    const last = keys.length - 16;
    add(state, keys, last);
    for (let at = last - 16; at >= 0; at -= 16) {
      shifted(state, S_BACK, 3);
      add(state, keys, at);
      if (at > 0) mix(state, BACKWARD);
    }
    return state;
  },
};

const scheduleOf = keptByKey(schedule);

/** Round keys one after the other, 16 bytes each: 11, 13 or 15 of them. */
function schedule(key: Uint8Array): Uint8Array {
  const size = key.length;
  if (size !== 16 && size !== 24 && size !== 32)
    throw new RangeError('an AES key has 16, 24 or 32 bytes');
  const out = new Uint8Array(16 * (size / 4 + 7));
  out.set(key);
  let round = 1;
  for (let at = size; at < out.length; at += 4) {
    const word = [...out.subarray(at - 4, at)];
    if (at % size === 0) {
      word.push(word.shift() ?? 0);
      for (let i = 0; i < 4; i++) word[i] = S[word[i] ?? 0] ?? 0;
      word[0] = (word[0] ?? 0) ^ round;
      round = doubled(round);
    } else if (size === 32 && at % size === 16) {
      for (let i = 0; i < 4; i++) word[i] = S[word[i] ?? 0] ?? 0;
    }
    for (let i = 0; i < 4; i++) out[at + i] = (out[at - size + i] ?? 0) ^ (word[i] ?? 0);
  }
  return out;
}

function stateOf(block: Uint8Array): Uint8Array {
  if (block.length !== 16) throw new RangeError('an AES block has 16 bytes');
  return Uint8Array.from(block);
}

function add(state: Uint8Array, keys: Uint8Array, at: number): void {
  for (let i = 0; i < 16; i++) state[i] = (state[i] ?? 0) ^ (keys[at + i] ?? 0);
}

/** Substitutes every byte and turns row r by r columns; `step` 1 turns left, 3 turns back. */
function shifted(state: Uint8Array, box: Uint8Array, step: 1 | 3): void {
  const before = state.slice();
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      const from = (column + step * row) % 4;
      state[4 * column + row] = box[before[4 * from + row] ?? 0] ?? 0;
    }
  }
}

/** Multiplies every column by the circulant matrix whose first row is given. */
function mix(state: Uint8Array, row: readonly number[]): void {
  for (let at = 0; at < 16; at += 4) {
    const column = state.slice(at, at + 4);
    for (let i = 0; i < 4; i++) {
      let sum = 0;
      for (let j = 0; j < 4; j++) sum ^= product(row[(j + 4 - i) % 4] ?? 0, column[j] ?? 0);
      state[at + i] = sum;
    }
  }
}

const FORWARD: readonly number[] = [2, 3, 1, 1];
const BACKWARD: readonly number[] = [14, 11, 13, 9];

/** In the field of 256 elements, modulo x⁸ + x⁴ + x³ + x + 1. */
function product(a: number, b: number): number {
  let [sum, times] = [0, b];
  for (let rest = a; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) sum ^= times;
    times = doubled(times);
  }
  return sum;
}

function doubled(value: number): number {
  return ((value << 1) ^ (value >= 0x80 ? 0x1b : 0)) & 0xff;
}

/** The S-box: the inverse in the field, then the affine map of FIPS 197 §5.1.1. */
const S = Uint8Array.from({ length: 256 }, (_, value) => {
  let inverse = 1;
  for (let i = 0; i < 254; i++) inverse = product(inverse, value);
  if (value === 0) inverse = 0;
  const spread = inverse | (inverse << 8);
  return (inverse ^ (spread >> 7) ^ (spread >> 6) ^ (spread >> 5) ^ (spread >> 4) ^ 0x63) & 0xff;
});

const S_BACK = new Uint8Array(256);
for (const [value, image] of S.entries()) S_BACK[image] = value;
