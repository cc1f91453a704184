import { expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { step } from '#platform/chart';
import { chart } from './chart.ts';
import { ticketChart } from './ticket-chart.ts';

it.each([
  ['reported', 'diagnose', 'diagnosing'],
  ['reported', 'approve', undefined],
  ['diagnosing', 'findSelfHelp', 'self_help'],
  ['diagnosing', 'findForReview', 'under_review'],
  ['self_help', 'fixed', 'testing'],
  ['self_help', 'notFixed', 'under_review'],
  ['under_review', 'approve', 'approved'],
  ['under_review', 'reject', 'rejected'],
  ['rejected', 'appeal', 'under_review'],
  ['rejected', 'lapse', 'terminated'],
  ['rejected', 'approve', undefined],
  ['approved', 'reinstall', 'reinstalling'],
  ['approved', 'test', 'testing'],
  ['approved', 'restore', undefined],
  ['reinstalling', 'test', 'testing'],
  ['testing', 'restore', 'restored'],
  ['testing', 'testFailed', 'diagnosing'],
  ['restored', 'close', undefined],
  ['restored', 'followUp', 'follow_up'],
  ['follow_up', 'relapse', 'diagnosing'],
  ['follow_up', 'close', 'closed'],
  ['restored', 'terminate', undefined],
  ['closed', 'relapse', undefined],
  ['terminated', 'appeal', undefined],
] as const)('a case: %s + %s → %s', (status, type, next) => {
  expect(step(chart, status, {}, { type })).toBe(next);
});

it.each([
  ['new', 'claim', 'open'],
  ['new', 'resolve', undefined],
  ['open', 'askMerchant', 'pending'],
  ['open', 'askOthers', 'on_hold'],
  ['open', 'close', undefined],
  ['pending', 'resume', 'open'],
  ['on_hold', 'resolve', 'resolved'],
  ['resolved', 'reopen', 'open'],
  ['resolved', 'close', 'closed'],
  ['closed', 'reopen', undefined],
] as const)('a ticket: %s + %s → %s', (status, type, next) => {
  expect(step(ticketChart, status, {}, { type })).toBe(next);
});

it('can reach every state', () => {
  for (const machine of [chart, ticketChart] as const) {
    const reached = getShortestPaths(machine as typeof chart).map((path) => path.state.value);
    expect(reached.toSorted()).toEqual(Object.keys(machine.states).toSorted());
  }
});
