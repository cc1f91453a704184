import type { Db, Tx } from '#platform/db';
import type { RequestKind } from './model.ts';

type Tables = {
  json_request: {
    merchant_id: string;
    terminal_id: string;
    epoch: number;
    client_sn: string;
    kind: RequestKind;
    batch_no: string;
    trace: string;
    at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type JsonRequest = Tables['json_request'];
export type RequestName = Pick<JsonRequest, 'merchant_id' | 'terminal_id' | 'epoch' | 'client_sn'>;

export async function requestBy(tx: Tx | Db, name: RequestName): Promise<JsonRequest | undefined> {
  return on(tx)
    .selectFrom('json_request')
    .selectAll()
    .where('merchant_id', '=', name.merchant_id)
    .where('terminal_id', '=', name.terminal_id)
    .where('epoch', '=', name.epoch)
    .where('client_sn', '=', name.client_sn)
    .executeTakeFirst();
}

/** Of two that come at once the first stays. */
export async function insertRequest(tx: Tx, row: JsonRequest): Promise<void> {
  await on(tx)
    .insertInto('json_request')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute();
}
