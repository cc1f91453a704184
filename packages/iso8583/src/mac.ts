import { concat, fromAscii, sameBytes, toHex, xor } from './bytes.ts';
import type { BlockCipher } from './cipher.ts';
import { bodyOffset, encode } from './encode.ts';
import type { Message, Profile } from './profile.ts';

/** `cupEcb` is UnionPay's own; `x9.19` is the retail MAC, `x9.9` single DES in CBC. */
export type MacAlgorithm = 'cupEcb' | 'x9.19' | 'x9.9';

export type MacKey = {
  readonly algorithm: MacAlgorithm;
  readonly key: Uint8Array;
  readonly cipher: BlockCipher;
};

const BLOCK = 8;

/** The eight bytes of F64 over the given data (UnionPay POS specification, MAC). */
export function macOf(data: Uint8Array, { algorithm, key, cipher }: MacKey): Uint8Array {
  return ALGORITHMS[algorithm](data, key, cipher);
}

/** Encodes the message and adds the MAC field as its last. */
export function withMac(profile: Profile, message: Message, key: MacKey): Uint8Array {
  const blank = { ...message.fields, [profile.macField]: new Uint8Array(BLOCK) };
  const bytes = encode(profile, { ...message, fields: blank });
  const end = bytes.length - BLOCK;
  bytes.set(macOf(bytes.subarray(bodyOffset(profile), end), key), end);
  return bytes;
}

/** Whether the frame carries a MAC field and the MAC is right. */
export function verifyMac(profile: Profile, bytes: Uint8Array, key: MacKey): boolean {
  const end = bytes.length - BLOCK;
  if (end < bodyOffset(profile) || !carriesMac(profile, bytes)) return false;
  return sameBytes(bytes.subarray(end), macOf(bytes.subarray(bodyOffset(profile), end), key));
}

function carriesMac(profile: Profile, bytes: Uint8Array): boolean {
  const bit = profile.macField - 1;
  const bitmap = bodyOffset(profile) + 2;
  if (bit >= 64 && ((bytes[bitmap] ?? 0) & 0x80) === 0) return false;
  return ((bytes[bitmap + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0;
}

/** XOR of all blocks, spelled in hex; its halves go through the cipher; again in hex, first half. */
function cupEcb(data: Uint8Array, key: Uint8Array, cipher: BlockCipher): Uint8Array {
  const folded = blocksOf(data).reduce(xor, new Uint8Array(BLOCK));
  const spelled = fromAscii(toHex(folded));
  const first = cipher.encrypt(key, spelled.subarray(0, BLOCK));
  const second = cipher.encrypt(key, xor(first, spelled.subarray(BLOCK)));
  return fromAscii(toHex(second).slice(0, BLOCK));
}

function retail(data: Uint8Array, key: Uint8Array, cipher: BlockCipher): Uint8Array {
  const last = chain(data, key, cipher);
  const opened = cipher.decrypt(key.subarray(BLOCK, 2 * BLOCK), last);
  return cipher.encrypt(key.subarray(0, BLOCK), opened);
}

/** CBC under the first half of the key; the last block. */
function chain(data: Uint8Array, key: Uint8Array, cipher: BlockCipher): Uint8Array {
  return blocksOf(data).reduce<Uint8Array>(
    (before, block) => cipher.encrypt(key.subarray(0, BLOCK), xor(before, block)),
    new Uint8Array(BLOCK),
  );
}

/** Filled with zeros to whole blocks. */
function blocksOf(data: Uint8Array): Uint8Array[] {
  const count = Math.ceil(data.length / BLOCK);
  const padded = concat([data, new Uint8Array(count * BLOCK - data.length)]);
  return Array.from({ length: count }, (_, i) => padded.subarray(i * BLOCK, (i + 1) * BLOCK));
}

const ALGORITHMS = { cupEcb, 'x9.19': retail, 'x9.9': chain } as const;
