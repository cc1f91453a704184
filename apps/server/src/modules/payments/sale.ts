import { maskPan, type Money } from '@kaitong/values';
import { checkLimits } from '#risk';
import type { NetworkMessage } from '#connectors/card-network';
import type { Ask } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Services } from '#platform/services';
import { exchangeBy } from './exchanges/store.ts';
import { finishSale } from './finish-sale.ts';
import { insertLeg, nextUpstreamTrace } from './legs/store.ts';
import { rrnOf, wallClock, type Answer, type MessageKey, type Payer, type Terms } from './model.ts';
import {
  answered,
  exchangeKey,
  joinExchange,
  keepExchange,
  openExchange,
  type Opening,
} from './open-exchange.ts';
import { insertPayment, nextReference, type Payment } from './store.ts';
import { termsOf } from './terms.ts';
import { judgeAnswer, saleMessage, type Reading } from './upstream.ts';

export type SaleRequest = {
  readonly key: MessageKey;
  readonly amount: Money;
  readonly payer: Payer;
  readonly reading: Reading;
  readonly fingerprint: string;
};

/**
 * Takes a card or code payment: recorded, asked, recorded. No transaction is open while the network
 * is asked; what is lost in between is found and reversed. Undefined: there is nothing to answer yet.
 */
export async function sale(
  services: Services,
  ask: Ask,
  request: SaleRequest,
): Promise<Answer | undefined> {
  const begun = await transact(services.db, async (tx) => begin(tx, ask, { services, request }));
  if (begun.kind === 'answered') return begun.answer;
  if (begun.kind === 'inFlight') return joinExchange(services.db, openingOf(request));
  const answer = await services.connectors.cardNetwork.ask(begun.message);
  const judged = judgeAnswer(begun.message, answer);
  const later = { ...ask, now: services.clock.now() };
  return transact(services.db, async (tx) =>
    finishSale(tx, later, { opening: openingOf(request), legId: begun.legId, judged }),
  );
}

function openingOf({ key, fingerprint }: SaleRequest): Opening {
  return { key, kind: '0200:22', fingerprint };
}

type Begun =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'inFlight' }
  | { readonly kind: 'sending'; readonly message: NetworkMessage; readonly legId: string };
type Asked = { readonly services: Services; readonly request: SaleRequest };

/** The first write: every refusal, in order, then the payment that is about to be sent. */
export async function begin(tx: Tx, ask: Ask, { services, request }: Asked): Promise<Begun> {
  const opening = openingOf(request);
  const opened = await openExchange(tx, opening);
  if (opened.kind !== 'new') return opened;
  if (await reversedBefore(tx, opening)) return refuseEarly(tx, ask, { opening, code: '12' });
  const found = await termsOf(tx, { merchantId: request.key.merchantId, payer: request.payer });
  if (found.kind === 'refused') return refuseEarly(tx, ask, { opening, code: found.code });
  const { terms } = found;
  const payment = await paymentOf(tx, ask, { services, request, terms });
  const verdict = await checkLimits(tx, ask, {
    merchantId: request.key.merchantId,
    amount: request.amount,
    tender: terms.tender,
  });
  if (verdict.kind === 'over') {
    const { code } = verdict;
    await insertPayment(tx, {
      ...payment,
      status: 'refused',
      answer_code: code,
      answered_by: 'house',
    });
    return refuseEarly(tx, ask, { opening, code, paymentId: payment.id });
  }
  await insertPayment(tx, payment);
  await keepExchange(tx, ask, { opening, ids: { paymentId: payment.id } });
  return send(tx, ask, { request, terms, payment });
}

/** Its reversal came first (money.md §1.6, tombstone): nobody waits for this sale any more. */
async function reversedBefore(tx: Tx, { key }: Opening): Promise<boolean> {
  return (await exchangeBy(tx, exchangeKey({ key, kind: '0400:22' }))) !== undefined;
}

async function refuseEarly(
  tx: Tx,
  ask: Ask,
  { opening, code, paymentId }: { opening: Opening; code: string; paymentId?: string },
): Promise<Begun> {
  const answer = { code };
  const ids = paymentId === undefined ? {} : { paymentId };
  await keepExchange(tx, ask, { opening, answer, ids });
  return answered(answer);
}

async function send(
  tx: Tx,
  ask: Ask,
  { request, terms, payment }: { request: SaleRequest; terms: Terms; payment: Payment },
): Promise<Begun> {
  const leg = await insertLeg(tx, {
    merchant_id: payment.merchant_id,
    id: newId('leg', ask.now),
    payment_id: payment.id,
    kind: 'sale',
    status: 'sending',
    terminal_no: payment.terminal_no,
    trace: await nextUpstreamTrace(tx),
    sent_at: wallClock(ask.now),
    amount_minor: payment.amount_minor,
    at: ask.now,
  });
  const { payer, reading, key } = request;
  const secretOfPayer =
    payer.kind === 'card' ? { pan: payer.pan.reveal() } : { code: payer.code.reveal() };
  const message = saleMessage({
    leg,
    key,
    rrn: payment.rrn,
    now: ask.now,
    reading,
    mcc: terms.mcc,
    ...secretOfPayer,
  });
  return { kind: 'sending', message, legId: leg.id };
}

async function paymentOf(
  tx: Tx,
  { now }: Ask,
  { services, request, terms }: Asked & { terms: Terms },
): Promise<Payment> {
  const { key, payer, amount } = request;
  const id = newId('pay', now);
  const pan = payer.kind === 'card' ? payer.pan.reveal() : undefined;
  return {
    merchant_id: key.merchantId,
    id,
    terminal_id: key.terminalId,
    terminal_no: key.terminalNo,
    epoch: key.epoch,
    batch_no: key.batchNo,
    trace: key.trace,
    kind: payer.kind,
    status: 'sending',
    amount_minor: amount.minor,
    currency: 'CNY',
    refunded_minor: 0n,
    plan_id: terms.planId,
    tender: terms.tender,
    price_class: terms.priceClass,
    fee_rate_e7: terms.fee.rate,
    fee_min_minor: terms.fee.min?.minor ?? null,
    fee_cap_minor: terms.fee.cap?.minor ?? null,
    fee_fixed_minor: terms.fee.fixed?.minor ?? 0n,
    fee_minor: 0n,
    fee_returned_minor: 0n,
    interchange_minor: 0n,
    network_minor: 0n,
    card_token: pan === undefined ? null : services.keeper.blind('card', pan),
    card_masked: pan === undefined ? null : maskPan(pan),
    card_bank: terms.card?.bank ?? null,
    card_scheme: terms.card?.scheme ?? null,
    entry_mode: request.reading.entryMode,
    answer_code: null,
    answered_by: null,
    rrn: rrnOf(now, await nextReference(tx)),
    auth_code: null,
    business_day: null,
    journal_type: 'payment',
    journal_id: id,
    journal_kind: 'sale',
    slip: { merchantName: terms.merchantName, merchantNo: key.merchantNo },
    at: now,
    approved_at: null,
  };
}
