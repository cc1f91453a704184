/** Seven days as bars: which days they are, and how tall each is. Pure. */
import { addDays, dayOf, daysBetween, isDay, type Day, type Money } from '@kaitong/values';

const DAYS = 7;
const HOUR_MS = 3_600_000;
// A day with a single small sale is still seen beside a busy one.
const PERCENT_LEAST = 4;

/** The business day of a moment: it ends at 23:00 in Shanghai (contract: payment.businessDay). */
export function businessDayOf(at: Date): Day {
  return dayOf(new Date(at.getTime() + HOUR_MS));
}

/** The day that the address asks for; today when it asks for none, or for one to come. */
export function chosenDay(asked: unknown, today: Day): Day {
  return typeof asked === 'string' && isDay(asked) && asked <= today ? asked : today;
}

/** Seven days in which `chosen` stands, counted back from today by whole weeks. */
export function weekOf(chosen: Day, today: Day): readonly Day[] {
  const weeksBack = Math.floor(daysBetween(chosen, today) / DAYS);
  const last = addDays(today, -weeksBack * DAYS);
  return Array.from({ length: DAYS }, (_, index) => addDays(last, index - DAYS + 1));
}

export type Neighbours = { readonly earlier: Day; readonly later: Day | undefined };

/** Where the arrows lead: seven days back, and forward as far as today. */
export function neighboursOf(chosen: Day, today: Day): Neighbours {
  const later = addDays(chosen, DAYS);
  const isLastWeek = daysBetween(chosen, today) < DAYS;
  return {
    earlier: addDays(chosen, -DAYS),
    later: isLastWeek ? undefined : later > today ? today : later,
  };
}

/** Whole per cent of the tallest; nothing stays nothing. */
export function heightsOf(amounts: readonly (Money | undefined)[]): readonly number[] {
  const minors = amounts.map((amount) => amount?.minor ?? 0n);
  const tallest = minors.reduce((most, minor) => (minor > most ? minor : most), 0n);
  return minors.map((minor) =>
    minor <= 0n ? 0 : Math.max(PERCENT_LEAST, Number((minor * 100n) / tallest)),
  );
}
