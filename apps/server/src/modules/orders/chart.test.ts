import { isWordKey } from '@kaitong/contract';
import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { picture, step } from '#platform/chart';
import { depositChart, orderChart } from './chart.ts';

describe('the chart of an order', () => {
  it.each([
    ['created', { type: 'open', depositDue: true }, 'awaiting_payment'],
    ['created', { type: 'open', depositDue: false }, 'placed'],
    ['awaiting_payment', { type: 'pay' }, 'placed'],
    ['awaiting_payment', { type: 'allocate' }, undefined],
    ['placed', { type: 'pay' }, undefined],
    ['placed', { type: 'allocate' }, 'confirmed'],
    ['placed', { type: 'ship' }, undefined],
    ['placed', { type: 'cancel' }, 'canceled'],
    ['confirmed', { type: 'allocate' }, undefined],
    ['confirmed', { type: 'ship' }, 'shipped'],
    ['shipped', { type: 'cancel' }, undefined],
    ['shipped', { type: 'unbox', intact: true }, undefined],
    ['shipped', { type: 'giveUp' }, 'undeliverable'],
    ['undeliverable', { type: 'ship' }, 'shipped'],
    ['delivered', { type: 'unbox', intact: true }, 'unboxed'],
    ['delivered', { type: 'unbox', intact: false }, 'faulty'],
    ['delivered', { type: 'complete' }, 'completed'],
    ['faulty', { type: 'complete' }, 'completed'],
    ['unboxed', { type: 'unbox', intact: true }, undefined],
    ['canceled', { type: 'pay' }, undefined],
  ] as const)('%s + %o → %s', (status, event, after) => {
    expect(step(orderChart, status, {}, event)).toBe(after);
  });

  it('reaches every state', () => {
    const events = [
      { type: 'open', depositDue: true },
      { type: 'open', depositDue: false },
      { type: 'unbox', intact: true },
      { type: 'unbox', intact: false },
      ...(['pay', 'allocate', 'ship', 'deliver', 'giveUp', 'complete', 'cancel'] as const).map(
        (type) => ({ type }),
      ),
    ] as const;
    const reached = getShortestPaths(orderChart, { events }).map(({ state }) => state.value);
    expect(new Set<string>(reached)).toEqual(new Set(Object.keys(orderChart.states)));
  });
});

describe('the chart of a deposit', () => {
  it.each([
    ['due', 'collect', 'collected'],
    ['due', 'cancel', 'canceled'],
    ['due', 'refund', undefined],
    ['collected', 'cancel', undefined],
    ['collected', 'refund', 'refunded'],
    ['collected', 'qualify', undefined],
    ['collected', 'start', 'accumulating'],
    ['accumulating', 'refund', undefined],
    ['accumulating', 'qualify', 'qualified'],
    ['accumulating', 'extend', 'extended'],
    ['extended', 'extend', undefined],
    ['extended', 'retain', 'retained'],
    ['qualified', 'retain', undefined],
    ['qualified', 'refund', 'refunded'],
    ['refunded', 'offset', undefined],
  ] as const)('%s + %s → %s', (status, type, after) => {
    expect(step(depositChart, status, {}, { type })).toBe(after);
  });

  it('reaches every state', () => {
    const reached = getShortestPaths(depositChart).map(({ state }) => state.value);
    expect(new Set<string>(reached)).toEqual(new Set(Object.keys(depositChart.states)));
  });
});

it.each([
  ['order', orderChart],
  ['deposit', depositChart],
] as const)('%s has words for every state and event', (name, chart) => {
  const { nodes, edges } = picture(name, chart);
  const keys = [
    ...nodes.map(({ id }) => `${name}.${id}`),
    ...edges.map(({ event }) => `${name}.event.${event}`),
  ];
  expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
});
