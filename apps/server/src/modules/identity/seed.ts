import { hash } from '@node-rs/argon2';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Services } from '#platform/services';
import { sampleStaff } from './staff.data.ts';
import { insertPerson, personByLogin } from './store.ts';

/** The sample staff; only what is missing, since a hash takes its time. */
export async function seed(tx: Tx, { clock }: Services): Promise<void> {
  for (const { login, password, role, name } of sampleStaff) {
    if (await personByLogin(tx, login)) continue;
    const now = clock.now();
    await insertPerson(tx, {
      id: newId('usr', now),
      role,
      name,
      lang: 'zh-Hans',
      phone: null,
      login,
      password_hash: await hash(password),
      created_at: now,
    });
  }
}
