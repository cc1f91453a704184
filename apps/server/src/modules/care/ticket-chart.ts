import { setup } from 'xstate';

type Event =
  | { type: 'claim' }
  | { type: 'askMerchant' }
  | { type: 'askOthers' }
  | { type: 'resume' }
  | { type: 'resolve' }
  | { type: 'close' }
  | { type: 'reopen' };

/** A question to support. The clock stands still while it waits for the merchant or for others. */
export const ticketChart = setup({ types: { events: {} as Event, context: {} } }).createMachine({
  id: 'ticket',
  initial: 'new',
  context: {},
  states: {
    new: { on: { claim: 'open' } },
    open: { on: { askMerchant: 'pending', askOthers: 'on_hold', resolve: 'resolved' } },
    pending: { on: { resume: 'open', resolve: 'resolved' } },
    on_hold: { on: { resume: 'open', resolve: 'resolved' } },
    resolved: { on: { close: 'closed', reopen: 'open' } },
    closed: { type: 'final' },
  },
});
