import { modelOf } from '#catalogue';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { insertTerminal, terminalBySerial, type Terminal } from './store.ts';

/** Takes new terminals of one model into stock. */
export async function addStock(
  tx: Tx,
  ask: Ask,
  { modelId, serials }: { modelId: string; serials: readonly string[] },
): Promise<Terminal[]> {
  await modelOf(tx, modelId);
  const added: Terminal[] = [];
  for (const serial of serials) {
    const fresh = { id: newId('trm', ask.now), serial, model_id: modelId, added_at: ask.now };
    if (!(await insertTerminal(tx, fresh))) throw refuse('terminals.serialTaken', { serial });
    const terminal = await terminalBySerial(tx, serial);
    if (terminal) added.push(terminal);
  }
  return added;
}
