import { setup, type StateValueFrom } from 'xstate';

/** Whether a person may bring merchants in. */
export const chart = setup({
  types: { events: {} as { type: 'suspend' } | { type: 'restore' } | { type: 'end' } },
}).createMachine({
  id: 'agent',
  initial: 'active',
  states: {
    active: { on: { suspend: 'suspended', end: 'ended' } },
    suspended: { on: { restore: 'active', end: 'ended' } },
    ended: { type: 'final' },
  },
});

export type AgentStatus = StateValueFrom<typeof chart>;
