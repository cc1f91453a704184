import { expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { step } from '#platform/chart';
import { chart } from './chart.ts';

it.each([
  ['queued', 'deliver', 'delivered'],
  ['queued', 'giveUp', 'failed'],
  ['delivered', 'giveUp', undefined],
  ['failed', 'deliver', undefined],
] as const)('%s + %s → %s', (status, type, next) => {
  expect(step(chart, status, {}, { type })).toBe(next);
});

it('can reach every state', () => {
  const reached = getShortestPaths(chart).map((path) => path.state.value);
  expect(reached.toSorted()).toEqual(Object.keys(chart.states).toSorted());
});
