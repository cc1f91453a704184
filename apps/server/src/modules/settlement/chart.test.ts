import { isWordKey } from '@kaitong/contract';
import { expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { picture, step } from '#platform/chart';
import { clearingChart, payoutChart } from './chart.ts';

it.each([
  ['created', 'send', 'in_transit'],
  ['created', 'pay', undefined],
  ['in_transit', 'send', undefined],
  ['in_transit', 'pay', 'paid'],
  ['in_transit', 'fail', 'failed'],
  ['in_transit', 'return', undefined],
  ['paid', 'pay', undefined],
  ['paid', 'fail', undefined],
  ['paid', 'return', 'returned'],
  ['failed', 'send', undefined],
  ['returned', 'pay', undefined],
] as const)('a payout that is %s + %s → %s', (status, type, after) => {
  expect(step(payoutChart, status, {}, { type })).toBe(after);
});

it.each([
  ['awaiting', 'refuse', 'refused'],
  ['refused', 'refuse', 'refused'],
  ['refused', 'take', 'done'],
  ['done', 'take', undefined],
  ['done', 'refuse', undefined],
] as const)('a clearing that is %s + %s → %s', (status, type, after) => {
  expect(step(clearingChart, status, {}, { type })).toBe(after);
});

it.each([
  ['payout', payoutChart],
  ['clearing', clearingChart],
] as const)('%s reaches every state and has words for each', (name, chart) => {
  const reached = getShortestPaths(chart).map(({ state }) => state.value);
  expect(new Set<string>(reached)).toEqual(new Set(Object.keys(chart.states)));
  const { nodes, edges } = picture(name, chart);
  const keys = [
    ...nodes.map(({ id }) => `${name}.${id}`),
    ...edges.map(({ event }) => `${name}.event.${event}`),
  ];
  expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
});
