import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';
import type {
  GateItem,
  MerchantGateItem,
  SelfTest,
  SuspensionReason,
  TerminalStatus,
} from './model.ts';
import type { HostWish } from './profile/model.ts';

type Tables = {
  terminal: {
    id: string;
    serial: string;
    model_id: string;
    status: TerminalStatus;
    merchant_id: string | null;
    order_id: string | null;
    terminal_no: string | null;
    merchant_no: string | null;
    epoch: number;
    replaces_id: string | null;
    suspension: { reason: SuspensionReason; note: string; at: string } | null;
    self_test: (SelfTest & { at: string }) | null;
    added_at: Date;
    activated_at: Date | null;
    in_service_at: Date | null;
    last_sign_in_at: Date | null;
  };
  terminal_binding: {
    merchant_id: string;
    terminal_id: string;
    epoch: number;
    serial: string;
    terminal_no: string;
    acquirer_code: string;
    merchant_no: string;
    subject_hash: string;
    account_hash: string;
    address: string;
    location: string | null;
    bound_at: Date;
    unbound_at: Date | null;
    unbound_why: string | null;
  };
  activation_code: {
    id: string;
    merchant_id: string;
    terminal_id: string;
    code_hash: string;
    sealed: Buffer | null;
    tries: number;
    issued_at: Date;
    expires_at: Date;
    used_at: Date | null;
    used_key_hash: string | null;
    withdrawn_at: Date | null;
    allows_download: boolean;
  };
  gate_item: { merchant_id: string; item: MerchantGateItem; ok: boolean; at: Date };
  trade_gate: {
    merchant_id: string;
    terminal_id: string;
    terminal_no: string;
    merchant_no: string;
    epoch: number;
    terminal_status: TerminalStatus;
    missing: GateItem[];
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Terminal = Tables['terminal'];
export type Binding = Tables['terminal_binding'];
export type ActivationCode = Tables['activation_code'];
/** The gate of a terminal, with what the house wants of it, oldest wish first. */
export type TradeGate = Tables['trade_gate'] & { readonly asks: readonly HostWish[] };

export async function insertTerminal(
  tx: Tx,
  fresh: Pick<Terminal, 'id' | 'serial' | 'model_id' | 'added_at'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('terminal')
    .values({ ...blank, ...fresh })
    .onConflict((c) => c.column('serial').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

const blank = {
  status: 'in_stock',
  merchant_id: null,
  order_id: null,
  terminal_no: null,
  merchant_no: null,
  epoch: 0,
  replaces_id: null,
  suspension: null,
  self_test: null,
  activated_at: null,
  in_service_at: null,
  last_sign_in_at: null,
} as const;

export async function terminalById(tx: Tx | Db, id: string): Promise<Terminal | undefined> {
  return on(tx).selectFrom('terminal').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockTerminal(tx: Tx, id: string): Promise<Terminal | undefined> {
  return on(tx)
    .selectFrom('terminal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function terminalBySerial(tx: Tx | Db, serial: string): Promise<Terminal | undefined> {
  return on(tx).selectFrom('terminal').selectAll().where('serial', '=', serial).executeTakeFirst();
}

export async function saveSignIn(
  tx: Tx,
  { terminalId, at }: { terminalId: string; at: Date },
): Promise<void> {
  await on(tx)
    .updateTable('terminal')
    .set({ last_sign_in_at: at })
    .where('id', '=', terminalId)
    .execute();
}

/** The terminal of this model that lies in stock longest; two who ask at once get two. */
export async function takeFromStock(tx: Tx, modelId: string): Promise<Terminal | undefined> {
  return on(tx)
    .selectFrom('terminal')
    .selectAll()
    .where('model_id', '=', modelId)
    .where('status', '=', 'in_stock')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export async function terminalsOf(tx: Tx | Db, merchantId: string): Promise<Terminal[]> {
  return on(tx)
    .selectFrom('terminal')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .orderBy('id')
    .limit(200)
    .execute();
}

export type TerminalFilter = {
  readonly merchantIds?: readonly string[] | undefined;
  readonly status?: TerminalStatus | undefined;
  readonly modelId?: string | undefined;
  readonly serial?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

export async function pageOfTerminals(tx: Tx | Db, filter: TerminalFilter): Promise<Terminal[]> {
  let query = on(tx).selectFrom('terminal').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.merchantIds) query = query.where('merchant_id', 'in', [...filter.merchantIds, '']);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.modelId !== undefined) query = query.where('model_id', '=', filter.modelId);
  if (filter.serial !== undefined) query = query.where('serial', '=', filter.serial);
  if (filter.after !== undefined) query = query.where('id', '<', filter.after);
  return query.execute();
}

export async function saveTerminal(tx: Tx, terminal: Terminal): Promise<void> {
  const { id, suspension, self_test, ...rest } = terminal;
  await on(tx)
    .updateTable('terminal')
    .set({ ...rest, suspension: json(suspension), self_test: json(self_test) })
    .where('id', '=', id)
    .execute();
}

/** jsonb is written as text; the driver would write an object as a PostgreSQL record. */
function json<T>(value: T): T {
  return (value === null ? null : JSON.stringify(value)) as T;
}

export async function nextTerminalNo(tx: Tx): Promise<string> {
  const { rows } = await sql<{ no: bigint }>`select nextval('terminal_number') as no`.execute(tx);
  return String(rows[0]?.no ?? '').padStart(8, '0');
}

export async function insertBinding(tx: Tx, binding: Binding): Promise<void> {
  await on(tx).insertInto('terminal_binding').values(binding).execute();
}

export async function liveBinding(tx: Tx | Db, terminalId: string): Promise<Binding | undefined> {
  return on(tx)
    .selectFrom('terminal_binding')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .where('unbound_at', 'is', null)
    .executeTakeFirst();
}

export async function endBinding(
  tx: Tx,
  { terminalId, at, why }: { terminalId: string; at: Date; why: string },
): Promise<void> {
  await on(tx)
    .updateTable('terminal_binding')
    .set({ unbound_at: at, unbound_why: why })
    .where('terminal_id', '=', terminalId)
    .where('unbound_at', 'is', null)
    .execute();
}

export async function withdrawCodes(tx: Tx, terminalId: string, at: Date): Promise<void> {
  await on(tx)
    .updateTable('activation_code')
    .set({ withdrawn_at: at, sealed: null })
    .where('terminal_id', '=', terminalId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

export async function insertCode(tx: Tx, code: ActivationCode): Promise<void> {
  await on(tx).insertInto('activation_code').values(code).execute();
}

/** The newest code of a terminal that was not withdrawn, used or not. */
export async function newestCode(
  tx: Tx | Db,
  terminalId: string,
): Promise<ActivationCode | undefined> {
  return on(tx)
    .selectFrom('activation_code')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .where('withdrawn_at', 'is', null)
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function saveCode(
  tx: Tx,
  code: Pick<ActivationCode, 'id' | 'tries' | 'used_at' | 'used_key_hash' | 'sealed'>,
): Promise<void> {
  const { id, ...rest } = code;
  await on(tx).updateTable('activation_code').set(rest).where('id', '=', id).execute();
}

export async function saveGateItem(tx: Tx, item: Tables['gate_item']): Promise<void> {
  await on(tx)
    .insertInto('gate_item')
    .values(item)
    .onConflict((c) => c.columns(['merchant_id', 'item']).doUpdateSet({ ok: item.ok, at: item.at }))
    .execute();
}

export async function gateItemsOf(tx: Tx | Db, merchantId: string): Promise<Tables['gate_item'][]> {
  return on(tx).selectFrom('gate_item').selectAll().where('merchant_id', '=', merchantId).execute();
}

export async function saveTradeGate(tx: Tx, gate: Tables['trade_gate']): Promise<void> {
  const { merchant_id: _, terminal_id: __, ...rest } = gate;
  await on(tx)
    .insertInto('trade_gate')
    .values(gate)
    .onConflict((c) => c.columns(['merchant_id', 'terminal_id']).doUpdateSet(rest))
    .execute();
}

export async function removeTradeGate(tx: Tx, terminalId: string): Promise<void> {
  await on(tx).deleteFrom('trade_gate').where('terminal_id', '=', terminalId).execute();
}

export async function tradeGateOf(tx: Tx | Db, terminalNo: string): Promise<TradeGate | undefined> {
  return gates(tx).where('terminal_no', '=', terminalNo).executeTakeFirst();
}

export async function tradeGateById(
  tx: Tx | Db,
  terminalId: string,
): Promise<TradeGate | undefined> {
  return gates(tx).where('terminal_id', '=', terminalId).executeTakeFirst();
}

// Two tables in one round trip: this is read for every message.
function gates(tx: Tx | Db) {
  const asks = sql<HostWish[]>`array(
    select ask from terminal_ask a where a.terminal_id = trade_gate.terminal_id
    order by asked_at, ask)`;
  return on(tx).selectFrom('trade_gate').selectAll().select(asks.as('asks'));
}

/** Serializes what changes the gate of one merchant, so that two items told at once both count. */
export async function lockGate(tx: Tx, merchantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`gate:${merchantId}`}, 0))`.execute(tx);
}
