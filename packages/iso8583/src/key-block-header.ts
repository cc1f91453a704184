/**
 * The readable head of a key block (ANSI X9.143, before it TR-31:2018): what
 * the key is for, bound to the key by the block's MAC.
 */
import type { BlockCipher } from './cipher.ts';

/** `B` is derived from a triple DES key, `D` from an AES key. */
export type KeyBlockVersion = 'B' | 'D';

/** Anything with an id of two characters that shall travel with the key. */
export type OptionalBlock = { readonly id: string; readonly value: string };

export type KeyBlockHeader = {
  readonly version: KeyBlockVersion;
  /** Two characters: P0 PIN, M0 to M8 MAC, K0 and K1 key wrapping, D0 data, B0 base derivation … */
  readonly usage: string;
  /** T triple DES, D single DES, A AES; a digit is a private agreement (here 4 is SM4). */
  readonly algorithm: string;
  /** E encipher, D decipher, B both, G make, V verify, C make and verify, X derive, N anything. */
  readonly mode: string;
  /** Two characters: `00` says that there are no versions. */
  readonly keyVersion: string;
  /** E under a trusted key, S under any, N not at all. */
  readonly exportability: string;
  readonly blocks: readonly OptionalBlock[];
};

/** Four digits in the header say how long the whole is. */
const KEY_BLOCK_CHARACTERS_MAX = 9999;
const FIXED = 16;
const BLOCKS_MAX = 99;
const PADDING = 'PB';

/** How many bytes the ciphers of a version work on. */
export const BLOCK_BYTES: Readonly<Record<KeyBlockVersion, BlockCipher['blockBytes']>> = {
  B: 8,
  D: 16,
};
export const MAC_CHARACTERS: Readonly<Record<KeyBlockVersion, number>> = { B: 16, D: 32 };

/** The header of a key block whose key part takes so many characters. Throws a RangeError. */
export function writeHeader(header: KeyBlockHeader, bodyCharacters: number): string {
  const { version, usage, algorithm, mode, keyVersion, exportability } = header;
  const blocks = header.blocks.map(writeBlock);
  const padding = paddingFor(blocks.join('').length, BLOCK_BYTES[version]);
  const all = padding === undefined ? blocks : [...blocks, padding];
  if (all.length > BLOCKS_MAX) throw new RangeError('a key block has 99 optional blocks at most');
  const length = FIXED + all.join('').length + bodyCharacters;
  if (length > KEY_BLOCK_CHARACTERS_MAX) throw new RangeError('a key block has 9999 characters');
  const fixed =
    version +
    String(length).padStart(4, '0') +
    usage +
    algorithm +
    mode +
    keyVersion +
    exportability +
    String(all.length).padStart(2, '0') +
    '00';
  if (!/^[BD]\d{4}[A-Z\d]{2}[A-Z\d][A-Z\d][ -~]{2}[A-Z\d]\d{4}$/.test(fixed))
    throw new RangeError('a key block header has another form');
  return fixed + all.join('');
}

function writeBlock({ id, value }: OptionalBlock): string {
  if (!/^[A-Z\d]{2}$/.test(id) || !/^[ -~]*$/.test(value) || id === PADDING)
    throw new RangeError('an optional block has an id of two characters and printable text');
  const short = value.length + 4;
  if (short <= 0xff) return id + hex(short, 2) + value;
  return `${id}0002${hex(value.length + 10, 4)}${value}`;
}

/** Optional blocks end where a block of the cipher ends; a block of padding sees to it. */
function paddingFor(length: number, blockBytes: number): string | undefined {
  const rest = length % blockBytes;
  if (rest === 0) return undefined;
  const missing = blockBytes - rest;
  const size = missing < 4 ? missing + blockBytes : missing;
  return PADDING + hex(size, 2) + '0'.repeat(size - 4);
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

export type HeaderRead = { readonly header: KeyBlockHeader; readonly characters: number };

/** The header of a key block and how many characters it takes; nothing when it is not one. */
export function readHeader(text: string): HeaderRead | undefined {
  const fixed =
    /^([BD])(\d{4})([A-Z\d]{2})([A-Z\d])([A-Z\d])([ -~]{2})([A-Z\d])(\d{2})[ -~]{2}/.exec(text);
  if (fixed === null || Number(fixed[2]) !== text.length) return undefined;
  const [, version = '', , usage = '', algorithm = '', mode = ''] = fixed;
  const [, , , , , , keyVersion = '', exportability = '', count = ''] = fixed;
  if (version !== 'B' && version !== 'D') return undefined;
  const read = readBlocks(text, Number(count));
  if (read === undefined || (read.end - FIXED) % BLOCK_BYTES[version] !== 0) return undefined;
  const blocks = read.blocks.filter(({ id }) => id !== PADDING);
  const header = { version, usage, algorithm, mode, keyVersion, exportability, blocks } as const;
  return { header, characters: read.end };
}

type BlocksRead = { readonly blocks: readonly OptionalBlock[]; readonly end: number };

function readBlocks(text: string, count: number): BlocksRead | undefined {
  const blocks: OptionalBlock[] = [];
  let at = FIXED;
  for (let i = 0; i < count; i++) {
    const head = /^([A-Z\d]{2})([\dA-F]{2})(?:02([\dA-F]{4}))?/.exec(text.slice(at, at + 10));
    if (head === null) return undefined;
    const [, id = '', short = '', long] = head;
    const isLong = short === '00';
    const size = parseInt(isLong ? (long ?? '') : short, 16);
    const headSize = isLong ? 10 : 4;
    if (!(size >= headSize) || at + size > text.length) return undefined;
    const value = text.slice(at + headSize, at + size);
    if (!/^[ -~]*$/.test(value)) return undefined;
    blocks.push({ id, value });
    at += size;
  }
  return { blocks, end: at };
}
