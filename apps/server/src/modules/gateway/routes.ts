import { api } from '@kaitong/contract';
import { on, type Route } from '#platform/http';
import { firstId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { deskOf } from './desk.ts';
import { connectionReply, countersReply } from './desk-reply.ts';
import { detailOf, rowOf } from './message-reply.ts';
import { messageById, pageOfMessages } from './store.ts';

const DAY_ms = 86_400_000;

export function routes(services: Services): readonly Route[] {
  const { db } = services;
  const { gateway } = api;
  return [
    on(gateway.readCounters).handle(async () => countersReply(deskOf(services))),
    on(gateway.listConnections).handle(async (_, { query }) => {
      const { after, limit, ...filter } = query;
      const found = connectionsOf(services, filter, after);
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return {
        rows: rows.map((connection) => connectionReply(connection)),
        ...(found.length > limit && last ? { next: last.id } : {}),
      };
    }),
    on(gateway.listMessages).handle(async (_, { query }) => {
      const { after, limit, day, ...filter } = query;
      const span = day === undefined ? {} : idsOfDay(day);
      const rows = await pageOfMessages(db, { ...filter, ...span }, { after, limit });
      const last = rows.at(-1);
      return {
        rows: rows.map((row) => rowOf(row)),
        ...(rows.length === limit && last ? { next: last.id } : {}),
      };
    }),
    on(gateway.readMessage).handle(async (ask, { params }) => {
      const message = await messageById(db, params.id);
      if (!message) throw refuse('request.notFound');
      return detailOf(message, ask.lang);
    }),
  ];
}

type ConnectionFilter = {
  readonly terminalNo?: string | undefined;
  readonly address?: string | undefined;
};

/** Newest first, from the one after `after`; their numbers count up. */
function connectionsOf(services: Services, filter: ConnectionFilter, after: string | undefined) {
  const { terminalNo, address } = filter;
  const all = [...(deskOf(services).line?.hall.connections.values() ?? [])];
  return all
    .filter(
      (one) =>
        (terminalNo === undefined || one.terminalNos.has(terminalNo)) &&
        (address === undefined || one.address === address) &&
        (after === undefined || Number(one.id) < Number(after)),
    )
    .toReversed();
}

/** The ids of a calendar day in Shanghai. */
function idsOfDay(day: string): { from: string; before: string } {
  const begins = new Date(`${day}T00:00:00+08:00`);
  const ends = new Date(begins.getTime() + DAY_ms);
  return { from: firstId('msg', begins), before: firstId('msg', ends) };
}
