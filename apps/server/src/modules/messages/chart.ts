import { setup } from 'xstate';

export type SmsStatus = 'queued' | 'delivered' | 'failed';

/** A text message on its way to a phone. Trying again is no step: it stays queued. */
export const chart = setup({
  types: { events: {} as { type: 'deliver' } | { type: 'giveUp' }, context: {} },
}).createMachine({
  id: 'message',
  initial: 'queued',
  states: {
    queued: { on: { deliver: 'delivered', giveUp: 'failed' } },
    delivered: { type: 'final' },
    failed: { type: 'final' },
  },
});
