import {
  binary,
  digits,
  leftDigits,
  letters,
  track,
  varBinary,
  varDigits,
  varLetters,
} from './profile.ts';
import type { Encoding, FieldSpec, LengthPrefix, Profile } from './profile.ts';

/**
 * The line to the card network: ISO 8583:1987 with both bitmaps, no TPDU or header, MAC in F128.
 * Digits are BCD as on the terminal line, so that both speak one encoding.
 */
export const iso87Binary: Profile = {
  name: 'iso87Binary',
  hasRouting: false,
  hasSecondBitmap: true,
  head: 'packed',
  macField: 128,
  padNibble: '0',
  charset: 'ascii',
  fields: {
    2: varDigits('ll', 19),
    3: digits(6),
    4: digits(12),
    7: digits(10),
    11: digits(6),
    12: digits(6),
    13: digits(4),
    14: digits(4),
    15: digits(4),
    18: digits(4),
    22: leftDigits(3),
    23: digits(3),
    25: digits(2),
    32: varDigits('ll', 11),
    33: varDigits('ll', 11),
    35: track('ll', 37),
    37: letters(12),
    38: letters(6),
    39: letters(2),
    41: letters(8),
    42: letters(15),
    48: varLetters('lll', 999),
    49: letters(3),
    52: binary(8),
    53: digits(16),
    54: varLetters('lll', 120),
    55: varBinary('lll', 999),
    60: varLetters('lll', 999),
    61: varLetters('lll', 999),
    62: varLetters('lll', 999),
    63: varLetters('lll', 999),
    64: binary(8),
    70: digits(3),
    90: digits(42),
    128: binary(8),
  },
};

const SPELLED: Readonly<Record<Encoding, Encoding>> = {
  bcd: 'digits',
  track: 'ascii',
  digits: 'digits',
  ascii: 'ascii',
  binary: 'hex',
  hex: 'hex',
};

const SPELLED_PREFIX: Readonly<Record<LengthPrefix, LengthPrefix>> = {
  fixed: 'fixed',
  ll: 'llAscii',
  lll: 'lllAscii',
  llAscii: 'llAscii',
  lllAscii: 'lllAscii',
};

/** The same fields, everything spelled: digits and lengths in ASCII, bitmaps and bytes in hex. */
export const iso87Ascii: Profile = {
  ...iso87Binary,
  name: 'iso87Ascii',
  head: 'spelled',
  fields: Object.fromEntries(
    Object.entries(iso87Binary.fields).map(([field, spec]) => [field, spelled(spec)]),
  ),
};

function spelled(spec: FieldSpec): FieldSpec {
  return { ...spec, encoding: SPELLED[spec.encoding], prefix: SPELLED_PREFIX[spec.prefix] };
}
