import { setup } from 'xstate';

type Event =
  | { type: 'schedule' }
  | { type: 'chooseSelfInstall' }
  | { type: 'depart' }
  | { type: 'start' }
  | { type: 'addPhoto' }
  | { type: 'complete' }
  | { type: 'accept' }
  | { type: 'reportAbsence' }
  | { type: 'fail' }
  | { type: 'cancel' };

/** One installation, by a technician or by the merchant itself: the same list, the same acceptance. */
export const chart = setup({ types: { events: {} as Event, context: {} } }).createMachine({
  id: 'visit',
  initial: 'requested',
  context: {},
  states: {
    requested: {
      on: { schedule: 'scheduled', chooseSelfInstall: 'installing', cancel: 'canceled' },
    },
    scheduled: {
      on: {
        schedule: 'scheduled',
        chooseSelfInstall: 'installing',
        depart: 'en_route',
        start: 'installing',
        reportAbsence: 'merchant_absent',
        cancel: 'canceled',
      },
    },
    en_route: { on: { start: 'installing', reportAbsence: 'merchant_absent', fail: 'failed' } },
    installing: { on: { addPhoto: 'installing', complete: 'testing', fail: 'failed' } },
    // The photo comes last, of the machine that works: it may come after the list is done.
    testing: { on: { addPhoto: 'testing', accept: 'accepted', fail: 'failed' } },
    merchant_absent: { on: { schedule: 'scheduled', cancel: 'canceled' } },
    failed: { on: { schedule: 'scheduled', cancel: 'canceled' } },
    accepted: { type: 'final' },
    canceled: { type: 'final' },
  },
});
