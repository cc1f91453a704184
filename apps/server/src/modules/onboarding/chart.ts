import { setup, type StateValueFrom } from 'xstate';

/** What the first reviewer proposed; undefined until then. */
export type Facts = { readonly verdict: 'approve' | 'decline' | undefined };

export type ApplicationEvent =
  | 'submit'
  | 'claim'
  | 'release'
  | 'returnForRepair'
  | 'resubmit'
  | 'approve'
  | 'decline'
  | 'confirm'
  | 'overturn'
  | 'withdraw'
  | 'expire'
  | 'sign';

/** What may happen to an application, and nothing else. */
export const chart = setup({
  types: { context: {} as Facts, events: {} as { type: ApplicationEvent } },
  guards: { declines: ({ context }) => context.verdict === 'decline' },
}).createMachine({
  id: 'application',
  context: { verdict: undefined },
  initial: 'draft',
  states: {
    draft: { on: { submit: 'queued', withdraw: 'canceled', expire: 'expired' } },
    queued: { on: { claim: 'in_review', withdraw: 'canceled' } },
    in_review: {
      on: {
        release: 'queued',
        returnForRepair: 'revision_required',
        approve: 'second_review',
        decline: 'second_review',
        withdraw: 'canceled',
      },
    },
    second_review: {
      on: {
        confirm: [{ guard: 'declines', target: 'declined' }, { target: 'to_be_signed' }],
        overturn: 'in_review',
        withdraw: 'canceled',
      },
    },
    revision_required: { on: { resubmit: 'queued', withdraw: 'canceled', expire: 'expired' } },
    to_be_signed: { on: { sign: 'finished' } },
    finished: { type: 'final' },
    declined: { type: 'final' },
    canceled: { type: 'final' },
    expired: { type: 'final' },
  },
});

export type ApplicationStatus = StateValueFrom<typeof chart>;
