import { HEX_OF_BYTE } from './bytes.ts';
import { bytesFor } from './plan.ts';
import type { Step } from './plan.ts';
import type { FieldValue } from './profile.ts';

export type Reason =
  | 'truncated'
  | 'trailingBytes'
  | 'notDigits'
  | 'notHex'
  | 'badLength'
  | 'overLength'
  | 'unknownField'
  | 'secondBitmapNotAllowed'
  | 'frameTooLong';

/** Below zero: why there is no size. */
export const BAD_LENGTH = -1;
export const OVER_LENGTH = -2;
export const CUT_OFF = -3;

/** The size that stands at `start`, in digits or bytes; below zero when it can not be. */
export function readSize(step: Step, bytes: Uint8Array, start: number): number {
  if (step.isFixed) return step.max;
  const end = start + step.prefixBytes;
  if (end > bytes.length) return CUT_OFF;
  let size = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    const digits = step.isSpelledPrefix ? spelledDigit(byte) : (PACKED_DIGITS[byte] ?? -1);
    if (digits < 0) return BAD_LENGTH;
    size = size * (step.isSpelledPrefix ? 10 : 100) + digits;
  }
  return size > step.max ? OVER_LENGTH : size;
}

function spelledDigit(byte: number): number {
  return byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : -1;
}

/** The number that the two nibbles of a byte spell; -1 when one is no digit. */
const PACKED_DIGITS = Int8Array.from({ length: 256 }, (_, byte) =>
  (byte & 15) > 9 || byte > 0x99 ? -1 : (byte >> 4) * 10 + (byte & 15),
);

/** The content of a field whose place is known; nothing when it is not what the field holds. */
export function readValue(
  step: Step,
  bytes: Uint8Array,
  { from, size }: { from: number; size: number },
): FieldValue | undefined {
  const end = from + bytesFor(step.encoding, size);
  switch (step.encoding) {
    case 'bcd':
      return packed(step, bytes, { from, size, areDigits: true });
    case 'track':
      return packed(step, bytes, { from, size, areDigits: false });
    case 'digits':
      return spelledDigits(bytes, from, end);
    case 'ascii':
      return text(bytes, from, end);
    case 'hex':
      return spelledBytes(bytes, from, end);
    case 'binary':
      return bytes.slice(from, end);
    default:
      return unknownEncoding(step.encoding);
  }
}

function unknownEncoding(encoding: never): never {
  throw new RangeError(`there is no encoding ${String(encoding)}`);
}

type Packed = { readonly from: number; readonly size: number; readonly areDigits: boolean };

/** Whole bytes through a table; only the byte that is half empty is cut. */
function packed(
  { isLeft }: Step,
  bytes: Uint8Array,
  { from, size, areDigits }: Packed,
): string | undefined {
  const isOdd = (size & 1) === 1;
  const first = isOdd && isLeft ? from + 1 : from;
  const last = from + (size >> 1) + (isOdd && isLeft ? 1 : 0);
  let out = isOdd && isLeft ? nibbleText((bytes[from] ?? 0) & 15) : '';
  let isDigits = true;
  for (let at = first; at < last; at++) {
    const byte = bytes[at] ?? 0;
    isDigits &&= (PACKED_DIGITS[byte] ?? -1) >= 0;
    out += HEX_OF_BYTE[byte] ?? '';
  }
  if (isOdd && !isLeft) out += nibbleText((bytes[last] ?? 0) >> 4);
  if (!areDigits) return out;
  const odd = isOdd ? out.charCodeAt(isLeft ? 0 : size - 1) : 0x30;
  return isDigits && odd <= 0x39 ? out : undefined;
}

function nibbleText(nibble: number): string {
  return (HEX_OF_BYTE[nibble] ?? '').slice(1);
}

function spelledDigits(bytes: Uint8Array, from: number, end: number): string | undefined {
  let out = '';
  for (let at = from; at < end; at++) {
    const digit = spelledDigit(bytes[at] ?? 0);
    if (digit < 0) return undefined;
    out += CHARACTERS[digit + 0x30] ?? '';
  }
  return out;
}

/** Text that is pure ASCII becomes a string; any other stays bytes. */
function text(bytes: Uint8Array, from: number, end: number): FieldValue {
  let out = '';
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7f) return bytes.slice(from, end);
    out += CHARACTERS[byte] ?? '';
  }
  return out;
}

const CHARACTERS: readonly string[] = Array.from({ length: 128 }, (_, code) =>
  String.fromCharCode(code),
);

function spelledBytes(bytes: Uint8Array, from: number, end: number): Uint8Array | undefined {
  const out = new Uint8Array((end - from) >> 1);
  for (let i = 0; i < out.length; i++) {
    const byte = spelledByte(bytes, from + 2 * i);
    if (byte < 0) return undefined;
    out[i] = byte;
  }
  return out;
}

/** The byte that two upper-case hex letters spell; -1 when they do not. */
export function spelledByte(bytes: Uint8Array, at: number): number {
  const high = UPPER_HEX[bytes[at] ?? 0] ?? -1;
  const low = UPPER_HEX[bytes[at + 1] ?? 0] ?? -1;
  return high < 0 || low < 0 ? -1 : (high << 4) | low;
}

// Lower case is refused: it would not come back as it was.
const UPPER_HEX = Int8Array.from({ length: 256 }, (_, code) =>
  '0123456789ABCDEF'.indexOf(String.fromCharCode(code)),
);

/** What stands in the empty nibble of an odd count; -1 when there is none. */
export function padOf(
  step: Step,
  bytes: Uint8Array,
  { from, size }: { from: number; size: number },
): number {
  if ((size & 1) === 0 || (step.encoding !== 'bcd' && step.encoding !== 'track')) return -1;
  return step.isLeft ? (bytes[from] ?? 0) >> 4 : (bytes[from + (size >> 1)] ?? 0) & 15;
}
