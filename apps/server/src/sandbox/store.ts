import type { Db } from '#platform/db';

type Tables = {
  sandbox_message: { id: string; phone: string; text: string; at: Date };
  sandbox_collection: {
    id: string;
    amount_minor: bigint;
    payer: string;
    text: string;
    status: 'waiting' | 'paid' | 'failed';
    at: Date;
  };
  sandbox_bank_line: {
    account: string;
    reference: string;
    amount_minor: bigint;
    text: string;
    at: Date;
  };
  sandbox_payout_file: { id: string; bytes: string; lines: readonly PayoutLine[]; at: Date };
  sandbox_shipment: Shipment;
};
type PayoutLine = { payoutId: string; outcome: 'paid' | 'returned'; reason: string };
export type Shipment = {
  id: string;
  tracking: string;
  address: string;
  content: string;
  status: 'taken' | 'pickedUp' | 'delivered' | 'undeliverable';
  delivers_at: Date;
  at: Date;
};
export type Collection = Tables['sandbox_collection'];
export type BankLine = Tables['sandbox_bank_line'];
const on = (db: Db) => db.withTables<Tables>();

const LIST_MAX = 100;
/** Where money goes for which the account says so: the bank returns it. */
const RETURNED_ACCOUNT = /0000$/;

export async function keepMessage(db: Db, message: Tables['sandbox_message']): Promise<void> {
  await on(db)
    .insertInto('sandbox_message')
    .values(message)
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function messagesTo(db: Db, phone: string): Promise<Tables['sandbox_message'][]> {
  return on(db)
    .selectFrom('sandbox_message')
    .selectAll()
    .where('phone', '=', phone)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(LIST_MAX)
    .execute();
}

export async function keepCollection(db: Db, collection: Collection): Promise<void> {
  await on(db)
    .insertInto('sandbox_collection')
    .values(collection)
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function collectionById(db: Db, id: string): Promise<Collection | undefined> {
  return on(db)
    .selectFrom('sandbox_collection')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The payer decided; the first decision stays. */
export async function decideCollection(
  db: Db,
  { id, status, at }: { id: string; status: 'paid' | 'failed'; at: Date },
): Promise<Collection | undefined> {
  const decided = await on(db)
    .updateTable('sandbox_collection')
    .set({ status })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .returningAll()
    .executeTakeFirst();
  if (decided?.status === 'paid')
    await addLine(db, {
      account: 'institution',
      reference: id,
      amount_minor: decided.amount_minor,
      text: decided.text,
      at,
    });
  return decided ?? collectionById(db, id);
}

async function addLine(db: Db, line: BankLine): Promise<void> {
  await on(db)
    .insertInto('sandbox_bank_line')
    .values(line)
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function linesOf(db: Db, account: string): Promise<BankLine[]> {
  return on(db)
    .selectFrom('sandbox_bank_line')
    .selectAll()
    .where('account', '=', account)
    .orderBy('at', 'desc')
    .orderBy('reference')
    .limit(LIST_MAX)
    .execute();
}

export async function balanceOf(db: Db, account: string): Promise<bigint> {
  const { total } = await on(db)
    .selectFrom('sandbox_bank_line')
    .select((w) => w.cast<bigint | null>(w.fn.sum('amount_minor'), 'bigint').as('total'))
    .where('account', '=', account)
    .executeTakeFirstOrThrow();
  return total ?? 0n;
}

export type Order = { payoutId: string; account: string; amountMinor: bigint };

/** Pays a file once, however often it comes; an account that ends in 0000 gives the money back. */
export async function payFile(
  db: Db,
  file: { id: string; bytes: string; orders: readonly Order[]; at: Date },
): Promise<'new' | 'same' | 'other'> {
  const before = await payoutFile(db, file.id);
  if (before) return before.bytes === file.bytes ? 'same' : 'other';
  const lines = file.orders.map(({ payoutId, account }): PayoutLine =>
    RETURNED_ACCOUNT.test(account)
      ? { payoutId, outcome: 'returned', reason: 'account closed' }
      : { payoutId, outcome: 'paid', reason: '' },
  );
  for (const { payoutId, account, amountMinor } of file.orders) {
    if (RETURNED_ACCOUNT.test(account)) continue;
    const text = `payout ${payoutId}`;
    await addLine(db, {
      account,
      reference: payoutId,
      amount_minor: amountMinor,
      text,
      at: file.at,
    });
  }
  await on(db)
    .insertInto('sandbox_payout_file')
    .values({ id: file.id, bytes: file.bytes, lines: JSON.stringify(lines) as never, at: file.at })
    .execute();
  return 'new';
}

export async function payoutFile(
  db: Db,
  id: string,
): Promise<Tables['sandbox_payout_file'] | undefined> {
  return on(db)
    .selectFrom('sandbox_payout_file')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function keepShipment(db: Db, shipment: Shipment): Promise<Shipment> {
  await on(db)
    .insertInto('sandbox_shipment')
    .values(shipment)
    .onConflict((c) => c.doNothing())
    .execute();
  return on(db)
    .selectFrom('sandbox_shipment')
    .selectAll()
    .where('id', '=', shipment.id)
    .executeTakeFirstOrThrow();
}

/** Parcels that have something new to tell by this moment. */
export async function movingShipments(db: Db, now: Date): Promise<Shipment[]> {
  return on(db)
    .selectFrom('sandbox_shipment')
    .selectAll()
    .where((w) =>
      w.or([
        w('status', '=', 'taken'),
        w.and([w('status', '=', 'pickedUp'), w('delivers_at', '<=', now)]),
      ]),
    )
    .orderBy('at')
    .limit(LIST_MAX)
    .execute();
}

export async function setShipment(
  db: Db,
  { id, status }: Pick<Shipment, 'id' | 'status'>,
): Promise<void> {
  await on(db).updateTable('sandbox_shipment').set({ status }).where('id', '=', id).execute();
}
