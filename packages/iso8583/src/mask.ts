/**
 * What may be seen of a frame. The table says what a field holds; the net below it covers any run of
 * eleven digits where none belongs, because a terminal may put a card number anywhere.
 */
import { fromAscii, toAscii, toHex } from './bytes.ts';
import type { FieldValue } from './profile.ts';

/** First six and last four digits, as on a receipt. */
export function maskPan(pan: string): string {
  if (pan.length < 13) return '*'.repeat(pan.length);
  return pan.slice(0, 6) + '*'.repeat(pan.length - 10) + pan.slice(-4);
}

/** What is shown of a part, and whether its bytes must stay covered. */
export type Shown = { readonly text: string; readonly isCovered: boolean };

/** How the X-ray looks at a frame. */
export type Sight = {
  /** The frame can not be read to its end: show nothing long. */
  readonly isStrict: boolean;
  /** Not even its head is one of ours: show nothing. */
  readonly isStranger: boolean;
  /** Text that is not ASCII, when the caller knows its character set. */
  readonly textOf: ((bytes: Uint8Array) => string) | undefined;
};

/** The value of a part of a frame, with everything covered that must not be seen. */
export function maskPart(path: string, value: FieldValue, sight: Sight): Shown {
  const cover = coverOf(path);
  const isHead = !path.startsWith('F');
  if (sight.isStranger || looksPacked(value)) return hidden(value, sight);
  // A frame without its TPDU may have a card number where the bitmap is expected.
  if (sight.isStrict && path === 'bitmap')
    return RUN.test(String(value)) ? hidden(value, sight) : open(value, sight);
  if (sight.isStrict && !isHead && lettersIn(value) > SHORT) return hidden(value, sight);
  return cover(value, sight);
}

/** Ten digits are no card number. */
const SHORT = 10;

function lettersIn(value: FieldValue): number {
  return typeof value === 'string' ? value.length : value.length * 2;
}

type Cover = (value: FieldValue, sight: Sight) => Shown;

const open: Cover = (value, sight) => {
  if (typeof value === 'string') return { text: printable(value), isCovered: false };
  return isTelling(value) ? hidden(value, sight) : { text: toHex(value), isCovered: false };
};

/** Whether bytes hold as many digits in a row as a card number, spelled or packed. */
function isTelling(value: Uint8Array): boolean {
  const spelled = String.fromCharCode(...value);
  if (RUN.test(spelled)) return true;
  // Digits that are spelled look like packed ones: 3132. They were judged above.
  return !/^[\d ]*$/.test(spelled) && RUN.test(toHex(value));
}

const RUN = /\d{11}/;

/** Letters that are no digits may be two packed ones each: CDtF is 43447446. */
function isPackedOnly(value: Uint8Array): boolean {
  return isTelling(value) && !RUN.test(String.fromCharCode(...value));
}

/** Text with signs in it that no name has, whose bytes are packed digits: a field gone astray. */
export function looksPacked(value: FieldValue): boolean {
  return typeof value === 'string' && /[^\w .:/-]/.test(value) && isPackedOnly(fromAscii(value));
}

const hidden: Cover = (value) => ({ text: `*** (${value.length})`, isCovered: true });

const expiry: Cover = () => ({ text: '****', isCovered: true });

const pan: Cover = (value, sight) =>
  typeof value === 'string' ? { text: maskPan(value), isCovered: true } : hidden(value, sight);

/** A track begins with the card number; what follows the separator is never shown. */
const track: Cover = (value, sight) => {
  const number = typeof value === 'string' ? /^(\d{13,19})[D=]/.exec(value)?.[1] : undefined;
  if (number === undefined) return hidden(value, sight);
  return { text: `${maskPan(number)}=***`, isCovered: true };
};

/** A field that may hold anything shows its text, but no run of digits as long as a card number. */
const text: Cover = (value, sight) => {
  const readable =
    typeof value === 'string' ? value : (toAscii(value) ?? sight.textOf?.(value) ?? '\0');
  if (typeof value !== 'string' && isPackedOnly(value)) return hidden(value, sight);
  if (typeof value !== 'string' && UNPRINTABLE.test(readable)) return open(value, sight);
  const shown = readable.replaceAll(/\d{11,}/g, maskPan);
  return { text: printable(shown), isCovered: shown !== readable };
};

// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001F\u007F]/;

/** A sign that no one can read stands as one that everyone knows. */
function printable(readable: string): string {
  // eslint-disable-next-line no-control-regex
  return readable.replaceAll(/[\u0000-\u001F\u007F]/g, '\uFFFD');
}

/** An institution has eight digits, in some books eleven; a card number has more. */
const digits: Cover = (value, sight) => {
  if (typeof value !== 'string' || !/^\d+$/.test(value)) return text(value, sight);
  if (value.length <= SHORT) return open(value, sight);
  return { text: `${value.slice(0, 8)}***`, isCovered: true };
};

/** No sale is of a hundred million yuan: an amount that fills its field is no amount. */
const amount: Cover = (value, sight) => {
  const written = typeof value === 'string' ? value : toHex(value);
  if (!/^\d+$/.test(written)) return open(value, sight);
  const isAmount = written.replace(/^0+/, '').length <= SHORT;
  return isAmount ? { text: written, isCovered: false } : hidden(value, sight);
};

/** A limit has six bytes; where a key has the same tag, it is longer. */
const limit: Cover = (value, sight) =>
  value.length > 6 ? hidden(value, sight) : amount(value, sight);

/** F53 from the fourth digit on: always zeros. */
const zeros: Cover = (value, sight) =>
  typeof value === 'string' && /^0*$/.test(value)
    ? { text: value, isCovered: false }
    : hidden(value, sight);

/** An application's name is long and full of digits; it begins with its registered owner. */
const application: Cover = (value, sight) =>
  typeof value !== 'string' && value[0] === 0xa0 && value[1] === 0 && value.length <= 16
    ? { text: toHex(value), isCovered: false }
    : open(value, sight);

function coverOf(path: string): Cover {
  const [field = '', ...inner] = path.split('.');
  const last = inner.at(-1) ?? '';
  if (inner.length === 0) return COVERS[field] ?? text;
  if (field === 'F55') return TAG_COVERS[last] ?? open;
  if (field === 'F59' || field === 'F57' || field === 'F46')
    return OUTER_COVERS[inner[0] ?? ''] ?? hidden;
  return INSIDE_COVERS[path] ?? (field === 'F62' ? (TAG_COVERS[last] ?? text) : digits);
}

const COVERS: Readonly<Record<string, Cover>> = {
  tpdu: open,
  header: open,
  mti: open,
  bitmap: open,
  F2: pan,
  F4: amount,
  F14: expiry,
  F32: digits,
  F33: digits,
  F35: track,
  F36: hidden,
  // Both are all digits, and neither is of a card.
  F37: open,
  F42: open,
  F52: hidden,
  F53: digits,
  F55: hidden,
  F59: hidden,
  F60: digits,
  F61: digits,
  // Sign-in brings keys here. What is known by its message is shown part by part.
  F62: hidden,
  F64: open,
  F90: digits,
  F128: open,
};

const TAG_COVERS: Readonly<Record<string, Cover>> = {
  '4F': application,
  '57': hidden,
  '5A': hidden,
  '5F20': hidden,
  '5F24': hidden,
  '84': application,
  '99': hidden,
  '9F02': amount,
  '9F03': amount,
  '9F06': application,
  '9F1E': text,
  '9F20': hidden,
  '9F6B': hidden,
  '9F7B': amount,
  DF19: limit,
  DF20: limit,
  // The contactless limit in a download of applications, a key in a download of keys.
  DF21: limit,
  DF23: hidden,
  FF05: hidden,
  FF08: amount,
  FF0B: hidden,
};

const OUTER_COVERS: Readonly<Record<string, Cover>> = {
  A2: text,
  A4: text,
  A5: text,
  PI: text,
};

const INSIDE_COVERS: Readonly<Record<string, Cover>> = {
  'F48.domestic.debit': amount,
  'F48.domestic.credit': amount,
  'F48.foreign.debit': amount,
  'F48.foreign.credit': amount,
  'F48.details': hidden,
  'F48.tip': amount,
  'F53.rest': zeros,
  'F54.amount': amount,
  'F54.cumulative': amount,
  'F62.amount': amount,
  'F63.1': text,
  'F63.2': text,
  'F63.3': text,
  'F63.4': text,
  'F63.5': text,
};
