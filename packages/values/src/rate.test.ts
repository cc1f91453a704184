import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { money } from './money.ts';
import { applyRate, formatRate, percent, rate, type Rate } from './rate.ts';

describe('percent', () => {
  it.each([
    ['0.38', 38_000],
    ['0.6', 60_000],
    ['0.0325', 3_250],
    ['0.02535', 2_535],
    ['100', 10_000_000],
    ['0', 0],
  ])('reads %s %% as %d parts', (text, parts) => {
    expect(percent(text)).toBe(parts);
  });

  it.each(['', '0.000001', '-1', '1,5', '100.00001', '0.38%'])('refuses %j', (text) => {
    expect(() => percent(text)).toThrow(RangeError);
  });
});

describe('rate', () => {
  it.each([-1, 0.5, 10_000_001, Number.NaN])('refuses %d', (parts) => {
    expect(() => rate(parts)).toThrow(RangeError);
  });

  it('is not just any number', () => {
    expectTypeOf(applyRate).parameter(1).toEqualTypeOf<Rate>();
    expectTypeOf<number>().not.toExtend<Rate>();
  });
});

describe('formatRate', () => {
  it.each([
    [38_000, '0.38 %'],
    [60_000, '0.60 %'],
    [3_250, '0.0325 %'],
    [2_535, '0.02535 %'],
    [1, '0.00001 %'],
    [0, '0.00 %'],
    [10_000_000, '100.00 %'],
  ])('writes %d parts as %s', (parts, text) => {
    expect(formatRate(rate(parts))).toBe(text);
  });

  it('reads back every rate it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (parts) => {
        expect(percent(formatRate(rate(parts)).slice(0, -2))).toBe(parts);
      }),
    );
  });
});

describe('applyRate', () => {
  it.each([
    // A half and a bit of each side, then the same below zero.
    [125n, 'half-up', 13n],
    [125n, 'half-even', 12n],
    [135n, 'half-even', 14n],
    [124n, 'half-up', 12n],
    [124n, 'half-even', 12n],
    [126n, 'half-even', 13n],
    [121n, 'up', 13n],
    [120n, 'up', 12n],
    [129n, 'down', 12n],
    [-125n, 'half-up', -13n],
    [-129n, 'down', -12n],
    [-121n, 'up', -13n],
  ] as const)('takes ten per cent of %d, rounded %s, as %d', (minor, rounding, share) => {
    expect(applyRate(money(minor), percent('10'), rounding)).toEqual(money(share));
  });

  it('never takes more than the amount', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 14n }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (minor, parts) => {
          expect(applyRate(money(minor), rate(parts), 'up').minor <= minor).toBe(true);
        },
      ),
    );
  });
});
