import type { api, ReplyOf } from '@kaitong/contract';
import type { Db, Tx } from '#platform/db';
import { TABLES, type Content, type TableName, type TableRows } from './model.ts';
import { newestTable } from './store.ts';

/** The table as terminals download it now; empty until somebody puts one in. */
export async function tableOf<N extends TableName>(
  tx: Tx | Db,
  name: N,
): Promise<{ readonly version: number; readonly rows: TableRows<N> }> {
  const found = await newestTable(tx, name);
  return { version: found?.version ?? 0, rows: (found?.rows ?? []) as TableRows<N> };
}

/** One table for people, with who put it in. */
export async function tableReply(
  tx: Tx | Db,
  name: TableName,
): Promise<ReplyOf<typeof api.downloads.readTable>> {
  const found = await newestTable(tx, name);
  const content = { table: name, rows: found?.rows ?? [] } as Content;
  return {
    content,
    stamp: {
      version: found?.version ?? 0,
      ...(found ? { at: found.at, by: found.by_name } : {}),
    },
  };
}

/** Every table with its version. */
export async function listReply(tx: Tx | Db): Promise<ReplyOf<typeof api.downloads.listTables>> {
  const replies = await Promise.all(TABLES.map(async (name) => tableReply(tx, name)));
  return {
    tables: replies.map(({ content: { table, rows }, stamp }) => ({
      table,
      count: rows.length,
      ...stamp,
    })),
  };
}
