import type { Db, Tx } from '#platform/db';
import type { DepositStatus, OrderStatus } from './chart.ts';
import type { Unboxing } from './model.ts';

type Tables = {
  device_order: {
    merchant_id: string;
    id: string;
    kind: 'first' | 'replacement';
    status: OrderStatus;
    application_id: string;
    contract_id: string | null;
    case_id: string | null;
    replaces_id: string | null;
    merchant_name: string;
    plan_id: string;
    model_id: string;
    deposit_minor: bigint;
    pay_by: Date | null;
    paid_at: Date | null;
    set_aside_minor: bigint | null;
    set_aside_reason: 'amountDiffers' | 'late' | null;
    terminal_id: string | null;
    serial: string | null;
    to_name: string;
    to_phone_mask: string;
    to_address: string;
    parcel_id: string | null;
    tracking: string | null;
    shipped_at: Date | null;
    picked_up_at: Date | null;
    delivered_at: Date | null;
    unboxing: (Unboxing & { readonly intact: boolean; readonly at: string }) | null;
    created_at: Date;
  };
  collection: {
    merchant_id: string;
    id: string;
    order_id: string;
    amount_minor: bigint;
    status: 'asked' | 'paid' | 'failed' | 'set_aside';
    came_minor: bigint | null;
    pay_url: string | null;
    created_at: Date;
    answered_at: Date | null;
  };
  deposit: {
    merchant_id: string;
    id: string;
    order_id: string;
    status: DepositStatus;
    amount_minor: bigint;
    turnover_needed_minor: bigint;
    turnover_minor: bigint;
    window_days: number;
    window_start: string | null;
    window_end: string | null;
    unmet: 'retain' | 'extend';
    told_percent: number;
    collected_at: Date | null;
    refunded_at: Date | null;
    created_at: Date;
  };
  deposit_day: { merchant_id: string; deposit_id: string; day: string; sales_minor: bigint };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Order = Tables['device_order'];
export type Collection = Tables['collection'];
export type Deposit = Tables['deposit'];

/** False when there is an order for this contract or case already. */
export async function insertOrder(tx: Tx, order: Order): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('device_order')
    .values(order)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function orderById(tx: Tx | Db, id: string): Promise<Order | undefined> {
  return on(tx).selectFrom('device_order').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockOrder(tx: Tx, id: string): Promise<Order | undefined> {
  return on(tx)
    .selectFrom('device_order')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function lockOrderOfParcel(tx: Tx, parcelId: string): Promise<Order | undefined> {
  return on(tx)
    .selectFrom('device_order')
    .selectAll()
    .where('parcel_id', '=', parcelId)
    .forUpdate()
    .executeTakeFirst();
}

export async function lockOrderOfTerminal(
  tx: Tx,
  { merchantId, terminalId }: { merchantId: string; terminalId: string },
): Promise<Order | undefined> {
  return on(tx)
    .selectFrom('device_order')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('terminal_id', '=', terminalId)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveOrder(tx: Tx, { merchant_id, id, ...order }: Order): Promise<void> {
  await on(tx)
    .updateTable('device_order')
    .set({ ...order, unboxing: order.unboxing && (JSON.stringify(order.unboxing) as never) })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute();
}

type Page = {
  readonly after: string | undefined;
  readonly limit: number;
  /** Undefined: of every merchant. */
  readonly merchantIds: readonly string[] | undefined;
};

/** Newest first; ids sort by the moment of making. */
export async function pageOfOrders(
  tx: Tx | Db,
  page: Page & { readonly status: OrderStatus | undefined },
): Promise<readonly Order[]> {
  let query = on(tx).selectFrom('device_order').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.merchantIds) query = query.where('merchant_id', 'in', [...page.merchantIds, '']);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  if (page.status !== undefined) query = query.where('status', '=', page.status);
  return query.execute();
}

/** False when the order has an open collection already. */
export async function insertCollection(tx: Tx, collection: Collection): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('collection')
    .values(collection)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function openCollectionOf(
  tx: Tx | Db,
  order: Pick<Order, 'merchant_id' | 'id'>,
): Promise<Collection | undefined> {
  return on(tx)
    .selectFrom('collection')
    .selectAll()
    .where('merchant_id', '=', order.merchant_id)
    .where('order_id', '=', order.id)
    .where('status', '=', 'asked')
    .executeTakeFirst();
}

export async function lockCollection(tx: Tx, id: string): Promise<Collection | undefined> {
  return on(tx)
    .selectFrom('collection')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveCollection(
  tx: Tx,
  { merchant_id, id, ...collection }: Collection,
): Promise<void> {
  await on(tx)
    .updateTable('collection')
    .set(collection)
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute();
}

export async function keepPayUrl(
  tx: Tx,
  { merchant_id, id }: Collection,
  payUrl: string,
): Promise<void> {
  await on(tx)
    .updateTable('collection')
    .set({ pay_url: payUrl })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute();
}

export async function insertDeposit(tx: Tx, deposit: Deposit): Promise<void> {
  await on(tx).insertInto('deposit').values(deposit).execute();
}

export async function lockDepositOfOrder(
  tx: Tx,
  order: Pick<Order, 'merchant_id' | 'id'>,
): Promise<Deposit | undefined> {
  return on(tx)
    .selectFrom('deposit')
    .selectAll()
    .where('merchant_id', '=', order.merchant_id)
    .where('order_id', '=', order.id)
    .forUpdate()
    .executeTakeFirst();
}

export async function lockDeposit(tx: Tx, id: string): Promise<Deposit | undefined> {
  return on(tx)
    .selectFrom('deposit')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The deposits of a merchant in these states, in the order of their ids. */
export async function lockDepositsIn(
  tx: Tx,
  { merchantId, statuses }: { merchantId: string; statuses: readonly DepositStatus[] },
): Promise<readonly Deposit[]> {
  return on(tx)
    .selectFrom('deposit')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('status', 'in', statuses)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function saveDeposit(tx: Tx, { merchant_id, id, ...deposit }: Deposit): Promise<void> {
  await on(tx)
    .updateTable('deposit')
    .set(deposit)
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute();
}

/** False when this day has been counted already. */
export async function insertDepositDay(tx: Tx, row: Tables['deposit_day']): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('deposit_day')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function pageOfDeposits(tx: Tx | Db, page: Page): Promise<readonly Deposit[]> {
  let query = on(tx).selectFrom('deposit').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.merchantIds) query = query.where('merchant_id', 'in', [...page.merchantIds, '']);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  return query.execute();
}
