import type { Facts } from '@kaitong/contract';
import type { Db, Tx } from '#platform/db';
import type { SmsStatus } from './chart.ts';

type Tables = {
  message: {
    id: string;
    person_id: string | null;
    key: string | null;
    facts: Facts;
    link: string | null;
    phone: string | null;
    body: string | null;
    sms: SmsStatus | null;
    attempts: number;
    created_at: Date;
    delivered_at: Date | null;
    read_at: Date | null;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Message = Tables['message'];

export async function insertMessage(tx: Tx, message: Message): Promise<void> {
  await on(tx)
    .insertInto('message')
    .values({ ...message, facts: JSON.stringify(message.facts) as never })
    .execute();
}

export async function messageById(tx: Tx | Db, id: string): Promise<Message | undefined> {
  return on(tx).selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockMessage(tx: Tx, id: string): Promise<Message | undefined> {
  return on(tx)
    .selectFrom('message')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveDelivery(
  tx: Tx,
  { id, sms, attempts, delivered_at, body }: Message,
): Promise<void> {
  await on(tx)
    .updateTable('message')
    .set({ sms, attempts, delivered_at, body })
    .where('id', '=', id)
    .execute();
}

export type InboxPage = {
  readonly personId: string;
  readonly after: string | undefined;
  readonly limit: number;
  readonly unread: boolean;
};

/** Newest first; ids sort by the moment of making, so the page key is the id alone. */
export async function pageOfInbox(tx: Tx | Db, page: InboxPage): Promise<Message[]> {
  let query = on(tx)
    .selectFrom('message')
    .selectAll()
    .where('person_id', '=', page.personId)
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  if (page.unread) query = query.where('read_at', 'is', null);
  return query.execute();
}

export async function countUnread(tx: Tx | Db, personId: string): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('message')
    .select((w) => w.fn.countAll<bigint>().as('count'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Marks one message of this person, or all of them; what is read stays read as of the first time. */
export async function markRead(
  tx: Tx,
  { personId, id, now }: { personId: string; id?: string; now: Date },
): Promise<void> {
  let query = on(tx)
    .updateTable('message')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null);
  if (id !== undefined) query = query.where('id', '=', id);
  await query.execute();
}
