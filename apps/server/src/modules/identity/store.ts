import type { Role } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';
import type { Db, Tx } from '#platform/db';
import type { CodePurpose } from './model.ts';

type Tables = {
  person: {
    id: string;
    role: Role;
    name: string;
    lang: Lang;
    phone: string | null;
    login: string | null;
    password_hash: string | null;
    created_at: Date;
  };
  one_time_code: {
    id: string;
    phone: string;
    purpose: CodePurpose;
    code_hash: string;
    sealed: Buffer | null;
    tries: number;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  session: {
    token_hash: string;
    person_id: string;
    created_at: Date;
    expires_at: Date;
    ended_at: Date | null;
  };
  membership: { merchant_id: string; person_id: string; created_at: Date };
  sign_in_trouble: { login: string; count: number; last_at: Date };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Person = Tables['person'];
export type OneTimeCode = Tables['one_time_code'];

export async function personById(tx: Tx | Db, id: string): Promise<Person | undefined> {
  return on(tx).selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function personByPhone(tx: Tx | Db, phone: string): Promise<Person | undefined> {
  return on(tx).selectFrom('person').selectAll().where('phone', '=', phone).executeTakeFirst();
}

export async function personByLogin(tx: Tx | Db, login: string): Promise<Person | undefined> {
  return on(tx).selectFrom('person').selectAll().where('login', '=', login).executeTakeFirst();
}

export async function insertPerson(tx: Tx, person: Person): Promise<void> {
  await on(tx).insertInto('person').values(person).execute();
}

export async function savePerson(tx: Tx, { id, name, lang }: Person): Promise<void> {
  await on(tx).updateTable('person').set({ name, lang }).where('id', '=', id).execute();
}

export async function insertCode(tx: Tx, code: OneTimeCode): Promise<void> {
  await on(tx).insertInto('one_time_code').values(code).execute();
}

export async function countCodesSince(tx: Tx, phone: string, since: Date): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('one_time_code')
    .select((w) => w.fn.countAll<bigint>().as('count'))
    .where('phone', '=', phone)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A new code ends the one before it: only one is open for a phone and a purpose. */
export async function closeCodes(
  tx: Tx,
  { phone, purpose, now }: { phone: string; purpose: CodePurpose; now: Date },
): Promise<void> {
  await on(tx)
    .updateTable('one_time_code')
    .set({ expires_at: now })
    .where('phone', '=', phone)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .execute();
}

/** The open code of a phone for a purpose, locked, so that two guesses are counted as two. */
export async function lockOpenCode(
  tx: Tx,
  { phone, purpose, now }: { phone: string; purpose: CodePurpose; now: Date },
): Promise<OneTimeCode | undefined> {
  return on(tx)
    .selectFrom('one_time_code')
    .selectAll()
    .where('phone', '=', phone)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function codeById(db: Db, id: string): Promise<OneTimeCode | undefined> {
  return on(db).selectFrom('one_time_code').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The SMS is on its way: nobody needs the code itself any more. */
export async function forgetCode(tx: Tx, id: string): Promise<void> {
  await on(tx).updateTable('one_time_code').set({ sealed: null }).where('id', '=', id).execute();
}

export async function saveCode(
  tx: Tx,
  { id, tries, used_at }: Pick<OneTimeCode, 'id' | 'tries' | 'used_at'>,
): Promise<void> {
  await on(tx).updateTable('one_time_code').set({ tries, used_at }).where('id', '=', id).execute();
}

export async function insertSession(
  tx: Tx,
  session: Omit<Tables['session'], 'ended_at'>,
): Promise<void> {
  await on(tx)
    .insertInto('session')
    .values({ ...session, ended_at: null })
    .execute();
}

export async function endSession(tx: Tx, tokenHash: string, now: Date): Promise<void> {
  await on(tx)
    .updateTable('session')
    .set({ ended_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

/** The person of a living session and the merchants they act for, in one round trip. */
export async function personOfSession(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<{ person: Person; merchantIds: string[] } | undefined> {
  const rows = await on(db)
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .leftJoin('membership', 'membership.person_id', 'person.id')
    .selectAll('person')
    .select('membership.merchant_id')
    .where('session.token_hash', '=', tokenHash)
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const { merchant_id: _, ...person } = first;
  return { person, merchantIds: rows.flatMap((row) => row.merchant_id ?? []) };
}

export async function insertMembership(tx: Tx, membership: Tables['membership']): Promise<void> {
  await on(tx)
    .insertInto('membership')
    .values(membership)
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function merchantIdsOf(tx: Tx | Db, personId: string): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('membership')
    .select('merchant_id')
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => row.merchant_id);
}

/** Everyone who acts for a merchant: whom to tell its news. */
export async function peopleOfMerchant(tx: Tx | Db, merchantId: string): Promise<Person[]> {
  return on(tx)
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .selectAll('person')
    .where('membership.merchant_id', '=', merchantId)
    .orderBy('membership.created_at')
    .execute();
}

export async function readTrouble(
  tx: Tx | Db,
  login: string,
): Promise<Tables['sign_in_trouble'] | undefined> {
  return on(tx)
    .selectFrom('sign_in_trouble')
    .selectAll()
    .where('login', '=', login)
    .executeTakeFirst();
}

export async function saveTrouble(tx: Tx, trouble: Tables['sign_in_trouble']): Promise<void> {
  await on(tx)
    .insertInto('sign_in_trouble')
    .values(trouble)
    .onConflict((c) =>
      c.column('login').doUpdateSet({ count: trouble.count, last_at: trouble.last_at }),
    )
    .execute();
}
