import type { api, ReplyOf } from '@kaitong/contract';
import { add, compare, type Money } from '@kaitong/values';
import type { Limits } from './tiers.data.ts';

type AlertReply = ReplyOf<typeof api.risk.decideAlert>;
export type Rule = AlertReply['rule'];
export type Severity = AlertReply['severity'];
export type AlertStatus = AlertReply['status'];

export type Used = {
  readonly today: Money;
  readonly month: Money;
  readonly count: number;
  readonly creditToday: Money;
  readonly creditMonth: Money;
};

export type Asked = { readonly amount: Money; readonly tender: 'debit' | 'credit' | 'qr' };

/** Over an amount is answered 61, over a count 65 (UnionPay POS specification, answer codes). */
export type Verdict =
  | { readonly kind: 'within' }
  | { readonly kind: 'over'; readonly code: '61' | '65'; readonly limit: LimitName };
type LimitName = 'single' | 'daily' | 'monthly' | 'creditDaily' | 'creditMonthly' | 'dailyCount';

/** The first limit that one more payment would break, in the order of the table. */
export function judge(limits: Limits, used: Used, { amount, tender }: Asked): Verdict {
  const isCredit = tender === 'credit';
  const sums: readonly (readonly [LimitName, Money, Money | undefined])[] = [
    ['single', amount, limits.single],
    ['daily', add(used.today, amount), limits.daily],
    ['monthly', add(used.month, amount), limits.monthly],
    ['creditDaily', add(used.creditToday, amount), isCredit ? limits.creditDaily : undefined],
    ['creditMonthly', add(used.creditMonth, amount), isCredit ? limits.creditMonthly : undefined],
  ];
  for (const [limit, sum, most] of sums)
    if (most && compare(sum, most) > 0) return { kind: 'over', code: '61', limit };
  if (used.count + 1 > limits.dailyCount) return { kind: 'over', code: '65', limit: 'dailyCount' };
  return { kind: 'within' };
}

/** T21: cards are tested with small or made-up numbers until one is taken. */
export const DECLINES_WINDOW_MS = 10 * 60_000;
const DECLINES_MAX = 5;
const DECLINES_OF_ONE_CARD_MAX = 3;

/** T23: a big sale right after going live. */
export const NEWCOMER_MS = 24 * 3_600_000;
export const NEWCOMER_SALE_MINOR = 500_000n;

export function tooManyDeclines(declines: { all: number; ofCard: number }): boolean {
  return declines.all >= DECLINES_MAX || declines.ofCard >= DECLINES_OF_ONE_CARD_MAX;
}
