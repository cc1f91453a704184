import { expect, it } from 'vitest';
import { isOurMove, pathOfStop, presentStop, type Stop } from './next-step.ts';

const stop = (key: Stop['key'], state: Stop['state'], more: Partial<Stop> = {}): Stop => ({
  key,
  state,
  ...more,
});

it.each([
  [[stop('apply', 'done'), stop('review', 'waiting'), stop('contract', 'next')], 'review'],
  [[stop('review', 'waiting'), stop('pay', 'current')], 'pay'],
  [[stop('pay', 'current'), stop('care', 'problem')], 'care'],
  [[stop('apply', 'done')], undefined],
] as const)('finds where the case stands', (stations, key) => {
  expect(presentStop({ stations: [...stations] })?.key).toBe(key);
});

it('follows the link of the server when there is one', () => {
  expect(pathOfStop(stop('pay', 'current', { href: '/orders/ord_1' }), 'app_1')).toBe(
    '/m/orders/ord_1',
  );
  expect(pathOfStop(stop('apply', 'current'), 'app_1')).toBe('/m/applications/app_1');
  expect(pathOfStop(stop('train', 'current'), 'app_1')).toBe('/m/training');
});

it('knows whose move it is', () => {
  expect(isOurMove(stop('pay', 'current', { who: 'owner' }))).toBe(true);
  expect(isOurMove(stop('review', 'waiting', { who: 'reviewer' }))).toBe(false);
  expect(isOurMove(stop('activate', 'current', { who: 'terminal' }))).toBe(false);
});
