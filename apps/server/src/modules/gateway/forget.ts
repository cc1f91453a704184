import type { Services } from '#platform/services';
import { firstId } from '#platform/ids';
import { deleteMessages } from './store.ts';

const DAY_ms = 86_400_000;
const EVERY_ms = 600_000;
const AT_ONCE_MAX = 5_000;
const ROUNDS_MAX = 100;

/** Deletes the messages that are older than they are kept for, in small steps; how many. */
async function forgetMessages({ db, clock, config }: Services): Promise<number> {
  const oldest = new Date(clock.now().getTime() - config.line.messageDays * DAY_ms);
  let forgotten = 0;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const deleted = await deleteMessages(db, firstId('msg', oldest), AT_ONCE_MAX);
    forgotten += deleted;
    if (deleted < AT_ONCE_MAX) break;
  }
  return forgotten;
}

/** Forgets at the start and every few minutes. */
export function keepForgetting(services: Services): { stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const forget = () => {
    running = running
      .then(async () => forgetMessages(services))
      .catch((error: unknown) => services.log.error({ err: error }, 'messages not forgotten'));
  };
  forget();
  const timer = setInterval(forget, EVERY_ms);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
