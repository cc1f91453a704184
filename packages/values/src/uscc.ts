/**
 * Unified social credit codes, GB 32100: authority 1, kind 1, region 6, organisation code 9, check 1.
 *
 * The organisation code has a check character of its own (GB 11714), a second test for free.
 */
import { assert } from './assert.ts';

export type Uscc =
  | {
      readonly ok: true;
      readonly code: string;
      readonly authority: string;
      readonly kind: string;
      readonly region: string;
      readonly organisation: string;
    }
  | { readonly ok: false; readonly reason: UsccTrouble };

export type UsccTrouble = 'format' | 'checkDigit' | 'organisationCode';

// No I, O, S, V, Z: too like 1, 0, 5, U, 2.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

// The first two may be letters: N1 is a village collective, A1 a body of the army.
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/** Reads a code as printed on a business licence. */
export function uscc(text: string): Uscc {
  const code = text.trim().toUpperCase();
  if (!SHAPE.test(code)) return { ok: false, reason: 'format' };
  if (code.at(-1) !== checkCharacter(code)) return { ok: false, reason: 'checkDigit' };
  const organisation = code.slice(8, 17);
  if (organisation.at(-1) !== organisationCheck(organisation))
    return { ok: false, reason: 'organisationCode' };
  const region = code.slice(2, 8);
  return { ok: true, code, authority: code.charAt(0), kind: code.charAt(1), region, organisation };
}

type Organisation = {
  /** 9 is the market regulator. */
  readonly authority?: string;
  /** With authority 9: 1 is a company, 2 a sole proprietor. */
  readonly kind?: string;
  readonly region: string;
  /** The eight characters before the check of the organisation code. */
  readonly organisation: string;
};

/** Makes a code for the sandbox and tests. */
export function makeUscc({
  authority = '9',
  kind = '1',
  region,
  organisation,
}: Organisation): string {
  const body = authority + kind + region + organisation + organisationCheck(organisation);
  const code = body + checkCharacter(body);
  assert(SHAPE.test(code), `parts of a social credit code: ${code}`);
  return code;
}

function checkCharacter(code: string): string {
  const total = WEIGHTS.reduce(
    (all, weight, at) => all + weight * ALPHABET.indexOf(code.charAt(at)),
    0,
  );
  // The last modulo matters: without it every code whose check is 0 would be refused.
  return ALPHABET.charAt((31 - (total % 31)) % 31);
}

function organisationCheck(organisation: string): string {
  // Here letters count plainly, A is 10 and Z is 35, unlike in the code around it.
  const total = ORGANISATION_WEIGHTS.reduce(
    (all, weight, at) => all + weight * Number.parseInt(organisation.charAt(at), 36),
    0,
  );
  const check = 11 - (total % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}
