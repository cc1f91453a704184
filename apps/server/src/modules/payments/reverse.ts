import { assertNever, type Money } from '@kaitong/values';
import { businessDayOf, reverse as takeBack } from '#ledger';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import { transact, type Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { refund as refundChart } from './chart.ts';
import { answerExchange, exchangeBy, lockBatch, type Exchange } from './exchanges/store.ts';
import { giveLimitsBack, loseAnswer } from './finish-sale.ts';
import {
  completionStands,
  completionUndone,
  heldTotal,
  isHoldFree,
  moveHold,
  note,
} from './hold.ts';
import { legsOf, saveLeg, type Leg } from './legs/store.ts';
import type { Answer, MessageKey } from './model.ts';
import {
  exchangeKey,
  keepExchange,
  reversedKind,
  type Opening,
  type ReversibleType,
} from './open-exchange.ts';
import { startReversal } from './reversals.ts';
import { stepTo } from './steps.ts';
import {
  lockPayment,
  refundById,
  savePayment,
  saveRefund,
  type Payment,
  type Refund,
} from './store.ts';

export type ReverseRequest = {
  /** The keys of the message that is to be taken back: a reversal uses its trace number again. */
  readonly key: MessageKey;
  readonly type: ReversibleType;
  readonly amount: Money;
  readonly fingerprint: string;
};

/**
 * A terminal takes back what it got no answer for. It is answered at once and as often as it asks;
 * the network is told by a task that does not give up. An original that we never saw is remembered,
 * so that it is refused when it comes after all.
 */
export async function reversePayment(
  services: Services,
  ask: Ask,
  request: ReverseRequest,
): Promise<Answer> {
  const opening: Opening = { ...request, kind: `0400:${request.type}` };
  return transact(services.db, async (tx) => {
    const batch = await lockBatch(tx, request.key);
    const before = await exchangeBy(tx, exchangeKey(opening));
    if (before?.answer)
      return before.fingerprint === opening.fingerprint ? before.answer : { code: '94' };
    // What was settled was counted by both sides; it is given back by a refund.
    const closed = batch !== undefined && batch.status !== 'open';
    const code = closed ? '12' : await decide(tx, ask, request);
    const answer = { code };
    await keepExchange(tx, ask, { opening, answer });
    return answer;
  });
}

async function decide(tx: Tx, ask: Ask, request: ReverseRequest): Promise<string> {
  const kind = reversedKind(request.type);
  const original = await exchangeBy(tx, exchangeKey({ key: request.key, kind }));
  if (!original) return '25';
  if (original.payment_id === null) return '12'; // refused before it became a payment
  const payment = await lockPayment(tx, original.merchant_id, original.payment_id);
  return VOIDS.has(request.type)
    ? reverseVoid(tx, ask, { payment, original, amount: request.amount })
    : reverseSale(tx, ask, { payment, original, amount: request.amount });
}

/** 60.1 of the voids; the others ask for money or for a hold. */
const VOIDS: ReadonlySet<ReversibleType> = new Set(['11', '21', '23']);

type Found = { readonly payment: Payment; readonly original: Exchange; readonly amount: Money };

async function reverseSale(
  tx: Tx,
  ask: Ask,
  { payment, original, amount }: Found,
): Promise<string> {
  // A terminal that never heard that only a part was approved names the whole.
  const { amount_minor, asked_minor } = payment;
  if (amount.minor !== amount_minor && amount.minor !== asked_minor) return '64';
  switch (payment.status) {
    case 'unknown':
    case 'reversal_pending':
    case 'reversed':
      return '00';
    case 'sending': {
      const answer = await loseAnswer(tx, ask, {
        before: payment,
        leg: await saleLeg(tx, payment),
      });
      await answerExchange(tx, original, { ...answer });
      return '00';
    }
    case 'approved':
      return payment.refunded_minor > 0n ? '12' : undoSale(tx, ask, payment);
    case 'held':
      return undoHold(tx, ask, payment);
    // Nothing stands that could be taken back, or it is settled: a terminal takes 12 as done.
    case 'refused':
    case 'declined':
    case 'void_pending':
    case 'void_unknown':
    case 'voided':
    case 'cleared':
    case 'completing':
    case 'completed':
    case 'expired':
      return '12';
    // Neither has a reversal, so no such message ends here.
    case 'waiting':
    case 'shown':
      return '12';
    default:
      return assertNever(payment.status);
  }
}

/** The hold is let go at once; what was added to it must go first. */
async function undoHold(tx: Tx, ask: Ask, hold: Payment): Promise<string> {
  if ((await heldTotal(tx, hold)) !== hold.amount_minor) return '12';
  await savePayment(tx, { ...hold, status: stepTo(hold, 'reverse') });
  const leg = await saleLeg(tx, hold);
  const reversal = await startReversal(tx, ask, { of: leg });
  await saveLeg(tx, { ...leg, undone_by: reversal.id });
  const source = { type: 'payment', id: hold.id };
  await note(tx, ask, { hold, kind: 'holdReleased', source, minor: hold.amount_minor });
  return '00';
}

async function undoSale(tx: Tx, ask: Ask, payment: Payment): Promise<string> {
  await savePayment(tx, { ...payment, status: stepTo(payment, 'reverse') });
  if (payment.kind === 'completion') await completionUndone(tx, ask, payment);
  const sale = await saleLeg(tx, payment);
  const reversal = await startReversal(tx, ask, { of: sale, moved: true });
  await saveLeg(tx, { ...sale, undone_by: reversal.id });
  await takeBack(tx, ask, {
    merchantId: payment.merchant_id,
    kind: 'reversal',
    source: { type: 'payment', id: payment.id },
    valueDay: businessDayOf(ask.now),
    of: {
      source: { type: payment.journal_type, id: payment.journal_id },
      kind: payment.journal_kind,
    },
  });
  await giveLimitsBack(tx, ask, payment);
  return '00';
}

async function reverseVoid(
  tx: Tx,
  ask: Ask,
  { payment, original, amount }: Found,
): Promise<string> {
  if (original.refund_id === null) return '12';
  const voiding = await refundById(tx, payment.merchant_id, original.refund_id);
  if (voiding.amount_minor !== amount.minor) return '64';
  switch (voiding.status) {
    case 'unknown':
    case 'undone':
      return '00';
    case 'sending':
      await loseVoid(tx, ask, { payment, voiding });
      await answerExchange(tx, original, { code: '98', rrn: voiding.rrn });
      return '00';
    case 'succeeded':
      return undoVoid(tx, ask, { payment, voiding });
    case 'declined':
      return '12';
    default:
      return assertNever(voiding.status);
  }
}

type Voiding = { readonly payment: Payment; readonly voiding: Refund };

/** The void is still at the network: from now on nobody believes its answer. */
async function loseVoid(tx: Tx, ask: Ask, { payment, voiding }: Voiding): Promise<void> {
  await moveEither(tx, payment, 'loseVoid');
  await saveRefund(tx, { ...voiding, status: 'unknown', answer_code: '98' });
  const leg = await voidLeg(tx, voiding);
  await saveLeg(tx, { ...leg, status: 'unknown' });
  await startReversal(tx, ask, { of: leg });
}

/** The void had been approved: the payment stands again, with a journal that says so. */
async function undoVoid(tx: Tx, ask: Ask, { payment, voiding }: Voiding): Promise<string> {
  if (payment.kind === 'completion' && !(await isHoldFree(tx, payment))) return '12';
  const from = { status: voiding.status, refusal: 'payments.step' } as const;
  await saveRefund(tx, { ...voiding, status: stepOr(refundChart, from, { type: 'undo' }) });
  const leg = await voidLeg(tx, voiding);
  const reversal = await startReversal(tx, ask, { of: leg });
  // Void and its reversal leave no line in the file; the sale stands in it again.
  await saveLeg(tx, { ...leg, moved: false, undone_by: reversal.id });
  await saveLeg(tx, { ...(await saleLeg(tx, payment)), undone_by: null });
  const source = { type: 'void', id: voiding.id } as const;
  if (payment.kind === 'preauth') {
    const minor = await moveEither(tx, payment, 'undoVoid');
    await note(tx, ask, { hold: payment, kind: 'hold', source, minor });
    return '00';
  }
  await savePayment(tx, {
    ...payment,
    status: stepTo(payment, 'undoVoid'),
    journal_type: 'void',
    journal_id: voiding.id,
    journal_kind: 'voidReversal',
  });
  await takeBack(tx, ask, {
    merchantId: payment.merchant_id,
    kind: 'voidReversal',
    source,
    valueDay: businessDayOf(ask.now),
    of: { source, kind: 'void' },
  });
  if (payment.kind === 'completion')
    await completionStands(tx, ask, { completion: payment, voidId: voiding.id });
  return '00';
}

/** A hold moves with what was added to it. Gives the amount. */
async function moveEither(
  tx: Tx,
  payment: Payment,
  type: 'loseVoid' | 'undoVoid',
): Promise<bigint> {
  if (payment.kind === 'preauth') return (await moveHold(tx, payment, type)) ?? 0n;
  await savePayment(tx, { ...payment, status: stepTo(payment, type) });
  return payment.amount_minor;
}

async function saleLeg(tx: Tx, payment: Payment): Promise<Leg> {
  return legThat(await legsOf(tx, payment), ({ kind }) => kind === 'sale');
}

async function voidLeg(tx: Tx, voiding: Refund): Promise<Leg> {
  const of = { merchant_id: voiding.merchant_id, id: voiding.payment_id };
  return legThat(
    await legsOf(tx, of),
    ({ kind, refund_id }) => kind === 'void' && refund_id === voiding.id,
  );
}

function legThat(legs: readonly Leg[], fits: (leg: Leg) => boolean): Leg {
  const leg = legs.find(fits);
  if (!leg) throw new Error('what was sent has a leg');
  return leg;
}
