import type { Money } from '@kaitong/values';
import { checkLimits, releaseLimits } from '#risk';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Services } from '#platform/services';
import { businessDayOf } from '#ledger';
import { askNetwork, type Begun } from './ask-network.ts';
import { exchangeBy } from './exchanges/store.ts';
import { finishSale } from './finish-sale.ts';
import { insertLeg, nextUpstreamTrace, type Leg } from './legs/store.ts';
import {
  wallClock,
  type Answer,
  type MessageKey,
  type Payer,
  type PaymentKind,
  type Terms,
} from './model.ts';
import { newPayment } from './new-payment.ts';
import {
  answered,
  exchangeKey,
  keepExchange,
  openExchange,
  type MessageKind,
  type Opening,
} from './open-exchange.ts';
import { repeatAdvice, waitingAdvice } from './repeat-advice.ts';
import { insertPayment, type Payment } from './store.ts';
import { termsOf } from './terms.ts';
import { saleMessage, type Reading } from './upstream.ts';

/** What begins with a card or a code: a sale, a hold, a sale that was made without the network. */
export type FirstKind = '0200:22' | '0100:10' | '0220:30' | '0200:36';

export type SaleRequest = {
  readonly key: MessageKey;
  /** A sale when nothing is said. */
  readonly kind?: FirstKind;
  readonly amount: Money;
  readonly payer: Payer;
  readonly reading: Reading;
  /** Of an offline sale: the approval that was given by phone. */
  readonly authCode?: string;
  readonly fingerprint: string;
};

type First = {
  readonly form: Leg['form'];
  readonly payment: Exclude<PaymentKind, 'card' | 'qr'> | undefined;
  readonly reversal: MessageKind | undefined;
  /** A hold is judged by the limits and uses none of them; what happened offline is not judged. */
  readonly limits: 'use' | 'judge' | 'none';
};
const FIRST: Readonly<Record<FirstKind, First>> = {
  '0200:22': { form: 'sale', payment: undefined, reversal: '0400:22', limits: 'use' },
  '0100:10': { form: 'preauth', payment: 'preauth', reversal: '0400:10', limits: 'judge' },
  '0220:30': { form: 'advice', payment: 'offline', reversal: undefined, limits: 'none' },
  '0200:36': { form: 'advice', payment: 'offline', reversal: undefined, limits: 'none' },
};

/** Takes a card or code payment, or holds an amount on a card. */
export async function sale(
  services: Services,
  ask: Ask,
  request: SaleRequest,
): Promise<Answer | undefined> {
  return askNetwork(services, ask, {
    opening: openingOf(request),
    begin: async (tx) => begin(tx, ask, { services, request }),
    finish: finishSale,
  });
}

function openingOf({ key, kind = '0200:22', fingerprint }: SaleRequest): Opening {
  return { key, kind, fingerprint };
}

function firstOf({ kind = '0200:22' }: SaleRequest): First {
  return FIRST[kind];
}

type Asked = { readonly services: Services; readonly request: SaleRequest };

/** The first write: every refusal, in order, then the payment that is about to be sent. */
export async function begin(tx: Tx, ask: Ask, { services, request }: Asked): Promise<Begun> {
  const opening = openingOf(request);
  const first = firstOf(request);
  const opened = await openExchange(tx, opening);
  const waiting = await waitingAdvice(tx, { opening, opened });
  if (opened.kind !== 'new' && !waiting) return opened;
  const { reversal } = first;
  if (reversal && (await reversedBefore(tx, opening.key, reversal)))
    return refuseEarly(tx, ask, { opening, code: '12' });
  const found = await termsOf(tx, { merchantId: request.key.merchantId, payer: request.payer });
  if (found.kind === 'refused') {
    const { code } = found;
    return waiting ? answered({ code }) : refuseEarly(tx, ask, { opening, code });
  }
  const { terms } = found;
  if (waiting) {
    await repeatAdvice(tx, { opening, waiting });
    return sendingOf(ask, { request, terms, ...waiting });
  }
  const payment = await newPayment(tx, ask, {
    services,
    ...request,
    kind: first.payment ?? request.payer.kind,
    counted: first.limits === 'use',
    terms,
  });
  const code = await overLimits(tx, ask, { payment, limits: first.limits, amount: request.amount });
  if (code !== undefined) {
    const refused = { status: 'refused', answer_code: code, answered_by: 'house' } as const;
    await insertPayment(tx, { ...payment, ...refused });
    return refuseEarly(tx, ask, { opening, code, paymentId: payment.id });
  }
  await insertPayment(tx, payment);
  await keepExchange(tx, ask, { opening, ids: { paymentId: payment.id } });
  const leg = await newLeg(tx, ask, { payment, form: first.form });
  return sendingOf(ask, { request, terms, payment, leg });
}

/** Its reversal came first (money.md §1.6, tombstone): nobody waits for this one any more. */
export async function reversedBefore(tx: Tx, key: MessageKey, kind: MessageKind): Promise<boolean> {
  return (await exchangeBy(tx, exchangeKey({ key, kind }))) !== undefined;
}

export async function refuseEarly(
  tx: Tx,
  ask: Ask,
  { opening, code, paymentId }: { opening: Opening; code: string; paymentId?: string },
): Promise<Extract<Begun, { kind: 'answered' }>> {
  const answer = { code };
  const ids = paymentId === undefined ? {} : { paymentId };
  await keepExchange(tx, ask, { opening, answer, ids });
  return answered(answer);
}

type Limited = {
  readonly payment: Payment;
  readonly limits: First['limits'];
  readonly amount: Money;
};

/** The code with which the limits refuse it. */
export async function overLimits(
  tx: Tx,
  ask: Ask,
  { payment, limits, amount }: Limited,
): Promise<string | undefined> {
  if (limits === 'none') return undefined;
  const what = { merchantId: payment.merchant_id, amount, tender: payment.tender };
  const verdict = await checkLimits(tx, ask, what);
  if (verdict.kind === 'over') return verdict.code;
  if (limits === 'judge') await releaseLimits(tx, ask, { ...what, day: businessDayOf(ask.now) });
  return undefined;
}

export async function newLeg(
  tx: Tx,
  ask: Ask,
  { payment, form }: { payment: Payment; form: Leg['form'] },
): Promise<Leg> {
  return insertLeg(tx, {
    merchant_id: payment.merchant_id,
    id: newId('leg', ask.now),
    payment_id: payment.id,
    kind: 'sale',
    form,
    status: 'sending',
    terminal_no: payment.terminal_no,
    trace: await nextUpstreamTrace(tx),
    sent_at: wallClock(ask.now),
    amount_minor: payment.amount_minor,
    at: ask.now,
  });
}

type Sending = {
  readonly request: SaleRequest;
  readonly terms: Terms;
  readonly payment: Payment;
  readonly leg: Leg;
};

function sendingOf(ask: Ask, { request, terms, payment, leg }: Sending) {
  const { payer, reading, key, authCode } = request;
  const secretOfPayer =
    payer.kind === 'card' ? { pan: payer.pan.reveal() } : { code: payer.code.reveal() };
  const message = saleMessage({
    leg,
    key,
    rrn: payment.rrn,
    now: ask.now,
    reading,
    mcc: terms.mcc,
    ...(authCode === undefined ? {} : { authCode }),
    ...secretOfPayer,
  });
  return { kind: 'sending', message, legId: leg.id, partial: reading.partial === true } as const;
}
