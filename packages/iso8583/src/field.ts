import { fromAscii, fromHex, toAscii, toHex } from './bytes.ts';
import type { FieldSpec, FieldValue } from './profile.ts';

export type Reason =
  | 'truncated'
  | 'trailingBytes'
  | 'notDigits'
  | 'badLength'
  | 'overLength'
  | 'unknownField'
  | 'secondBitmapNotAllowed'
  | 'frameTooLong';

export type FieldRead =
  | { readonly ok: true; readonly value: FieldValue; readonly end: number }
  | { readonly ok: false; readonly offset: number; readonly reason: Reason };

const PREFIX_BYTES = { fixed: 0, ll: 1, lll: 2 } as const;

/** Reads one field at `start`; the empty nibble of an odd count may hold anything. */
export function readField(spec: FieldSpec, bytes: Uint8Array, start: number): FieldRead {
  const size = readSize(spec, bytes, start);
  if (typeof size !== 'number') return size;
  const from = start + PREFIX_BYTES[spec.prefix];
  const end = from + bytesFor(spec, size);
  if (end > bytes.length) return { ok: false, offset: from, reason: 'truncated' };
  const value = readValue(spec, bytes.slice(from, end), size);
  if (value === undefined) return { ok: false, offset: from, reason: 'notDigits' };
  return { ok: true, value, end };
}

function readSize(
  spec: FieldSpec,
  bytes: Uint8Array,
  start: number,
): number | Extract<FieldRead, { ok: false }> {
  if (spec.prefix === 'fixed') return spec.max;
  const end = start + PREFIX_BYTES[spec.prefix];
  if (end > bytes.length) return { ok: false, offset: start, reason: 'truncated' };
  const text = toHex(bytes.subarray(start, end));
  if (!/^\d+$/.test(text)) return { ok: false, offset: start, reason: 'badLength' };
  const size = Number(text);
  return size > spec.max ? { ok: false, offset: start, reason: 'overLength' } : size;
}

/** The length of n and z counts digits, of everything else bytes. */
function bytesFor({ encoding }: FieldSpec, size: number): number {
  return encoding === 'bcd' || encoding === 'track' ? Math.ceil(size / 2) : size;
}

function readValue(spec: FieldSpec, bytes: Uint8Array, size: number): FieldValue | undefined {
  if (spec.encoding === 'binary') return bytes;
  if (spec.encoding === 'ascii') return toAscii(bytes) ?? bytes;
  const nibbles = toHex(bytes);
  const text = spec.pad === 'left' ? nibbles.slice(nibbles.length - size) : nibbles.slice(0, size);
  return spec.encoding === 'track' || /^\d*$/.test(text) ? text : undefined;
}

/** Writes one field with its prefix; throws when the value does not fit its specification. */
export function writeField(spec: FieldSpec, value: FieldValue): Uint8Array {
  const { body, size } = writeBody(spec, value);
  if (size > spec.max) throw new RangeError('is longer than the field');
  if (spec.prefix === 'fixed') return fill(spec, body, size);
  const prefix = fromHex(String(size).padStart(PREFIX_BYTES[spec.prefix] * 2, '0'));
  const out = new Uint8Array(prefix.length + body.length);
  out.set(prefix);
  out.set(body, prefix.length);
  return out;
}

function writeBody(spec: FieldSpec, value: FieldValue): { body: Uint8Array; size: number } {
  if (spec.encoding === 'binary' || spec.encoding === 'ascii') {
    const body = typeof value === 'string' ? fromAscii(value) : value;
    return { body, size: body.length };
  }
  if (typeof value !== 'string') throw new RangeError('takes digits, not bytes');
  const text = spec.encoding === 'track' ? value.replace('=', 'D').toUpperCase() : value;
  const allowed = spec.encoding === 'track' ? /^[0-9A-F]*$/ : /^\d*$/;
  if (!allowed.test(text)) throw new RangeError('takes digits only');
  const odd = text.length % 2 === 1;
  const even = odd ? (spec.pad === 'left' ? `0${text}` : `${text}0`) : text;
  return { body: fromHex(even), size: text.length };
}

/** Text that is too short gets spaces; digits and bytes must have their exact count. */
function fill(spec: FieldSpec, body: Uint8Array, size: number): Uint8Array {
  if (size === spec.max) return body;
  if (spec.encoding !== 'ascii') throw new RangeError('is shorter than the field');
  const out = new Uint8Array(spec.max).fill(0x20);
  out.set(body);
  return out;
}
