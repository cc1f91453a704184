import { money, type Day, type Money } from '@kaitong/values';
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';

type Tables = {
  upstream_leg: {
    merchant_id: string;
    id: string;
    payment_id: string;
    refund_id: string | null;
    undoes_id: string | null;
    undone_by: string | null;
    /** What it does to money; completions and advices are sales. */
    kind: 'sale' | 'void' | 'refund' | 'reversal';
    /** Which message it was, or of what it is the void or the reversal. */
    form: 'sale' | 'preauth' | 'addition' | 'completion' | 'advice' | 'code';
    status: 'sending' | 'answered' | 'unknown' | 'confirmed';
    terminal_no: string;
    trace: string;
    sent_at: string;
    answer_code: string | null;
    late_code: string | null;
    attempts: number;
    moved: boolean;
    business_day: string | null;
    cleared_day: string | null;
    amount_minor: bigint;
    fee_minor: bigint;
    interchange_minor: bigint;
    network_minor: bigint;
    at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Leg = Tables['upstream_leg'];

export async function nextUpstreamTrace(tx: Tx): Promise<string> {
  const { rows } = await sql<{ no: bigint }>`select nextval('upstream_trace') as no`.execute(tx);
  return String(rows[0]?.no ?? '').padStart(6, '0');
}

type Optional =
  | 'form'
  | 'refund_id'
  | 'undoes_id'
  | 'undone_by'
  | 'answer_code'
  | 'late_code'
  | 'attempts'
  | 'moved'
  | 'business_day'
  | 'cleared_day'
  | 'fee_minor'
  | 'interchange_minor'
  | 'network_minor';
export type NewLeg = Omit<Leg, Optional> & Partial<Pick<Leg, Optional>>;

const blank: Pick<Leg, Optional> = {
  form: 'sale',
  refund_id: null,
  undoes_id: null,
  undone_by: null,
  answer_code: null,
  late_code: null,
  attempts: 1,
  moved: false,
  business_day: null,
  cleared_day: null,
  fee_minor: 0n,
  interchange_minor: 0n,
  network_minor: 0n,
};

export async function insertLeg(tx: Tx, leg: NewLeg): Promise<Leg> {
  const whole: Leg = { ...blank, ...leg };
  await on(tx).insertInto('upstream_leg').values(whole).execute();
  return whole;
}

export async function saveLeg(tx: Tx, leg: Leg): Promise<void> {
  const { merchant_id, id, ...rest } = leg;
  await on(tx)
    .updateTable('upstream_leg')
    .set(rest)
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute();
}

export async function legById(tx: Tx | Db, merchantId: string, id: string): Promise<Leg> {
  return on(tx)
    .selectFrom('upstream_leg')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Everything the network was asked about a payment, oldest first. */
export async function legsOf(
  tx: Tx | Db,
  { merchant_id, id }: { merchant_id: string; id: string },
): Promise<Leg[]> {
  return on(tx)
    .selectFrom('upstream_leg')
    .selectAll()
    .where('merchant_id', '=', merchant_id)
    .where('payment_id', '=', id)
    .orderBy('at')
    .orderBy('trace') // two legs of one moment: our own trace number says which was first
    .execute();
}

export async function countAttempt(tx: Tx, leg: Leg): Promise<void> {
  await on(tx)
    .updateTable('upstream_leg')
    .set((w) => ({ attempts: w('attempts', '+', 1) }))
    .where('merchant_id', '=', leg.merchant_id)
    .where('id', '=', leg.id)
    .execute();
}

/** An answer came when nobody waited for it any more: it is noted, and nothing follows from it. */
export async function noteLate(
  tx: Tx | Db,
  { trace, sentAt, code }: Pick<NetworkKeys, 'trace' | 'sentAt'> & { code: string },
): Promise<void> {
  await on(tx)
    .updateTable('upstream_leg')
    .set({ late_code: code })
    .where('trace', '=', trace)
    .where('sent_at', '=', sentAt)
    .where('status', '=', 'unknown')
    .where('late_code', 'is', null)
    .execute();
}

/** Reversals that the network has not confirmed yet. */
export async function openReversals(tx: Tx | Db, limit: number): Promise<Leg[]> {
  return on(tx)
    .selectFrom('upstream_leg')
    .selectAll()
    .where('kind', '=', 'reversal')
    .where('status', '<>', 'confirmed')
    .orderBy('at')
    .limit(limit)
    .execute();
}

/** One request to the network that moved money, as settlement compares it with the file. */
export type Clearable = {
  readonly id: string;
  readonly paymentId: string;
  readonly merchantId: string;
  readonly kind: Leg['kind'];
  readonly day: Day;
  readonly keys: NetworkKeys;
  readonly amount: Money;
  readonly fee: Money;
  readonly interchange: Money;
  readonly network: Money;
};
export type NetworkKeys = {
  readonly trace: string;
  readonly sentAt: string;
  readonly acquirer: string;
  readonly forwarder: string;
};

const CLEARABLES_MAX = 100_000;

/**
 * Legs that moved money and are in no file yet, up to a day. What was undone on its own day leaves
 * no line in the file, and neither does its undoing.
 */
export async function clearableLegs(tx: Tx | Db, upTo: Day): Promise<Leg[]> {
  const { rows } = await sql<Leg>`
    select l.* from upstream_leg l
    where l.moved and l.cleared_day is null and l.business_day <= ${upTo}
      and not exists (
        select 1 from upstream_leg o
        where o.merchant_id = l.merchant_id
          and (o.id = l.undone_by or (o.id = l.undoes_id and o.undone_by = l.id))
          and o.moved and o.business_day = l.business_day
      )
    order by l.at, l.id limit ${CLEARABLES_MAX}`.execute(tx);
  return rows;
}

export function clearableOf(leg: Leg, acquirer: string): Clearable {
  return {
    id: leg.id,
    paymentId: leg.payment_id,
    merchantId: leg.merchant_id,
    kind: leg.kind,
    day: leg.business_day as Day,
    keys: { trace: leg.trace, sentAt: leg.sent_at, acquirer, forwarder: acquirer },
    amount: money(leg.amount_minor),
    fee: money(leg.fee_minor),
    interchange: money(leg.interchange_minor),
    network: money(leg.network_minor),
  };
}

export async function markLegsCleared(
  tx: Tx,
  { day, ids }: { day: Day; ids: readonly string[] },
): Promise<Leg[]> {
  if (ids.length === 0) return [];
  return on(tx)
    .updateTable('upstream_leg')
    .set({ cleared_day: day })
    .where('id', 'in', ids)
    .where('cleared_day', 'is', null)
    .returningAll()
    .execute();
}

export async function legByTrace(
  tx: Tx | Db,
  keys: Pick<NetworkKeys, 'trace' | 'sentAt'>,
): Promise<Leg | undefined> {
  return on(tx)
    .selectFrom('upstream_leg')
    .selectAll()
    .where('trace', '=', keys.trace)
    .where('sent_at', '=', keys.sentAt)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
