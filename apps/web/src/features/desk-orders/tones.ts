import type { Tone } from '../../parts/status-tag.tsx';
import type { Deposit, Order } from './queries.ts';

/** What an order means to the operator: `placed` and `confirmed` wait for a hand here. */
export const orderTones: Readonly<Record<Order['status'], Tone>> = {
  created: 'quiet',
  awaiting_payment: 'waiting',
  placed: 'todo',
  confirmed: 'todo',
  shipped: 'waiting',
  delivered: 'waiting',
  unboxed: 'done',
  faulty: 'harm',
  undeliverable: 'harm',
  completed: 'done',
  canceled: 'quiet',
};

export const depositTones: Readonly<Record<Deposit['status'], Tone>> = {
  due: 'waiting',
  collected: 'waiting',
  accumulating: 'waiting',
  qualified: 'todo',
  refunded: 'done',
  extended: 'waiting',
  retained: 'quiet',
  offset: 'quiet',
  canceled: 'quiet',
};
