import { yuan } from '@kaitong/values';
import { expect, it } from 'vitest';
import type { Order } from './queries.ts';
import { tracksOf } from './tracks.ts';

const at = new Date('2026-11-23T02:00:00Z');
const order: Order = {
  id: 'ord_00000000000001',
  merchantId: 'mer_00000000000001',
  merchantName: 'A',
  kind: 'first',
  status: 'awaiting_payment',
  planId: 'sample',
  modelId: 'sample',
  deposit: yuan('100'),
  to: { name: 'A', phone: '138****8000', address: 'B' },
  shippingAsked: false,
  createdAt: at,
  can: ['pay'],
};

const states = (more: Partial<Order>) =>
  tracksOf({ ...order, ...more }, (key) => key).map(({ state }) => state);

it.each([
  [{}, ['current', 'next', 'next', 'next', 'next', 'next']],
  [{ status: 'placed', paidAt: at }, ['done', 'waiting', 'next', 'next', 'next', 'next']],
  [
    { status: 'shipped', paidAt: at, serial: 'S1', shippedAt: at, tracking: 'T1' },
    ['done', 'done', 'done', 'waiting', 'next', 'next'],
  ],
  [
    { status: 'delivered', paidAt: at, serial: 'S1', shippedAt: at, deliveredAt: at },
    ['done', 'done', 'done', 'done', 'done', 'current'],
  ],
  [{ status: 'canceled' }, ['next', 'next', 'next', 'next', 'next', 'next']],
  [{ kind: 'replacement', status: 'placed' }, ['waiting', 'next', 'next', 'next', 'next']],
] as const)('%j stands at %j', (more, expected) => {
  expect(states(more)).toEqual(expected);
});
