import { isWordKey } from '@kaitong/contract';
import { expect, it } from 'vitest';
import { picture, step } from '#platform/chart';
import { chart } from './chart.ts';

it.each([
  ['active', 'suspend', 'suspended'],
  ['active', 'end', 'ended'],
  ['active', 'restore', undefined],
  ['suspended', 'restore', 'active'],
  ['suspended', 'end', 'ended'],
  ['suspended', 'suspend', undefined],
  ['ended', 'restore', undefined],
] as const)('%s + %s → %s', (status, type, next) => {
  expect(step(chart, status, {}, { type })).toBe(next);
});

it('has words for every state and event', () => {
  const { nodes, edges } = picture('agent', chart);
  const keys = [...nodes.map(({ id }) => id), ...edges.map(({ event }) => `event.${event}`)];
  expect(keys.filter((key) => !isWordKey(`agent.${key}`))).toEqual([]);
});
