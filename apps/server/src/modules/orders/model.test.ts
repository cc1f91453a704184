import type { Role } from '@kaitong/contract';
import { day } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#platform/ask';
import { canOf, isIntact, newStep, percentOf, windowDue, windowEnd } from './model.ts';

const by = (role: Role): Actor => ({ kind: 'user', id: 'usr_1', role, name: '', merchantIds: [] });
const still = { parcel_id: null, tracking: null };

describe('what a caller can do', () => {
  it.each([
    ['owner', 'awaiting_payment', still, ['pay', 'cancel']],
    ['operator', 'awaiting_payment', still, ['cancel']],
    ['finance', 'awaiting_payment', still, []],
    ['owner', 'placed', still, ['cancel']],
    ['operator', 'placed', still, ['cancel', 'allocate']],
    ['owner', 'confirmed', still, []],
    ['operator', 'confirmed', still, ['cancel', 'ship']],
    ['operator', 'confirmed', { parcel_id: 'shp_1', tracking: null }, []],
    ['operator', 'shipped', { parcel_id: 'shp_1', tracking: 'T' }, []],
    ['operator', 'undeliverable', { parcel_id: 'shp_1', tracking: 'T' }, ['cancel', 'ship']],
    ['owner', 'delivered', still, ['unbox']],
    ['owner', 'completed', still, []],
  ] as const)('%s, %s', (role, status, parcel, can) => {
    expect(canOf(by(role), { status, ...parcel })).toEqual(can);
  });

  it('is nothing for a terminal', () => {
    const terminal: Actor = { kind: 'terminal', id: 'trm_1', merchantId: 'mer_1' };
    expect(canOf(terminal, { status: 'placed', ...still })).toEqual([]);
  });
});

it.each([
  [0n, 0],
  [-5n, 0],
  [499_999n, 49],
  [500_000n, 50],
  [999_999n, 99],
  [1_000_000n, 100],
  [9_000_000n, 100],
])('%s of 10,000.00 is %s %%', (turnover_minor, percent) => {
  expect(percentOf({ turnover_minor, turnover_needed_minor: 1_000_000n })).toBe(percent);
});

it.each([
  [0, 49, undefined],
  [0, 50, 50],
  [50, 79, undefined],
  [50, 80, 80],
  [0, 100, 100],
  [100, 100, undefined],
])('told at %s, now %s: tells %s', (before, now, told) => {
  expect(newStep({ before, now })).toBe(told);
});

it('counts the first and the last day of a window', () => {
  expect(windowEnd(day('2026-03-01'), 60)).toBe('2026-04-29');
  expect(windowDue(day('2026-04-29')).toISOString()).toBe('2026-04-30T04:00:00.000Z');
});

it('finds a parcel sound only when everything is there', () => {
  const all = { appearance: true, powerCord: true, dataCable: true, manual: true };
  expect(isIntact(all)).toBe(true);
  for (const part of Object.keys(all)) expect(isIntact({ ...all, [part]: false })).toBe(false);
});
