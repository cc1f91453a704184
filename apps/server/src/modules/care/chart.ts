import { setup } from 'xstate';

type Event =
  | { type: 'diagnose' }
  | { type: 'findSelfHelp' }
  | { type: 'findForReview' }
  | { type: 'fixed' }
  | { type: 'notFixed' }
  | { type: 'approve' }
  | { type: 'reject' }
  | { type: 'appeal' }
  | { type: 'lapse' }
  | { type: 'reinstall' }
  | { type: 'test' }
  | { type: 'restore' }
  | { type: 'testFailed' }
  | { type: 'followUp' }
  | { type: 'relapse' }
  | { type: 'close' }
  | { type: 'terminate' };

/** A terminal that stopped, until it trades again and the lesson is written. */
export const chart = setup({ types: { events: {} as Event, context: {} } }).createMachine({
  id: 'case',
  initial: 'reported',
  context: {},
  states: {
    reported: { on: { diagnose: 'diagnosing', terminate: 'terminated' } },
    diagnosing: {
      on: { findSelfHelp: 'self_help', findForReview: 'under_review', terminate: 'terminated' },
    },
    self_help: { on: { fixed: 'testing', notFixed: 'under_review', terminate: 'terminated' } },
    under_review: { on: { approve: 'approved', reject: 'rejected', terminate: 'terminated' } },
    rejected: {
      on: { appeal: 'under_review', lapse: 'terminated', terminate: 'terminated' },
    },
    approved: { on: { reinstall: 'reinstalling', test: 'testing', terminate: 'terminated' } },
    reinstalling: { on: { test: 'testing', terminate: 'terminated' } },
    testing: { on: { restore: 'restored', testFailed: 'diagnosing', terminate: 'terminated' } },
    restored: { on: { followUp: 'follow_up', relapse: 'diagnosing' } },
    follow_up: { on: { followUp: 'follow_up', relapse: 'diagnosing', close: 'closed' } },
    closed: { type: 'final' },
    terminated: { type: 'final' },
  },
});
