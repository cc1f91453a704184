/** Whether a frame that can be read is what it seems to be; when it is not, little of it is shown. */
import type { Profile } from './profile.ts';
import type { Part } from './scan.ts';

/**
 * Whether the head of a frame is what it seems. A terminal that leaves the TPDU away puts its card
 * number where the bitmap is expected.
 */
export function isHeadOfOurs({ hasRouting }: Profile, parts: readonly Part[]): boolean {
  const fits = (path: string) =>
    FORMS[path]?.test(String(parts.find((part) => part.path === path)?.value));
  return (
    fits('mti') === true && (!hasRouting || (fits('tpdu') === true && fits('header') === true))
  );
}

/** Whether every field may hold what it does: under a wrong bitmap some hold what is not theirs. */
export function isLikely(profile: Profile, parts: readonly Part[]): boolean {
  return parts.every(mayBe) && isKnownCode(profile, parts);
}

function mayBe({ path, value }: Part): boolean {
  const form = FORMS[path];
  return form === undefined || (typeof value === 'string' && form.test(value));
}

const DAY = /^(?:0000|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/;
const PRINTED = /^[\u0020-\u007E]*$/;
const FORMS: Readonly<Record<string, RegExp>> = {
  tpdu: /^60/,
  header: /^6/,
  mti: /^0[1-9][0-5][0-5]$/,
  F2: /^\d{12,19}$/,
  F7: /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/,
  F12: /^(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/,
  F13: DAY,
  F15: DAY,
  F39: /^[0-9A-Z]{2}$/,
  F41: PRINTED,
  F42: PRINTED,
  F49: /^(?:\d{3}|[A-Z]{3})$/,
};

/** F60.3 of the terminal line: business, and the management codes of protocol.md §3.1. */
const CODES = /^\d{8}(?:00\d|011|101|20\d|301|3[5-9]\d|4[02]\d|800|951)/;

function isKnownCode(profile: Profile, parts: readonly Part[]): boolean {
  const f60 = 'settings' in profile ? parts.find(({ path }) => path === 'F60') : undefined;
  return f60 === undefined || CODES.test(String(f60.value));
}
