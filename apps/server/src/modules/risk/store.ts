import { money, type Day, type Money } from '@kaitong/values';
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';
import type { AlertStatus, Rule, Severity, Used } from './model.ts';
import type { Limits, Tier } from './tiers.data.ts';

type Tables = {
  risk_limit: {
    merchant_id: string;
    set_at: Date;
    valid_from: string;
    tier: Tier;
    single_minor: bigint;
    daily_minor: bigint;
    monthly_minor: bigint;
    daily_count: number;
    credit_daily_minor: bigint | null;
    credit_monthly_minor: bigint | null;
    source: string;
    set_by: string;
  };
  risk_usage: {
    merchant_id: string;
    day: string;
    amount_minor: bigint;
    credit_minor: bigint;
    count: number;
  };
  risk_decline: {
    merchant_id: string;
    payment_id: string;
    terminal_id: string;
    card: string;
    code: string;
    at: Date;
  };
  risk_newcomer: { merchant_id: string; terminal_id: string; in_service_at: Date };
  risk_alert: {
    merchant_id: string;
    id: string;
    rule: Rule;
    severity: Severity;
    status: AlertStatus;
    subject: string;
    facts: Record<string, string | number>;
    note: string | null;
    decided_by: string | null;
    at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Decline = Tables['risk_decline'];
export type Alert = Tables['risk_alert'];
export type LimitRow = Limits & {
  readonly merchantId: string;
  readonly tier: Tier;
  readonly validFrom: string;
  readonly source: string;
  readonly setBy: string;
  readonly setAt: Date;
};

export async function insertLimits(tx: Tx, row: LimitRow): Promise<void> {
  await on(tx)
    .insertInto('risk_limit')
    .values({
      merchant_id: row.merchantId,
      set_at: row.setAt,
      valid_from: row.validFrom,
      tier: row.tier,
      single_minor: row.single.minor,
      daily_minor: row.daily.minor,
      monthly_minor: row.monthly.minor,
      daily_count: row.dailyCount,
      credit_daily_minor: row.creditDaily?.minor ?? null,
      credit_monthly_minor: row.creditMonthly?.minor ?? null,
      source: row.source,
      set_by: row.setBy,
    })
    .onConflict((c) => c.doNothing())
    .execute();
}

const HISTORY_MAX = 50;

/** Limits of a merchant, those set last first. */
export async function limitRows(tx: Tx | Db, merchantId: string): Promise<LimitRow[]> {
  const rows = await on(tx)
    .selectFrom('risk_limit')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .orderBy('set_at', 'desc')
    .limit(HISTORY_MAX)
    .execute();
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    tier: row.tier,
    validFrom: row.valid_from,
    single: money(row.single_minor),
    daily: money(row.daily_minor),
    monthly: money(row.monthly_minor),
    dailyCount: row.daily_count,
    ...(row.credit_daily_minor === null ? {} : { creditDaily: money(row.credit_daily_minor) }),
    ...(row.credit_monthly_minor === null
      ? {}
      : { creditMonthly: money(row.credit_monthly_minor) }),
    source: row.source,
    setBy: row.set_by,
    setAt: row.set_at,
  }));
}

/** Locks the day's row, so that two tills of one merchant are judged one after the other. */
export async function lockUsage(tx: Tx, merchantId: string, day: Day): Promise<void> {
  await on(tx)
    .insertInto('risk_usage')
    .values({ merchant_id: merchantId, day, amount_minor: 0n, credit_minor: 0n, count: 0 })
    .onConflict((c) => c.doNothing())
    .execute();
  await on(tx)
    .selectFrom('risk_usage')
    .select('count')
    .where('merchant_id', '=', merchantId)
    .where('day', '=', day)
    .forUpdate()
    .execute();
}

export async function usedOf(tx: Tx | Db, merchantId: string, day: Day): Promise<Used> {
  const { rows } = await sql<{
    today: string;
    month: string;
    count: string;
    credit_today: string;
    credit_month: string;
  }>`
    select
      coalesce(sum(amount_minor) filter (where day = ${day}), 0) as today,
      coalesce(sum(amount_minor), 0) as month,
      coalesce(sum(count) filter (where day = ${day}), 0) as count,
      coalesce(sum(credit_minor) filter (where day = ${day}), 0) as credit_today,
      coalesce(sum(credit_minor), 0) as credit_month
    from risk_usage
    where merchant_id = ${merchantId}
      and day >= date_trunc('month', ${day}::date)
      and day < date_trunc('month', ${day}::date) + interval '1 month'`.execute(tx);
  const used = rows[0];
  return {
    today: minor(used?.today),
    month: minor(used?.month),
    count: Number(used?.count ?? 0),
    creditToday: minor(used?.credit_today),
    creditMonth: minor(used?.credit_month),
  };
}

/** A sum of bigint is numeric, which comes as text. */
function minor(text: string | undefined): Money {
  return money(BigInt(text ?? 0));
}

/** Adds to a day's usage; what came back is negative, and never takes it below zero. */
export async function addUsage(
  tx: Tx,
  {
    merchantId,
    day,
    amountMinor,
    creditMinor,
    count,
  }: { merchantId: string; day: Day; amountMinor: bigint; creditMinor: bigint; count: number },
): Promise<void> {
  await sql`
    update risk_usage set
      amount_minor = greatest(amount_minor + ${amountMinor}, 0),
      credit_minor = greatest(credit_minor + ${creditMinor}, 0),
      count = greatest(count + ${count}, 0)
    where merchant_id = ${merchantId} and day = ${day}`.execute(tx);
}

export async function insertDecline(tx: Tx, decline: Decline): Promise<void> {
  await on(tx)
    .insertInto('risk_decline')
    .values(decline)
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function countDeclines(
  tx: Tx,
  { merchantId, card, since }: { merchantId: string; card: string; since: Date },
): Promise<{ all: number; ofCard: number }> {
  const { rows } = await sql<{ all: bigint; of_card: bigint }>`
    select count(*) as all, count(*) filter (where card = ${card} and card <> '') as of_card
    from risk_decline where merchant_id = ${merchantId} and at > ${since}`.execute(tx);
  return { all: Number(rows[0]?.all ?? 0), ofCard: Number(rows[0]?.of_card ?? 0) };
}

export async function insertNewcomer(tx: Tx, newcomer: Tables['risk_newcomer']): Promise<void> {
  await on(tx)
    .insertInto('risk_newcomer')
    .values(newcomer)
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function newcomerSince(
  tx: Tx,
  merchantId: string,
  terminalId: string,
): Promise<Date | undefined> {
  const row = await on(tx)
    .selectFrom('risk_newcomer')
    .select('in_service_at')
    .where('merchant_id', '=', merchantId)
    .where('terminal_id', '=', terminalId)
    .executeTakeFirst();
  return row?.in_service_at;
}

export async function insertAlert(tx: Tx, alert: Alert): Promise<void> {
  await on(tx)
    .insertInto('risk_alert')
    .values({ ...alert, facts: JSON.stringify(alert.facts) as never })
    .execute();
}

/** One alert of a rule for a subject is enough while it is fresh. */
export async function hasAlert(
  tx: Tx,
  {
    merchantId,
    rule,
    subject,
    since,
  }: { merchantId: string; rule: Rule; subject: string; since: Date },
): Promise<boolean> {
  const row = await on(tx)
    .selectFrom('risk_alert')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('rule', '=', rule)
    .where('subject', '=', subject)
    .where('at', '>', since)
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockAlert(tx: Tx, id: string): Promise<Alert | undefined> {
  return on(tx)
    .selectFrom('risk_alert')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveAlert(tx: Tx, alert: Alert): Promise<void> {
  const { status, note, decided_by } = alert;
  await on(tx)
    .updateTable('risk_alert')
    .set({ status, note, decided_by })
    .where('merchant_id', '=', alert.merchant_id)
    .where('id', '=', alert.id)
    .execute();
}

export async function pageOfAlerts(
  tx: Tx | Db,
  filter: {
    merchantId: string | undefined;
    status: AlertStatus | undefined;
    after: string | undefined;
    limit: number;
  },
): Promise<Alert[]> {
  let query = on(tx).selectFrom('risk_alert').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.merchantId !== undefined) query = query.where('merchant_id', '=', filter.merchantId);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.after !== undefined) query = query.where('id', '<', filter.after);
  return query.execute();
}
