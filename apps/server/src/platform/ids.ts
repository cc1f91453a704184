import { randomBytes, randomInt } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_CHARS = 9; // 45 bits of milliseconds
const CHANCE_BYTES = 13;

/** `ord_` and 22 characters that sort by the moment of making. The prefix says what it names. */
export function newId(prefix: string, now: Date): string {
  const chance = [...randomBytes(CHANCE_BYTES)].map((b) => ALPHABET[b & 31]).join('');
  return `${firstId(prefix, now)}${chance}`;
}

/** Sorts before every id that is made at this moment or later: ids can be asked for by day. */
export function firstId(prefix: string, moment: Date): string {
  let time = moment.getTime();
  let head = '';
  for (let i = 0; i < TIME_CHARS; i++) {
    head = `${ALPHABET[time % 32]}${head}`;
    time = Math.floor(time / 32);
  }
  return `${prefix}_${head}`;
}

/** Decimal digits from a strong source: one-time codes, activation codes. */
export function newDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('');
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
