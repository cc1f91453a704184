import { isWordKey } from '@kaitong/contract';
import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { picture, step } from '#platform/chart';
import { chart } from './chart.ts';

it.each([
  ['draft', 'submit', undefined, 'queued'],
  ['draft', 'withdraw', undefined, 'canceled'],
  ['draft', 'expire', undefined, 'expired'],
  ['draft', 'claim', undefined, undefined],
  ['queued', 'claim', undefined, 'in_review'],
  ['queued', 'approve', undefined, undefined],
  ['queued', 'submit', undefined, undefined],
  ['in_review', 'release', undefined, 'queued'],
  ['in_review', 'returnForRepair', undefined, 'revision_required'],
  ['in_review', 'approve', undefined, 'second_review'],
  ['in_review', 'decline', undefined, 'second_review'],
  ['in_review', 'confirm', undefined, undefined],
  ['second_review', 'confirm', 'approve', 'to_be_signed'],
  ['second_review', 'confirm', 'decline', 'declined'],
  ['second_review', 'overturn', 'approve', 'in_review'],
  ['second_review', 'returnForRepair', 'approve', undefined],
  ['revision_required', 'resubmit', undefined, 'queued'],
  ['revision_required', 'submit', undefined, undefined],
  ['revision_required', 'expire', undefined, 'expired'],
  ['to_be_signed', 'sign', 'approve', 'finished'],
  ['to_be_signed', 'withdraw', 'approve', undefined],
  ['finished', 'expire', 'approve', undefined],
  ['declined', 'resubmit', 'decline', undefined],
  ['canceled', 'submit', undefined, undefined],
] as const)('%s + %s (verdict %s) → %s', (status, type, verdict, next) => {
  expect(step(chart, status, { verdict }, { type })).toBe(next);
});

describe('the chart of an application', () => {
  const { nodes, edges } = picture('application', chart);

  it('can reach every state', () => {
    const events = [...new Set(edges.map(({ event }) => event))].map((type) => ({ type }));
    const reached = (['approve', 'decline'] as const).flatMap((verdict) => {
      const fromState = chart.resolveState({ value: 'draft', context: { verdict } });
      return getShortestPaths(chart, { fromState, events: events as never }).map(
        ({ state }) => state.value,
      );
    });
    expect([...new Set(reached)].toSorted()).toEqual(nodes.map(({ id }) => id).toSorted());
  });

  it('has words for every state and event', () => {
    const keys = [...nodes.map(({ id }) => id), ...edges.map(({ event }) => `event.${event}`)];
    expect(keys.filter((key) => !isWordKey(`application.${key}`))).toEqual([]);
  });
});
