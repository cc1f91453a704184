import { expect, it } from 'vitest';
import { ageOf, oldest } from './age.ts';

const now = new Date('2026-11-23T10:00:00Z');

it.each([
  ['2026-11-23T09:59:30Z', 'minutes', 0],
  ['2026-11-23T09:01:00Z', 'minutes', 59],
  ['2026-11-23T09:00:00Z', 'hours', 1],
  ['2026-11-21T10:01:00Z', 'hours', 47],
  ['2026-11-21T10:00:00Z', 'days', 2],
  // A clock that runs a little ahead.
  ['2026-11-23T10:00:05Z', 'minutes', 0],
] as const)('since %s is %s %d', (since, unit, count) => {
  expect(ageOf(new Date(since), now)).toEqual({ unit, count });
});

it('finds what has waited longest', () => {
  const early = new Date(1000);
  expect(oldest([new Date(2000), undefined, early])).toBe(early);
  expect(oldest([undefined])).toBeUndefined();
});
