import { HEX_OF_BYTE, nibbleAt } from './bytes.ts';
import { bytesFor } from './plan.ts';
import type { Step } from './plan.ts';
import type { FieldValue } from './profile.ts';

/** Where a message is being written, how far it is, and how far it may go. */
export type Sheet = { bytes: Uint8Array; end: number; limit: number };

/** Writes one field with its prefix; throws when the value does not fit, and never shows it. */
export function writeField(step: Step, value: FieldValue, sheet: Sheet): void {
  if (typeof value !== 'string' && takesDigits(step))
    throw new RangeError('takes digits, not bytes');
  const { length } = value;
  if (length > step.max) throw new RangeError('is longer than the field');
  const size = step.isFixed ? step.max : length;
  if (length < size && step.encoding !== 'ascii') throw new RangeError('is shorter than the field');
  const end = sheet.end + step.prefixBytes + bytesFor(step.encoding, size);
  if (end > sheet.limit) throw new RangeError('the message is longer than a frame');
  if (!step.isFixed) writeSize(step, size, sheet);
  if (typeof value !== 'string') writeBytes(step, value, sheet);
  else if (step.isPacked) pack(step, value, sheet);
  else writeText(step, value, sheet);
  while (sheet.end < end) sheet.bytes[sheet.end++] = 0x20;
}

function takesDigits({ isPacked, encoding }: Step): boolean {
  return isPacked || encoding === 'digits';
}

function writeSize(step: Step, size: number, sheet: Sheet): void {
  const { bytes } = sheet;
  const hundreds = Math.trunc(size / 100);
  const rest = size % 100;
  if (step.isSpelledPrefix) {
    if (step.prefixBytes === 3) bytes[sheet.end++] = 0x30 + hundreds;
    bytes[sheet.end++] = 0x30 + Math.trunc(rest / 10);
    bytes[sheet.end++] = 0x30 + (rest % 10);
    return;
  }
  if (step.prefixBytes === 2) bytes[sheet.end++] = hundreds;
  bytes[sheet.end++] = (Math.trunc(rest / 10) << 4) | (rest % 10);
}

/** Two digits a byte; an odd count leaves a nibble for the pad in front or behind. */
function pack(step: Step, value: string, sheet: Sheet): void {
  const { bytes } = sheet;
  const { length } = value;
  let worst = 0;
  let to = sheet.end;
  let at = 0;
  if ((length & 1) === 1 && step.isLeft) {
    const low = nibbleOf(step, value, at++);
    worst |= low;
    bytes[to++] = (step.pad << 4) | (low & 15);
  }
  for (; at + 1 < length; at += 2) {
    const high = nibbleOf(step, value, at);
    const low = nibbleOf(step, value, at + 1);
    worst |= high | low;
    bytes[to++] = (high << 4) | (low & 15);
  }
  if (at < length) {
    const high = nibbleOf(step, value, at);
    worst |= high;
    bytes[to++] = (high << 4) | step.pad;
  }
  // A letter that does not belong is 16 or more, which no two good ones make.
  if (worst > 15) throw new RangeError('takes digits only');
  sheet.end = to;
}

function nibbleOf(step: Step, value: string, at: number): number {
  const digit = value.charCodeAt(at) - 0x30;
  if (digit >= 0 && digit <= 9) return digit;
  return step.encoding === 'track' ? trackNibble(value, at) : 255;
}

/** The separator of a track is D; a reader may give it as it stands on the stripe. */
function trackNibble(value: string, at: number): number {
  return value[at] === '=' ? 0xd : nibbleAt(value, at);
}

function writeText(step: Step, value: string, sheet: Sheet): void {
  const { bytes } = sheet;
  if (step.encoding === 'hex') return spellText(value, sheet);
  let worst = 0;
  let to = sheet.end;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (step.encoding === 'digits' && (code < 0x30 || code > 0x39))
      throw new RangeError('takes digits only');
    worst |= code;
    bytes[to++] = code;
  }
  if (worst > 0x7f) throw new RangeError('text beyond ASCII must be given as bytes');
  sheet.end = to;
}

function spellText(value: string, sheet: Sheet): void {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code > 0x7f) throw new RangeError('text beyond ASCII must be given as bytes');
    spellByte(code, sheet);
  }
}

function writeBytes(step: Step, value: Uint8Array, sheet: Sheet): void {
  if (step.encoding === 'hex') {
    for (let i = 0; i < value.length; i++) spellByte(value[i] ?? 0, sheet);
    return;
  }
  const { bytes } = sheet;
  // A call for a handful of bytes costs more than the bytes.
  if (value.length > 32) bytes.set(value, sheet.end);
  else for (let i = 0; i < value.length; i++) bytes[sheet.end + i] = value[i] ?? 0;
  sheet.end += value.length;
}

/** Writes a byte as two upper-case hex letters. */
export function spellByte(byte: number, sheet: Sheet): void {
  const letters = HEX_OF_BYTE[byte] ?? '';
  sheet.bytes[sheet.end++] = letters.charCodeAt(0);
  sheet.bytes[sheet.end++] = letters.charCodeAt(1);
}
