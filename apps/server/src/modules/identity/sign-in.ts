import { verify } from '@node-rs/argon2';
import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import { transact, type Db, type Tx } from '#platform/db';
import { newId, newToken } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import {
  LOCK_MINUTES,
  minutesAfter,
  nameFromPhone,
  SESSION_HOURS,
  tokenHash,
  WRONG_PASSWORDS_MAX,
} from './model.ts';
import {
  insertPerson,
  insertSession,
  merchantIdsOf,
  personByLogin,
  personByPhone,
  readTrouble,
  saveTrouble,
  type Person,
} from './store.ts';
import { verifyCode } from './verify-code.ts';

export type SignedIn = {
  readonly token: string;
  readonly person: Person;
  readonly merchantIds: readonly string[];
};

/** Signs a merchant in; the first time the phone is seen, it is registered. */
export async function signInByPhone(
  services: Services,
  ask: Ask,
  { phone, code }: { phone: string; code: string },
): Promise<SignedIn> {
  await verifyCode(services, ask, { phone, purpose: 'signIn', code });
  return transact(services.db, async (tx) => {
    const person = (await personByPhone(tx, phone)) ?? (await registerOwner(tx, ask, phone));
    return openSession(tx, ask, person);
  });
}

/** A phone that was never seen becomes an owner, who has no merchant yet. */
export async function registerOwner(tx: Tx, ask: Ask, phone: string): Promise<Person> {
  const person: Person = {
    id: newId('usr', ask.now),
    role: 'owner',
    name: nameFromPhone(phone),
    lang: ask.lang,
    phone,
    login: null,
    password_hash: null,
    created_at: ask.now,
  };
  await insertPerson(tx, person);
  await tell(tx, ask, { type: 'user.registered', payload: { userId: person.id } });
  return person;
}

// A hash of nobody's password: an unknown login takes as long as a wrong password.
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$yO6DqGEzqWcr7yRZqdC1qzb1yTPWWnrX2rVJX6m0yBs';

/** Signs staff or an agent in; ten wrong passwords lock the login for half an hour. */
export async function signInByPassword(
  services: Services,
  ask: Ask,
  { login, password }: { login: string; password: string },
): Promise<SignedIn> {
  await mustNotBeLocked(services.db, ask, login);
  const person = await personByLogin(services.db, login);
  const right = await verify(person?.password_hash ?? NOBODY, password).catch(() => false);
  await transact(services.db, async (tx) => countTrouble(tx, ask, { login, right }));
  if (!person || !right) throw refuse('signIn.wrong');
  return transact(services.db, async (tx) => openSession(tx, ask, person));
}

async function mustNotBeLocked(db: Db, { now }: Ask, login: string): Promise<void> {
  const trouble = await readTrouble(db, login);
  if (!trouble || trouble.count < WRONG_PASSWORDS_MAX) return;
  if (minutesAfter(trouble.last_at, LOCK_MINUTES) > now)
    throw refuse('signIn.locked', { minutes: LOCK_MINUTES });
}

async function countTrouble(
  tx: Tx,
  { now }: Ask,
  { login, right }: { login: string; right: boolean },
): Promise<void> {
  const before = await readTrouble(tx, login);
  if (right && !before) return;
  const fresh = before && minutesAfter(before.last_at, LOCK_MINUTES) > now ? before.count : 0;
  await saveTrouble(tx, { login, count: right ? 0 : fresh + 1, last_at: now });
}

async function openSession(tx: Tx, { now }: Ask, person: Person): Promise<SignedIn> {
  const token = newToken();
  await insertSession(tx, {
    token_hash: tokenHash(token),
    person_id: person.id,
    created_at: now,
    expires_at: minutesAfter(now, SESSION_HOURS * 60),
  });
  return { token, person, merchantIds: await merchantIdsOf(tx, person.id) };
}
