import type { Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { insertTable, newestTable } from './store.ts';
import { sampleTables } from './tables.data.ts';

/** The sandbox begins with tables for test cards; a live house begins with none. */
export async function seed(tx: Tx, { clock }: Services): Promise<void> {
  for (const { table, rows } of sampleTables) {
    if (await newestTable(tx, table)) continue;
    const stamp = { by_name: 'sandbox', why: 'test values', at: clock.now() };
    await insertTable(tx, { name: table, version: 1, rows, ...stamp });
  }
}
