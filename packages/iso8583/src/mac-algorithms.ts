import { fromAscii, toHex, xorInto } from './bytes.ts';
import type { BlockCipher } from './cipher.ts';
import { cmacOf } from './cmac.ts';

/**
 * How F64 is made (UnionPay POS specification, MAC; protocol.md §4.3). `cupEcb` is UnionPay's own;
 * with `sm4Cipher` it is its SM4 variant. `x9.19` is the retail MAC, `x9.9` single DES in CBC,
 * `xor3des` folds the data into one block and enciphers that, `cmac` is CMAC cut to eight bytes.
 */
export type MacAlgorithm = 'cupEcb' | 'x9.19' | 'x9.9' | 'xor3des' | 'cmac';

export type MacKey = {
  readonly algorithm: MacAlgorithm;
  readonly key: Uint8Array;
  readonly cipher: BlockCipher;
};

/** Every algorithm fills the eight bytes of F64. */
export const MAC_BYTES = 8;

/**
 * The eight bytes of F64 over the given data. Throws a RangeError when the algorithm has no use for
 * a key of this length or a cipher of this block size.
 */
export function macOf(data: Uint8Array, { algorithm, key, cipher }: MacKey): Uint8Array {
  const isDes = cipher.blockBytes === 8;
  if (!isDes && algorithm !== 'cupEcb' && algorithm !== 'cmac')
    throw new RangeError(`${algorithm} is made with DES`);
  return ALGORITHMS[algorithm](data, key, cipher);
}

/** All blocks of the data, the last filled with zeros, one laid upon the other. */
export function folded(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  for (let at = 0; at < data.length; at += size) xorInto(out, data.subarray(at, at + size));
  return out;
}

type Algorithm = (data: Uint8Array, key: Uint8Array, cipher: BlockCipher) => Uint8Array;

/** XOR of all blocks, spelled in hex; its halves go through the cipher; again in hex, first half. */
const cupEcb: Algorithm = (data, key, cipher) => {
  const size = cipher.blockBytes;
  const spelled = fromAscii(toHex(folded(data, size)));
  const first = cipher.encrypt(key, spelled.subarray(0, size));
  const second = cipher.encrypt(key, xorInto(first, spelled.subarray(size)));
  return fromAscii(toHex(second.subarray(0, MAC_BYTES / 2)));
};

const retail: Algorithm = (data, key, cipher) => {
  const { left, right } = halvesOf(key);
  return cipher.encrypt(left, cipher.decrypt(right, chain(data, left, cipher)));
};

const single: Algorithm = (data, key, cipher) => chain(data, leftOf(key), cipher);

const xor3des: Algorithm = (data, key, cipher) => cipher.encrypt(key, folded(data, MAC_BYTES));

const cmac: Algorithm = (data, key, cipher) => cmacOf(data, { key, cipher }).slice(0, MAC_BYTES);

const ALGORITHMS = { cupEcb, 'x9.19': retail, 'x9.9': single, xor3des, cmac } as const;

/** CBC from zero, the last block filled with zeros; its last block. */
function chain(data: Uint8Array, key: Uint8Array, cipher: BlockCipher): Uint8Array {
  const size = cipher.blockBytes;
  let state: Uint8Array = new Uint8Array(size);
  for (let at = 0; at < data.length; at += size)
    state = cipher.encrypt(key, xorInto(state, data.subarray(at, at + size)));
  return state;
}

type Halves = { readonly left: Uint8Array; readonly right: Uint8Array };

// Views of the key, kept as long as it is: ciphers know a key again by its buffer.
const halves = new WeakMap<Uint8Array, Halves>();

function halvesOf(key: Uint8Array): Halves {
  if (key.length !== 16) throw new RangeError('x9.19 takes a key of 16 bytes');
  const kept = halves.get(key) ?? { left: key.subarray(0, 8), right: key.subarray(8) };
  halves.set(key, kept);
  return kept;
}

function leftOf(key: Uint8Array): Uint8Array {
  return key.length === 16 ? halvesOf(key).left : key;
}
