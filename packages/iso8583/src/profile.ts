/**
 * A profile is data: which fields a dialect has, and for each its encoding, length prefix and
 * padding. One plan, compiled from it once, reads and writes every message.
 */

/**
 * How the content of a field is written.
 * - `bcd`: two digits a byte. `track`: BCD whose nibbles may be anything (D separates, and an
 *   enciphered track is binary).
 * - `digits`: a digit a byte, ASCII. `ascii`: text, a character a byte.
 * - `binary`: the bytes themselves. `hex`: bytes spelled with two upper-case letters each.
 */
export type Encoding = 'bcd' | 'track' | 'digits' | 'ascii' | 'binary' | 'hex';

/** `ll` and `lll` are BCD in one and two bytes; `llAscii` and `lllAscii` a byte for each digit. */
export type LengthPrefix = 'fixed' | 'll' | 'lll' | 'llAscii' | 'lllAscii';

/** On which side an odd digit count, or a short text, is filled up. */
export type Padding = 'left' | 'right';

export type FieldSpec = {
  readonly encoding: Encoding;
  readonly prefix: LengthPrefix;
  /** Digits for `bcd`, `track` and `digits`, bytes for the rest; exact when the length is fixed. */
  readonly max: number;
  readonly pad: Padding;
};

/** What fills the empty nibble of an odd count of digits whose length is written in front. */
export type PadNibble = '0' | 'D' | 'F';

export type Profile = {
  readonly name: string;
  /** 5 bytes TPDU and 6 bytes header stand before the MTI. */
  readonly hasRouting: boolean;
  readonly hasSecondBitmap: boolean;
  /** How MTI and bitmaps are written: packed, or spelled (digits, and hex in upper case). */
  readonly head: 'packed' | 'spelled';
  readonly macField: number;
  readonly padNibble: PadNibble;
  /** What text fields are written in. Text that is not ASCII stays bytes; this says how to read it. */
  readonly charset: 'gb18030' | 'ascii';
  readonly fields: Readonly<Record<number, FieldSpec>>;
};

export type FieldValue = string | Uint8Array;

/**
 * Digits and ASCII text are strings; binary fields, and text that is not pure ASCII, are bytes.
 * Text keeps its padding, so that a decoded message encodes to the same bytes.
 */
export type Message = {
  /** 10 hex digits. */
  readonly tpdu?: string;
  /** 12 hex digits. */
  readonly header?: string;
  readonly mti: string;
  readonly fields: Readonly<Record<number, FieldValue>>;
  /** What stood in the empty nibbles of odd fields, where it is not what the profile writes. */
  readonly pads?: Readonly<Record<number, string>>;
  /** The second bitmap was there although no field of it is. */
  readonly hasEmptyBitmap?: true;
};

/** The field as text, when it is there and is text. */
export function textOf(message: Message, field: number): string | undefined {
  const value = message.fields[field];
  return typeof value === 'string' ? value : undefined;
}

/** The field as bytes, when it is there and is binary. */
export function bytesOf(message: Message, field: number): Uint8Array | undefined {
  const value = message.fields[field];
  return value instanceof Uint8Array ? value : undefined;
}

type Variable = Exclude<LengthPrefix, 'fixed'>;

/** Digits, right-aligned: an odd fixed count has its empty nibble in front. */
export function digits(size: number): FieldSpec {
  return { encoding: 'bcd', prefix: 'fixed', max: size, pad: 'left' };
}

/** Digits, left-aligned: only F22 is written like this. */
export function leftDigits(size: number): FieldSpec {
  return { encoding: 'bcd', prefix: 'fixed', max: size, pad: 'right' };
}

/** Digits with their count in front, left-aligned. */
export function varDigits(prefix: Variable, max: number): FieldSpec {
  return { encoding: 'bcd', prefix, max, pad: 'right' };
}

/** Track data with its count of nibbles in front. */
export function track(prefix: Variable, max: number): FieldSpec {
  return { encoding: 'track', prefix, max, pad: 'right' };
}

/** Text of a fixed length, filled with spaces on the right. */
export function letters(size: number): FieldSpec {
  return { encoding: 'ascii', prefix: 'fixed', max: size, pad: 'right' };
}

/** Text with its count of bytes in front. */
export function varLetters(prefix: Variable, max: number): FieldSpec {
  return { encoding: 'ascii', prefix, max, pad: 'right' };
}

/** Bytes of a fixed count. */
export function binary(size: number): FieldSpec {
  return { encoding: 'binary', prefix: 'fixed', max: size, pad: 'right' };
}

/** Bytes with their count in front. */
export function varBinary(prefix: Variable, max: number): FieldSpec {
  return { encoding: 'binary', prefix, max, pad: 'right' };
}
