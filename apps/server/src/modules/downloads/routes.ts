import { api } from '@kaitong/contract';
import { on, type Route } from '#platform/http';
import type { Services } from '#platform/services';
import { listReply, tableReply } from './read-table.ts';
import { replaceTable } from './replace-table.ts';

export function routes({ db }: Services): readonly Route[] {
  const { downloads } = api;
  return [
    on(downloads.listTables).handle(async () => listReply(db)),
    on(downloads.readTable).handle(async (_, { params }) => tableReply(db, params.id)),
    on(downloads.replaceTable).transact(async (tx, ask, { body }) => replaceTable(tx, ask, body)),
  ];
}
