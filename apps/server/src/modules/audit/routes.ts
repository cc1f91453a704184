import { api } from '@kaitong/contract';
import { on, type Route } from '#platform/http';
import type { Services } from '#platform/services';
import { pageOfRecords, troublesOf } from './store.ts';

export function routes({ db }: Services): readonly Route[] {
  return [
    on(api.audit.listRecords).handle(async (_, { query }) => {
      const before = query.after === undefined ? undefined : BigInt(query.after);
      const rows = await pageOfRecords(db, { before, limit: query.limit, type: query.type });
      const last = rows.at(-1);
      return {
        rows: rows.map((row) => ({
          ...row,
          seq: row.seq.toString(),
          payload: row.payload as Record<string, unknown>,
        })),
        ...(rows.length === query.limit && last ? { next: last.event_id.toString() } : {}),
      };
    }),
    on(api.audit.verify).handle(async () => {
      const { records, troubles } = await troublesOf(db);
      return { records, whole: troubles.length === 0, troubles };
    }),
  ];
}
