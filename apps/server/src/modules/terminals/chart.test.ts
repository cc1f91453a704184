import { isWordKey } from '@kaitong/contract';
import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { picture, step } from '#platform/chart';
import { chart } from './chart.ts';

describe('the life of a terminal', () => {
  it.each([
    ['in_stock', 'allocate', 'allocated'],
    ['in_stock', 'bind', undefined],
    ['allocated', 'release', 'in_stock'],
    ['allocated', 'bind', undefined],
    ['delivered', 'bind', 'bound'],
    ['bound', 'activate', undefined],
    ['key_loaded', 'activate', 'activated'],
    ['activated', 'goLive', undefined],
    ['activated', 'bind', 'bound'],
    ['self_tested', 'goLive', 'in_service'],
    ['in_service', 'bind', undefined],
    ['in_service', 'suspend', 'suspended'],
    ['suspended', 'suspend', undefined],
    ['suspended', 'bind', 'bound'],
    ['suspended', 'unbind', 'unbound'],
    ['unbound', 'restock', undefined],
    ['recovered', 'scrap', 'scrapped'],
  ] as const)('%s + %s → %s', (status, type, after) => {
    expect(step(chart, status, {}, { type })).toBe(after);
  });

  it('reaches every state', () => {
    const reached = new Set<string>(getShortestPaths(chart).map(({ state }) => state.value));
    expect(reached).toEqual(new Set(Object.keys(chart.states)));
  });

  it('has words for every state and event', () => {
    const { nodes, edges } = picture('terminal', chart);
    const keys = [
      ...nodes.map(({ id }) => `terminal.${id}`),
      ...edges.map(({ event }) => `terminal.event.${event}`),
    ];
    expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
  });
});
