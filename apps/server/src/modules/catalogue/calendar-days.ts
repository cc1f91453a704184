import { addDays, day, type Calendar, type Day } from '@kaitong/values';
import chineseDays from 'chinese-days';
import type { CalendarDay } from './model.ts';

/** Older years settle nothing any more. */
const FIRST_YEAR = 2024;
const LAST_YEAR = 2099;
const PROVISIONAL_YEARS = 2;

/** Statutory holidays that fall on the same date every year; the others wait for the decree. */
const FIXED_HOLIDAYS: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

/** Every day of the years whose decree is out. */
export function publishedDays(): CalendarDay[] {
  return yearsFrom(FIRST_YEAR, lastPublishedYear()).map((on) => {
    const { work, name } = chineseDays.getDayDetail(on);
    // `National Day,国庆节,3` for a named day, `Saturday` for a plain one.
    return { day: on, working: work, name: name.split(',')[1] ?? '', source: 'published' };
  });
}

/**
 * The years after the last decree as they would be without one: weekends and fixed holidays. Only a
 * sandbox may use them, so that its clock can run past the end of what is published.
 */
export function provisionalDays(): CalendarDay[] {
  const last = lastPublishedYear();
  return yearsFrom(last + 1, last + PROVISIONAL_YEARS).map((on) => {
    const name = FIXED_HOLIDAYS[on.slice(5)] ?? '';
    return { day: on, working: name === '' && !isWeekend(on), name, source: 'provisional' };
  });
}

/** The package answers any year; only a year with named holidays is published. */
function lastPublishedYear(): number {
  for (let year = FIRST_YEAR; year < LAST_YEAR; year++) {
    const named = chineseDays.getHolidaysInRange(`${year + 1}-01-01`, `${year + 1}-12-31`, false);
    if (named.length === 0) return year;
  }
  return LAST_YEAR;
}

function yearsFrom(first: number, last: number): Day[] {
  const days: Day[] = [];
  for (let on = day(`${first}-01-01`); on <= `${last}-12-31`; on = addDays(on, 1)) days.push(on);
  return days;
}

export function isWeekend(on: Day): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** A calendar from the days that differ from the plain week, and its end. */
export function calendarOf(
  exceptions: ReadonlyMap<string, boolean>,
  publishedUntil: Day,
): Calendar {
  return {
    isWorkingDay: (on) => exceptions.get(on) ?? !isWeekend(on),
    publishedUntil,
  };
}
