import { assert, assertNever, explainFee, money, type Day, type Money } from '@kaitong/values';
import { costOf, networkCost } from '#catalogue';
import { post } from '#ledger';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import { businessDayOf } from '#ledger';
import { releaseLimits, watchApproved, watchDeclined } from '#risk';
import { payment as chart } from './chart.ts';
import { answerExchange, exchangeBy } from './exchanges/store.ts';
import { legById, saveLeg, type Leg } from './legs/store.ts';
import { clearingDayOf, wallClock, type Answer } from './model.ts';
import { exchangeKey, storedAnswer, type Opening } from './open-exchange.ts';
import { startReversal } from './reversals.ts';
import { feeRuleOf, lockPayment, savePayment, type Payment } from './store.ts';
import type { Judged } from './upstream.ts';

type Finish = {
  readonly opening: Pick<Opening, 'key' | 'kind'>;
  readonly legId: string;
  readonly judged: Judged;
};

/** Lost on the way: the terminal is told that nobody answered, and the reversal is on its way. */
const NO_ANSWER = '98';

/** The second write: the answer, the journal, the slip and the news in one transaction. */
export async function finishSale(tx: Tx, ask: Ask, finish: Finish): Promise<Answer | undefined> {
  const { opening, judged } = finish;
  const leg = await legById(tx, opening.key.merchantId, finish.legId);
  const before = await lockPayment(tx, leg.merchant_id, leg.payment_id);
  if (before.status !== 'sending') return tooLate(tx, { ...finish, leg });
  const answer = await record(tx, ask, { before, leg, judged });
  await answerExchange(tx, exchangeKey(opening), storedAnswer(answer));
  return answer;
}

/** A reversal or the recovery was quicker. The answer is noted and never believed. */
async function tooLate(
  tx: Tx,
  { opening, leg, judged }: Finish & { leg: Leg },
): Promise<Answer | undefined> {
  const late_code = judged.kind === 'unknown' ? null : judged.code;
  await saveLeg(tx, { ...leg, late_code });
  return (await exchangeBy(tx, exchangeKey(opening)))?.answer ?? undefined;
}

type Recording = { readonly before: Payment; readonly leg: Leg; readonly judged: Judged };

async function record(tx: Tx, ask: Ask, { before, leg, judged }: Recording): Promise<Answer> {
  switch (judged.kind) {
    case 'yes':
      return approve(tx, ask, { before, leg, judged });
    case 'no':
      return decline(tx, ask, { before, leg, code: judged.code });
    case 'unknown':
      return loseAnswer(tx, ask, { before, leg });
    default:
      return assertNever(judged);
  }
}

type Approval = Omit<Recording, 'judged'> & { readonly judged: Extract<Judged, { kind: 'yes' }> };

async function approve(tx: Tx, ask: Ask, { before, leg, judged }: Approval): Promise<Answer> {
  const day = clearingDayOf(ask.now, judged.day);
  const amount = money(before.amount_minor);
  const charged = await chargesOf(tx, { payment: before, amount, day });
  const after: Payment = {
    ...before,
    status: stepTo(before, 'approve'),
    fee_minor: charged.fee.minor,
    interchange_minor: charged.interchange.minor,
    network_minor: charged.network.minor,
    answer_code: judged.code,
    answered_by: 'network',
    auth_code: judged.authCode ?? null,
    business_day: day,
    approved_at: ask.now,
  };
  await savePayment(tx, after);
  await saveLeg(tx, {
    ...leg,
    status: 'answered',
    answer_code: judged.code,
    moved: true,
    business_day: day,
    fee_minor: charged.fee.minor,
    interchange_minor: charged.interchange.minor,
    network_minor: charged.network.minor,
  });
  await post(tx, ask, {
    merchantId: before.merchant_id,
    kind: 'sale',
    source: { type: 'payment', id: before.id },
    valueDay: day,
    amounts: { amount, ...charged },
  });
  const told = {
    merchantId: before.merchant_id,
    terminalId: before.terminal_id,
    paymentId: before.id,
  };
  await watchApproved(tx, ask, { ...told, amount });
  await emit(tx, ask, {
    type: 'payment.approved',
    payload: { ...told, amountMinor: before.amount_minor.toString() },
  });
  return answerOf(after);
}

type Charges = { readonly fee: Money; readonly interchange: Money; readonly network: Money };

/** What the merchant pays by its signed rule, and what issuer and network take from us that day. */
async function chargesOf(
  tx: Tx,
  { payment, amount, day }: { payment: Payment; amount: Money; day: Day },
): Promise<Charges> {
  const fee = explainFee(amount, feeRuleOf(payment)).result;
  assert(fee.minor <= amount.minor, 'a fee is not above its payment');
  const { tender, price_class: priceClass } = payment;
  const cost = costOf(await networkCost(tx, { on: day, tender, priceClass }), amount);
  return { fee, interchange: cost.issuer, network: cost.network };
}

async function decline(
  tx: Tx,
  ask: Ask,
  { before, leg, code }: Omit<Recording, 'judged'> & { code: string },
): Promise<Answer> {
  const after: Payment = {
    ...before,
    status: stepTo(before, 'decline'),
    answer_code: code,
    answered_by: 'network',
  };
  await savePayment(tx, after);
  await saveLeg(tx, { ...leg, status: 'answered', answer_code: code });
  await giveLimitsBack(tx, ask, before);
  await watchDeclined(tx, ask, {
    merchantId: before.merchant_id,
    terminalId: before.terminal_id,
    paymentId: before.id,
    card: before.card_token ?? '',
    code,
  });
  return answerOf(after);
}

/** Nobody knows what happened up there: the payment is unknown, and its reversal starts here. */
export async function loseAnswer(
  tx: Tx,
  ask: Ask,
  { before, leg }: Omit<Recording, 'judged'>,
): Promise<Answer> {
  const after: Payment = { ...before, status: stepTo(before, 'loseAnswer') };
  await savePayment(tx, { ...after, answer_code: NO_ANSWER, answered_by: 'house' });
  await saveLeg(tx, { ...leg, status: 'unknown' });
  await giveLimitsBack(tx, ask, before);
  await startReversal(tx, ask, { of: leg });
  return { code: NO_ANSWER, rrn: before.rrn };
}

async function giveLimitsBack(tx: Tx, ask: Ask, payment: Payment): Promise<void> {
  await releaseLimits(tx, ask, {
    merchantId: payment.merchant_id,
    amount: money(payment.amount_minor),
    tender: payment.tender,
    day: businessDayOf(payment.at),
  });
}

function answerOf(payment: Payment): Answer {
  return {
    code: payment.answer_code ?? NO_ANSWER,
    rrn: payment.rrn,
    ...(payment.auth_code === null ? {} : { authCode: payment.auth_code }),
    ...(payment.business_day === null ? {} : { day: payment.business_day }),
    ...(payment.card_scheme === null ? {} : { scheme: payment.card_scheme }),
    ...(payment.approved_at === null ? {} : { at: wallClock(payment.approved_at) }),
  };
}

function stepTo({ status }: Payment, type: 'approve' | 'decline' | 'loseAnswer') {
  return stepOr(chart, { status, refusal: 'payments.step' }, { type });
}
