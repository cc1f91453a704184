/**
 * Tracks under the track key (UnionPay POS specification, track encryption; protocol.md §4.6): of the
 * packed track only one block is enciphered, the one that ends one byte before the last byte.
 */
import { fromHex, toHex } from './bytes.ts';
import type { KeyUse } from './cipher.ts';

/**
 * A track (digits with `=` or `D` between) with its block enciphered, as nibbles in hex: enciphered
 * nibbles may be anything. A track too short for a block is filled with F first. Throws a RangeError
 * for other characters.
 */
export function encryptTrack(track: string, use: KeyUse): string {
  const nibbles = track.replaceAll('=', 'D').toUpperCase();
  if (!/^[0-9D]+$/.test(nibbles)) throw new RangeError('a track has digits and separators');
  const least = 2 * (use.cipher.blockBytes + 1);
  return through(nibbles.padEnd(least, 'F'), use, 'encrypt');
}

/** The track that was enciphered, with `D` between its parts; nothing when it is not one. */
export function decryptTrack(sealed: string, use: KeyUse): string | undefined {
  const least = 2 * (use.cipher.blockBytes + 1);
  if (sealed.length < least || !/^[0-9A-F]+$/i.test(sealed)) return undefined;
  const track = through(sealed.toUpperCase(), use, 'decrypt').replace(/F+$/, '');
  return /^[0-9D]+$/.test(track) ? track : undefined;
}

function through(nibbles: string, { key, cipher }: KeyUse, way: 'encrypt' | 'decrypt'): string {
  const isOdd = nibbles.length % 2 === 1;
  const bytes = fromHex(isOdd ? `${nibbles}0` : nibbles);
  const { start, end } = trackBlockAt(bytes.length, cipher.blockBytes);
  bytes.set(cipher[way](key, bytes.subarray(start, end)), start);
  const out = toHex(bytes);
  return isOdd ? out.slice(0, -1) : out;
}

/** Where the enciphered block lies in a packed track of so many bytes. */
function trackBlockAt(
  length: number,
  blockBytes: number,
): { readonly start: number; readonly end: number } {
  return { start: length - 1 - blockBytes, end: length - 1 };
}
