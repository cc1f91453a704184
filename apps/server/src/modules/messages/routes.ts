import { api } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';
import { personOf } from '#platform/ask';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { textOf } from './model.ts';
import { countUnread, markRead, messageById, pageOfInbox, type Message } from './store.ts';

export function routes({ db }: Services): readonly Route[] {
  return [
    on(api.messages.listMessages).handle(async (ask, { query }) => {
      const { id: personId } = personOf(ask);
      const { after, limit, unread = false } = query;
      const rows = await pageOfInbox(db, { personId, after, limit, unread });
      const last = rows.at(-1);
      return {
        rows: rows.map((row) => messageReply(ask.lang, row)),
        unread: await countUnread(db, personId),
        ...(rows.length === limit && last ? { next: last.id } : {}),
      };
    }),
    on(api.messages.readMessage).transact(async (tx, ask, { params }) => {
      const { id: personId } = personOf(ask);
      await markRead(tx, { personId, id: params.id, now: ask.now });
      const message = await messageById(tx, params.id);
      if (message?.person_id !== personId) throw refuse('request.notFound');
      return messageReply(ask.lang, message);
    }),
    on(api.messages.readAllMessages).transact(async (tx, ask) => {
      const { id: personId } = personOf(ask);
      await markRead(tx, { personId, now: ask.now });
      return { unread: 0 };
    }),
  ];
}

function messageReply(lang: Lang, message: Message) {
  const key = message.key ?? '';
  return {
    id: message.id,
    key,
    text: textOf(lang, key, message.facts),
    at: message.created_at,
    ...(message.link === null ? {} : { link: message.link }),
    ...(message.read_at === null ? {} : { readAt: message.read_at }),
    ...(message.sms === null ? {} : { sms: message.sms }),
  };
}
