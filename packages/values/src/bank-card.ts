import { assert } from './assert.ts';

/** Whether the last digit checks the rest. A warning only: some genuine debit cards fail it. */
export function luhn(pan: string): boolean {
  return /^\d{2,19}$/.test(pan) && pan.at(-1) === luhnDigit(pan.slice(0, -1));
}

/** Makes a card number for the sandbox and tests: BIN, sequence, check digit. */
export function makePan(bin: string, seq: number, length = 16): string {
  assert(/^\d{1,12}$/.test(bin), 'a BIN is digits');
  assert(length >= 13 && length <= 19, 'a card number has 13 to 19 digits');
  const room = length - bin.length - 1;
  const body = bin + String(seq).padStart(room, '0');
  assert(body.length === length - 1, `sequence ${seq} does not fit ${room} digits`);
  return body + luhnDigit(body);
}

/** Where an account is kept: the twelve digits by which Chinese banks find a branch (联行号). */
export type BranchCode =
  | { readonly ok: true; readonly bank: string; readonly city: string; readonly branch: string }
  | { readonly ok: false; readonly reason: 'format' };

/** Reads a branch code: bank 3, city 4, branch 4, check 1 (whose rule no public source gives). */
export function branchCode(text: string): BranchCode {
  const match = /^(\d{3})(\d{4})(\d{4})\d$/.exec(text.trim());
  if (!match) return { ok: false, reason: 'format' };
  const [, bank = '', city = '', branch = ''] = match;
  return { ok: true, bank, city, branch };
}

function luhnDigit(body: string): string {
  // From the right, every other digit counts double, and 14 counts as 1 + 4.
  const total = Array.from(body)
    .toReversed()
    .reduce((all, digit, at) => {
      const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
      return all + (value > 9 ? value - 9 : value);
    }, 0);
  return String((10 - (total % 10)) % 10);
}
