import { readField } from './field.ts';
import type { Reason } from './field.ts';
import { FRAME_BYTES_MAX } from './frames.ts';
import type { FieldValue, Profile } from './profile.ts';
import { toHex } from './bytes.ts';

export type DecodeError = {
  readonly offset: number;
  /** `tpdu`, `header`, `mti`, `bitmap`, `F2` … */
  readonly path: string;
  readonly reason: Reason;
};

/** A piece of the frame: where it stands, and what it holds. */
export type Part = {
  readonly path: string;
  readonly field?: number;
  readonly offset: number;
  /** With its length prefix. */
  readonly length: number;
  readonly value: FieldValue;
};

export type Walk = { readonly parts: readonly Part[]; readonly error?: DecodeError };

/**
 * Reads a frame (without its two length bytes) from left to right and stops at the first byte that
 * breaks a rule. It never throws, and copies no more bytes than the frame has.
 */
export function walk(profile: Profile, bytes: Uint8Array): Walk {
  const parts: Part[] = [];
  if (bytes.length > FRAME_BYTES_MAX)
    return { parts, error: { offset: 0, path: 'frame', reason: 'frameTooLong' } };
  const error = readHead(profile, bytes, parts) ?? readFields(profile, bytes, parts);
  return error === undefined ? { parts } : { parts, error };
}

const ROUTING = [
  ['tpdu', 5],
  ['header', 6],
] as const;

function readHead(profile: Profile, bytes: Uint8Array, parts: Part[]): DecodeError | undefined {
  const head = [...(profile.hasRouting ? ROUTING : []), ['mti', 2], ['bitmap', 8]] as const;
  let offset = 0;
  for (const [path, size] of head) {
    // The second bitmap follows at once, and bit 1 of the first says so.
    const isLong = path === 'bitmap' && ((bytes[offset] ?? 0) & 0x80) !== 0;
    if (isLong && !profile.hasSecondBitmap)
      return { offset, path, reason: 'secondBitmapNotAllowed' };
    const length = isLong ? 16 : size;
    if (offset + length > bytes.length) return { offset, path, reason: 'truncated' };
    const value = toHex(bytes.subarray(offset, offset + length));
    if (path === 'mti' && !/^\d{4}$/.test(value)) return { offset, path, reason: 'notDigits' };
    parts.push({ path, offset, length, value });
    offset += length;
  }
  return undefined;
}

function readFields(profile: Profile, bytes: Uint8Array, parts: Part[]): DecodeError | undefined {
  const bitmap = parts.at(-1);
  if (bitmap === undefined) return { offset: 0, path: 'bitmap', reason: 'truncated' };
  const fields = fieldsIn(bytes.subarray(bitmap.offset, bitmap.offset + bitmap.length));
  let offset = bitmap.offset + bitmap.length;
  for (const field of fields) {
    const path = `F${field}`;
    const spec = profile.fields[field];
    if (spec === undefined) return { offset: bitmap.offset, path, reason: 'unknownField' };
    const read = readField(spec, bytes, offset);
    if (!read.ok) return { offset: read.offset, path, reason: read.reason };
    parts.push({ path, field, offset, length: read.end - offset, value: read.value });
    offset = read.end;
  }
  return offset < bytes.length ? { offset, path: 'frame', reason: 'trailingBytes' } : undefined;
}

/** The field numbers that a bitmap of 8 or 16 bytes announces; bit 1 announces the second bitmap. */
function fieldsIn(bitmap: Uint8Array): number[] {
  const fields: number[] = [];
  for (let i = 0; i < bitmap.length * 8; i++)
    if (i !== 0 && ((bitmap[i >> 3] ?? 0) & (0x80 >> (i & 7))) !== 0) fields.push(i + 1);
  return fields;
}
