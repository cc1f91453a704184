import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  CalendarHorizonError,
  nextWorkingDay,
  workingDeadline,
  type Calendar,
} from './calendar.ts';
import { addDays, day, dayOf, shanghai, type TimeOfDay } from './day.ts';

/** Weekends rest, except what the decree says. */
function decree(publishedUntil: string, { off = [], work = [] }: Decree): Calendar {
  return {
    publishedUntil: day(publishedUntil),
    isWorkingDay: (on) => {
      if (work.includes(on)) return true;
      if (off.some(([from, to]) => from <= on && on <= to)) return false;
      return ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
    },
  };
}
type Decree = { off?: (readonly [string, string])[]; work?: string[] };

// Qingming 2018: three days off, the Sunday after worked in lieu.
const qingming2018 = decree('2018-12-31', {
  off: [['2018-04-05', '2018-04-07']],
  work: ['2018-04-08'],
});

// The decrees of the holidays that the cases below touch.
const autumn2025 = decree('2025-12-31', {
  off: [['2025-10-01', '2025-10-08']],
  work: ['2025-09-28', '2025-10-11'],
});
const year2026 = decree('2026-12-31', {
  off: [
    ['2026-01-01', '2026-01-03'],
    ['2026-02-15', '2026-02-23'],
    ['2026-10-01', '2026-10-07'],
  ],
  work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-10-10'],
});

describe('nextWorkingDay', () => {
  it('pays a sale of the eve of Qingming on the Sunday worked in lieu', () => {
    expect(nextWorkingDay(qingming2018, day('2018-04-04'))).toBe('2018-04-08');
  });

  it('gives up on a calendar without working days', () => {
    const closed: Calendar = { publishedUntil: day('2030-01-01'), isWorkingDay: () => false };
    expect(() => nextWorkingDay(closed, day('2026-01-01'))).toThrow('within 15 days');
  });

  it('is later, a working day and monotone', () => {
    const days = fc.integer({ min: 0, max: 340 }).map((n) => addDays(day('2026-01-01'), n));
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const next = nextWorkingDay(year2026, early);
        expect(next > early && year2026.isWorkingDay(next)).toBe(true);
        expect(next <= nextWorkingDay(year2026, late)).toBe(true);
      }),
    );
  });
});

describe('addWorkingDays', () => {
  it.each([
    [autumn2025, '2025-09-30', 3, '2025-10-11'],
    [year2026, '2026-02-13', 3, '2026-02-25'],
    [year2026, '2026-09-30', 3, '2026-10-10'],
    // 1 to 3 January off, Sunday the 4th worked in lieu.
    [year2026, '2025-12-31', 2, '2026-01-05'],
    [year2026, '2025-12-31', 3, '2026-01-06'],
    [year2026, '2026-03-02', 0, '2026-03-02'],
  ])('%# after %s, %d working days, comes %s', (calendar, from, count, to) => {
    expect(addWorkingDays(calendar, day(from), count)).toBe(to);
  });

  it('refuses to guess a year that is not decreed', () => {
    const { publishedUntil } = year2026;
    expect(() => addWorkingDays(year2026, publishedUntil, 1)).toThrow(
      new CalendarHorizonError(day('2027-01-01'), publishedUntil),
    );
    expect(new CalendarHorizonError(publishedUntil, publishedUntil)).toBeInstanceOf(RangeError);
  });

  it.each([-1, 0.5, 367])('refuses to count %d days', (count) => {
    expect(() => addWorkingDays(year2026, day('2026-03-02'), count)).toThrow('working days');
  });
});

describe('workingDeadline', () => {
  const term = { workingDays: 3, cutOff: '17:30' } as const;

  it.each([
    ['on a working day', '2026-03-02', '10:00', '2026-03-05'],
    ['at the cut-off', '2026-03-02', '17:30', '2026-03-05'],
    ['a minute late', '2026-03-02', '17:31', '2026-03-06'],
    ['on a Saturday', '2026-03-07', '10:00', '2026-03-12'],
    ['on a Saturday worked in lieu', '2026-02-14', '10:00', '2026-02-26'],
    ['late before a long holiday', '2026-02-14', '18:00', '2026-02-27'],
  ] as const)('received %s', (_when, on, time, due) => {
    const deadline = workingDeadline(year2026, shanghai(day(on), time), term);
    expect(deadline).toEqual(shanghai(day(due), '17:30'));
  });

  it('counts a second after the cut-off as late', () => {
    const late = new Date(shanghai(day('2026-03-02'), '17:30').getTime() + 1_000);
    expect(dayOf(workingDeadline(year2026, late, term))).toBe('2026-03-06');
  });

  it('refuses a deadline past the horizon', () => {
    const at = shanghai(day('2026-12-30'), '09:00' satisfies TimeOfDay);
    expect(() => workingDeadline(year2026, at, term)).toThrow(CalendarHorizonError);
  });
});
