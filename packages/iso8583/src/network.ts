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
import type { Profile } from './profile.ts';

/**
 * The line to the card network: ISO 8583:1987 with both bitmaps, no TPDU or header, MAC in F128.
 * Digits are BCD as on the terminal line, so that both speak one encoding.
 */
export const network: Profile = {
  name: 'network',
  hasRouting: false,
  hasSecondBitmap: true,
  macField: 128,
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
