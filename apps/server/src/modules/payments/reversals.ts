import { assert, type Day } from '@kaitong/values';
import type { Ask } from '#platform/ask';
import { systemAsk } from '#platform/ask';
import { stepOr } from '#platform/chart';
import { transact, type Tx } from '#platform/db';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import type { Services } from '#platform/services';
import { merchantById } from '#merchants';
import { refund as refundChart } from './chart.ts';
import { holdReopened, moveHold } from './hold.ts';
import {
  countAttempt,
  insertLeg,
  legById,
  legsOf,
  nextUpstreamTrace,
  openReversals,
  saveLeg,
  type Leg,
} from './legs/store.ts';
import { clearingDayOf, wallClock } from './model.ts';
import { stepOf } from './steps.ts';
import { lockPayment, refundById, savePayment, saveRefund, type Payment } from './store.ts';
import { reversalMessage } from './upstream.ts';

/** Approved, refused because it was none any more, or never seen: in each case nothing is left. */
const DONE: ReadonlySet<string> = new Set(['00', '12', '25']);
const RESUMED_MAX = 1000;

/** Records that a leg is to be taken back, and asks for it to be sent until it is confirmed. */
export async function startReversal(
  tx: Tx,
  ask: Ask,
  { of, moved = false }: { of: Leg; moved?: boolean },
): Promise<Leg> {
  assert(of.kind === 'sale' || of.kind === 'void', 'only a sale or a void is reversed');
  const day = moved ? { moved, business_day: clearingDayOf(ask.now, undefined) } : {};
  const leg = await insertLeg(tx, {
    merchant_id: of.merchant_id,
    id: newId('leg', ask.now),
    payment_id: of.payment_id,
    refund_id: of.refund_id,
    undoes_id: of.id,
    kind: 'reversal',
    form: of.form,
    status: 'sending',
    terminal_no: of.terminal_no,
    trace: await nextUpstreamTrace(tx),
    sent_at: wallClock(ask.now),
    attempts: 0,
    ...day,
    amount_minor: of.amount_minor,
    fee_minor: of.fee_minor,
    interchange_minor: of.interchange_minor,
    network_minor: of.network_minor,
    at: ask.now,
  });
  await queueReversal(tx, leg);
  return leg;
}

export type ReversalTask = { readonly merchantId: string; readonly legId: string };

async function queueReversal(tx: Tx, leg: Leg): Promise<void> {
  const task: ReversalTask = { merchantId: leg.merchant_id, legId: leg.id };
  await enqueue(tx, 'payments.reverse', task, { key: `reverse:${leg.id}` });
}

/** Sends a reversal once more. Throws while it is not confirmed, so that it is tried again. */
export async function sendReversal(services: Services, task: ReversalTask): Promise<void> {
  const { db, clock, connectors } = services;
  const leg = await legById(db, task.merchantId, task.legId);
  if (leg.status === 'confirmed') return;
  await transact(db, async (tx) => countAttempt(tx, leg));
  const original = await legById(db, task.merchantId, leg.undoes_id ?? '');
  const merchant = await merchantById(db, task.merchantId);
  const request = reversalMessage({
    leg,
    original,
    isRepeat: leg.attempts > 0,
    key: { merchantNo: merchant?.merchant_no ?? '', terminalNo: leg.terminal_no },
    rrn: '0'.repeat(12),
    now: clock.now(),
  });
  const answer = await connectors.cardNetwork.ask(request);
  const code = String(answer?.fields[39] ?? '');
  if (!DONE.has(code)) throw new Error(`the reversal is not confirmed (${code || 'no answer'})`);
  const ask = systemAsk('payments.reverse', clock.now());
  const f15 = answer?.fields[15];
  const day = typeof f15 === 'string' ? f15 : undefined;
  await transact(db, async (tx) => confirm(tx, ask, { legId: leg.id, task, code, day }));
}

type Confirmed = {
  readonly task: ReversalTask;
  readonly legId: string;
  readonly code: string;
  readonly day: string | undefined;
};

/** The network knows: what waited for it takes its last step. */
async function confirm(tx: Tx, ask: Ask, { task, legId, code, day }: Confirmed): Promise<void> {
  const seen = await legById(tx, task.merchantId, legId);
  const payment = await lockPayment(tx, task.merchantId, seen.payment_id);
  const leg = await legById(tx, task.merchantId, legId);
  if (leg.status === 'confirmed') return;
  const business_day = leg.moved ? clearingDayOf(ask.now, day) : leg.business_day;
  await saveLeg(tx, { ...leg, status: 'confirmed', answer_code: code, business_day });
  await settle(tx, ask, { payment, leg });
  if (leg.refund_id !== null) await moveSale(tx, payment, clearingDayOf(ask.now, day));
}

/** A sale whose void was taken back stands in the network's file of the day on which that was. */
async function moveSale(tx: Tx, payment: Payment, day: Day): Promise<void> {
  const sale = (await legsOf(tx, payment)).find(({ kind }) => kind === 'sale');
  if (!sale || sale.cleared_day !== null || (sale.business_day ?? day) >= day) return;
  await saveLeg(tx, { ...sale, business_day: day });
}

async function settle(
  tx: Tx,
  ask: Ask,
  { payment, leg }: { payment: Payment; leg: Leg },
): Promise<void> {
  const next = stepOf(payment, 'confirmReversal');
  if (leg.refund_id !== null) await undoUnknownVoid(tx, payment, leg.refund_id);
  if (next === undefined) return; // a void that was undone: its payment stands already
  if (payment.kind === 'preauth') await moveHold(tx, payment, 'confirmReversal');
  else await savePayment(tx, { ...payment, status: next });
  if (next !== 'reversed') return;
  if (payment.kind === 'completion') await holdReopened(tx, payment);
  await emit(tx, ask, {
    type: 'payment.reversed',
    payload: { merchantId: payment.merchant_id, paymentId: payment.id },
  });
}

async function undoUnknownVoid(tx: Tx, payment: Payment, refundId: string): Promise<void> {
  const before = await refundById(tx, payment.merchant_id, refundId);
  if (before.status !== 'unknown') return;
  const from = { status: before.status, refusal: 'payments.step' } as const;
  await saveRefund(tx, { ...before, status: stepOr(refundChart, from, { type: 'undo' }) });
}

/** At a start: whatever was not confirmed is asked for again. A job that is there stays one job. */
export async function resumeReversals({ db }: Services): Promise<number> {
  const open = await openReversals(db, RESUMED_MAX);
  if (open.length === 0) return 0;
  await transact(db, async (tx) => {
    for (const leg of open) await queueReversal(tx, leg);
  });
  return open.length;
}
