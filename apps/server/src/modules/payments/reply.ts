import { responseOf } from '@kaitong/iso8583';
import {
  add,
  explainFee,
  formatMoney,
  formatRate,
  money,
  subtract,
  type Lang,
} from '@kaitong/values';
import type { Batch, Difference, StoredTotals } from './exchanges/store.ts';
import type { Leg } from './legs/store.ts';
import type { PaymentReply } from './model.ts';
import { feeRuleOf, type Payment, type Refund } from './store.ts';

/** A payment as a row of a list. */
export function rowOf(payment: Payment, lang: Lang) {
  const [amount, refunded] = [money(payment.amount_minor), money(payment.refunded_minor)];
  const fee = money(payment.fee_minor);
  const net = add(subtract(subtract(amount, fee), refunded), money(payment.fee_returned_minor));
  const code = payment.answer_code;
  return {
    id: payment.id,
    merchantId: payment.merchant_id,
    terminalId: payment.terminal_id,
    terminalNo: payment.terminal_no,
    kind: payment.kind,
    status: payment.status,
    amount,
    refunded,
    fee,
    ...(payment.asked_minor === null ? {} : { asked: money(payment.asked_minor) }),
    ...(payment.of_id === null ? {} : { ofId: payment.of_id }),
    ...(payment.expires_at === null ? {} : { expiresAt: payment.expires_at }),
    net: tookMoney(payment) ? net : money(0n),
    ...cardReply(payment, lang),
    ...(code === null ? {} : { answerCode: code, answer: responseOf(code).words }),
    ...(payment.answered_by === null ? {} : { answeredBy: payment.answered_by }),
    rrn: payment.rrn,
    ...(payment.auth_code === null ? {} : { authCode: payment.auth_code }),
    batchNo: payment.batch_no,
    trace: payment.trace,
    ...(payment.business_day === null ? {} : { businessDay: payment.business_day }),
    at: payment.at,
  };
}

function tookMoney({ kind, status }: Payment): boolean {
  return (
    kind !== 'preauth' && ['approved', 'void_pending', 'void_unknown', 'cleared'].includes(status)
  );
}

function cardReply({ card_masked, card_bank, card_scheme, tender }: Payment, lang: Lang) {
  if (card_masked === null || tender === 'qr') return {};
  const bank = card_bank?.[lang] ?? '';
  return { card: { masked: card_masked, kind: tender, bank, scheme: card_scheme ?? '' } };
}

type Known = {
  readonly payment: Payment;
  readonly planName: string;
  readonly refunds: readonly Refund[];
  readonly legs: readonly Leg[];
  readonly lang: Lang;
};

export function detailOf({ payment, planName, refunds, legs, lang }: Known): PaymentReply {
  return {
    ...rowOf(payment, lang),
    ...(payment.approved_at === null || payment.kind === 'preauth'
      ? {}
      : { feeProof: feeProofOf(payment, planName) }),
    refunds: refunds.map(refundReply),
    legs: legs.map((leg) => ({
      kind: leg.kind === 'sale' ? leg.form : leg.kind,
      status: leg.status,
      trace: leg.trace,
      sentAt: leg.sent_at,
      ...(leg.answer_code === null ? {} : { answerCode: leg.answer_code }),
      ...(leg.late_code === null ? {} : { lateCode: leg.late_code }),
      attempts: leg.attempts,
    })),
    hasSlip: payment.approved_at !== null,
  };
}

/** Where a fee comes from, step by step, so that a merchant can do the sum again. */
function feeProofOf(payment: Payment, planName: string): PaymentReply['feeProof'] {
  const steps = explainFee(money(payment.amount_minor), feeRuleOf(payment));
  const amount = formatMoney(steps.base, 'en');
  const parts = [`${amount} × ${formatRate(steps.rate)} = ${formatMoney(steps.raw, 'en')}`];
  if (steps.limit !== 'none') parts.push(`${steps.limit} ${formatMoney(steps.clamped, 'en')}`);
  if (steps.fixed.minor !== 0n) parts.push(`+ ${formatMoney(steps.fixed, 'en')}`);
  return {
    planId: payment.plan_id,
    planName,
    kind: payment.tender,
    rate: steps.rate,
    raw: steps.raw,
    limit: steps.limit,
    clamped: steps.clamped,
    fixed: steps.fixed,
    result: steps.result,
    formula: parts.join('; '),
    rounding: 'half-up',
  };
}

function refundReply(refund: Refund) {
  return {
    id: refund.id,
    kind: refund.kind,
    status: refund.status,
    amount: money(refund.amount_minor),
    feeReturned: money(refund.fee_minor),
    rrn: refund.rrn,
    ...(refund.answer_code === null ? {} : { answerCode: refund.answer_code }),
    at: refund.at,
  };
}

const NOTHING: StoredTotals = {
  debitMinor: '0',
  debitCount: 0,
  creditMinor: '0',
  creditCount: 0,
};

export function batchReply(batch: Batch, running: Batch['ours']) {
  return {
    id: batch.id,
    merchantId: batch.merchant_id,
    terminalId: batch.terminal_id,
    terminalNo: batch.terminal_no,
    batchNo: batch.batch_no,
    status: batch.status,
    ours: totalsReply(batch.ours ?? running),
    ...(batch.theirs === null ? {} : { theirs: totalsReply(batch.theirs) }),
    openedAt: batch.opened_at,
    ...(batch.closed_at === null ? {} : { closedAt: batch.closed_at }),
  };
}

/** Item by item what one side counts and the other does not, or counts otherwise. */
export function differenceReply({ trace, ours, theirs }: Difference) {
  const why = ours === null ? 'onlyTheirs' : theirs === null ? 'onlyOurs' : 'amount';
  return {
    trace,
    why,
    ...(ours === null ? {} : { ours: money(ours) }),
    ...(theirs === null ? {} : { theirs: money(theirs) }),
  } as const;
}

function totalsReply(totals: Batch['ours']) {
  const { domestic, foreign } = totals ?? { domestic: NOTHING, foreign: NOTHING };
  return {
    debit: money(BigInt(domestic.debitMinor) + BigInt(foreign.debitMinor)),
    debitCount: domestic.debitCount + foreign.debitCount,
    credit: money(BigInt(domestic.creditMinor) + BigInt(foreign.creditMinor)),
    creditCount: domestic.creditCount + foreign.creditCount,
  };
}
