import { api } from '@kaitong/contract';
import { responseOf } from '@kaitong/iso8583';
import { on, type Route } from '#platform/http';
import { firstId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import type { Counters } from './counters.ts';
import { detailOf, inAll, rowOf } from './message-reply.ts';
import { messageById, pageOfMessages } from './store.ts';

const DAY_ms = 86_400_000;

export function routes({ db }: Services, counters: () => Counters): readonly Route[] {
  const { gateway } = api;
  return [
    on(gateway.readCounters).handle(async () => countersReply(counters())),
    on(gateway.listConnections).handle(async () => ({ rows: [] })),
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

/** The ids of a calendar day in Shanghai. */
function idsOfDay(day: string): { from: string; before: string } {
  const begins = new Date(`${day}T00:00:00+08:00`);
  const ends = new Date(begins.getTime() + DAY_ms);
  return { from: firstId('msg', begins), before: firstId('msg', ends) };
}

function countersReply(counters: Counters) {
  const { since, port, open, connections, frames, closed, answers } = counters;
  return {
    since,
    port,
    open,
    openTls: 0,
    openMax: 0,
    terminals: 0,
    connections,
    frames,
    working: 0,
    workingMax: 0,
    busy: 0,
    closed: [...closed].map(([reason, times]) => ({
      reason,
      count: times,
      words: inAll(`gateway.close.${reason}`),
    })),
    answers: [...answers].map(([code, times]) => ({
      code,
      count: times,
      words: { ...responseOf(code).words },
    })),
    log: { kept: 0, waiting: 0, dropped: 0 },
  };
}
