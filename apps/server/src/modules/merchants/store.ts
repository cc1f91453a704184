import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';

type Tables = {
  merchant: {
    merchant_id: string;
    merchant_no: string;
    application_id: string;
    owner_id: string;
    subject_type: string;
    name: string;
    receipt_name: string;
    subject_key: string;
    mcc: string;
    plan_id: string;
    model_id: string;
    agent_id: string | null;
    status: 'opened' | 'active' | 'suspended' | 'closed';
    created_at: Date;
  };
  store: {
    merchant_id: string;
    store_id: string;
    name: string;
    district: string;
    address: string;
    longitude: string | null;
    latitude: string | null;
  };
  settlement_account: {
    merchant_id: string;
    kind: 'personal' | 'corporate';
    holder: string;
    bank_name: string;
    branch_code: string | null;
    number_sealed: Buffer;
    number_mask: string;
    number_key: string;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Merchant = Tables['merchant'];
export type Store = Tables['store'];
export type SettlementAccount = Tables['settlement_account'];

export async function merchantById(tx: Tx | Db, id: string): Promise<Merchant | undefined> {
  return on(tx).selectFrom('merchant').selectAll().where('merchant_id', '=', id).executeTakeFirst();
}

export async function merchantOfApplication(
  tx: Tx | Db,
  applicationId: string,
): Promise<Merchant | undefined> {
  return on(tx)
    .selectFrom('merchant')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
}

export async function lockMerchant(tx: Tx, id: string): Promise<Merchant | undefined> {
  return on(tx)
    .selectFrom('merchant')
    .selectAll()
    .where('merchant_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertMerchant(tx: Tx, merchant: Merchant): Promise<void> {
  await on(tx).insertInto('merchant').values(merchant).execute();
}

export async function saveStatus(tx: Tx, id: string, status: Merchant['status']): Promise<void> {
  await on(tx).updateTable('merchant').set({ status }).where('merchant_id', '=', id).execute();
}

export async function insertStore(tx: Tx, store: Store): Promise<void> {
  await on(tx).insertInto('store').values(store).execute();
}

export async function storesOf(tx: Tx | Db, merchantId: string): Promise<Store[]> {
  return on(tx)
    .selectFrom('store')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .orderBy('store_id')
    .execute();
}

export async function insertAccount(tx: Tx, account: SettlementAccount): Promise<void> {
  await on(tx).insertInto('settlement_account').values(account).execute();
}

export async function settlementAccountOf(
  tx: Tx | Db,
  merchantId: string,
): Promise<SettlementAccount | undefined> {
  return on(tx)
    .selectFrom('settlement_account')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst();
}

/** The next number of an area and a trade; the row lock makes two approvals wait for each other. */
export async function nextSequence(tx: Tx, area: string, mcc: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into merchant_no_counter (area, mcc, last) values (${area}, ${mcc}, 1)
    on conflict (area, mcc) do update set last = merchant_no_counter.last + 1
    returning last`.execute(tx);
  return rows[0]?.last ?? 1;
}

export type MerchantFilter = {
  readonly after: string | undefined;
  readonly limit: number;
  readonly search: string | undefined;
  readonly only: readonly string[] | undefined;
};

/** Newest first; ids sort by the moment of making, so the page key is the id alone. */
export async function pageOfMerchants(tx: Tx | Db, filter: MerchantFilter): Promise<Merchant[]> {
  let query = on(tx)
    .selectFrom('merchant')
    .selectAll()
    .orderBy('merchant_id', 'desc')
    .limit(filter.limit);
  if (filter.after !== undefined) query = query.where('merchant_id', '<', filter.after);
  if (filter.only !== undefined) query = query.where('merchant_id', 'in', [...filter.only, '']);
  if (filter.search !== undefined) {
    const pattern = `${filter.search.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
    query = query.where((w) =>
      w.or([w('name', 'like', pattern), w('merchant_no', 'like', pattern)]),
    );
  }
  return query.execute();
}
