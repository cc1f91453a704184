import { setup } from 'xstate';

type Event = { type: 'made' } | { type: 'sign' } | { type: 'lapse' } | { type: 'terminate' };

/** One contract. A new one after a lapse is another contract, not another state. */
export const chart = setup({ types: { events: {} as Event, context: {} } }).createMachine({
  id: 'contract',
  initial: 'generating',
  context: {},
  states: {
    generating: { on: { made: 'pending_sign' } },
    pending_sign: { on: { sign: 'signed', lapse: 'lapsed', terminate: 'terminated' } },
    signed: { on: { terminate: 'terminated' } },
    lapsed: { type: 'final' },
    terminated: { type: 'final' },
  },
});
