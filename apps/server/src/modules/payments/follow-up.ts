import { assert, money, type Money } from '@kaitong/values';
import { businessDayOf } from '#ledger';
import { merchantById } from '#merchants';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { askNetwork, type Begun } from './ask-network.ts';
import { finishSale } from './finish-sale.ts';
import { findOriginal, sameCard, type Original } from './find-original.ts';
import { completableOf, moveHold } from './hold.ts';
import type { Leg } from './legs/store.ts';
import type { Answer, MessageKey, Payer, PaymentKind } from './model.ts';
import { followingPayment } from './new-payment.ts';
import { keepExchange, openExchange, type MessageKind, type Opening } from './open-exchange.ts';
import { repeatAdvice, waitingAdvice } from './repeat-advice.ts';
import { newLeg, overLimits, refuseEarly, reversedBefore } from './sale.ts';
import { stepOf } from './steps.ts';
import { followersOf, insertPayment, lockPayment, ruleOf, type Payment } from './store.ts';
import { saleLegOf } from './undo.ts';
import { saleMessage, type Reading } from './upstream.ts';

/** What asks for money on the strength of an earlier message. */
export type FollowKind = '0100:10' | '0200:20' | '0220:24' | '0220:32' | '0220:34';

export type FollowRequest = {
  readonly key: MessageKey;
  readonly kind: FollowKind;
  /** Of an adjustment: the new total, tip and all. */
  readonly amount: Money;
  /** F48 of a tip. */
  readonly tip?: Money;
  readonly original: Original;
  readonly payer?: Payer;
  readonly reading: Reading;
  readonly fingerprint: string;
};

type Follow = {
  readonly form: Leg['form'];
  readonly payment: PaymentKind;
  readonly reversal: MessageKind | undefined;
  readonly limits: 'use' | 'none';
};
const FOLLOW: Readonly<Record<FollowKind, Follow>> = {
  '0100:10': { form: 'addition', payment: 'preauth', reversal: '0400:10', limits: 'none' },
  '0200:20': { form: 'completion', payment: 'completion', reversal: '0400:20', limits: 'use' },
  '0220:24': { form: 'advice', payment: 'completion', reversal: undefined, limits: 'none' },
  '0220:32': { form: 'advice', payment: 'tip', reversal: undefined, limits: 'none' },
  '0220:34': { form: 'advice', payment: 'tip', reversal: undefined, limits: 'none' },
};

/** What each may follow. */
const KINDS: Readonly<Record<FollowKind, readonly PaymentKind[]>> = {
  '0100:10': ['preauth'],
  '0200:20': ['preauth'],
  '0220:24': ['preauth'],
  '0220:32': ['offline'],
  '0220:34': ['card', 'offline'],
};

/** Adds to a hold, completes it, or adds a tip to a sale. */
export async function followUp(
  services: Services,
  ask: Ask,
  request: FollowRequest,
): Promise<Answer | undefined> {
  return askNetwork(services, ask, {
    opening: request,
    begin: async (tx) => begin(tx, ask, { services, request }),
    finish: finishSale,
  });
}

type Asked = { readonly services: Services; readonly request: FollowRequest };

async function begin(tx: Tx, ask: Ask, asked: Asked): Promise<Begun> {
  const { request } = asked;
  const opening: Opening = request;
  const opened = await openExchange(tx, opening);
  const waiting = await waitingAdvice(tx, { opening, opened });
  if (waiting) return again(tx, ask, { request, waiting });
  if (opened.kind !== 'new') return opened;
  const { form, payment: kind, reversal, limits } = FOLLOW[request.kind];
  if (reversal && (await reversedBefore(tx, request.key, reversal)))
    return refuseEarly(tx, ask, { opening, code: '12' });
  const base = await findOriginal(tx, { ...request, kinds: KINDS[request.kind] });
  const code = await whyNot(tx, ask, { ...asked, base });
  if (code !== undefined || !base) return refuseEarly(tx, ask, { opening, code: code ?? '25' });
  const amount = amountOf(request, base);
  const counted = limits === 'use';
  const payment = await followingPayment(tx, ask, { ...request, kind, amount, counted, base });
  const over = await overLimits(tx, ask, { payment, limits, amount });
  if (over !== undefined) return refuseEarly(tx, ask, { opening, code: over });
  await insertPayment(tx, payment);
  if (kind === 'completion') await moveHold(tx, base, 'startCompletion');
  await keepExchange(tx, ask, { opening, ids: { paymentId: payment.id } });
  const leg = await newLeg(tx, ask, { payment, form });
  return sendingOf(tx, ask, { request, base, payment, leg });
}

type Again = {
  readonly request: FollowRequest;
  readonly waiting: { readonly payment: Payment; readonly leg: Leg };
};

async function again(tx: Tx, ask: Ask, { request, waiting }: Again): Promise<Begun> {
  await repeatAdvice(tx, { opening: request, waiting });
  const { merchant_id, of_id } = waiting.payment;
  const base = await lockPayment(tx, merchant_id, of_id ?? '');
  return sendingOf(tx, ask, { request, base, ...waiting });
}

type Sending = {
  readonly request: FollowRequest;
  readonly base: Payment;
  readonly payment: Payment;
  readonly leg: Leg;
};

async function sendingOf(
  tx: Tx,
  { now }: Ask,
  { request, base, payment, leg }: Sending,
): Promise<Begun> {
  const merchant = await merchantById(tx, payment.merchant_id);
  const { key, reading } = request;
  const message = saleMessage({
    leg,
    key,
    rrn: payment.rrn,
    now,
    reading,
    mcc: merchant?.mcc ?? '',
    original: await saleLegOf(tx, base),
    ...(base.auth_code === null ? {} : { authCode: base.auth_code }),
  });
  return { kind: 'sending', message, legId: leg.id };
}

type Judging = Asked & { readonly base: Payment | undefined };

/** The refusals, in the order in which they are answered. */
async function whyNot(tx: Tx, ask: Ask, judging: Judging): Promise<string | undefined> {
  const { services, request, base } = judging;
  if (!base) return '25';
  const merchant = await merchantById(tx, base.merchant_id);
  if (merchant?.status !== 'active') return '03';
  if (!sameCard(services, base, request.payer)) return '14';
  if (request.kind === '0220:32' || request.kind === '0220:34')
    return whyNoTip(tx, ask, { request, base });
  if (base.status === 'expired') return '22';
  if (request.kind === '0100:10') return base.status === 'held' ? undefined : '12';
  if (stepOf(base, 'startCompletion') === undefined) return '12';
  const most = await completableOf(tx, { hold: base, on: businessDayOf(ask.now) });
  return request.amount.minor > most ? '61' : undefined;
}

/** A tip is added once, in the batch of its sale, while that stands. */
async function whyNoTip(
  tx: Tx,
  { now }: Ask,
  { request, base }: { request: FollowRequest; base: Payment },
): Promise<string | undefined> {
  if (base.batch_no !== request.key.batchNo || base.status !== 'approved') return '12';
  const before = (await followersOf(tx, base)).filter(({ status }) => status !== 'declined');
  if (before.length > 0 || base.refunded_minor > 0n) return '12';
  const tip = request.amount.minor - base.amount_minor;
  if (tip <= 0n) return '13';
  if (request.tip && request.tip.minor !== tip) return '64';
  if (request.kind === '0220:32') return undefined;
  const rule = { scheme: base.card_scheme, on: businessDayOf(now) };
  const percent = await ruleOf(tx, 'tipPercent', rule);
  return tip * 100n > base.amount_minor * BigInt(percent) ? '61' : undefined;
}

function amountOf({ kind, amount }: FollowRequest, base: Payment): Money {
  const isAdjustment = kind === '0220:32' || kind === '0220:34';
  if (!isAdjustment) return amount;
  const tip = amount.minor - base.amount_minor;
  assert(tip > 0n, 'an adjustment adds something');
  return money(tip);
}
