import { transact } from '#platform/db';
import { KeyTrouble } from '#platform/hsm/port';
import type { Services } from '#platform/services';
import { heldOf } from './held.ts';
import { keysToMove, saveKey, type KeyPosition, type TerminalKey } from './store.ts';

const AT_A_TIME = 200;
const BEFORE_ALL: KeyPosition = { terminal_id: '', epoch: 0, kind: 'mak', slot: 0 };

export type KeysMoved = { readonly moved: number; readonly broken: number };

/**
 * Moves every key that stands under an older storage key, or is sealed as before, under the storage
 * key of now; says how many. Runs at every start. What a stopped run left over, the next one finds; a
 * key that does not open stops nobody else, and stays as it is for somebody to look at.
 */
export async function keepKeysCurrent(services: Services): Promise<KeysMoved> {
  let [moved, broken] = [0, 0];
  for (let after: KeyPosition | undefined = BEFORE_ALL; after !== undefined;) {
    const some = await moveSome(services, after);
    moved += some.moved;
    broken += some.broken;
    after = some.last;
  }
  if (moved > 0) services.log.info({ moved }, 'keys stand under the storage key of now');
  return { moved, broken };
}

type Some = KeysMoved & { readonly last: KeyPosition | undefined };

async function moveSome(services: Services, after: KeyPosition): Promise<Some> {
  const { storageKey } = services.hsm;
  return transact(services.db, async (tx) => {
    const rows = await keysToMove(tx, { storageKey, after, limit: AT_A_TIME });
    let moved = 0;
    for (const row of rows) {
      const block = movedBlock(services, row);
      if (block === undefined) continue;
      await saveKey(tx, { ...row, block, wrapped_under: storageKey, sealed: null });
      moved++;
    }
    return { moved, broken: rows.length - moved, last: rows.at(-1) };
  });
}

function movedBlock(services: Services, row: TerminalKey): string | undefined {
  try {
    const held = heldOf(services, row);
    return row.block === null ? held.block : services.hsm.rewrap(held).block;
  } catch (error) {
    if (!(error instanceof KeyTrouble)) throw error;
    const { terminal_id: terminalId, kind, kcv } = row;
    services.log.error({ terminalId, kind, kcv, reason: error.reason }, 'a key does not open');
    return undefined;
  }
}
