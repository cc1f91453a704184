import { expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { step } from '#platform/chart';
import { chart } from './chart.ts';
import { trainingChart } from './training-chart.ts';

it.each([
  ['requested', 'schedule', 'scheduled'],
  ['requested', 'chooseSelfInstall', 'installing'],
  ['requested', 'start', undefined],
  ['requested', 'cancel', 'canceled'],
  ['scheduled', 'schedule', 'scheduled'],
  ['scheduled', 'depart', 'en_route'],
  ['scheduled', 'start', 'installing'],
  ['scheduled', 'accept', undefined],
  ['en_route', 'start', 'installing'],
  ['en_route', 'reportAbsence', 'merchant_absent'],
  ['en_route', 'cancel', undefined],
  ['installing', 'addPhoto', 'installing'],
  ['installing', 'complete', 'testing'],
  ['installing', 'accept', undefined],
  ['testing', 'addPhoto', 'testing'],
  ['testing', 'complete', undefined],
  ['testing', 'accept', 'accepted'],
  ['testing', 'fail', 'failed'],
  ['merchant_absent', 'schedule', 'scheduled'],
  ['merchant_absent', 'start', undefined],
  ['failed', 'schedule', 'scheduled'],
  ['accepted', 'addPhoto', undefined],
  ['accepted', 'cancel', undefined],
  ['canceled', 'schedule', undefined],
] as const)('a visit: %s + %s → %s', (status, type, next) => {
  expect(step(chart, status, {}, { type })).toBe(next);
});

it.each([
  ['assigned', 'read', 'in_progress'],
  ['assigned', 'pass', undefined],
  ['in_progress', 'read', 'in_progress'],
  ['in_progress', 'finishReading', 'quiz'],
  ['in_progress', 'pass', undefined],
  ['quiz', 'pass', 'passed'],
  ['quiz', 'fail', 'failed'],
  ['failed', 'fail', 'failed'],
  ['failed', 'pass', 'passed'],
  ['failed', 'waive', 'waived'],
  ['passed', 'waive', undefined],
  ['waived', 'pass', undefined],
] as const)('a training: %s + %s → %s', (status, type, next) => {
  expect(step(trainingChart, status, {}, { type })).toBe(next);
});

it('can reach every state', () => {
  for (const machine of [chart, trainingChart] as const) {
    const reached = getShortestPaths(machine as typeof chart).map((path) => path.state.value);
    expect(reached.toSorted()).toEqual(Object.keys(machine.states).toSorted());
  }
});
