/**
 * Track encryption (docs/protocol.md §4.6): the one block of the packed track that ends a byte before
 * its last byte goes under the track key, so that the number in front stays readable on the way.
 */
import { fromHex, toHex } from '@kaitong/iso8583';
import type { KeyUse } from '@kaitong/iso8583';

export function sealTrack(track: string, { key, cipher }: KeyUse): string {
  const text = track.replace('=', 'D');
  const packed = fromHex(text.length % 2 === 0 ? text : `${text}0`);
  const end = packed.length - 1;
  const start = end - cipher.blockBytes;
  if (start < 0) return text;
  packed.set(cipher.encrypt(key, packed.slice(start, end)), start);
  return toHex(packed).slice(0, text.length);
}
