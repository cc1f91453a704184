import { toAscii, toHex } from './bytes.ts';
import type { FieldValue } from './profile.ts';
import { readF59 } from './text-tlv.ts';
import { readBerTlv } from './tlv.ts';
import type { Tlv } from './tlv.ts';

/** First six and last four digits, as on a receipt. */
export function maskPan(pan: string): string {
  if (pan.length < 13) return '*'.repeat(pan.length);
  return pan.slice(0, 6) + '*'.repeat(pan.length - 10) + pan.slice(-4);
}

/** The value of a part of a frame, with everything covered that must not be seen. */
export function maskPart(path: string, value: FieldValue): string {
  const cover = COVERS[path];
  if (cover !== undefined) return cover(value);
  return typeof value === 'string' ? value : toHex(value);
}

type Cover = (value: FieldValue) => string;

/** A field that may hold anything shows its text, but no run of digits as long as a card number. */
const text: Cover = (value) => {
  const readable = typeof value === 'string' ? value : toAscii(value);
  return readable === undefined ? hidden(value) : readable.replace(/\d{13,}/g, maskPan);
};

const hidden: Cover = (value) => `*** (${value.length})`;

const pan: Cover = (value) => (typeof value === 'string' ? maskPan(value) : hidden(value));

/** A track begins with the card number; what follows the separator is never shown. */
const track: Cover = (value) => {
  const number = typeof value === 'string' ? /^(\d{13,19})[D=]/.exec(value)?.[1] : undefined;
  return number === undefined ? hidden(value) : `${maskPan(number)}=***`;
};

/** F48 of a batch upload lists card numbers, of a settlement only sums. */
const additional: Cover = (value) =>
  typeof value === 'string' && value.length !== 62 && value.length > 12
    ? hidden(value)
    : text(value);

const SECRET_TAGS: ReadonlySet<string> = new Set([
  '57',
  '5A',
  '5F20',
  '5F24',
  '99',
  '9F6B',
  '9F20',
]);
const PUBLIC_F59: ReadonlySet<string> = new Set(['A2', 'A4', 'A5']);

const chip: Cover = (value) =>
  listed(value, readBerTlv, (entry) => (SECRET_TAGS.has(entry.tag) ? '***' : toHex(entry.value)));

const codes: Cover = (value) =>
  listed(value, readF59, ({ tag, value: held }) => (PUBLIC_F59.has(tag) ? text(held) : '***'));

function listed(
  value: FieldValue,
  read: (bytes: Uint8Array) => Tlv[] | undefined,
  show: (entry: Tlv) => string,
): string {
  const entries = typeof value === 'string' ? undefined : read(value);
  return entries?.map((entry) => `${entry.tag}=${show(entry)}`).join(' ') ?? hidden(value);
}

const COVERS: Readonly<Record<string, Cover>> = {
  F2: pan,
  F14: () => '****',
  F35: track,
  F36: hidden,
  F46: text,
  F47: text,
  F48: additional,
  F52: hidden,
  F55: chip,
  F56: text,
  F57: text,
  F58: text,
  F59: codes,
  // Sign-in brings keys here; parameters are longer than a line. Neither is for eyes.
  F62: hidden,
  F63: text,
};
