import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchCode, luhn, makePan } from './bank-card.ts';

describe('luhn', () => {
  it.each(['4111111111111111', '6200000000000005', '5555555555554444'])('passes %s', (pan) => {
    expect(luhn(pan)).toBe(true);
  });

  it.each(['4111111111111112', '', '0', '4111 1111 1111 1111', '41111111１1111111'])(
    'fails %j',
    (pan) => {
      expect(luhn(pan)).toBe(false);
    },
  );

  it('passes every number that makePan makes, of any length', () => {
    fc.assert(
      fc.property(fc.nat(9_999), fc.integer({ min: 13, max: 19 }), (seq, length) => {
        const pan = makePan('620000', seq, length);
        expect(pan).toHaveLength(length);
        expect(luhn(pan)).toBe(true);
      }),
    );
  });
});

describe('makePan', () => {
  it('puts the sequence behind the BIN', () => {
    expect(makePan('620000', 0)).toBe('6200000000000005');
  });

  it('refuses what does not fit', () => {
    expect(() => makePan('62000000', 10_000_000, 16)).toThrow('does not fit');
    expect(() => makePan('620000', 1, 20)).toThrow('13 to 19');
  });
});

describe('branchCode', () => {
  it('reads bank, city and branch', () => {
    expect(branchCode('102100099996')).toEqual({
      ok: true,
      bank: '102',
      city: '1000',
      branch: '9999',
    });
  });

  it.each(['', '10210009999', '1021000999961', '10210009999X'])('refuses %j', (text) => {
    expect(branchCode(text)).toEqual({ ok: false, reason: 'format' });
  });
});
