import type { Db, Tx } from '#platform/db';
import { sql } from 'kysely';
import type { Content, TableName } from './model.ts';

type Tables = {
  download_table: {
    name: TableName;
    version: number;
    rows: Content['rows'];
    by_name: string;
    why: string;
    at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type TableVersion = Tables['download_table'];

export async function newestTable(tx: Tx | Db, name: TableName): Promise<TableVersion | undefined> {
  return on(tx)
    .selectFrom('download_table')
    .selectAll()
    .where('name', '=', name)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertTable(tx: Tx, { rows, ...row }: TableVersion): Promise<void> {
  const json = sql<Content['rows']>`${JSON.stringify(rows)}::jsonb`;
  await on(tx)
    .insertInto('download_table')
    .values({ ...row, rows: json })
    .execute();
}

/** Two who replace one table at once do it one after the other. */
export async function lockTable(tx: Tx, name: TableName): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`download:${name}`}, 0))`.execute(tx);
}
