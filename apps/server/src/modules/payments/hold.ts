import { assert, money, type Day } from '@kaitong/values';
import { businessDayOf, post } from '#ledger';
import type { Ask } from '#platform/ask';
import { setDeadline } from '#platform/deadlines';
import type { Tx } from '#platform/db';
import { saveLeg, type Leg } from './legs/store.ts';
import { clearingDayOf } from './model.ts';
import { stepOf, stepTo, type StepType } from './steps.ts';
import {
  followersOf,
  lockPayment,
  paymentById,
  ruleOf,
  savePayment,
  type Payment,
} from './store.ts';
import type { Judged } from './upstream.ts';

export const HOLD_EXPIRES = 'payments.holdExpires';
const DAY_MS = 86_400_000;

type Approval = {
  readonly before: Payment;
  readonly leg: Leg;
  readonly judged: Extract<Judged, { kind: 'yes' }>;
};
type Held = {
  readonly after: Payment;
  /** With everything that was added before; only an addition says it. */
  readonly totalMinor?: bigint;
};

/**
 * The issuer holds the amount. The books note it beside themselves, nobody's money moves, and it
 * ends by itself on its day. Undefined: it adds to a hold that is none any more.
 */
export async function approveHold(
  tx: Tx,
  ask: Ask,
  { before, leg, judged }: Approval,
): Promise<Held | undefined> {
  const base =
    before.of_id === null ? undefined : await lockPayment(tx, before.merchant_id, before.of_id);
  if (base && base.status !== 'held') return undefined;
  const after: Payment = {
    ...before,
    ...(judged.part === undefined
      ? {}
      : { amount_minor: judged.part, asked_minor: before.amount_minor }),
    status: stepTo(before, 'approve'),
    answer_code: judged.code,
    answered_by: 'network',
    auth_code: judged.authCode ?? null,
    business_day: clearingDayOf(ask.now, judged.day),
    approved_at: ask.now,
    expires_at: base?.expires_at ?? (await endOf(tx, ask, before)),
  };
  await savePayment(tx, after);
  await saveLeg(tx, {
    ...leg,
    status: 'answered',
    answer_code: judged.code,
    amount_minor: after.amount_minor,
  });
  const source = { type: 'payment', id: after.id };
  await note(tx, ask, { hold: after, kind: 'hold', source, minor: after.amount_minor });
  if (!base) {
    await watchEnd(tx, after);
    return { after };
  }
  const rows = await standingWith(tx, base);
  return { after, totalMinor: totalOf(rows) };
}

async function endOf(tx: Tx, { now }: Ask, { card_scheme }: Payment): Promise<Date> {
  const days = await ruleOf(tx, 'holdDays', { scheme: card_scheme, on: businessDayOf(now) });
  return new Date(now.getTime() + days * DAY_MS);
}

async function watchEnd(tx: Tx, { id, expires_at }: Payment): Promise<void> {
  assert(expires_at, 'a hold ends');
  await setDeadline(tx, { kind: HOLD_EXPIRES, subject: id, dueAt: expires_at });
}

/** A hold with what was added to it and stands where it stands: they move together. */
async function standingWith(tx: Tx, hold: Payment): Promise<readonly Payment[]> {
  const additions = (await followersOf(tx, hold)).filter(
    ({ kind, status }) => kind === 'preauth' && status === hold.status,
  );
  return [hold, ...additions];
}

function totalOf(rows: readonly Payment[]): bigint {
  return rows.reduce((sum, { amount_minor }) => sum + amount_minor, 0n);
}

/** What is held in all: the first amount and every addition that stands. */
export async function heldTotal(tx: Tx, hold: Payment): Promise<bigint> {
  return totalOf(await standingWith(tx, hold));
}

/** Moves a hold and its additions by one event; undefined: not now. Gives what was held in all. */
export async function moveHold(tx: Tx, hold: Payment, type: StepType): Promise<bigint | undefined> {
  const status = stepOf(hold, type);
  if (status === undefined) return undefined;
  const rows = await standingWith(tx, hold);
  for (const row of rows) await savePayment(tx, { ...row, status });
  if (status === 'held') await watchEnd(tx, hold);
  return totalOf(rows);
}

type Note = {
  readonly hold: Payment;
  readonly kind: 'hold' | 'holdReleased';
  readonly source: { readonly type: string; readonly id: string };
  readonly minor: bigint;
};

/** Notes beside the books that so much is held, or no longer. */
export async function note(tx: Tx, ask: Ask, { hold, kind, source, minor }: Note): Promise<void> {
  await post(tx, ask, {
    merchantId: hold.merchant_id,
    kind,
    source,
    valueDay: businessDayOf(ask.now),
    amounts: { amount: money(minor) },
  });
}

/** Its completion was approved: what was held is sold now, or free again. */
export async function holdCompleted(tx: Tx, ask: Ask, completion: Payment): Promise<void> {
  const source = { type: 'payment', id: completion.id };
  await follow(tx, ask, { completion, type: 'complete', kind: 'holdReleased', source });
}

/** Its completion did not come about, so it stands as before. */
export async function holdReopened(tx: Tx, completion: Payment): Promise<void> {
  const hold = await holdOf(tx, completion);
  await moveHold(tx, hold, 'reopen');
}

/** The terminal took the completion back: until the network has heard of it, nobody may complete again. */
export async function completionUndone(tx: Tx, ask: Ask, completion: Payment): Promise<void> {
  const source = { type: 'payment', id: completion.id };
  await follow(tx, ask, { completion, type: 'undoCompletion', kind: 'hold', source });
}

type Voided = { readonly completion: Payment; readonly voidId: string };

/** The completion was voided: the card is held again, and may be completed again. */
export async function completionVoided(
  tx: Tx,
  ask: Ask,
  { completion, voidId }: Voided,
): Promise<void> {
  const source = { type: 'void', id: voidId };
  await follow(tx, ask, { completion, type: 'reopen', kind: 'hold', source });
}

/** The void of the completion was taken back. */
export async function completionStands(
  tx: Tx,
  ask: Ask,
  { completion, voidId }: Voided,
): Promise<void> {
  const source = { type: 'void', id: voidId };
  await follow(tx, ask, { completion, type: 'complete', kind: 'holdReleased', source });
}

/** Whether the void of a completion can still be taken back: its hold was not used otherwise. */
export async function isHoldFree(tx: Tx, completion: Payment): Promise<boolean> {
  return (await holdOf(tx, completion)).status === 'held';
}

type Follow = Omit<Note, 'hold' | 'minor'> & {
  readonly completion: Payment;
  readonly type: StepType;
};

async function follow(tx: Tx, ask: Ask, { completion, type, ...noted }: Follow): Promise<void> {
  const hold = await holdOf(tx, completion);
  const minor = await moveHold(tx, hold, type);
  assert(minor !== undefined, `a hold that is ${hold.status} follows its completion (${type})`);
  await note(tx, ask, { hold, minor, ...noted });
}

async function holdOf(tx: Tx, { merchant_id, of_id }: Payment): Promise<Payment> {
  assert(of_id !== null, 'a completion names its hold');
  return lockPayment(tx, merchant_id, of_id);
}

/** The deadline: a hold that nobody completed ends, and the issuer lets the amount go. */
export async function expireHold(tx: Tx, ask: Ask, id: string): Promise<void> {
  const found = await paymentById(tx, id);
  if (!found) return;
  const hold = await lockPayment(tx, found.merchant_id, id);
  const minor = await moveHold(tx, hold, 'expire');
  // Something is being done with it; should it be held again after that, its end is set again.
  if (minor === undefined) return;
  await note(tx, ask, { hold, kind: 'holdReleased', source: { type: 'expiry', id }, minor });
}

/** The most that may be completed of a hold: more than was held, as tips and extras come. */
export async function completableOf(
  tx: Tx,
  { hold, on }: { hold: Payment; on: Day },
): Promise<bigint> {
  const percent = await ruleOf(tx, 'completionPercent', { scheme: hold.card_scheme, on });
  return ((await heldTotal(tx, hold)) * BigInt(percent)) / 100n;
}
