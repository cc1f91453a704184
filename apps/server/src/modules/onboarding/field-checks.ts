import type { Facts as WordFacts } from '@kaitong/contract';
import { branchCode, isDay, residentId, uscc, yuan } from '@kaitong/values';
import type { FieldEntry, FieldType, Value } from './dictionary.ts';

/** What is wrong at a path: say `onboarding.check.<code>` with the facts. */
export type Trouble = { readonly path: string; readonly code: string; readonly facts: WordFacts };

const AMOUNT_MAX_MINOR = 10_000_000_000n;

/** Whether a value is of the kind that its field is for; a form may send half of a number, not a list. */
export function isRightKind(type: FieldType, value: Value): boolean {
  return (type === 'yesNo') === (typeof value === 'boolean');
}

const WITHOUT_GAPS: ReadonlySet<FieldType> = new Set(['phone', 'account', 'branch']);
const IN_CAPITALS: ReadonlySet<FieldType> = new Set(['idNo', 'uscc']);

/** One way to write each thing, so that what is the same compares the same. */
export function tidyValue(type: FieldType, value: Value): Value {
  if (typeof value === 'boolean') return value;
  // Half of a surrogate pair can not be stored; control characters can not be read.
  const text = value
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
  if (WITHOUT_GAPS.has(type)) return text.replaceAll(/[\s-]/g, '');
  if (IN_CAPITALS.has(type)) return text.replaceAll(/\s/g, '').toUpperCase();
  return type === 'email' ? text.toLowerCase() : text.replaceAll(/\s+/g, ' ');
}

/** What is wrong with one value by itself. */
export function fieldTrouble(entry: FieldEntry, value: Value): Trouble | undefined {
  const say = (code: string, facts: WordFacts = {}) => ({ path: entry.path, code, facts });
  if (!isRightKind(entry.type, value)) return say('format');
  if (typeof value === 'boolean') return undefined;
  if (Array.from(value).length > entry.max) return say('tooLong', { limit: entry.max });
  const code = entry.type === 'choice' ? choiceTrouble(entry, value) : textTrouble(entry, value);
  return code === undefined ? undefined : say(code);
}

function choiceTrouble({ choices }: FieldEntry, value: string): string | undefined {
  return choices?.includes(value) ? undefined : 'choice';
}

const PATTERNS: Partial<Record<FieldType, RegExp>> = {
  phone: /^1[3-9]\d{9}$/,
  email: /^[^\s@]{1,64}@[^\s@]{1,255}\.[^\s@]{2,}$/,
  account: /^\d{8,32}$/,
  district: /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)\d{4}$/,
  mcc: /^\d{4}$/,
};

/** By the kind of field; what is not named here has a pattern, or is any text. */
const TESTS: Partial<Record<FieldType, (value: string) => string | undefined>> = {
  idNo: (value) => {
    const read = residentId(value);
    return read.ok ? undefined : `idNo.${read.reason}`;
  },
  uscc: (value) => {
    const read = uscc(value);
    return read.ok ? undefined : `uscc.${read.reason}`;
  },
  date: (value) => (isDay(value) ? undefined : 'format'),
  branch: (value) => (branchCode(value).ok ? undefined : 'format'),
  money: (value) => (isAmount(value) ? undefined : 'amount'),
};

function textTrouble({ type }: FieldEntry, value: string): string | undefined {
  const test = TESTS[type];
  if (test) return test(value);
  return PATTERNS[type]?.test(value) === false ? 'format' : undefined;
}

function isAmount(text: string): boolean {
  if (!/^\d{1,9}(?:\.\d{1,2})?$/.test(text)) return false;
  const { minor } = yuan(text);
  return minor > 0n && minor <= AMOUNT_MAX_MINOR;
}
