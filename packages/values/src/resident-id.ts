/** Resident identity numbers, GB 11643: region 6, birthday 8, sequence 3, check 1. */
import { assert } from './assert.ts';
import { isDay, type Day } from './day.ts';

export type ResidentId =
  | {
      readonly ok: true;
      /** As it is stored: no spaces, a capital X. */
      readonly number: string;
      readonly region: string;
      readonly birthday: Day;
      readonly sex: 'female' | 'male';
    }
  | { readonly ok: false; readonly reason: ResidentIdTrouble };

export type ResidentIdTrouble = 'format' | 'region' | 'birthday' | 'checkDigit';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

// Provinces; 81, 82 and 83 are residence permits for people from Hong Kong, Macao and Taiwan, and 9x
// permanent residence of foreigners. Districts come and go, so they are no reason to refuse.
const REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;

// Nobody alive was born before; keeps mistyped centuries out.
const FIRST_BIRTHDAY = '1900-01-01';

/** Reads a number of 18 characters, or of 15 digits as issued before 1999. */
export function residentId(text: string): ResidentId {
  const number = text.trim().toUpperCase();
  if (!/^(?:\d{17}[\dX]|\d{15})$/.test(number)) return { ok: false, reason: 'format' };
  if (!REGION.test(number)) return { ok: false, reason: 'region' };
  const isLegacy = number.length === 15;
  const date = isLegacy ? `19${number.slice(6, 12)}` : number.slice(6, 14);
  const birthday = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  if (!isDay(birthday) || birthday < FIRST_BIRTHDAY) return { ok: false, reason: 'birthday' };
  // The old numbers have no check digit: there is nothing to compare.
  if (!isLegacy && number.at(-1) !== checkCharacter(number))
    return { ok: false, reason: 'checkDigit' };
  const sequence = Number(isLegacy ? number.slice(12) : number.slice(14, 17));
  const sex = sequence % 2 === 1 ? 'male' : 'female';
  return { ok: true, number, region: number.slice(0, 6), birthday, sex };
}

type Person = { readonly region: string; readonly birthday: Day; readonly seq: number };

/** Makes a number for the sandbox and tests; an odd sequence is a man. */
export function makeResidentId({ region, birthday, seq }: Person): string {
  assert(/^\d{6}$/.test(region), 'a region has six digits');
  assert(Number.isInteger(seq) && seq >= 0 && seq <= 999, 'a sequence has three digits');
  const body = `${region}${birthday.replaceAll('-', '')}${String(seq).padStart(3, '0')}`;
  return body + checkCharacter(body);
}

// ISO 7064, MOD 11-2.
function checkCharacter(number: string): string {
  const total = WEIGHTS.reduce((all, weight, at) => all + weight * Number(number[at]), 0);
  return CHECK_CHARACTERS.charAt(total % 11);
}
