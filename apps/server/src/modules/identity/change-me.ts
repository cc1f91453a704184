import type { Lang } from '@kaitong/values';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { personById, savePerson, type Person } from './store.ts';

/** Changes one's own name or language. */
export async function changeMe(
  tx: Tx,
  ask: Ask,
  change: { name?: string | undefined; lang?: Lang | undefined },
): Promise<Person> {
  const before = await personById(tx, personOf(ask).id);
  if (!before) throw refuse('request.notFound');
  const after = { ...before, name: change.name ?? before.name, lang: change.lang ?? before.lang };
  await savePerson(tx, after);
  return after;
}
