import { setup, type StateValueFrom } from 'xstate';

type PayoutEvent = { type: 'send' } | { type: 'pay' } | { type: 'fail' } | { type: 'return' };

/**
 * A payout. No word from the bank leaves it in transit; it is never sent again under another name.
 * What was paid may still come back days later.
 */
export const payoutChart = setup({
  types: { events: {} as PayoutEvent, context: {} },
}).createMachine({
  id: 'payout',
  initial: 'created',
  context: {},
  states: {
    created: { on: { send: 'in_transit' } },
    in_transit: { on: { pay: 'paid', fail: 'failed' } },
    paid: { on: { return: 'returned' } },
    failed: { type: 'final' },
    returned: { type: 'final' },
  },
});

type ClearingEvent = { type: 'take' } | { type: 'refuse' };

/** The clearing of a day: one file, taken whole or not at all. */
export const clearingChart = setup({
  types: { events: {} as ClearingEvent, context: {} },
}).createMachine({
  id: 'clearing',
  initial: 'awaiting',
  context: {},
  states: {
    awaiting: { on: { take: 'done', refuse: 'refused' } },
    refused: { on: { take: 'done', refuse: 'refused' } },
    done: { type: 'final' },
  },
});

export type PayoutStatus = StateValueFrom<typeof payoutChart>;
export type ClearingStatus = StateValueFrom<typeof clearingChart>;
