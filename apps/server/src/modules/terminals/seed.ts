import { allModels } from '#catalogue';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Services } from '#platform/services';
import { insertTerminal } from './store.ts';

const PER_MODEL = 6;

/** Terminals in stock of the sandbox, a few of every model; serials already known stay as they are. */
export async function seed(tx: Tx, { clock }: Services): Promise<void> {
  const models = await allModels(tx);
  for (const [at, model] of models.entries()) {
    for (let piece = 1; piece <= PER_MODEL; piece++) {
      const serial = `KT${String(at + 1).padStart(2, '0')}${String(piece).padStart(8, '0')}`;
      const now = clock.now();
      await insertTerminal(tx, {
        id: newId('trm', now),
        serial,
        model_id: model.id,
        added_at: now,
      });
    }
  }
}
