import type { Actor } from '#platform/ask';
import type { Services } from '#platform/services';
import { tokenHash } from './model.ts';
import { personOfSession } from './store.ts';

/** Who a session token speaks for; undefined when it is unknown, ended or too old. */
export async function authenticate(
  { db, clock }: Services,
  token: string,
): Promise<Actor | undefined> {
  const found = await personOfSession(db, tokenHash(token), clock.now());
  if (!found) return undefined;
  const { id, role, name } = found.person;
  return { kind: 'user', id, role, name, merchantIds: found.merchantIds };
}
