import { setup, type StateValueFrom } from 'xstate';

type OrderEvent =
  | { type: 'open'; depositDue: boolean }
  | { type: 'pay' }
  | { type: 'allocate' }
  | { type: 'ship' }
  | { type: 'deliver' }
  | { type: 'giveUp' }
  | { type: 'unbox'; intact: boolean }
  | { type: 'complete' }
  | { type: 'cancel' };

/** What may happen to an order. A plan without deposit goes straight to the warehouse. */
export const orderChart = setup({
  types: { events: {} as OrderEvent, context: {} },
  guards: {
    depositDue: ({ event }) => event.type === 'open' && event.depositDue,
    intact: ({ event }) => event.type === 'unbox' && event.intact,
  },
}).createMachine({
  id: 'order',
  initial: 'created',
  context: {},
  states: {
    created: {
      on: { open: [{ guard: 'depositDue', target: 'awaiting_payment' }, { target: 'placed' }] },
    },
    awaiting_payment: { on: { pay: 'placed', cancel: 'canceled' } },
    placed: { on: { allocate: 'confirmed', cancel: 'canceled' } },
    confirmed: { on: { ship: 'shipped', cancel: 'canceled' } },
    shipped: { on: { deliver: 'delivered', giveUp: 'undeliverable' } },
    undeliverable: { on: { ship: 'shipped', cancel: 'canceled' } },
    delivered: {
      on: {
        unbox: [{ guard: 'intact', target: 'unboxed' }, { target: 'faulty' }],
        complete: 'completed',
      },
    },
    unboxed: { on: { complete: 'completed' } },
    // A missing manual does not stop a sound terminal from going into service.
    faulty: { on: { complete: 'completed' } },
    completed: { type: 'final' },
    canceled: { type: 'final' },
  },
});

type DepositEvent =
  | { type: 'collect' }
  | { type: 'start' }
  | { type: 'qualify' }
  | { type: 'refund' }
  | { type: 'extend' }
  | { type: 'retain' }
  | { type: 'offset' }
  | { type: 'cancel' };

/** What may happen to a deposit: earned back by turnover within a window that the plan sets. */
export const depositChart = setup({
  types: { events: {} as DepositEvent, context: {} },
}).createMachine({
  id: 'deposit',
  initial: 'due',
  context: {},
  states: {
    due: { on: { collect: 'collected', cancel: 'canceled' } },
    // Refunded from here: the order was canceled before it was shipped.
    collected: { on: { start: 'accumulating', refund: 'refunded', offset: 'offset' } },
    accumulating: {
      on: { qualify: 'qualified', extend: 'extended', retain: 'retained', offset: 'offset' },
    },
    extended: { on: { qualify: 'qualified', retain: 'retained', offset: 'offset' } },
    qualified: { on: { refund: 'refunded', offset: 'offset' } },
    refunded: { type: 'final' },
    retained: { type: 'final' },
    offset: { type: 'final' },
    canceled: { type: 'final' },
  },
});

export type OrderStatus = StateValueFrom<typeof orderChart>;
export type DepositStatus = StateValueFrom<typeof depositChart>;
