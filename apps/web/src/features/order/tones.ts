import type { Tone } from '../../parts/status-tag.tsx';
import type { Deposit, Order } from './queries.ts';

export const orderTones: Readonly<Record<Order['status'], Tone>> = {
  created: 'waiting',
  awaiting_payment: 'todo',
  placed: 'waiting',
  confirmed: 'waiting',
  shipped: 'waiting',
  delivered: 'todo',
  unboxed: 'done',
  faulty: 'harm',
  undeliverable: 'harm',
  completed: 'done',
  canceled: 'quiet',
};

export const depositTones: Readonly<Record<Deposit['status'], Tone>> = {
  due: 'todo',
  collected: 'done',
  accumulating: 'waiting',
  qualified: 'done',
  refunded: 'done',
  extended: 'waiting',
  retained: 'quiet',
  offset: 'quiet',
  canceled: 'quiet',
};
