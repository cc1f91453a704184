import { concat, fromAscii, fromHex, toAscii, toHex } from './bytes.ts';

/** A tag (upper-case hex in F55, two characters in F59) and its value. */
export type Tlv = { readonly tag: string; readonly value: Uint8Array };

/** The value of the first entry with the tag. */
export function tlvValue(entries: readonly Tlv[], tag: string): Uint8Array | undefined {
  return entries.find((entry) => entry.tag === tag)?.value;
}

/** Reads BER-TLV (F55) one level deep; nothing when the bytes do not add up. */
export function readBerTlv(bytes: Uint8Array): Tlv[] | undefined {
  const entries: Tlv[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    // EMV allows zero bytes between entries.
    if (bytes[offset] === 0) {
      offset += 1;
      continue;
    }
    const tagEnd = endOfTag(bytes, offset);
    const length = berLength(bytes, tagEnd);
    if (length === undefined || length.end + length.size > bytes.length) return undefined;
    const end = length.end + length.size;
    entries.push({
      tag: toHex(bytes.subarray(offset, tagEnd)),
      value: bytes.slice(length.end, end),
    });
    offset = end;
  }
  return entries;
}

const TAG_BYTES_MAX = 4;

function endOfTag(bytes: Uint8Array, start: number): number {
  let end = start + 1;
  if (((bytes[start] ?? 0) & 0x1f) !== 0x1f) return end;
  while (end - start < TAG_BYTES_MAX && ((bytes[end] ?? 0) & 0x80) !== 0) end += 1;
  return end + 1;
}

function berLength(bytes: Uint8Array, at: number): { size: number; end: number } | undefined {
  const first = bytes[at];
  if (first === undefined) return undefined;
  if (first < 0x80) return { size: first, end: at + 1 };
  // No field is longer than 999 bytes: one or two length bytes are enough.
  const count = first & 0x7f;
  if (count < 1 || count > 2 || at + 1 + count > bytes.length) return undefined;
  const size = bytes.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return { size, end: at + 1 + count };
}

export function writeBerTlv(entries: readonly Tlv[]): Uint8Array {
  return concat(
    entries.flatMap(({ tag, value }) => [fromHex(tag), writeBerLength(value.length), value]),
  );
}

function writeBerLength(size: number): Uint8Array {
  if (size < 0x80) return Uint8Array.of(size);
  if (size < 0x100) return Uint8Array.of(0x81, size);
  return Uint8Array.of(0x82, size >> 8, size & 0xff);
}

/** F59: two characters of tag, three digits of length, value; A1 … A5. */
export function readF59(bytes: Uint8Array): Tlv[] | undefined {
  const entries: Tlv[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const head = /^([0-9A-Z]{2})(\d{3})$/.exec(toAscii(bytes.subarray(offset, offset + 5)) ?? '');
    if (head === null) return undefined;
    const [, tag = '', size = ''] = head;
    const end = offset + 5 + Number(size);
    if (end > bytes.length) return undefined;
    entries.push({ tag, value: bytes.slice(offset + 5, end) });
    offset = end;
  }
  return entries;
}

export function writeF59(entries: readonly Tlv[]): Uint8Array {
  return concat(
    entries.flatMap(({ tag, value }) => [
      fromAscii(tag + String(value.length).padStart(3, '0')),
      value,
    ]),
  );
}

/** F59: the pay code that a customer shows, and the voucher that the host gives for it. */
export const F59_PAY_CODE = 'A3';
export const F59_VOUCHER = 'A4';
export const F59_TERMINAL = 'A2';
