import { assert, assertNever, day, explainFee, money, type Day, type Money } from '@kaitong/values';
import { costOf, networkCost } from '#catalogue';
import { post } from '#ledger';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import { businessDayOf } from '#ledger';
import { checkLimits, releaseLimits, watchApproved, watchDeclined } from '#risk';
import type { Finish } from './ask-network.ts';
import { answerExchange, exchangeBy } from './exchanges/store.ts';
import { legById, saveLeg, type Leg } from './legs/store.ts';
import { clearingDayOf, wallClock, type Answer } from './model.ts';
import { exchangeKey, storedAnswer } from './open-exchange.ts';
import { startReversal } from './reversals.ts';
import { approveHold, holdCompleted, holdReopened } from './hold.ts';
import { stepTo } from './steps.ts';
import { feeRuleOf, lockPayment, savePayment, type Payment } from './store.ts';
import type { Judged } from './upstream.ts';

/** Lost on the way: the terminal is told that nobody answered, and the reversal is on its way. */
const NO_ANSWER = '98';

/** The second write: the answer, the journal, the slip and the news in one transaction. */
export async function finishSale(tx: Tx, ask: Ask, finish: Finish): Promise<Answer | undefined> {
  const { opening, judged } = finish;
  const leg = await legById(tx, opening.key.merchantId, finish.legId);
  const before = await lockPayment(tx, leg.merchant_id, leg.payment_id);
  if (before.status !== 'sending' && before.status !== 'shown')
    return tooLate(tx, { ...finish, leg });
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

async function approve(tx: Tx, ask: Ask, approval: Approval): Promise<Answer> {
  const { before, leg, judged } = approval;
  if (before.kind === 'preauth') {
    const held = await approveHold(tx, ask, { before, leg, judged });
    // What it was to be added to is no hold any more: nobody may keep the card's money for it.
    return held ? answerOf(held.after, held.totalMinor) : loseAnswer(tx, ask, { before, leg });
  }
  const after = await recordApproval(tx, ask, approval);
  await postSale(tx, ask, after);
  if (after.kind === 'completion') await holdCompleted(tx, ask, after);
  return answerOf(after);
}

/** The row and its leg as the network's yes leaves them; a part of the amount replaces the whole. */
async function recordApproval(
  tx: Tx,
  ask: Ask,
  { before, leg, judged }: Approval,
): Promise<Payment> {
  const clearedOn = clearingDayOf(ask.now, judged.day);
  const { part } = judged;
  const sold = part === undefined ? before : await cutToPart(tx, ask, { before, part });
  const amount = money(sold.amount_minor);
  const charged = await chargesOf(tx, { payment: sold, amount, day: clearedOn });
  const parts = {
    fee_minor: charged.fee.minor,
    interchange_minor: charged.interchange.minor,
    network_minor: charged.network.minor,
    business_day: clearedOn,
    amount_minor: sold.amount_minor,
  };
  const after: Payment = {
    ...sold,
    ...parts,
    status: stepTo(before, 'approve'),
    answer_code: judged.code,
    answered_by: 'network',
    auth_code: judged.authCode ?? null,
    approved_at: ask.now,
  };
  await savePayment(tx, after);
  await saveLeg(tx, {
    ...leg,
    ...parts,
    status: 'answered',
    answer_code: judged.code,
    moved: true,
  });
  return after;
}

/** The rest was not taken, so only the part counts against the limits of the day of asking. */
async function cutToPart(
  tx: Tx,
  ask: Ask,
  { before, part }: { before: Payment; part: bigint },
): Promise<Payment> {
  const { merchant_id: merchantId, tender, at } = before;
  await giveLimitsBack(tx, ask, before);
  await checkLimits(tx, { ...ask, now: at }, { merchantId, amount: money(part), tender });
  return { ...before, amount_minor: part, asked_minor: before.amount_minor };
}

async function postSale(tx: Tx, ask: Ask, payment: Payment): Promise<void> {
  const amount = money(payment.amount_minor);
  await post(tx, ask, {
    merchantId: payment.merchant_id,
    kind: 'sale',
    source: { type: 'payment', id: payment.id },
    valueDay: day(payment.business_day ?? ''),
    amounts: {
      amount,
      fee: money(payment.fee_minor),
      interchange: money(payment.interchange_minor),
      network: money(payment.network_minor),
    },
  });
  const told = {
    merchantId: payment.merchant_id,
    terminalId: payment.terminal_id,
    paymentId: payment.id,
  };
  await watchApproved(tx, ask, { ...told, amount });
  await emit(tx, ask, {
    type: 'payment.approved',
    payload: { ...told, amountMinor: payment.amount_minor.toString() },
  });
}

type Charges = { readonly fee: Money; readonly interchange: Money; readonly network: Money };

/** What the merchant pays by its signed rule, and what issuer and network take from us that day. */
async function chargesOf(
  tx: Tx,
  { payment, amount, day: on }: { payment: Payment; amount: Money; day: Day },
): Promise<Charges> {
  const fee = explainFee(amount, feeRuleOf(payment)).result;
  assert(fee.minor <= amount.minor, 'a fee is not above its payment');
  const { tender, price_class: priceClass } = payment;
  const cost = costOf(await networkCost(tx, { on, tender, priceClass }), amount);
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
  if (before.kind === 'completion') await holdReopened(tx, before);
  await watchDeclined(tx, ask, {
    merchantId: before.merchant_id,
    terminalId: before.terminal_id,
    paymentId: before.id,
    card: before.card_token ?? '',
    code,
  });
  return answerOf(after);
}

/**
 * Nobody knows what happened up there: the payment is unknown, and its reversal starts here. What
 * was told afterwards waits until the terminal says it again.
 */
export async function loseAnswer(
  tx: Tx,
  ask: Ask,
  { before, leg }: Omit<Recording, 'judged'>,
): Promise<Answer> {
  const status = stepTo(before, leg.form === 'advice' ? 'wait' : 'loseAnswer');
  await savePayment(tx, { ...before, status, answer_code: NO_ANSWER, answered_by: 'house' });
  await saveLeg(tx, { ...leg, status: 'unknown' });
  if (leg.form === 'advice') return { code: NO_ANSWER, rrn: before.rrn };
  await giveLimitsBack(tx, ask, before);
  await startReversal(tx, ask, { of: leg });
  return { code: NO_ANSWER, rrn: before.rrn };
}

/** Only what was counted is given back. */
export async function giveLimitsBack(tx: Tx, ask: Ask, payment: Payment): Promise<void> {
  if (!payment.counted) return;
  await releaseLimits(tx, ask, {
    merchantId: payment.merchant_id,
    amount: money(payment.amount_minor),
    tender: payment.tender,
    day: businessDayOf(payment.at),
  });
}

function answerOf(payment: Payment, heldMinor?: bigint): Answer {
  return {
    code: payment.answer_code ?? NO_ANSWER,
    rrn: payment.rrn,
    ...(payment.auth_code === null ? {} : { authCode: payment.auth_code }),
    ...(payment.business_day === null ? {} : { day: payment.business_day }),
    ...(payment.card_scheme === null ? {} : { scheme: payment.card_scheme }),
    ...(payment.approved_at === null ? {} : { at: wallClock(payment.approved_at) }),
    ...(payment.asked_minor === null ? {} : { amountMinor: payment.amount_minor.toString() }),
    ...(heldMinor === undefined ? {} : { balance: cumulative(heldMinor) }),
  };
}

/** F54 of an additional pre-authorisation: what is held in all (UnionPay: "TA", amount, reserved). */
function cumulative(minor: bigint): string {
  return `TA${minor.toString().padStart(12, '0')}${'0'.repeat(6)}`;
}
