/**
 * A profile is data: which fields a dialect has, and for each its encoding, length prefix and
 * padding. The same walk reads every profile.
 */

/** `track` is BCD whose nibbles may be anything: D separates, and an enciphered track is binary. */
export type Encoding = 'bcd' | 'track' | 'ascii' | 'binary';

/** `ll` and `lll` are BCD in one and two bytes. */
export type LengthPrefix = 'fixed' | 'll' | 'lll';

/** On which side an odd digit count, or a short text, is filled up. */
export type Padding = 'left' | 'right';

export type FieldSpec = {
  readonly encoding: Encoding;
  readonly prefix: LengthPrefix;
  /** Digits for `bcd` and `track`, bytes for the rest; exact when the length is fixed. */
  readonly max: number;
  readonly pad: Padding;
};

export type Profile = {
  readonly name: string;
  /** 5 bytes TPDU and 6 bytes header stand before the MTI. */
  readonly hasRouting: boolean;
  readonly hasSecondBitmap: boolean;
  readonly macField: number;
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

/** Digits, right-aligned: an odd fixed count has its empty nibble in front. */
export function digits(size: number): FieldSpec {
  return { encoding: 'bcd', prefix: 'fixed', max: size, pad: 'left' };
}

/** Digits, left-aligned: only F22 is written like this. */
export function leftDigits(size: number): FieldSpec {
  return { encoding: 'bcd', prefix: 'fixed', max: size, pad: 'right' };
}

export function varDigits(prefix: 'll' | 'lll', max: number): FieldSpec {
  return { encoding: 'bcd', prefix, max, pad: 'right' };
}

export function track(prefix: 'll' | 'lll', max: number): FieldSpec {
  return { encoding: 'track', prefix, max, pad: 'right' };
}

export function letters(size: number): FieldSpec {
  return { encoding: 'ascii', prefix: 'fixed', max: size, pad: 'right' };
}

export function varLetters(prefix: 'll' | 'lll', max: number): FieldSpec {
  return { encoding: 'ascii', prefix, max, pad: 'right' };
}

export function binary(size: number): FieldSpec {
  return { encoding: 'binary', prefix: 'fixed', max: size, pad: 'right' };
}

export function varBinary(prefix: 'll' | 'lll', max: number): FieldSpec {
  return { encoding: 'binary', prefix, max, pad: 'right' };
}
