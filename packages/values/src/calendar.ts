/**
 * Working days of mainland China follow a decree for each year: holidays, and weekends worked in
 * lieu. A year without its decree is unknown, not plain, so nothing here answers past the horizon.
 */
import { assert } from './assert.ts';
import { addDays, dayOf, shanghai, type Day, type TimeOfDay } from './day.ts';

export type Calendar = {
  isWorkingDay(on: Day): boolean;
  /** The last day that the loaded decrees cover. */
  readonly publishedUntil: Day;
};

/** A date beyond what is decreed was asked for: load the next year, do not guess. */
export class CalendarHorizonError extends RangeError {
  override name = 'CalendarHorizonError';
  readonly asked: Day;
  readonly publishedUntil: Day;

  constructor(asked: Day, publishedUntil: Day) {
    super(`${asked} lies past the published calendar, which ends on ${publishedUntil}`);
    this.asked = asked;
    this.publishedUntil = publishedUntil;
  }
}

// The longest run of holidays so far is nine days; a longer gap means a broken table.
const HOLIDAY_RUN_DAYS_MAX = 15;
const WORKING_DAYS_MAX = 366;

/** Whether this is a working day; past the horizon it refuses to say. */
export function isWorkingDay(calendar: Calendar, on: Day): boolean {
  if (on > calendar.publishedUntil) throw new CalendarHorizonError(on, calendar.publishedUntil);
  return calendar.isWorkingDay(on);
}

/** The first working day after this one. */
export function nextWorkingDay(calendar: Calendar, after: Day): Day {
  let candidate = after;
  for (let step = 0; step < HOLIDAY_RUN_DAYS_MAX; step += 1) {
    candidate = addDays(candidate, 1);
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  throw new RangeError(`no working day within ${HOLIDAY_RUN_DAYS_MAX} days after ${after}`);
}

/** Counts working days forward; 0 leaves the day as it is. */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): Day {
  assert(Number.isInteger(count) && count >= 0, 'working days are counted forward');
  assert(count <= WORKING_DAYS_MAX, `no term is longer than ${WORKING_DAYS_MAX} working days`);
  let reached = from;
  for (let step = 0; step < count; step += 1) reached = nextWorkingDay(calendar, reached);
  return reached;
}

type Term = { readonly workingDays: number; readonly cutOff: TimeOfDay };

/**
 * When a term of working days that begins now runs out: at the cut-off of its last day. What comes in
 * after the cut-off, or on a holiday, counts as received on the next working day.
 */
export function workingDeadline(
  calendar: Calendar,
  received: Date,
  { workingDays, cutOff }: Term,
): Date {
  const today = dayOf(received);
  // Compare instants, not minutes: 17:30:00.001 is after a cut-off at 17:30.
  const inTime = received <= shanghai(today, cutOff) && isWorkingDay(calendar, today);
  const dayZero = inTime ? today : nextWorkingDay(calendar, today);
  return shanghai(addWorkingDays(calendar, dayZero, workingDays), cutOff);
}
