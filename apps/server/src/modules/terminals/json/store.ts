import type { Db, Tx } from '#platform/db';

type Tables = {
  json_terminal: {
    terminal_id: string;
    merchant_id: string;
    epoch: number;
    key_no: number;
    sealed: Buffer;
    previous: Buffer | null;
    trace: number;
    device: string | null;
    rotated_at: Date;
  };
  json_nonce: { terminal_id: string; nonce: string; expires_at: Date };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type JsonTerminal = Tables['json_terminal'];

export async function jsonTerminal(
  tx: Tx | Db,
  terminalId: string,
): Promise<JsonTerminal | undefined> {
  return on(tx)
    .selectFrom('json_terminal')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .executeTakeFirst();
}

export async function saveJsonTerminal(tx: Tx, row: JsonTerminal): Promise<void> {
  const { terminal_id, ...rest } = row;
  await on(tx)
    .insertInto('json_terminal')
    .values({ terminal_id, ...rest })
    .onConflict((c) => c.column('terminal_id').doUpdateSet(rest))
    .execute();
}

/** The row is locked by it, so that two requests at once get two numbers. */
export async function countTrace(tx: Tx, terminalId: string): Promise<number | undefined> {
  const row = await on(tx)
    .updateTable('json_terminal')
    .set((eb) => ({ trace: eb(eb('trace', '%', 999_999), '+', 1) }))
    .where('terminal_id', '=', terminalId)
    .returning('trace')
    .executeTakeFirst();
  return row?.trace;
}

export async function removeJsonTerminal(tx: Tx, terminalId: string): Promise<void> {
  await on(tx).deleteFrom('json_terminal').where('terminal_id', '=', terminalId).execute();
  await on(tx).deleteFrom('json_nonce').where('terminal_id', '=', terminalId).execute();
}

/** False: it was used before. What is too old to be used again is forgotten on the way. */
export async function useNonce(
  tx: Tx,
  { row, now }: { row: Tables['json_nonce']; now: Date },
): Promise<boolean> {
  await on(tx)
    .deleteFrom('json_nonce')
    .where('terminal_id', '=', row.terminal_id)
    .where('expires_at', '<', now)
    .execute();
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('json_nonce')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function countNonces(tx: Tx | Db, terminalId: string): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('json_nonce')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('terminal_id', '=', terminalId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
