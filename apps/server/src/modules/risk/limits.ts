import { compare, money, type Day, type Money } from '@kaitong/values';
import { businessDayOf } from '#ledger';
import { merchantById } from '#merchants';
import { actorKey, type Ask } from '#platform/ask';
import type { Db, Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { judge, type Asked, type Verdict } from './model.ts';
import { addUsage, insertLimits, limitRows, lockUsage, usedOf, type LimitRow } from './store.ts';
import { startingLimits, type Limits } from './tiers.data.ts';

/** The limits of a merchant on a day; without any of its own, those of its kind. */
export async function limitsOf(tx: Tx | Db, merchantId: string, on: Day): Promise<LimitRow> {
  const rows = await limitRows(tx, merchantId);
  const valid = rows.find(({ validFrom }) => validFrom <= on);
  if (valid) return valid;
  const merchant = await merchantById(tx, merchantId);
  if (!merchant) throw refuse('request.notFound');
  return startingRow(merchantId, { kind: merchant.subject_type, at: merchant.created_at });
}

function startingRow(merchantId: string, { kind, at }: { kind: string; at: Date }): LimitRow {
  const tier = kind in startingLimits ? (kind as keyof typeof startingLimits) : 'individual';
  return {
    merchantId,
    tier,
    ...startingLimits[tier],
    validFrom: businessDayOf(at),
    setBy: 'house',
    setAt: at,
  };
}

/** A new merchant gets the limits of its kind, as a dated row that can be looked up later. */
export async function startLimits(tx: Tx, { now }: Ask, merchantId: string): Promise<void> {
  const merchant = await merchantById(tx, merchantId);
  if (!merchant || (await limitRows(tx, merchantId)).length > 0) return;
  await insertLimits(tx, startingRow(merchantId, { kind: merchant.subject_type, at: now }));
}

type NewLimits = Limits & { readonly merchantId: string; readonly source: string };

/** A person of risk sets other limits, from today on. */
export async function setLimits(tx: Tx, ask: Ask, wanted: NewLimits): Promise<LimitRow> {
  const today = businessDayOf(ask.now);
  const before = await limitsOf(tx, wanted.merchantId, today);
  if (!inOrder(wanted)) throw refuse('risk.limitsNotOrdered');
  const after: LimitRow = {
    ...credit(before),
    ...wanted,
    tier: 'special',
    validFrom: today,
    setBy: actorKey(ask.by),
    // Two in one millisecond stay two, in their order.
    setAt: new Date(Math.max(ask.now.getTime(), before.setAt.getTime() + 1)),
  };
  await insertLimits(tx, after);
  return after;
}

function inOrder({ single, daily, monthly }: Limits): boolean {
  return (
    compare(single, money(0n)) > 0 && compare(single, daily) <= 0 && compare(daily, monthly) <= 0
  );
}

/** What the law says of credit cards is not for a person to change. */
function credit({ creditDaily, creditMonthly }: LimitRow) {
  return {
    ...(creditDaily ? { creditDaily } : {}),
    ...(creditMonthly ? { creditMonthly } : {}),
  };
}

type Payment = Asked & { readonly merchantId: string };

/** Judges a payment against the limits and, when it is within, counts it at once. */
export async function checkLimits(tx: Tx, ask: Ask, payment: Payment): Promise<Verdict> {
  const day = businessDayOf(ask.now);
  await lockUsage(tx, payment.merchantId, day);
  const limits = await limitsOf(tx, payment.merchantId, day);
  const verdict = judge(limits, await usedOf(tx, payment.merchantId, day), payment);
  if (verdict.kind === 'within') await addUsage(tx, usageOf(payment, { day, times: 1n }));
  return verdict;
}

/** A payment that was counted did not come about, or was undone: its day gets it back. */
export async function releaseLimits(
  tx: Tx,
  _: Ask,
  payment: Payment & { readonly day: Day },
): Promise<void> {
  await addUsage(tx, usageOf(payment, { day: payment.day, times: -1n }));
}

function usageOf(
  { merchantId, amount, tender }: Payment,
  { day, times }: { day: Day; times: 1n | -1n },
) {
  return {
    merchantId,
    day,
    amountMinor: times * amount.minor,
    creditMinor: tender === 'credit' ? times * amount.minor : 0n,
    count: Number(times),
  };
}

/** What is used of the limits on a day and in its month. */
export async function usageOn(
  tx: Tx | Db,
  merchantId: string,
  on: Day,
): Promise<{ today: Money; month: Money; count: number }> {
  return usedOf(tx, merchantId, on);
}
