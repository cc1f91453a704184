import { assert, type Money } from '@kaitong/values';
import type { Begun, Finish } from './ask-network.ts';
import { mccCodeOf } from './terms.ts';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { answerExchange, exchangeBy } from './exchanges/store.ts';
import { insertLeg, legById, legsOf, nextUpstreamTrace, saveLeg, type Leg } from './legs/store.ts';
import { rrnOf, wallClock, type Answer } from './model.ts';
import { exchangeKey, keepExchange, storedAnswer, type Opening } from './open-exchange.ts';
import {
  insertRefund,
  lockPayment,
  nextReference,
  refundById,
  type Payment,
  type Refund,
} from './store.ts';
import { undoMessage } from './upstream.ts';

type Begin = {
  readonly payment: Payment;
  readonly kind: Refund['kind'];
  readonly opening: Opening;
  readonly amount: Money;
};

/** What void and refund have in common: a row of their own, a leg of their own, an answer. */
export async function beginUndo(tx: Tx, ask: Ask, begin: Begin): Promise<Begun> {
  const { payment, opening } = begin;
  const refund = await newRefund(tx, ask, begin);
  const ids = { paymentId: payment.id, refundId: refund.id };
  await keepExchange(tx, ask, { opening, ids });
  const leg = await newLeg(tx, ask, refund);
  const message = undoMessage({
    leg,
    key: opening.key,
    rrn: refund.rrn,
    now: ask.now,
    mcc: await mccCodeOf(tx, payment.merchant_id),
    original: await saleLegOf(tx, payment),
  });
  return { kind: 'sending', message, legId: leg.id };
}

async function newRefund(
  tx: Tx,
  { now }: Ask,
  { payment, kind, opening: { key }, amount }: Begin,
): Promise<Refund> {
  const refund: Refund = {
    merchant_id: payment.merchant_id,
    id: newId('ref', now),
    payment_id: payment.id,
    kind,
    status: 'sending',
    terminal_id: key.terminalId,
    epoch: key.epoch,
    batch_no: key.batchNo,
    trace: key.trace,
    amount_minor: amount.minor,
    fee_minor: 0n,
    interchange_minor: 0n,
    network_minor: 0n,
    rrn: rrnOf(now, await nextReference(tx)),
    answer_code: null,
    auth_code: null,
    business_day: null,
    at: now,
  };
  await insertRefund(tx, refund);
  return refund;
}

async function newLeg(tx: Tx, { now }: Ask, refund: Refund): Promise<Leg> {
  const payment = await lockPayment(tx, refund.merchant_id, refund.payment_id);
  const sale = await saleLegOf(tx, payment);
  return insertLeg(tx, {
    merchant_id: refund.merchant_id,
    id: newId('leg', now),
    payment_id: refund.payment_id,
    refund_id: refund.id,
    // A refund leaves its sale standing; a void takes it back.
    undoes_id: refund.kind === 'void' ? sale.id : null,
    kind: refund.kind,
    form: sale.form,
    status: 'sending',
    terminal_no: payment.terminal_no,
    trace: await nextUpstreamTrace(tx),
    sent_at: wallClock(now),
    amount_minor: refund.amount_minor,
    at: now,
  });
}

export async function saleLegOf(tx: Tx, payment: Payment): Promise<Leg> {
  const sale = (await legsOf(tx, payment)).find(({ kind }) => kind === 'sale');
  assert(sale, 'a payment that was sent has a leg');
  return sale;
}

export type Undone = { readonly payment: Payment; readonly refund: Refund; readonly leg: Leg };
/** Records an answer once; one that comes when the row has moved on is noted and not believed. */
export async function finishUndo(
  tx: Tx,
  { opening, legId, judged }: Finish,
  record: (undone: Undone) => Promise<Answer>,
): Promise<Answer | undefined> {
  const { merchantId } = opening.key;
  const seen = await legById(tx, merchantId, legId);
  const payment = await lockPayment(tx, merchantId, seen.payment_id);
  const refund = await refundById(tx, merchantId, seen.refund_id ?? '');
  const leg = await legById(tx, merchantId, legId);
  if (refund.status !== 'sending') {
    await saveLeg(tx, { ...leg, late_code: judged.kind === 'unknown' ? null : judged.code });
    return (await exchangeBy(tx, exchangeKey(opening)))?.answer ?? undefined;
  }
  const answer = await record({ payment, refund, leg });
  await answerExchange(tx, exchangeKey(opening), storedAnswer(answer));
  return answer;
}

export function undoAnswer(refund: Refund, payment: Payment): Answer {
  return {
    code: refund.answer_code ?? '98',
    rrn: refund.rrn,
    ...(refund.auth_code === null ? {} : { authCode: refund.auth_code }),
    ...(refund.business_day === null ? {} : { day: refund.business_day }),
    ...(payment.card_scheme === null ? {} : { scheme: payment.card_scheme }),
  };
}
