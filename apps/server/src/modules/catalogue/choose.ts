import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Advice } from './model.ts';
import { adviceById, saveChoice } from './store.ts';

/** Keeps what was chosen from an advice; choosing again replaces the choice. */
export async function choose(
  tx: Tx,
  ask: Ask,
  { id, planId, modelId }: { id: string; planId: string; modelId: string },
): Promise<Advice> {
  const advice = await adviceOf(tx, id);
  const option = advice.options.find((one) => one.planId === planId && one.modelId === modelId);
  if (!option) throw refuse('catalogue.notOffered');
  if (!option.fits) throw refuse('catalogue.doesNotFit');
  const choice = { planId, modelId, chosenAt: ask.now };
  await saveChoice(tx, { id, choice });
  await tell(tx, ask, { type: 'advice.chosen', payload: { adviceId: id, planId, modelId } });
  return { ...advice, choice };
}

/** Whoever knows the id may see an advice: it says nothing of a person. */
export async function adviceOf(tx: Tx, id: string): Promise<Advice> {
  const advice = await adviceById(tx, id);
  if (!advice) throw refuse('request.notFound');
  return advice;
}
