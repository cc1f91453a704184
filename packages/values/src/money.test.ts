import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  add,
  compare,
  formatMoney,
  isZero,
  money,
  negate,
  subtract,
  sum,
  times,
  toDecimal,
  yuan,
  type Money,
} from './money.ts';

const amounts = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map((minor) => money(minor));

describe('yuan', () => {
  it.each([
    ['12.34', 1_234n],
    ['0.05', 5n],
    ['7', 700n],
    ['7.5', 750n],
    ['-0.01', -1n],
    ['9999999999.99', 999_999_999_999n],
  ])('reads %s as %d fen', (text, minor) => {
    expect(yuan(text)).toEqual({ minor, currency: 'CNY' });
  });

  it.each(['', ' 1', '1.', '.5', '1.234', '1,000', '1e3', '０.５', '--1', 'NaN', '1'.repeat(16)])(
    'refuses %j',
    (text) => {
      expect(() => yuan(text)).toThrow(RangeError);
    },
  );

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(yuan(toDecimal(amount))).toEqual(amount);
      }),
    );
  });
});

describe('formatMoney', () => {
  it.each([
    [money(123_456n), 'en', '¥1,234.56'],
    [money(0n), 'zh-Hans', '¥0.00'],
    [money(5n), 'zh-Hant', '¥0.05'],
    [money(-5n), 'en', '-¥0.05'],
    [money(99_999n), 'en', '¥999.99'],
    [money(100_000n), 'en', '¥1,000.00'],
    [money(123_456_789_012n), 'zh-Hans', '¥1,234,567,890.12'],
    [money(1_000n, 'HKD'), 'zh-Hant', 'HK$10.00'],
    [money(1_000n, 'USD'), 'zh-Hans', 'US$10.00'],
    [money(1_000n, 'USD'), 'en', '$10.00'],
  ] as const)('writes %o in %s as %s', (amount, lang, text) => {
    expect(formatMoney(amount, lang)).toBe(text);
  });

  it('is exact where a float would not be', () => {
    expect(formatMoney(money(9_007_199_254_740_993n), 'en')).toBe('¥90,071,992,547,409.93');
  });
});

describe('arithmetic', () => {
  it('adds and subtracts as one another’s undoing', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
      }),
    );
  });

  it('makes nothing of an amount and its opposite', () => {
    fc.assert(
      fc.property(amounts, (a) => {
        expect(isZero(add(a, negate(a)))).toBe(true);
      }),
    );
  });

  it('sums a list, and an empty one to nothing', () => {
    expect(sum([yuan('0.10'), yuan('0.20')])).toEqual(yuan('0.30'));
    expect(sum([], 'HKD')).toEqual(money(0n, 'HKD'));
    expect(sum([money(1n, 'USD')])).toEqual(money(1n, 'USD'));
  });

  it('multiplies a price by whole numbers only', () => {
    expect(times(yuan('299.00'), 3)).toEqual(yuan('897.00'));
    expect(() => times(yuan('1'), 0.5)).toThrow('whole number');
  });

  it('orders amounts', () => {
    const sorted = [yuan('3'), yuan('-1'), yuan('2'), yuan('2')].toSorted(compare);
    expect(sorted.map(toDecimal)).toEqual(['-1.00', '2.00', '2.00', '3.00']);
  });

  it.each([add, subtract, compare])('%o refuses two currencies', (operation) => {
    expect(() => operation(money(1n, 'CNY'), money(1n, 'HKD'))).toThrow('do not mix');
  });

  it('takes money, not bare numbers', () => {
    expectTypeOf(add).parameter(0).toEqualTypeOf<Money>();
    // @ts-expect-error a float is not minor units
    expectTypeOf(money(0.5)).toEqualTypeOf<Money>();
  });
});
