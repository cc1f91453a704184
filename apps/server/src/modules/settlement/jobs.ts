import type { Listener } from '#platform/events';
import { enqueue, type Tasks } from '#platform/jobs';
import type { Services } from '#platform/services';
import { clearDay } from './clear.ts';
import { cutOff } from './cut-off.ts';
import { makeStatements } from './make-statement.ts';
import { payOut } from './pay-out.ts';
import { learnResults } from './payout-results.ts';

type Due = Listener<'deadline.due'>;

/** Tasks carry the moment at which they fell due, so that a week that is jumped over is booked day by day. */
export function deadlines(services: Services): Readonly<Record<string, Due>> {
  return {
    'settlement.cutOff': async (tx, ask) => cutOff(services, tx, ask),
    'settlement.clearing': dayTask('settlement.clear'),
    'settlement.statements': dayTask('settlement.statements'),
    'settlement.payout': dayTask('settlement.payOut'),
    'settlement.results': async (tx, ask, { subject: fileId }) =>
      enqueue(
        tx,
        'settlement.results',
        { fileId, at: ask.now.toISOString() },
        { queue: 'settlement' },
      ),
  };
}

function dayTask(task: string): Due {
  return async (tx, ask, { subject: day }) => {
    const payload = { day, at: ask.now.toISOString() };
    await enqueue(tx, task, payload, { queue: 'settlement', key: `${task} ${day}` });
  };
}

export function tasks(services: Services): Tasks {
  return {
    'settlement.clear': async (of: { day: string; at: string }) => clearDay(services, of),
    'settlement.statements': async (of: { day: string; at: string }) =>
      makeStatements(services, of),
    'settlement.payOut': async (of: { day: string; at: string }) => payOut(services, of),
    'settlement.results': async (of: { fileId: string; at: string }) => learnResults(services, of),
  };
}
