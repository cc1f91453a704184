import { expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { step } from '#platform/chart';
import { chart } from './chart.ts';

it.each([
  ['generating', 'made', 'pending_sign'],
  ['generating', 'sign', undefined],
  ['pending_sign', 'sign', 'signed'],
  ['pending_sign', 'lapse', 'lapsed'],
  ['pending_sign', 'terminate', 'terminated'],
  ['signed', 'sign', undefined],
  ['signed', 'lapse', undefined],
  ['signed', 'terminate', 'terminated'],
  ['lapsed', 'sign', undefined],
  ['terminated', 'sign', undefined],
] as const)('%s + %s → %s', (status, type, next) => {
  expect(step(chart, status, {}, { type })).toBe(next);
});

it('can reach every state', () => {
  const reached = getShortestPaths(chart).map((path) => path.state.value);
  expect(reached.toSorted()).toEqual(Object.keys(chart.states).toSorted());
});
