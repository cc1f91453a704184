import { fromAscii, sameBytes, toHex } from './bytes.ts';
import { bodyOffset, encode } from './encode.ts';
import { spelledByte } from './field.ts';
import { MAC_BYTES, macOf, type MacKey } from './mac-algorithms.ts';
import type { Message, Profile } from './profile.ts';

/** Encodes the message and adds the MAC field as its last. */
export function withMac(profile: Profile, message: Message, key: MacKey): Uint8Array {
  const blank = { ...message.fields, [profile.macField]: new Uint8Array(MAC_BYTES) };
  const bytes = encode(profile, { ...message, fields: blank });
  const end = bytes.length - widthOf(profile);
  const mac = macOf(bytes.subarray(bodyOffset(profile), end), key);
  bytes.set(isSpelled(profile) ? fromAscii(toHex(mac)) : mac, end);
  return bytes;
}

/** Whether the frame carries a MAC field and the MAC is right. */
export function verifyMac(profile: Profile, bytes: Uint8Array, key: MacKey): boolean {
  const signed = signedIn(profile, bytes);
  return signed !== undefined && sameBytes(signed.mac, macOf(signed.data, key));
}

/** What a MAC is made over, and the MAC that stands there. */
export type Signed = { readonly data: Uint8Array; readonly mac: Uint8Array };

/** The two halves of a frame with a MAC; nothing when its bitmap does not announce one. */
export function signedIn(profile: Profile, bytes: Uint8Array): Signed | undefined {
  const end = bytes.length - widthOf(profile);
  const from = bodyOffset(profile);
  if (end < from || !carriesMac(profile, bytes)) return undefined;
  const mac = isSpelled(profile) ? fromSpelled(bytes.subarray(end)) : bytes.subarray(end);
  return mac && { data: bytes.subarray(from, end), mac };
}

/** A profile that spells its bytes spells its MAC too. */
function isSpelled({ fields, macField }: Profile): boolean {
  return fields[macField]?.encoding === 'hex';
}

function widthOf(profile: Profile): number {
  return isSpelled(profile) ? 2 * MAC_BYTES : MAC_BYTES;
}

function fromSpelled(letters: Uint8Array): Uint8Array | undefined {
  const read = Array.from({ length: MAC_BYTES }, (_, i) => spelledByte(letters, 2 * i));
  return read.every((byte) => byte >= 0) ? Uint8Array.from(read) : undefined;
}

function carriesMac(profile: Profile, bytes: Uint8Array): boolean {
  const bit = profile.macField - 1;
  if (bit >= 64 && (bitmapByte(profile, bytes, 0) & 0x80) === 0) return false;
  return (bitmapByte(profile, bytes, bit >> 3) & (0x80 >> (bit & 7))) !== 0;
}

function bitmapByte(profile: Profile, bytes: Uint8Array, i: number): number {
  const isSpelledHead = profile.head === 'spelled';
  const at = bodyOffset(profile) + (isSpelledHead ? 4 + 2 * i : 2 + i);
  return isSpelledHead ? Math.max(0, spelledByte(bytes, at)) : (bytes[at] ?? 0);
}
