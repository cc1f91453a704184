import { day, type Calendar } from '@kaitong/values';
import { expect, it } from 'vitest';
import { nextCutOff, payoutDay, scheduleAfter } from './model.ts';

/** Qingming of 2018: 5 to 7 April free, and Sunday the 8th worked in lieu (ywsmln.cn). */
const qingming: Calendar = {
  isWorkingDay: (on) => on >= '2018-04-08' || on <= '2018-04-04',
  publishedUntil: day('2018-04-13'),
};

it.each([
  ['2018-04-04', '2018-04-08'],
  ['2018-04-07', '2018-04-08'],
  ['2018-04-08', '2018-04-09'],
])('what was sold on %s is paid on %s', (sold, paid) => {
  expect(payoutDay(day(sold), qingming)).toBe(paid);
});

it('guesses no working day where the calendar ends', () => {
  expect(payoutDay(day('2018-04-13'), qingming)).toBeUndefined();
});

it('says what follows a cut-off', () => {
  expect(scheduleAfter(day('2018-04-04'), qingming)).toEqual({
    clearing: new Date('2018-04-05T06:00:00+08:00'),
    statements: new Date('2018-04-05T08:00:00+08:00'),
    cutOff: new Date('2018-04-05T23:00:00+08:00'),
    payout: { day: '2018-04-08', at: new Date('2018-04-08T09:00:00+08:00') },
  });
});

it.each([
  ['2026-03-10T02:00:00Z', '2026-03-10T15:00:00.000Z'],
  ['2026-03-10T15:00:00Z', '2026-03-11T15:00:00.000Z'],
])('the first cut-off after %s is %s', (now, next) => {
  expect(nextCutOff(new Date(now), day('2026-03-10')).toISOString()).toBe(next);
});
