import { isWordKey } from '@kaitong/contract';
import { describe, expect, it } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { picture, step } from '#platform/chart';
import { batch, payment, refund } from './chart.ts';

describe('a payment', () => {
  it.each([
    ['sending', 'approve', 'approved'],
    ['sending', 'loseAnswer', 'unknown'],
    ['sending', 'reverse', undefined],
    ['unknown', 'approve', undefined], // a late yes is never believed
    ['unknown', 'confirmReversal', 'reversed'],
    ['approved', 'reverse', 'reversal_pending'],
    ['approved', 'startVoid', 'void_pending'],
    ['approved', 'decline', undefined],
    ['reversal_pending', 'startVoid', undefined],
    ['void_pending', 'declineVoid', 'approved'],
    ['void_pending', 'reverse', undefined],
    ['void_unknown', 'confirmVoid', undefined],
    ['void_unknown', 'confirmReversal', 'approved'],
    ['voided', 'undoVoid', 'approved'],
    ['cleared', 'startVoid', undefined],
    ['cleared', 'reverse', undefined],
  ] as const)('%s + %s → %s', (status, type, after) => {
    expect(step(payment, status, {}, { type })).toBe(after);
  });
});

it.each([
  ['payment', payment],
  ['refund', refund],
  ['batch', batch],
] as [string, AnyStateMachine][])('%s reaches every state and has words for all', (name, chart) => {
  const reached = new Set(getShortestPaths(chart).map(({ state }) => String(state.value)));
  expect(reached).toEqual(new Set(Object.keys(chart.states)));
  const { nodes, edges } = picture(name, chart);
  const keys = [
    ...nodes.map(({ id }) => `${name}.${id}`),
    ...edges.map(({ event }) => `${name}.event.${event}`),
  ];
  expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
});
