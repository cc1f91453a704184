import type { TerminalKey } from './store.ts';

/** What may be known of a key: neither its block nor what is sealed. */
export function keyReply(key: TerminalKey) {
  const { kind, slot, epoch, algorithm, kcv } = key;
  return {
    kind,
    slot,
    epoch,
    algorithm,
    kcv,
    madeAt: key.made_at,
    ...(key.destroyed_at === null ? {} : { destroyedAt: key.destroyed_at }),
    ...(key.destroyed_why === null ? {} : { destroyedWhy: key.destroyed_why }),
  };
}
