import type { api, ReplyOf } from '@kaitong/contract';
import {
  addDays,
  CalendarHorizonError,
  money,
  nextWorkingDay,
  shanghai,
  yuan,
  type Calendar,
  type Day,
  type Money,
} from '@kaitong/values';

export type BreakKind = ReplyOf<typeof api.settlement.listBreaks>['rows'][number]['kind'];

/** How one kind of journal moved what is owed to a merchant on a day. */
export type StatementLine = {
  readonly kind: string;
  readonly count: number;
  readonly minor: string;
};

/** Less than this stays in the balance until there is more. */
export const PAYOUT_LEAST = yuan('1.00');

/** Costs of the network may differ from ours by a fen a line, and by this much a day. */
export const COST_GAP_A_LINE = 1n;
export const COST_GAP_A_DAY = 100n;

const MINUTE_MS = 60_000;
const CUT_OFF = '23:00';

/** How often the network or the bank is asked again, and for how long before a person must look. */
export const ASK_AGAIN_MINUTES = 30;
export const ASKS_MAX = 48;
const RETURNS_WITHIN_DAYS = 7;

export function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * MINUTE_MS);
}

/** The next moment at which a business day ends. */
export function nextCutOff(now: Date, today: Day): Date {
  const cutOff = shanghai(today, CUT_OFF);
  return cutOff > now ? cutOff : shanghai(addDays(today, 1), CUT_OFF);
}

/** What follows the end of a business day, and when. */
export type Schedule = {
  readonly clearing: Date;
  readonly statements: Date;
  readonly cutOff: Date;
  /** Absent when the calendar does not reach so far: nobody guesses a working day. */
  readonly payout: { readonly day: Day; readonly at: Date } | undefined;
};

export function scheduleAfter(closed: Day, calendar: Calendar): Schedule {
  const morning = addDays(closed, 1);
  const paidOn = payoutDay(closed, calendar);
  return {
    clearing: shanghai(morning, '06:00'),
    statements: shanghai(morning, '08:00'),
    cutOff: shanghai(morning, CUT_OFF),
    payout: paidOn && { day: paidOn, at: shanghai(paidOn, '09:00') },
  };
}

/** T+1: the working day after. A card swiped on Friday evening is paid on Monday. */
export function payoutDay(closed: Day, calendar: Calendar): Day | undefined {
  try {
    return nextWorkingDay(calendar, closed);
  } catch (error) {
    if (error instanceof CalendarHorizonError) return undefined;
    throw error;
  }
}

/** The last day from which a paid payout may still come back. */
export function returnsUntil(today: Day): Day {
  return addDays(today, -RETURNS_WITHIN_DAYS);
}

/** The sum of the lines of a statement. */
export function sumOfLines(lines: readonly StatementLine[]): Money {
  return money(lines.reduce((sum, { minor }) => sum + BigInt(minor), 0n));
}
