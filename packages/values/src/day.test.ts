import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  day,
  dayOf,
  daysBetween,
  isDay,
  shanghai,
  startOfDay,
  timeOf,
  type TimeOfDay,
} from './day.ts';

const instants = fc.date({
  min: new Date('1995-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('day', () => {
  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00', ''])(
    'refuses %j',
    (text) => {
      expect(() => day(text)).toThrow(RangeError);
      expect(isDay(text)).toBe(false);
    },
  );

  it('knows the leap day', () => {
    expect(day('2024-02-29')).toBe('2024-02-29');
  });
});

describe('dayOf', () => {
  it('turns at midnight in Shanghai, which is 16:00 in Greenwich', () => {
    expect(dayOf(new Date('2026-03-31T15:59:59.999Z'))).toBe('2026-03-31');
    expect(dayOf(new Date('2026-03-31T16:00:00Z'))).toBe('2026-04-01');
  });

  it('finds the day and the time that made an instant', () => {
    const at = shanghai(day('2026-01-01'), '07:05');
    expect(at.toISOString()).toBe('2025-12-31T23:05:00.000Z');
    expect([dayOf(at), timeOf(at)]).toEqual(['2026-01-01', '07:05']);
  });

  it('lies in the day that it names', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const on = dayOf(at);
        expect(startOfDay(on) <= at && at < startOfDay(addDays(on, 1))).toBe(true);
      }),
    );
  });
});

describe('addDays', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %d is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(count);
  });
});

describe('shanghai', () => {
  it.each(['24:00', '9:00', '12:60', '12'])('refuses the time %s', (time) => {
    expect(() => shanghai(day('2026-01-01'), time as TimeOfDay)).toThrow(RangeError);
  });
});
