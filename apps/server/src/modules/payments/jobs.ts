import type { Listener } from '#platform/events';
import type { Tasks } from '#platform/jobs';
import type { Services } from '#platform/services';
import { expireHold, HOLD_EXPIRES } from './hold.ts';
import { noteLate } from './legs/store.ts';
import { recover } from './recover.ts';
import { CODE_ENDS, endCode } from './show-code.ts';
import { resumeReversals, sendReversal, type ReversalTask } from './reversals.ts';

const RECOVER_EVERY_MS = 5_000;

export function tasks(services: Services): Tasks {
  return {
    'payments.reverse': async (task: ReversalTask) => sendReversal(services, task),
  };
}

/** A hold that nobody completed in time ends by itself, and so does a code that nobody paid. */
export function deadlines(): Readonly<Record<string, Listener<'deadline.due'>>> {
  return {
    [HOLD_EXPIRES]: async (tx, ask, { subject }) => expireHold(tx, ask, subject),
    [CODE_ENDS]: async (tx, ask, { subject }) => endCode(tx, ask, subject),
  };
}

/** Looks for what a dead process left behind, at once and every few seconds. */
export async function start(services: Services): Promise<{ stop: () => Promise<void> }> {
  const { connectors, log, db } = services;
  connectors.cardNetwork.hearLate(({ fields }) => {
    const [sentAt, trace, code] = [7, 11, 39].map((field) => String(fields[field] ?? ''));
    noteLate(db, { trace: trace ?? '', sentAt: sentAt ?? '', code: code ?? '' }).catch(
      (error: unknown) => log.error({ err: error }, 'late answer not noted'),
    );
  });
  await resumeReversals(services);
  let running: Promise<unknown> = recover(services);
  await running;
  const timer = setInterval(() => {
    running = running
      .then(async () => recover(services))
      .catch((error: unknown) => log.error({ err: error }, 'payments not recovered'));
  }, RECOVER_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
