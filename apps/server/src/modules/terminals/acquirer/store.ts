import type { Db, Tx } from '#platform/db';

type Tables = {
  acquirer_key: {
    key_index: string;
    sealed: Buffer;
    modulus: Buffer;
    exponent: Buffer;
    made_at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type AcquirerKeyRow = Tables['acquirer_key'];

export async function acquirerKeyRow(
  tx: Tx | Db,
  index: string,
): Promise<AcquirerKeyRow | undefined> {
  return on(tx)
    .selectFrom('acquirer_key')
    .selectAll()
    .where('key_index', '=', index)
    .executeTakeFirst();
}

/** Two processes that start at once both make one; the first stays. */
export async function insertAcquirerKey(tx: Tx, row: AcquirerKeyRow): Promise<void> {
  await on(tx)
    .insertInto('acquirer_key')
    .values(row)
    .onConflict((c) => c.column('key_index').doNothing())
    .execute();
}
