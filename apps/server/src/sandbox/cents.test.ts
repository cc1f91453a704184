import { RESPONSE_CODES } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { answerTo, HUNDREDS } from './cents.data.ts';

describe('the answer to an amount', () => {
  it.each([
    [1_051n, '51', 'none'],
    [51n, '51', 'none'],
    [1_151n, '51', 'slow'],
    [1_251n, '51', 'lost'],
    [1_351n, '51', 'duplicate'],
    [1_451n, '51', 'wrongMac'],
    [1_551n, '51', 'none'], // nothing of a no can be partial
    [1_651n, '51', 'none'],
    [1_211n, '11', 'lost'],
    [1_511n, '11', 'partial'],
    [1_010n, '00', 'partial'],
    [1_205n, '05', 'lost'],
  ] as const)('%s fen is %s and %s', (amount, code, does) => {
    expect(answerTo(amount)).toEqual({ code, does });
  });

  it.each([1_200n, 1_280n, 100n, 6_800n, 10_000n, 123_400n])(
    'to ordinary money (%s fen) is yes, and nothing goes wrong',
    (amount) => expect(answerTo(amount)).toEqual({ code: '00', does: 'none' }),
  );

  it('is a code that terminals know, for every amount up to a hundred yuan', () => {
    const known = new Set(RESPONSE_CODES.map(({ code }) => code));
    const codes = Array.from({ length: 10_000 }, (_, minor) => answerTo(BigInt(minor)).code);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it('has one fault for a digit, and words for each', () => {
    expect(new Set(HUNDREDS.map(({ digit }) => digit)).size).toBe(HUNDREDS.length);
    expect(
      HUNDREDS.flatMap(({ words }) => Object.values(words)).filter((word) => word === ''),
    ).toEqual([]);
  });
});
