import { assertNever, money, type Money } from '@kaitong/values';
import { businessDayOf, reverse as takeBack } from '#ledger';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import { transact, type Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { releaseLimits } from '#risk';
import { payment as chart, refund as refundChart } from './chart.ts';
import { answerExchange, exchangeBy, lockBatch, type Exchange } from './exchanges/store.ts';
import { loseAnswer } from './finish-sale.ts';
import { legsOf, saveLeg, type Leg } from './legs/store.ts';
import type { Answer, MessageKey } from './model.ts';
import { exchangeKey, keepExchange, type Opening } from './open-exchange.ts';
import { startReversal } from './reversals.ts';
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
  readonly of: 'sale' | 'void';
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
  const opening: Opening = { ...request, kind: request.of === 'sale' ? '0400:22' : '0400:23' };
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
  const kind = request.of === 'sale' ? '0200:22' : '0200:23';
  const original = await exchangeBy(tx, exchangeKey({ key: request.key, kind }));
  if (!original) return '25';
  if (original.payment_id === null) return '12'; // refused before it became a payment
  const payment = await lockPayment(tx, original.merchant_id, original.payment_id);
  if (payment.amount_minor !== request.amount.minor) return '64';
  return request.of === 'sale'
    ? reverseSale(tx, ask, { payment, original })
    : reverseVoid(tx, ask, { payment, original });
}

type Found = { readonly payment: Payment; readonly original: Exchange };

async function reverseSale(tx: Tx, ask: Ask, { payment, original }: Found): Promise<string> {
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
    // Nothing stands that could be taken back, or it is settled: a terminal takes 12 as done.
    case 'refused':
    case 'declined':
    case 'void_pending':
    case 'void_unknown':
    case 'voided':
    case 'cleared':
      return '12';
    default:
      return assertNever(payment.status);
  }
}

async function undoSale(tx: Tx, ask: Ask, payment: Payment): Promise<string> {
  const from = { status: payment.status, refusal: 'payments.step' } as const;
  await savePayment(tx, { ...payment, status: stepOr(chart, from, { type: 'reverse' }) });
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
  await releaseLimits(tx, ask, {
    merchantId: payment.merchant_id,
    amount: money(payment.amount_minor),
    tender: payment.tender,
    day: businessDayOf(payment.at),
  });
  return '00';
}

async function reverseVoid(tx: Tx, ask: Ask, { payment, original }: Found): Promise<string> {
  if (original.refund_id === null) return '12';
  const voiding = await refundById(tx, payment.merchant_id, original.refund_id);
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
  const from = { status: payment.status, refusal: 'payments.step' } as const;
  await savePayment(tx, { ...payment, status: stepOr(chart, from, { type: 'loseVoid' }) });
  await saveRefund(tx, { ...voiding, status: 'unknown', answer_code: '98' });
  const leg = await voidLeg(tx, voiding);
  await saveLeg(tx, { ...leg, status: 'unknown' });
  await startReversal(tx, ask, { of: leg });
}

/** The void had been approved: the payment stands again, with a journal that says so. */
async function undoVoid(tx: Tx, ask: Ask, { payment, voiding }: Voiding): Promise<string> {
  const refusal = 'payments.step';
  await saveRefund(tx, {
    ...voiding,
    status: stepOr(refundChart, { status: voiding.status, refusal }, { type: 'undo' }),
  });
  await savePayment(tx, {
    ...payment,
    status: stepOr(chart, { status: payment.status, refusal }, { type: 'undoVoid' }),
    journal_type: 'void',
    journal_id: voiding.id,
    journal_kind: 'voidReversal',
  });
  const leg = await voidLeg(tx, voiding);
  const reversal = await startReversal(tx, ask, { of: leg });
  // Void and its reversal leave no line in the file; the sale stands in it again.
  await saveLeg(tx, { ...leg, moved: false, undone_by: reversal.id });
  await saveLeg(tx, { ...(await saleLeg(tx, payment)), undone_by: null });
  await takeBack(tx, ask, {
    merchantId: payment.merchant_id,
    kind: 'voidReversal',
    source: { type: 'void', id: voiding.id },
    valueDay: businessDayOf(ask.now),
    of: { source: { type: 'void', id: voiding.id }, kind: 'void' },
  });
  return '00';
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
