import type { EventType, Events } from '@kaitong/contract';
import { sql } from 'kysely';
import type { Ask } from './ask.ts';
import { systemAsk } from './ask.ts';
import { transact, type Db, type Tx } from './db.ts';

/** A reaction to news: runs in a transaction of its own, exactly once for each piece of news. */
export type Listener<T extends EventType> = (tx: Tx, ask: Ask, payload: Events[T]) => Promise<void>;
export type Listeners = { readonly [T in EventType]?: Listener<T> };

/** Tells the rest of the house; heard after the commit, in order for each merchant. */
export async function emit<T extends EventType>(
  tx: Tx,
  ask: Ask,
  news: { readonly type: T; readonly payload: Events[T] },
): Promise<bigint> {
  const queue = queueOf(news.payload);
  const { rows } = await sql<{ id: bigint }>`
    with told as (
      insert into event (type, payload, at)
      values (${news.type}, ${JSON.stringify(news.payload)}::jsonb, ${ask.now}) returning id
    )
    select told.id, graphile_worker.add_job(
      'hear', json_build_object('eventId', told.id::text), queue_name := ${queue}::text
    ) from told`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the event was not written');
  return id;
}

/** News of one merchant is heard in order; before there is a merchant, of one application. */
function queueOf(payload: object): string {
  const { merchantId, applicationId } = payload as { merchantId?: string; applicationId?: string };
  return `news:${merchantId ?? applicationId ?? 'house'}`;
}

type Heard = { type: EventType; payload: object; at: Date };

/** Delivers one event to every listener that has not heard it yet. */
export async function hear(
  db: Db,
  listeners: readonly { readonly name: string; readonly hears: Listeners }[],
  eventId: string,
): Promise<void> {
  const event = await readEvent(db, eventId);
  if (!event) return;
  for (const { name, hears } of listeners) {
    const listener = hears[event.type] as Listener<EventType> | undefined;
    if (listener) await hearOnce(db, { name, listener, eventId, event });
  }
}

async function readEvent(db: Db, id: string): Promise<Heard | undefined> {
  const { rows } = await sql<Heard>`select type, payload, at from event where id = ${id}`.execute(
    db,
  );
  return rows[0];
}

async function hearOnce(
  db: Db,
  one: { name: string; listener: Listener<EventType>; eventId: string; event: Heard },
): Promise<void> {
  await transact(db, async (tx) => {
    const { numAffectedRows } = await sql`
      insert into event_heard (event_id, listener) values (${one.eventId}, ${one.name})
      on conflict do nothing`.execute(tx);
    if (numAffectedRows === 0n) return;
    await one.listener(tx, systemAsk(one.name, one.event.at), one.event.payload as never);
  });
}
