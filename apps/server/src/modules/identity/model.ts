import { createHash } from 'node:crypto';

export const CODE_MINUTES = 5;
export const CODE_TRIES_MAX = 5;
/** Codes to one phone in an hour; more are an attack or a mistake. */
export const CODES_PER_HOUR_MAX = 8;
export const SESSION_HOURS = 12;
export const WRONG_PASSWORDS_MAX = 10; // PCI DSS 8.3.4: lock after at most ten
export const LOCK_MINUTES = 30; // and for at least thirty minutes

export type CodePurpose = 'signIn' | 'sign' | 'pay' | 'accept';

/** Sessions are looked up by the hash of their token, so that a copy of the table opens no door. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

/** A name to begin with, until the merchant gives one: 138…8000. */
export function nameFromPhone(phone: string): string {
  return `${phone.slice(0, 3)}…${phone.slice(-4)}`;
}
