import { type Money, secret } from '@kaitong/values';
import { businessDayOf } from '#ledger';
import type { Ask } from '#platform/ask';
import { setDeadline } from '#platform/deadlines';
import type { Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { askNetwork, type Begun, type Finish } from './ask-network.ts';
import { answerExchange } from './exchanges/store.ts';
import { finishSale, loseAnswer } from './finish-sale.ts';
import { legById, legsOf, saveLeg, type Leg } from './legs/store.ts';
import type { Answer, MessageKey } from './model.ts';
import { newPayment } from './new-payment.ts';
import {
  exchangeKey,
  keepExchange,
  openExchange,
  storedAnswer,
  type Opening,
} from './open-exchange.ts';
import { newLeg, overLimits, refuseEarly } from './sale.ts';
import { stepTo } from './steps.ts';
import {
  insertPayment,
  lockByRrn,
  lockPayment,
  paymentById,
  ruleOf,
  savePayment,
  type Payment,
} from './store.ts';
import { mccCodeOf, termsOf } from './terms.ts';
import { codeQuery, saleMessage } from './upstream.ts';

export const CODE_ENDS = 'payments.codeEnds';
const MINUTE_MS = 60_000;
const ENTRY = '030';

export type ShowRequest = {
  readonly key: MessageKey;
  readonly amount: Money;
  readonly fingerprint: string;
};

/**
 * Merchant-presented: the network makes a code for the amount, the terminal shows it, and nothing is
 * sold until a customer pays it. Unpaid in time it is taken back, so that nobody pays it later.
 */
export async function showCode(
  services: Services,
  ask: Ask,
  request: ShowRequest,
): Promise<Answer | undefined> {
  const opening: Opening = { ...request, kind: '0200:60' };
  return askNetwork(services, ask, {
    opening,
    begin: async (tx) => beginShow(tx, ask, { services, request, opening }),
    finish: finishShow,
  });
}

type Showing = {
  readonly services: Services;
  readonly request: ShowRequest;
  readonly opening: Opening;
};

async function beginShow(
  tx: Tx,
  ask: Ask,
  { services, request, opening }: Showing,
): Promise<Begun> {
  const opened = await openExchange(tx, opening);
  if (opened.kind !== 'new') return opened;
  const { key, amount } = request;
  const payer = { kind: 'qr', code: secret('') } as const; // whoever will scan it
  const found = await termsOf(tx, { merchantId: key.merchantId, payer });
  if (found.kind === 'refused') return refuseEarly(tx, ask, { opening, code: found.code });
  const { terms } = found;
  const reading = { entryMode: ENTRY };
  const row = { services, key, kind: 'qr', amount, payer, reading, counted: true, terms } as const;
  const payment = await newPayment(tx, ask, row);
  const code = await overLimits(tx, ask, { payment, limits: 'use', amount });
  if (code !== undefined) return refuseEarly(tx, ask, { opening, code });
  await insertPayment(tx, payment);
  await keepExchange(tx, ask, { opening, ids: { paymentId: payment.id } });
  const leg = await newLeg(tx, ask, { payment, form: 'code' });
  const message = saleMessage({
    leg,
    key,
    rrn: payment.rrn,
    now: ask.now,
    reading,
    mcc: terms.mcc,
  });
  return { kind: 'sending', message, legId: leg.id };
}

async function finishShow(tx: Tx, ask: Ask, finish: Finish): Promise<Answer | undefined> {
  const { opening, judged } = finish;
  const shownCode = judged.kind === 'yes' ? judged.shown : undefined;
  const leg = await legById(tx, opening.key.merchantId, finish.legId);
  const before = await lockPayment(tx, leg.merchant_id, leg.payment_id);
  if (before.status !== 'sending' || judged.kind === 'no') return finishSale(tx, ask, finish);
  if (shownCode === undefined)
    return finishSale(tx, ask, { ...finish, judged: { kind: 'unknown' } });
  await savePayment(tx, { ...before, status: stepTo(before, 'show') });
  await saveLeg(tx, {
    ...leg,
    status: 'answered',
    answer_code: judged.kind === 'yes' ? '00' : null,
  });
  const minutes = await ruleOf(tx, 'codeMinutes', { scheme: null, on: businessDayOf(ask.now) });
  const dueAt = new Date(ask.now.getTime() + minutes * MINUTE_MS);
  await setDeadline(tx, { kind: CODE_ENDS, subject: before.id, dueAt });
  const answer: Answer = { code: '00', rrn: before.rrn, shownCode };
  await answerExchange(tx, exchangeKey(opening), storedAnswer(answer));
  return answer;
}

export type QueryRequest = {
  readonly key: MessageKey;
  /** What the answer to the first message called the order. */
  readonly rrn: string;
  readonly fingerprint: string;
};

/** Whether the code has been paid: 00 it is sold, 09 not yet, 98 nobody knows, 12 it is none any more. */
export async function queryCode(
  services: Services,
  ask: Ask,
  request: QueryRequest,
): Promise<Answer | undefined> {
  const opening: Opening = { ...request, kind: '0200:60' };
  return askNetwork(services, ask, {
    opening,
    begin: async (tx) => beginQuery(tx, ask, { request, opening }),
    finish: finishQuery,
  });
}

async function beginQuery(
  tx: Tx,
  ask: Ask,
  { request, opening }: { request: QueryRequest; opening: Opening },
): Promise<Begun> {
  const opened = await openExchange(tx, opening);
  if (opened.kind !== 'new') return opened;
  const payment = await lockByRrn(tx, request.key.merchantId, request.rrn);
  const leg = payment && (await codeLegOf(tx, payment));
  if (!payment || !leg) return refuseEarly(tx, ask, { opening, code: '25' });
  if (payment.status !== 'shown') return refuseEarly(tx, ask, { opening, code: '12' });
  await keepExchange(tx, ask, { opening, ids: { paymentId: payment.id } });
  const message = codeQuery({
    leg,
    key: request.key,
    rrn: payment.rrn,
    now: ask.now,
    mcc: await mccCodeOf(tx, payment.merchant_id),
  });
  return { kind: 'sending', message, legId: leg.id };
}

async function codeLegOf(tx: Tx, payment: Payment): Promise<Leg | undefined> {
  return (await legsOf(tx, payment)).find(({ form, kind }) => form === 'code' && kind === 'sale');
}

/** Only a yes changes anything; the terminal knows the sale by the number of this question. */
async function finishQuery(tx: Tx, ask: Ask, finish: Finish): Promise<Answer | undefined> {
  const { opening, judged } = finish;
  const leg = await legById(tx, opening.key.merchantId, finish.legId);
  const before = await lockPayment(tx, leg.merchant_id, leg.payment_id);
  if (judged.kind === 'yes' && before.status === 'shown') {
    const { batchNo, trace } = opening.key;
    await savePayment(tx, { ...before, batch_no: batchNo, trace });
    return finishSale(tx, ask, finish);
  }
  const code = judged.kind === 'no' ? judged.code : '98';
  const answer = { code, rrn: before.rrn };
  await answerExchange(tx, exchangeKey(opening), storedAnswer(answer));
  return answer;
}

/** The deadline: nobody paid it in time, or nobody asked. The network takes it back, paid or not. */
export async function endCode(tx: Tx, ask: Ask, id: string): Promise<void> {
  const found = await paymentById(tx, id);
  if (!found) return;
  const before = await lockPayment(tx, found.merchant_id, id);
  const leg = await codeLegOf(tx, before);
  if (before.status === 'shown' && leg) await loseAnswer(tx, ask, { before, leg });
}
