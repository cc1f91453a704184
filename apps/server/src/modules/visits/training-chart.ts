import { setup } from 'xstate';

type Event =
  | { type: 'read' }
  | { type: 'finishReading' }
  | { type: 'pass' }
  | { type: 'fail' }
  | { type: 'waive' };

/** The training of one person for one merchant. */
export const trainingChart = setup({ types: { events: {} as Event, context: {} } }).createMachine({
  id: 'training',
  initial: 'assigned',
  context: {},
  states: {
    assigned: { on: { read: 'in_progress', waive: 'waived' } },
    in_progress: { on: { read: 'in_progress', finishReading: 'quiz', waive: 'waived' } },
    quiz: { on: { pass: 'passed', fail: 'failed', waive: 'waived' } },
    failed: { on: { pass: 'passed', fail: 'failed', waive: 'waived' } },
    passed: { type: 'final' },
    waived: { type: 'final' },
  },
});
