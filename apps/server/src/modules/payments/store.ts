import { money, rate, type FeeRule, type Money, type Words } from '@kaitong/values';
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';
import type { PaymentKind, PaymentStatus, RefundStatus } from './model.ts';

type Tables = {
  payment: {
    merchant_id: string;
    id: string;
    terminal_id: string;
    terminal_no: string;
    epoch: number;
    batch_no: string;
    trace: string;
    kind: PaymentKind;
    status: PaymentStatus;
    amount_minor: bigint;
    currency: 'CNY';
    refunded_minor: bigint;
    plan_id: string;
    tender: 'debit' | 'credit' | 'qr';
    price_class: 'standard' | 'preferential' | 'exempt';
    fee_rate_e7: number;
    fee_min_minor: bigint | null;
    fee_cap_minor: bigint | null;
    fee_fixed_minor: bigint;
    fee_minor: bigint;
    fee_returned_minor: bigint;
    interchange_minor: bigint;
    network_minor: bigint;
    card_token: string | null;
    card_masked: string | null;
    card_bank: Words | null;
    card_scheme: string | null;
    entry_mode: string;
    answer_code: string | null;
    answered_by: 'house' | 'network' | null;
    rrn: string;
    auth_code: string | null;
    business_day: string | null;
    journal_type: 'payment' | 'void';
    journal_id: string;
    journal_kind: 'sale' | 'voidReversal';
    slip: StoredSlip | null;
    of_id: string | null;
    asked_minor: bigint | null;
    counted: boolean;
    expires_at: Date | null;
    at: Date;
    approved_at: Date | null;
  };
  refund: {
    merchant_id: string;
    id: string;
    payment_id: string;
    kind: 'void' | 'refund';
    status: RefundStatus;
    terminal_id: string;
    epoch: number;
    batch_no: string;
    trace: string;
    amount_minor: bigint;
    fee_minor: bigint;
    interchange_minor: bigint;
    network_minor: bigint;
    rrn: string;
    answer_code: string | null;
    auth_code: string | null;
    business_day: string | null;
    at: Date;
  };
  payment_rule: {
    name: RuleName;
    scheme: string;
    valid_from: string;
    value: number;
    source: string;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Payment = Tables['payment'];
export type Refund = Tables['refund'];
/** What stood on the paper: names as they were that day. */
type StoredSlip = { readonly merchantName: string; readonly merchantNo: string };

export async function insertPayment(tx: Tx, row: Payment): Promise<void> {
  await on(tx)
    .insertInto('payment')
    .values({ ...row, card_bank: json(row.card_bank), slip: json(row.slip) })
    .execute();
}

export async function savePayment(tx: Tx, row: Payment): Promise<void> {
  const { merchant_id, id, card_bank: _, ...rest } = row;
  await on(tx)
    .updateTable('payment')
    .set({ ...rest, slip: json(row.slip) })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute();
}

function json<T>(value: T): T {
  return (value === null ? null : JSON.stringify(value)) as T;
}

export async function lockPayment(tx: Tx, merchantId: string, id: string): Promise<Payment> {
  return on(tx)
    .selectFrom('payment')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function paymentById(tx: Tx | Db, id: string): Promise<Payment | undefined> {
  return on(tx).selectFrom('payment').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The payment that a terminal made under a trace number of a batch. */
export async function lockByTrace(
  tx: Tx,
  by: { merchantId: string; terminalId: string; epoch: number; batchNo: string; trace: string },
): Promise<Payment | undefined> {
  return on(tx)
    .selectFrom('payment')
    .selectAll()
    .where('merchant_id', '=', by.merchantId)
    .where('terminal_id', '=', by.terminalId)
    .where('epoch', '=', by.epoch)
    .where('batch_no', '=', by.batchNo)
    .where('trace', '=', by.trace)
    .forUpdate()
    .executeTakeFirst();
}

export async function lockByRrn(
  tx: Tx,
  merchantId: string,
  rrn: string,
): Promise<Payment | undefined> {
  return on(tx)
    .selectFrom('payment')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('rrn', '=', rrn)
    .forUpdate()
    .executeTakeFirst();
}

/** What follows a payment: additions to a hold, completions of it, the tip of a sale. */
export async function followersOf(
  tx: Tx,
  { merchant_id, id }: Pick<Payment, 'merchant_id' | 'id'>,
): Promise<Payment[]> {
  return on(tx)
    .selectFrom('payment')
    .selectAll()
    .where('merchant_id', '=', merchant_id)
    .where('of_id', '=', id)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Holds of a merchant under an approval code; codes are not unique for ever. */
export async function lockByAuthCode(
  tx: Tx,
  merchantId: string,
  authCode: string,
): Promise<Payment[]> {
  return on(tx)
    .selectFrom('payment')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('auth_code', '=', authCode)
    .where('kind', '=', 'preauth')
    .orderBy('id', 'desc')
    .limit(SAME_CODE_MAX)
    .forUpdate()
    .execute();
}
const SAME_CODE_MAX = 100;

export type RuleName = 'holdDays' | 'completionPercent' | 'tipPercent' | 'codeMinutes';

/** The figure that counts on a day for a card network: its own before that of all. */
export async function ruleOf(
  tx: Tx | Db,
  name: RuleName,
  { scheme, on: day }: { scheme: string | null; on: string },
): Promise<number> {
  const row = await on(tx)
    .selectFrom('payment_rule')
    .select('value')
    .where('name', '=', name)
    .where('scheme', 'in', [scheme ?? '*', '*'])
    .where('valid_from', '<=', day)
    .orderBy((w) => w.case().when('scheme', '=', '*').then(1).else(0).end())
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.value;
}

export async function insertRefund(tx: Tx, row: Refund): Promise<void> {
  await on(tx).insertInto('refund').values(row).execute();
}

export async function saveRefund(tx: Tx, row: Refund): Promise<void> {
  const { merchant_id, id, ...rest } = row;
  await on(tx)
    .updateTable('refund')
    .set(rest)
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute();
}

export async function refundById(tx: Tx | Db, merchantId: string, id: string): Promise<Refund> {
  return on(tx)
    .selectFrom('refund')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Voids and refunds of a payment, oldest first. */
export async function refundsOf(
  tx: Tx | Db,
  { merchant_id, id }: Pick<Payment, 'merchant_id' | 'id'>,
): Promise<Refund[]> {
  return on(tx)
    .selectFrom('refund')
    .selectAll()
    .where('merchant_id', '=', merchant_id)
    .where('payment_id', '=', id)
    .orderBy('id')
    .execute();
}

/** What is given back already, or may be: nothing may be promised twice while an answer is out. */
export async function promisedBack(tx: Tx, payment: Payment): Promise<bigint> {
  const rows = await refundsOf(tx, payment);
  return rows
    .filter(({ kind, status }) => kind === 'refund' && !['declined', 'undone'].includes(status))
    .reduce((sum, { amount_minor }) => sum + amount_minor, 0n);
}

export async function nextReference(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ no: bigint }>`
    select nextval('payment_reference') as no`.execute(tx);
  return rows[0]?.no ?? 0n;
}

export type PaymentFilter = {
  readonly merchantIds?: readonly string[] | undefined;
  readonly terminalId?: string | undefined;
  readonly status?: PaymentStatus | undefined;
  readonly kind?: PaymentKind | undefined;
  readonly rrn?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

// A payment that was not approved has no business day, and is looked for on the day it was tried. The
// index payment_found_on has the same words.
const foundOn = sql<string>`coalesce(business_day,
  (("at" at time zone 'Asia/Shanghai') + interval '1 hour')::date)`;

function filtered(tx: Tx | Db, filter: PaymentFilter) {
  let query = on(tx).selectFrom('payment');
  if (filter.merchantIds) query = query.where('merchant_id', 'in', [...filter.merchantIds, '']);
  if (filter.terminalId !== undefined) query = query.where('terminal_id', '=', filter.terminalId);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.rrn !== undefined) query = query.where('rrn', '=', filter.rrn);
  if (filter.from !== undefined) query = query.where(foundOn, '>=', filter.from);
  if (filter.to !== undefined) query = query.where(foundOn, '<=', filter.to);
  return query;
}

export async function pageOfPayments(
  tx: Tx | Db,
  filter: PaymentFilter,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Payment[]> {
  const query = filtered(tx, filter).selectAll().orderBy('id', 'desc').limit(limit);
  return (after === undefined ? query : query.where('id', '<', after)).execute();
}

export async function totalOfPayments(
  tx: Tx | Db,
  filter: PaymentFilter,
): Promise<{ count: number; amount: Money }> {
  const { count, total } = await filtered(tx, filter)
    .select((w) => [
      w.fn.countAll<bigint>().as('count'),
      w.fn.sum<string | null>('amount_minor').as('total'),
    ])
    .where('status', 'in', ['approved', 'void_pending', 'void_unknown', 'cleared'])
    .where('kind', '<>', 'preauth')
    .executeTakeFirstOrThrow();
  return { count: Number(count), amount: money(BigInt(total ?? 0)) };
}

/** When the first payment of a merchant that still stands was approved. */
export async function firstSaleAt(tx: Tx | Db, merchantId: string): Promise<Date | undefined> {
  const row = await on(tx)
    .selectFrom('payment')
    .select((w) => w.fn.min('approved_at').as('at'))
    .where('merchant_id', '=', merchantId)
    .where('status', 'in', ['approved', 'void_pending', 'void_unknown', 'cleared'])
    .where('kind', '<>', 'preauth')
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** The rule that the payment's fee is taken by, as it was signed. */
export function feeRuleOf(payment: Payment): FeeRule {
  const { fee_min_minor: min, fee_cap_minor: cap } = payment;
  return {
    rate: rate(payment.fee_rate_e7),
    ...(min === null ? {} : { min: money(min) }),
    ...(cap === null ? {} : { cap: money(cap) }),
    fixed: money(payment.fee_fixed_minor),
  };
}
