import { RESPONSE_CODES } from '@kaitong/iso8583';
import { langs } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import { lessons, learned, type Happened } from './lessons.ts';
import { adviceFor, amountOf, toneOf } from './told.ts';

it.each(RESPONSE_CODES.filter(({ category }) => category !== 'success').map(({ code }) => code))(
  'says in three languages what to do after %s',
  (code) => {
    const advice = adviceFor({ kind: 'declined', code });
    for (const lang of langs) expect(advice?.[lang]).toMatch(/\S{2}/);
  },
);

it.each([
  ['approved', 'yes'],
  ['partial', 'yes'],
  ['equal', 'yes'],
  ['declined', 'no'],
  ['refused', 'no'],
  ['unknown', 'unsure'],
  ['unequal', 'unsure'],
] as const)('%s is a %s', (kind, tone) => {
  expect(toneOf({ kind })).toBe(tone);
});

it('has nothing to add when all went well, and always something when it did not', () => {
  expect(adviceFor({ kind: 'approved', code: '00' })).toBeUndefined();
  expect(adviceFor({ kind: 'unknown', reason: 'noAnswer' })?.en).toMatch(/reversal/);
  expect(adviceFor({ kind: 'refused', reason: 'never heard of' })?.en).toMatch(/acquirer/);
  expect(adviceFor({ kind: 'declined', code: 'ZZ' })?.en).toMatch(/acquirer/);
});

const happened = (what: Partial<Happened>): Happened => ({
  deed: 'sale',
  outcome: { kind: 'approved', code: '00' },
  waited: 0,
  waits: 0,
  ...what,
});

it('says what was really taken', () => {
  const slip = { kind: 'payment', amountMinor: 555n };
  expect(amountOf({ kind: 'partial', slip }, 1110n)).toBe(555n);
  expect(amountOf({ kind: 'approved', slip }, 1110n)).toBe(1110n);
});

describe('a lesson', () => {
  it.each([
    ['logIn', { deed: 'changePassword', outcome: { kind: 'done' } }],
    ['signIn', { deed: 'signIn', outcome: { kind: 'done' } }],
    ['sell', {}],
    ['sell', { deed: 'qrSale' }],
    ['sell', { deed: 'checkQr' }],
    ['decline', { outcome: { kind: 'declined', code: '51' } }],
    ['void', { deed: 'void' }],
    ['refund', { deed: 'refund' }],
    ['reversal', { deed: 'reverse', outcome: { kind: 'done' }, waited: 1 }],
    ['hold', { deed: 'completion' }],
    ['settle', { deed: 'settle', outcome: { kind: 'equal' } }],
  ] as const)('%s is learned by doing it', (lesson, what) => {
    expect(learned([], happened(what))).toContain(lesson);
  });

  it('is not learned by trying', () => {
    const lost = happened({ outcome: { kind: 'unknown', reason: 'noAnswer' }, waits: 1 });
    expect(learned([], lost)).toEqual([]);
    expect(learned([], happened({ outcome: { kind: 'declined', code: '05' } }))).toEqual([]);
  });

  it('stays learned, in the order of the lessons', () => {
    const both = learned(['settle'], happened({ deed: 'signIn', outcome: { kind: 'done' } }));
    expect(both).toEqual(['signIn', 'settle']);
    expect(lessons).toHaveLength(9);
  });
});
