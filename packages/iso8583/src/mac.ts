import { sameBytes } from './bytes.ts';
import { bodyOffset, encode } from './encode.ts';
import { MAC_BYTES, macOf, type MacKey } from './mac-algorithms.ts';
import type { Message, Profile } from './profile.ts';

/** Encodes the message and adds the MAC field as its last. */
export function withMac(profile: Profile, message: Message, key: MacKey): Uint8Array {
  const blank = { ...message.fields, [profile.macField]: new Uint8Array(MAC_BYTES) };
  const bytes = encode(profile, { ...message, fields: blank });
  const end = bytes.length - MAC_BYTES;
  bytes.set(macOf(bytes.subarray(bodyOffset(profile), end), key), end);
  return bytes;
}

/** Whether the frame carries a MAC field and the MAC is right. */
export function verifyMac(profile: Profile, bytes: Uint8Array, key: MacKey): boolean {
  const end = bytes.length - MAC_BYTES;
  if (end < bodyOffset(profile) || !carriesMac(profile, bytes)) return false;
  return sameBytes(bytes.subarray(end), macOf(bytes.subarray(bodyOffset(profile), end), key));
}

/** Whether the bitmap announces the MAC field. */
export function carriesMac(profile: Profile, bytes: Uint8Array): boolean {
  const bit = profile.macField - 1;
  const bitmap = bodyOffset(profile) + 2;
  if (bit >= 64 && ((bytes[bitmap] ?? 0) & 0x80) === 0) return false;
  return ((bytes[bitmap + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0;
}
