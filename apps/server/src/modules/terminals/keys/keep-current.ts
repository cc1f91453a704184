import { transact } from '#platform/db';
import type { Services } from '#platform/services';
import { heldOf } from './held.ts';
import { keysToMove, saveKey } from './store.ts';

const AT_A_TIME = 200;

/**
 * Moves every key that stands under an older storage key, or is sealed as before, under the storage
 * key of now; says how many. Runs at every start. What a stopped run left over, the next one finds.
 */
export async function keepKeysCurrent(services: Services): Promise<number> {
  let moved = 0;
  for (let some = AT_A_TIME; some === AT_A_TIME; moved += some) some = await moveSome(services);
  if (moved > 0) services.log.info({ moved }, 'keys stand under the storage key of now');
  return moved;
}

async function moveSome(services: Services): Promise<number> {
  const { hsm, db } = services;
  const { storageKey } = hsm;
  return transact(db, async (tx) => {
    const rows = await keysToMove(tx, { storageKey, limit: AT_A_TIME });
    for (const row of rows) {
      const held = heldOf(services, row);
      const { block } = row.block === null ? held : hsm.rewrap(held);
      await saveKey(tx, { ...row, block, wrapped_under: storageKey, sealed: null });
      if (row.block !== null) hsm.forget(row.block);
    }
    return rows.length;
  });
}
