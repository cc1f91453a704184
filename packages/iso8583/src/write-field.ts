import { HEX_OF_BYTE, nibbleAt } from './bytes.ts';
import { bytesFor } from './plan.ts';
import type { Step } from './plan.ts';
import type { FieldValue } from './profile.ts';

/** Where a message is being written, and how far it is. */
export type Sheet = { readonly bytes: Uint8Array; end: number };

/** Writes one field with its prefix; throws when the value does not fit, and never shows it. */
export function writeField(step: Step, value: FieldValue, sheet: Sheet): void {
  const isText = typeof value === 'string';
  if (!isText && TAKES_DIGITS[step.encoding]) throw new RangeError('takes digits, not bytes');
  if (value.length > step.max) throw new RangeError('is longer than the field');
  const size = step.isFixed ? step.max : value.length;
  if (value.length < size && step.encoding !== 'ascii')
    throw new RangeError('is shorter than the field');
  const from = sheet.end + step.prefixBytes;
  const end = from + bytesFor(step.encoding, size);
  if (end > sheet.bytes.length) throw new RangeError('the message is longer than a frame');
  writeSize(step, size, sheet);
  if (isText) writeText(step, value, { bytes: sheet.bytes, end: from });
  else writeBytes(step, value, { bytes: sheet.bytes, end: from });
  if (value.length < size) sheet.bytes.fill(0x20, from + value.length, end);
  sheet.end = end;
}

const TAKES_DIGITS: Readonly<Record<Step['encoding'], boolean>> = {
  bcd: true,
  track: true,
  digits: true,
  ascii: false,
  binary: false,
  hex: false,
};

function writeSize(step: Step, size: number, sheet: Sheet): void {
  let rest = size;
  for (let at = sheet.end + step.prefixBytes - 1; at >= sheet.end; at--) {
    if (step.isSpelledPrefix) {
      sheet.bytes[at] = 0x30 + (rest % 10);
      rest = Math.trunc(rest / 10);
    } else {
      sheet.bytes[at] = (Math.trunc((rest % 100) / 10) << 4) | (rest % 10);
      rest = Math.trunc(rest / 100);
    }
  }
}

function writeText(step: Step, value: string, { bytes, end: from }: Sheet): void {
  switch (step.encoding) {
    case 'bcd':
      return pack(step, value, { bytes, end: from });
    case 'track':
      return pack(step, value.replace('=', 'D'), { bytes, end: from });
    case 'digits':
      return spellDigits(value, { bytes, end: from });
    case 'hex':
      return spellText(value, { bytes, end: from });
    case 'ascii':
    case 'binary':
      for (let i = 0; i < value.length; i++) bytes[from + i] = asciiAt(value, i);
  }
}

function asciiAt(value: string, at: number): number {
  const code = value.charCodeAt(at);
  if (code > 0x7f) throw new RangeError('text beyond ASCII must be given as bytes');
  return code;
}

/** Two digits a byte; an odd count leaves a nibble for the pad in front or behind. */
function pack(step: Step, value: string, { bytes, end: from }: Sheet): void {
  const highest = step.encoding === 'track' ? 15 : 9;
  const isOdd = (value.length & 1) === 1;
  let at = 0;
  let to = from;
  let worst = 0;
  if (isOdd && step.isLeft) {
    const low = nibbleAt(value, at++);
    bytes[to++] = (step.pad << 4) | low;
    worst = low;
  }
  for (; at + 1 < value.length; at += 2) {
    const high = nibbleAt(value, at);
    const low = nibbleAt(value, at + 1);
    worst = Math.max(worst, high, low);
    bytes[to++] = (high << 4) | low;
  }
  if (at < value.length) {
    const high = nibbleAt(value, at);
    worst = Math.max(worst, high);
    bytes[to] = (high << 4) | step.pad;
  }
  if (worst > highest) throw new RangeError('takes digits only');
}

function spellDigits(value: string, { bytes, end: from }: Sheet): void {
  for (let i = 0; i < value.length; i++) {
    if (nibbleAt(value, i) > 9) throw new RangeError('takes digits only');
    bytes[from + i] = value.charCodeAt(i);
  }
}

function writeBytes(step: Step, value: Uint8Array, { bytes, end: from }: Sheet): void {
  if (step.encoding !== 'hex') return bytes.set(value, from);
  for (let i = 0; i < value.length; i++) spellByte(value[i] ?? 0, { bytes, end: from + 2 * i });
}

function spellText(value: string, { bytes, end: from }: Sheet): void {
  for (let i = 0; i < value.length; i++) spellByte(asciiAt(value, i), { bytes, end: from + 2 * i });
}

/** A byte as two upper-case hex letters. */
export function spellByte(byte: number, { bytes, end: at }: Sheet): void {
  const letters = HEX_OF_BYTE[byte] ?? '';
  bytes[at] = letters.charCodeAt(0);
  bytes[at + 1] = letters.charCodeAt(1);
}
