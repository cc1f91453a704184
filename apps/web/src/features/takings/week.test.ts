import { day, yuan } from '@kaitong/values';
import { expect, it } from 'vitest';
import { businessDayOf, chosenDay, heightsOf, neighboursOf, weekOf } from './week.ts';

const today = day('2026-11-26');

it.each([
  ['2026-11-26T14:59:59Z', '2026-11-26'],
  ['2026-11-26T15:00:00Z', '2026-11-27'],
] as const)('counts a sale at %s for %s', (at, on) => {
  expect(businessDayOf(new Date(at))).toBe(on);
});

it.each([
  ['2026-11-24', '2026-11-24'],
  ['2026-11-27', '2026-11-26'],
  ['2026-02-30', '2026-11-26'],
  [undefined, '2026-11-26'],
] as const)('reads the day %s of the address as %s', (asked, on) => {
  expect(chosenDay(asked, today)).toBe(on);
});

it('ends the first week today and shows the chosen day among seven', () => {
  expect(weekOf(today, today).at(-1)).toBe('2026-11-26');
  expect(weekOf(day('2026-11-20'), today)).toHaveLength(7);
  expect(weekOf(day('2026-11-20'), today)[0]).toBe('2026-11-20');
  expect(weekOf(day('2026-11-19'), today).at(-1)).toBe('2026-11-19');
});

it('never leads beyond today', () => {
  expect(neighboursOf(today, today).later).toBeUndefined();
  expect(neighboursOf(day('2026-11-18'), today)).toEqual({
    earlier: '2026-11-11',
    later: '2026-11-25',
  });
});

it('draws the tallest day full, a small one visible, an empty one not at all', () => {
  expect(heightsOf([yuan('1000.00'), yuan('0.01'), undefined, yuan('500.00')])).toEqual([
    100, 4, 0, 50,
  ]);
  expect(heightsOf([undefined, undefined])).toEqual([0, 0]);
});
