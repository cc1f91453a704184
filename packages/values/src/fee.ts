/**
 * Fees are rounded half up, once for each fee line, in this order: rate, factor, round, minimum,
 * cap, fixed part. The factor never touches the cap (银发〔2021〕169号: caps unchanged).
 */
import { assert } from './assert.ts';
import { add, money, type Money } from './money.ts';
import { rate, RATE_UNITS, scale, type Rate } from './rate.ts';

export type FeeRule = {
  readonly rate: Rate;
  readonly min?: Money | undefined;
  readonly cap?: Money | undefined;
  /** Added after the cap, whatever the amount. */
  readonly fixed?: Money | undefined;
  /** A reduction by law or promotion: rate(9_000_000) takes ninety per cent of the rate. */
  readonly factor?: Rate | undefined;
};

/** A fee with every step of its sum, so that a merchant can be shown where it comes from. */
export type FeeExplained = {
  readonly base: Money;
  readonly rate: Rate;
  readonly factor: Rate;
  readonly raw: Money;
  readonly limit: 'min' | 'cap' | 'none';
  readonly clamped: Money;
  readonly fixed: Money;
  readonly result: Money;
};

/** The fee of one amount under one rule. */
export function feeOf(amount: Money, rule: FeeRule): Money {
  return explainFee(amount, rule).result;
}

/** The same fee as data, step by step. */
export function explainFee(amount: Money, rule: FeeRule): FeeExplained {
  assert(amount.minor >= 0n, 'a fee is taken from an amount that is not negative');
  const factor = rule.factor ?? rate(Number(RATE_UNITS));
  // Both divisions at once: rounding the reduced rate first would lose 0.78 × 0.0325 %.
  const ratio = { over: BigInt(rule.rate) * BigInt(factor), under: RATE_UNITS * RATE_UNITS };
  const raw = money(scale(amount.minor, ratio, 'half-up'), amount.currency);
  const { clamped, limit } = clamp(raw, rule);
  const fixed = rule.fixed ?? money(0n, amount.currency);
  const result = add(clamped, fixed);
  assert(result.minor >= 0n, 'a fee is not negative');
  return { base: amount, rate: rule.rate, factor, raw, limit, clamped, fixed, result };
}

function clamp(raw: Money, { min, cap }: FeeRule): Pick<FeeExplained, 'clamped' | 'limit'> {
  const least = min && inCurrencyOf(raw, min);
  const most = cap && inCurrencyOf(raw, cap);
  if (least && most) assert(least.minor <= most.minor, 'the minimum of a fee is not above its cap');
  if (most && raw.minor > most.minor) return { clamped: most, limit: 'cap' };
  if (least && raw.minor < least.minor) return { clamped: least, limit: 'min' };
  return { clamped: raw, limit: 'none' };
}

function inCurrencyOf(amount: Money, bound: Money): Money {
  assert(bound.currency === amount.currency, 'a fee rule is in the currency of the amount');
  return bound;
}

type RefundOfFee = {
  readonly fee: Money;
  /** The amount of the sale that the fee was taken from. */
  readonly amount: Money;
  readonly refundedBefore: Money;
  readonly refundNow: Money;
};

/**
 * The part of a fee that goes back with a refund.
 *
 * Counted from the total refunded so far, so that the parts add up to the fee: rounding each refund
 * of 111.11 out of 333.33 alone would give back 201 fen of a fee of 200.
 */
export function refundedFee({ fee, amount, refundedBefore, refundNow }: RefundOfFee): Money {
  assert(amount.minor > 0n, 'only a sale above 0 is refunded');
  assert(refundedBefore.minor >= 0n && refundNow.minor >= 0n, 'a refund is not negative');
  const refundedAfter = add(refundedBefore, refundNow);
  assert(refundedAfter.minor <= amount.minor, 'refunds stay within the sale');
  const returned = (refunded: Money): bigint =>
    scale(fee.minor, { over: refunded.minor, under: amount.minor }, 'half-up');
  return money(returned(refundedAfter) - returned(refundedBefore), fee.currency);
}

/**
 * Splits an amount by weights, to the last fen: every part rounded down, the left-over fen handed
 * out one by one in the order of the list. A weight of 0 gets nothing.
 */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  assert(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights are whole numbers, not negative',
  );
  const under = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  assert(under > 0n, 'something must be shared out to someone');
  const parts = weights.map((weight) =>
    scale(total.minor, { over: BigInt(weight), under }, 'down'),
  );
  let left = parts.reduce((rest, part) => rest - part, total.minor);
  const one = left < 0n ? -1n : 1n;
  return parts.map((part, index) => {
    if (left === 0n || weights[index] === 0) return money(part, total.currency);
    left -= one;
    return money(part + one, total.currency);
  });
}
