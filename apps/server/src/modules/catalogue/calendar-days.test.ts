import { addWorkingDays, day, nextWorkingDay } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import { calendarOf, isWeekend, provisionalDays, publishedDays } from './calendar-days.ts';

const published = publishedDays();
const calendar = calendarOf(
  new Map(published.map(({ day: on, working }) => [on, working])),
  published.at(-1)!.day,
);

describe('the published calendar', () => {
  it.each([
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('has in %s %i working days', (year, count) => {
    const days = published.filter(({ day: on, working }) => on.startsWith(year) && working);
    expect(days).toHaveLength(count);
  });

  it.each([
    // Holidays move weekends: three working days after the day on the left.
    ['2025-09-30', 3, '2025-10-11'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2025-12-31', 3, '2026-01-06'],
  ])('counts from %s %i working days to %s', (from, count, to) => {
    expect(addWorkingDays(calendar, day(from), count)).toBe(to);
  });

  it('works on a Saturday in lieu', () => {
    expect(nextWorkingDay(calendar, day('2026-10-09'))).toBe('2026-10-10');
  });
});

describe('the provisional years', () => {
  const days = provisionalDays();

  it('follow the last decree without a gap', () => {
    const year = Number(published.at(-1)!.day.slice(0, 4));
    expect(days[0]?.day).toBe(`${year + 1}-01-01`);
    expect(days.at(-1)?.day).toBe(`${year + 2}-12-31`);
    expect(days.every(({ source }) => source === 'provisional')).toBe(true);
  });

  it('know weekends and the holidays that never move', () => {
    expect(days.filter(({ working, day: on }) => working && isWeekend(on))).toEqual([]);
    expect(days.find(({ day: on }) => on.endsWith('-10-01'))).toMatchObject({
      working: false,
      name: '国庆节',
    });
  });
});
