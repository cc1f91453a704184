/**
 * Key blocks by derivation (ANSI X9.143, before it TR-31:2018): version B
 * under a triple DES key, version D under an AES key. From the protection key come a key to encipher
 * and a key to authenticate with; the MAC over header and clear key is also where the enciphering
 * starts, so that neither can be changed without the other.
 */
import { concat, fromAscii, fromHex, sameBytes, toHex, xorInto } from './bytes.ts';
import type { KeyUse } from './cipher.ts';
import { cmacOf } from './cmac.ts';
import {
  BLOCK_BYTES,
  MAC_CHARACTERS,
  readHeader,
  writeHeader,
  type HeaderRead,
  type KeyBlockHeader,
} from './key-block-header.ts';
import type { Chance } from './pin-field.ts';

/** How long keys of an algorithm are, in bytes. */
const KEY_BYTES: Readonly<Record<string, readonly number[]>> = {
  A: [16, 24, 32],
  D: [8],
  T: [16, 24],
  '4': [16],
};

export type KeyBlockContent = { readonly header: KeyBlockHeader; readonly key: Uint8Array };

/**
 * A key block as text. Chance fills what is left of the last block. Throws a RangeError when the
 * algorithm has no keys of this length, the protection key does not fit the version, or is weaker
 * than the key that it shall protect.
 */
export function wrapKeyBlock(
  { header, key }: KeyBlockContent,
  kbpk: KeyUse,
  chance: Chance,
): string {
  checkProtection(header, kbpk);
  if (KEY_BYTES[header.algorithm]?.includes(key.length) !== true)
    throw new RangeError('the algorithm of this key block has no keys of this length');
  // A triple DES key of 24 bytes is no stronger than an AES key of 16.
  const isOfAnotherKind = header.version === 'D' && header.algorithm === 'T';
  if (!isOfAnotherKind && key.length > kbpk.key.length)
    throw new RangeError('a key is not protected by a shorter one');
  const size = BLOCK_BYTES[header.version];
  const clear = new Uint8Array(Math.ceil((2 + key.length) / size) * size);
  clear.set([(8 * key.length) >> 8, (8 * key.length) & 0xff]);
  clear.set(key, 2);
  clear.set(chance(clear.length - 2 - key.length), 2 + key.length);
  const head = writeHeader(header, 2 * clear.length + MAC_CHARACTERS[header.version]);
  const mac = macWith(kbpk, concat([fromAscii(head), clear]));
  const sealed = encryptChain(clear, { ...kbpk, key: derived(kbpk, ENCIPHER) }, mac);
  clear.fill(0);
  return head + toHex(sealed) + toHex(mac);
}

/** What a caller will use the key for; whatever is left out may be anything. */
export type KeyBlockWanted = {
  readonly usage?: readonly string[];
  readonly algorithm?: readonly string[];
  readonly mode?: readonly string[];
};

/** Why a key block was refused; the first that is wrong, in this order. */
export type KeyBlockTrouble =
  | 'form' // not a key block
  | 'protection' // the protection key is for another version
  | 'mac' // changed, or under another protection key
  | 'length' // no keys of this length in its algorithm
  | 'usage'
  | 'algorithm'
  | 'mode';

export type KeyBlockOpened =
  | ({ readonly ok: true } & KeyBlockContent)
  | { readonly ok: false; readonly reason: KeyBlockTrouble };

/** Opens a key block for one use. Never throws on a bad block and never says anything of the key. */
export function unwrapKeyBlock(
  text: string,
  kbpk: KeyUse,
  wanted: KeyBlockWanted = {},
): KeyBlockOpened {
  const read = readHeader(text);
  if (read === undefined) return { ok: false, reason: 'form' };
  const { header } = read;
  if (!isProtection(header, kbpk)) return { ok: false, reason: 'protection' };
  const parts = partsOf(text, read);
  if (parts === undefined) return { ok: false, reason: 'form' };
  const clear = decryptChain(parts.sealed, { ...kbpk, key: derived(kbpk, ENCIPHER) }, parts.mac);
  const isWhole = sameBytes(macWith(kbpk, concat([fromAscii(parts.head), clear])), parts.mac);
  const bits = ((clear[0] ?? 0) << 8) | (clear[1] ?? 0);
  const key = clear.slice(2, 2 + bits / 8);
  clear.fill(0);
  const reason = isWhole ? troubleWith(header, { bits, key, wanted }) : 'mac';
  if (reason === undefined) return { ok: true, header, key };
  key.fill(0);
  return { ok: false, reason };
}

type Parts = { readonly head: string; readonly sealed: Uint8Array; readonly mac: Uint8Array };

function partsOf(text: string, { header, characters }: HeaderRead): Parts | undefined {
  const body = text.slice(characters);
  const macAt = body.length - MAC_CHARACTERS[header.version];
  const size = 2 * BLOCK_BYTES[header.version];
  if (macAt < size || macAt % size !== 0 || !/^[\dA-F]*$/i.test(body)) return undefined;
  return {
    head: text.slice(0, characters),
    sealed: fromHex(body.slice(0, macAt)),
    mac: fromHex(body.slice(macAt)),
  };
}

type Found = {
  readonly bits: number;
  readonly key: Uint8Array;
  readonly wanted: KeyBlockWanted;
};

function troubleWith(
  { usage, algorithm, mode }: KeyBlockHeader,
  { bits, key, wanted }: Found,
): KeyBlockTrouble | undefined {
  const isLength = 8 * key.length === bits && KEY_BYTES[algorithm]?.includes(key.length) === true;
  if (!isLength) return 'length';
  if (wanted.usage?.includes(usage) === false) return 'usage';
  if (wanted.algorithm?.includes(algorithm) === false) return 'algorithm';
  // N is a key that its maker left free.
  if (mode !== 'N' && wanted.mode?.includes(mode) === false) return 'mode';
  return undefined;
}

function checkProtection(header: KeyBlockHeader, kbpk: KeyUse): void {
  if (!isProtection(header, kbpk))
    throw new RangeError('this version of key block is made with another kind of key');
}

function isProtection({ version }: KeyBlockHeader, { key, cipher }: KeyUse): boolean {
  const lengths = version === 'B' ? [16, 24] : [16, 24, 32];
  return cipher.blockBytes === BLOCK_BYTES[version] && lengths.includes(key.length);
}

const ENCIPHER = 0;
const AUTHENTICATE = 1;

function macWith(kbpk: KeyUse, data: Uint8Array): Uint8Array {
  const mac = cmacOf(data, { ...kbpk, key: derived(kbpk, AUTHENTICATE) });
  data.fill(0);
  return mac;
}

/** CMAC in counter mode over counter, purpose, algorithm and length of the key to be derived. */
function derived({ key, cipher }: KeyUse, purpose: number): Uint8Array {
  const isDes = cipher.blockBytes === 8;
  const algorithm = isDes ? key.length / 8 - 2 : key.length / 8;
  const bits = 8 * key.length;
  const count = Math.ceil(key.length / cipher.blockBytes);
  const parts = Array.from({ length: count }, (_, i) => {
    const asked = [i + 1, 0, purpose, 0, 0, algorithm, bits >> 8, bits & 0xff];
    return cmacOf(Uint8Array.from(asked), { key, cipher });
  });
  return concat(parts).subarray(0, key.length);
}

/** CBC from the given block. */
function encryptChain(clear: Uint8Array, { key, cipher }: KeyUse, start: Uint8Array): Uint8Array {
  const out = clear.slice();
  let before = start;
  for (let at = 0; at < out.length; at += cipher.blockBytes) {
    const block = out.subarray(at, at + cipher.blockBytes);
    block.set(cipher.encrypt(key, xorInto(block, before)));
    before = block;
  }
  return out;
}

function decryptChain(sealed: Uint8Array, { key, cipher }: KeyUse, start: Uint8Array): Uint8Array {
  const out = new Uint8Array(sealed.length);
  let before = start;
  for (let at = 0; at < out.length; at += cipher.blockBytes) {
    const block = sealed.subarray(at, at + cipher.blockBytes);
    out.set(xorInto(cipher.decrypt(key, block), before), at);
    before = block;
  }
  return out;
}
