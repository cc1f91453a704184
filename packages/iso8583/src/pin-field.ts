/**
 * The clear fields of PIN blocks (ISO 9564-1): control, length, digits, filler. Digits travel as
 * bytes of 0 to 9 and never as a text, because a buffer can be zeroed and a string can not.
 */

/**
 * `iso0` is bound to the card by twelve of its digits; `withoutPan` is the same block with zeros in
 * their place (F53 begins with 1); `iso1` is for no card, with random filler; `iso3` is iso0 with
 * random filler; `iso4` is for 16-byte ciphers and bound to the whole card number.
 */
export type PinFormat = 'iso0' | 'withoutPan' | 'iso1' | 'iso3' | 'iso4';

/** Gives so many random bytes; the caller's, because a package rolls no dice. */
export type Chance = (count: number) => Uint8Array;

const PIN_DIGITS_MIN = 4;
const PIN_DIGITS_MAX = 12;
const FIELD_NIBBLES = 16; // of iso4: those before its random half

const CONTROL: Readonly<Record<PinFormat, number>> = {
  iso0: 0,
  withoutPan: 0,
  iso1: 1,
  iso3: 3,
  iso4: 4,
};

/** The field of a PIN, 8 bytes, or 16 of iso4. Throws a RangeError when the PIN is not 4 to 12 digits. */
export function pinField(pin: Uint8Array, format: PinFormat, chance?: Chance): Uint8Array {
  const { length } = pin;
  if (length < PIN_DIGITS_MIN || length > PIN_DIGITS_MAX || pin.some((digit) => digit > 9))
    throw new RangeError('a PIN has 4 to 12 digits');
  const field = new Uint8Array(format === 'iso4' ? 16 : 8);
  setNibble(field, 0, CONTROL[format]);
  setNibble(field, 1, length);
  for (const [i, digit] of pin.entries()) setNibble(field, 2 + i, digit);
  const fill = filler(format, chance);
  for (let at = 2 + length; at < FIELD_NIBBLES; at++) setNibble(field, at, fill(at));
  if (format === 'iso4') field.set(randomOf(chance, 8), 8);
  return field;
}

function filler(format: PinFormat, chance?: Chance): (at: number) => number {
  if (format === 'iso4') return () => 0xa;
  if (format === 'iso0' || format === 'withoutPan') return () => 0xf;
  const random = randomOf(chance, FIELD_NIBBLES);
  if (format === 'iso1') return (at) => (random[at] ?? 0) & 0xf;
  return (at) => 10 + ((random[at] ?? 0) % 6);
}

function randomOf(chance: Chance | undefined, count: number): Uint8Array {
  if (chance === undefined) throw new RangeError('this PIN format is filled by chance');
  return chance(count);
}

/** The digits in a field, or nothing when it is not one: wrong key, wrong card or wrong format. */
export function digitsIn(field: Uint8Array, format: PinFormat): Uint8Array | undefined {
  const length = nibble(field, 1);
  if (nibble(field, 0) !== CONTROL[format]) return undefined;
  if (length < PIN_DIGITS_MIN || length > PIN_DIGITS_MAX) return undefined;
  let isWhole = true;
  for (let at = 2; at < 2 + length; at++) isWhole &&= nibble(field, at) <= 9;
  for (let at = 2 + length; at < FIELD_NIBBLES; at++)
    isWhole &&= isFiller(nibble(field, at), format);
  return isWhole ? Uint8Array.from({ length }, (_, i) => nibble(field, 2 + i)) : undefined;
}

function isFiller(value: number, format: PinFormat): boolean {
  if (format === 'iso1') return true;
  if (format === 'iso3') return value >= 10;
  return value === (format === 'iso4' ? 0xa : 0xf);
}

/** What the card gives to the block: twelve digits left of the check digit, or all of them (iso4). */
export function panField(format: PinFormat, pan?: string): Uint8Array {
  if (format === 'withoutPan' || format === 'iso1') return new Uint8Array(8);
  if (pan === undefined || !/^\d{13,19}$/.test(pan))
    throw new RangeError('this PIN format takes a card number of 13 to 19 digits');
  const digits = format === 'iso4' ? `${pan.length - 12}${pan}` : `0000${pan.slice(-13, -1)}`;
  const field = new Uint8Array(format === 'iso4' ? 16 : 8);
  for (let at = 0; at < digits.length; at++) setNibble(field, at, digits.charCodeAt(at) - 0x30);
  return field;
}

function setNibble(bytes: Uint8Array, at: number, value: number): void {
  const before = bytes[at >> 1] ?? 0;
  bytes[at >> 1] = at % 2 === 0 ? (value << 4) | (before & 0xf) : (before & 0xf0) | value;
}

function nibble(bytes: Uint8Array, at: number): number {
  const byte = bytes[at >> 1] ?? 0;
  return at % 2 === 0 ? byte >> 4 : byte & 0xf;
}
