import { setup } from 'xstate';

type Event = { type: 'confirm' } | { type: 'dismiss' };

/** An alert waits for one decision of a person. */
export const chart = setup({ types: { events: {} as Event, context: {} } }).createMachine({
  id: 'alert',
  initial: 'triggered',
  context: {},
  states: {
    triggered: { on: { confirm: 'confirmed', dismiss: 'dismissed' } },
    confirmed: { type: 'final' },
    dismissed: { type: 'final' },
  },
});
