import type { EventType, Events } from '@kaitong/contract';
import { actorKey, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import { chainOf, hashOf } from './model.ts';
import { insertRecord, lockHead } from './store.ts';

/** The last beat of a verb: keeps for ever who did it, and tells the rest of the house. */
export async function tell<T extends EventType>(
  tx: Tx,
  ask: Ask,
  news: { readonly type: T; readonly payload: Events[T] },
): Promise<void> {
  const eventId = await emit(tx, ask, news);
  const chain = chainOf(news.payload);
  const head = await lockHead(tx, chain);
  const entry = {
    chain,
    seq: head.seq + 1n,
    at: ask.now,
    actor: actorKey(ask.by),
    role: ask.by.kind === 'user' ? ask.by.role : null,
    type: news.type,
    payload: news.payload,
  };
  await insertRecord(tx, {
    ...entry,
    eventId,
    prevHash: head.hash,
    hash: hashOf(head.hash, entry),
  });
}
