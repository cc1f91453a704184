/**
 * Rates are whole parts per ten million, because basis points are not fine enough: the network fee
 * of a preferential merchant is 0.0325 % × 0.78 = 0.02535 %, which is 2_535.
 */
import { assertNever } from './assert.ts';
import { money, type Money } from './money.ts';

export type Rate = number & { readonly __unit: '1e-7' };

export const RATE_UNITS = 10_000_000n;

/** Makes a rate from parts per ten million: 0.6 % is 60_000. */
export function rate(parts: number): Rate {
  if (!Number.isInteger(parts) || parts < 0 || parts > Number(RATE_UNITS))
    throw new RangeError(`not a rate: ${parts}`);
  return parts as Rate;
}

/** Reads '0.38' as 0.38 %. More than five decimals do not fit a rate and are refused. */
export function percent(text: string): Rate {
  const match = /^(\d{1,3})(?:\.(\d{1,5}))?$/.exec(text);
  if (!match) throw new RangeError(`not a percentage: ${text}`);
  const [, whole = '', part = ''] = match;
  return rate(Number(whole + part.padEnd(5, '0')));
}

/** Writes '0.38 %'; two decimals at least, as price lists do. */
export function formatRate(value: Rate): string {
  const digits = value.toString().padStart(6, '0');
  const part = digits.slice(-5).replace(/0{1,3}$/, '');
  return `${digits.slice(0, -5)}.${part} %`;
}

export type Rounding = 'half-up' | 'half-even' | 'up' | 'down';

/** Takes a share of an amount. Rounding looks at the size and keeps the sign: 'down' is towards 0. */
export function applyRate(amount: Money, share: Rate, rounding: Rounding): Money {
  const ratio = { over: BigInt(share), under: RATE_UNITS };
  return money(scale(amount.minor, ratio, rounding), amount.currency);
}

type Ratio = { readonly over: bigint; readonly under: bigint };

/** minor × over ÷ under in whole units; never through a float. */
export function scale(minor: bigint, { over, under }: Ratio, rounding: Rounding): bigint {
  const size = (minor < 0n ? -minor : minor) * over;
  const rest = size % under;
  const whole = size / under;
  const rounded = whole + (goesUp({ whole, rest, under }, rounding) ? 1n : 0n);
  return minor < 0n ? -rounded : rounded;
}

type Division = { readonly whole: bigint; readonly rest: bigint; readonly under: bigint };

function goesUp({ whole, rest, under }: Division, rounding: Rounding): boolean {
  switch (rounding) {
    case 'down':
      return false;
    case 'up':
      return rest > 0n;
    case 'half-up':
      return rest * 2n >= under;
    case 'half-even':
      return rest * 2n > under || (rest * 2n === under && whole % 2n === 1n);
    default:
      return assertNever(rounding);
  }
}
