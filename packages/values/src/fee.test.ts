import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, explainFee, feeOf, refundedFee, type FeeRule } from './fee.ts';
import { add, money, subtract, sum, yuan } from './money.ts';
import { percent, rate } from './rate.ts';

// China's regulated figures of 2016 (发改价格〔2016〕557号), both for debit and for credit cards.
const debit: FeeRule = { rate: percent('0.5'), cap: yuan('20') };
const debitInterchange: FeeRule = { rate: percent('0.35'), cap: yuan('13') };
const credit: FeeRule = { rate: percent('0.6') };
const creditInterchange: FeeRule = { rate: percent('0.45') };
const network: FeeRule = { rate: percent('0.0325'), cap: yuan('3.25') };
const ninetyPercent = { factor: rate(9_000_000) };

const amounts = fc.bigInt({ min: 0n, max: 999_999_999_999n });
const rates = fc.integer({ min: 0, max: 10_000_000 }).map(rate);

describe('feeOf', () => {
  it.each([
    {
      case: 'debit, 0.50 % and a cap of 20.00',
      amount: 10_000n,
      rules: [debit, debitInterchange, network],
      fees: [50n, 35n, 3n],
    },
    {
      case: 'debit where every cap bites',
      amount: 1_000_000n,
      rules: [debit, debitInterchange, network],
      fees: [2_000n, 1_300n, 325n],
    },
    {
      case: 'debit at ninety per cent of the regulated fees',
      amount: 10_000n,
      rules: [debit, { ...debitInterchange, ...ninetyPercent }, { ...network, ...ninetyPercent }],
      fees: [50n, 32n, 3n],
    },
    {
      case: 'credit, 0.60 %',
      amount: 1_000_000n,
      rules: [credit, creditInterchange, network],
      fees: [6_000n, 4_500n, 325n],
    },
    {
      case: 'credit, a hundred thousand yuan',
      amount: 10_000_000n,
      rules: [credit, creditInterchange, network],
      fees: [60_000n, 45_000n, 325n],
    },
    {
      case: 'credit of 0.83, just below half a fen',
      amount: 83n,
      rules: [credit, creditInterchange, network],
      fees: [0n, 0n, 0n],
    },
    {
      case: 'credit of 0.84, just above half a fen',
      amount: 84n,
      rules: [credit, creditInterchange, network],
      fees: [1n, 0n, 0n],
    },
    {
      case: 'one fen with a minimum of one fen',
      amount: 1n,
      rules: [{ ...credit, min: yuan('0.01') }],
      fees: [1n],
    },
    {
      case: 'advance on the same day, 0.05 %',
      amount: 994_000n,
      rules: [{ rate: percent('0.05') }],
      fees: [497n],
    },
    {
      case: 'a fixed part, added after the cap',
      amount: 1_000_000n,
      rules: [{ ...debit, fixed: yuan('3') }],
      fees: [2_300n],
    },
  ])('$case', ({ amount, rules, fees }) => {
    expect(rules.map((rule) => feeOf(money(amount), rule).minor)).toEqual(fees);
  });
});

describe('feeOf at its edges', () => {
  it('shrinks the rate but not the cap', () => {
    const rule = { ...debitInterchange, ...ninetyPercent };
    expect(feeOf(yuan('100000'), rule)).toEqual(yuan('13'));
  });

  it('keeps a preferential network fee exact: 0.0325 % × 0.78', () => {
    const rule: FeeRule = { ...network, factor: rate(7_800_000) };
    // 19,723.86 × 0.02535 % is 4.99999851; at a rate cut to 0.0253 % it would be 4.99.
    expect(feeOf(money(1_972_386n), { ...rule, cap: undefined })).toEqual(money(500n));
  });

  it('takes 1.27 of 230.00 at 0.55 %, where a float takes 1.26', () => {
    expect(Math.round(23_000 * 0.0055)).toBe(126);
    expect(feeOf(yuan('230.00'), { rate: percent('0.55') })).toEqual(yuan('1.27'));
  });

  it('is right for the 32 amounts up to 10,000.00 that a float gets wrong at 0.55 %', () => {
    const rule: FeeRule = { rate: percent('0.55') };
    const wrong = { ours: 0, float: 0 };
    for (let fen = 1; fen <= 1_000_000; fen += 1) {
      // Whole numbers far below 2^53: this oracle is exact without bigint.
      const exact = Math.floor((fen * 110_000 + 10_000_000) / 20_000_000);
      if (Math.round(fen * 0.0055) !== exact) wrong.float += 1;
      if (Number(feeOf(money(BigInt(fen)), rule).minor) !== exact) wrong.ours += 1;
    }
    expect(wrong).toEqual({ ours: 0, float: 32 });
  });

  it('refuses another currency, a negative amount and a minimum above the cap', () => {
    expect(() => feeOf(money(100n, 'HKD'), debit)).toThrow('currency');
    expect(() => feeOf(money(-100n), credit)).toThrow('not negative');
    expect(() => feeOf(money(100n), { ...debit, min: yuan('21') })).toThrow('not above its cap');
  });
});

describe('fees as laws', () => {
  const rules = fc.record({
    rate: rates,
    min: fc.bigInt({ min: 0n, max: 100n }).map((minor) => money(minor)),
    cap: fc.bigInt({ min: 100n, max: 10_000n }).map((minor) => money(minor)),
  });

  it('never falls when the amount grows', () => {
    fc.assert(
      fc.property(amounts, amounts, rules, (a, b, rule) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(feeOf(money(less), rule).minor <= feeOf(money(more), rule).minor).toBe(true);
      }),
    );
  });

  it('stays between its minimum and its cap', () => {
    fc.assert(
      fc.property(amounts, rules, (amount, rule) => {
        const fee = feeOf(money(amount), rule).minor;
        expect(fee >= rule.min.minor && fee <= rule.cap.minor).toBe(true);
      }),
    );
  });

  it('differs by one fen at most when a sale is cut in two', () => {
    fc.assert(
      fc.property(amounts, amounts, rates, (a, b, share) => {
        const fee = (minor: bigint): bigint => feeOf(money(minor), { rate: share }).minor;
        const difference = fee(a) + fee(b) - fee(a + b);
        expect(difference >= -1n && difference <= 1n).toBe(true);
      }),
    );
  });
});

describe('explainFee', () => {
  it('shows every step of the sum', () => {
    expect(explainFee(yuan('10000'), { ...debit, fixed: yuan('1') })).toEqual({
      base: yuan('10000'),
      rate: percent('0.5'),
      factor: rate(10_000_000),
      raw: yuan('50'),
      limit: 'cap',
      clamped: yuan('20'),
      fixed: yuan('1'),
      result: yuan('21'),
    });
  });

  it('says when the minimum lifted the fee, and when nothing did', () => {
    expect(explainFee(money(1n), { ...credit, min: money(1n) }).limit).toBe('min');
    expect(explainFee(yuan('100'), debit).limit).toBe('none');
  });
});

describe('refundedFee', () => {
  const sale = { fee: money(200n), amount: yuan('333.33') };

  it('gives back 67, 66 and 67 of a fee of 200 for three equal refunds', () => {
    const refunds = ['0', '111.11', '222.22'].map((before) =>
      refundedFee({ ...sale, refundedBefore: yuan(before), refundNow: yuan('111.11') }),
    );
    expect(refunds).toEqual([money(67n), money(66n), money(67n)]);
  });

  it('gives back the whole fee with the whole amount, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 100_000n }),
        fc.array(fc.bigInt({ min: 1n, max: 1_000_000n }), { minLength: 1, maxLength: 20 }),
        (fee, cuts) => {
          const refunds = cuts.map((minor) => money(minor));
          let refundedBefore = money(0n);
          const returned = refunds.map((refundNow) => {
            const part = refundedFee({
              fee: money(fee),
              amount: sum(refunds),
              refundedBefore,
              refundNow,
            });
            refundedBefore = add(refundedBefore, refundNow);
            return part;
          });
          expect(sum(returned)).toEqual(money(fee));
          expect(returned.every(({ minor }) => minor >= 0n)).toBe(true);
        },
      ),
    );
  });

  it('refuses to refund more than was sold', () => {
    const refundedBefore = yuan('333');
    expect(() => refundedFee({ ...sale, refundedBefore, refundNow: yuan('1') })).toThrow('within');
  });
});

describe('allocate', () => {
  it.each([
    [15, [20, 2, 3], [13, 1, 1]],
    [15, [1, 1, 0], [8, 7, 0]],
    [15, [0, 1, 1], [0, 8, 7]],
    [1_175, [70, 30], [823, 352]],
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [0, [1, 2], [0, 0]],
  ])('shares %d by %j as %j', (total, weights, parts) => {
    expect(allocate(money(BigInt(total)), weights).map(({ minor }) => Number(minor))).toEqual(
      parts,
    );
  });

  it('shares out the whole, each part within a fen of its exact share', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 14n }),
        fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          fc.pre(weights.some((weight) => weight > 0));
          const parts = allocate(money(total), weights);
          expect(sum(parts)).toEqual(money(total));
          const all = weights.reduce((before, weight) => before + BigInt(weight), 0n);
          parts.forEach((part, at) => {
            const scaled = part.minor * all - total * BigInt(weights[at] ?? 0);
            expect(scaled > -all && scaled <= all).toBe(true);
          });
        },
      ),
    );
  });

  it.each([
    [[], 'to someone'],
    [[0, 0], 'to someone'],
    [[-1, 2], 'whole numbers'],
    [[0.5, 0.5], 'whole numbers'],
  ])('refuses the weights %j', (weights, complaint) => {
    expect(() => allocate(money(1n), weights)).toThrow(complaint);
  });
});

describe('a sale, seen whole', () => {
  it('leaves the platform 11.75 of a credit sale of 10,000.00', () => {
    const sale = yuan('10000');
    const cost = add(feeOf(sale, creditInterchange), feeOf(sale, network));
    expect(subtract(feeOf(sale, credit), cost)).toEqual(yuan('11.75'));
  });
});
