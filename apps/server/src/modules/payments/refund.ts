import { assertNever, money, refundedFee, type Money } from '@kaitong/values';
import { post, spendableOf } from '#ledger';
import { merchantById } from '#merchants';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { askNetwork, type Begun, type Finish } from './ask-network.ts';
import { refund as chart } from './chart.ts';
import { sameCard } from './find-original.ts';
import { saveLeg } from './legs/store.ts';
import {
  clearingDayOf,
  wallClock,
  type Answer,
  type MessageKey,
  type Payer,
  type PaymentStatus,
} from './model.ts';
import { openExchange, type Opening } from './open-exchange.ts';
import { refuseEarly } from './sale.ts';
import {
  lockByRrn,
  promisedBack,
  savePayment,
  saveRefund,
  type Payment,
  type Refund,
} from './store.ts';
import { beginUndo, finishUndo, undoAnswer, type Undone } from './undo.ts';
import type { Judged } from './upstream.ts';

export type RefundRequest = {
  readonly key: MessageKey;
  readonly amount: Money;
  readonly original: {
    readonly rrn: string;
    /** MMDD; zeros when unknown. */ readonly date?: string;
  };
  readonly payer?: Payer;
  readonly fingerprint: string;
};

/** Gives a payment back, whole or in parts, found by its reference number and its day. */
export async function refundPayment(
  services: Services,
  ask: Ask,
  request: RefundRequest,
): Promise<Answer | undefined> {
  const opening: Opening = { ...request, kind: '0220:25' };
  return askNetwork(services, ask, {
    opening,
    begin: async (tx) => begin(tx, ask, { services, request, opening }),
    finish: finishRefund,
  });
}

type Asked = {
  readonly services: Services;
  readonly request: RefundRequest;
  readonly opening: Opening;
};

async function begin(tx: Tx, ask: Ask, asked: Asked): Promise<Begun> {
  const { request, opening } = asked;
  const opened = await openExchange(tx, opening);
  if (opened.kind !== 'new') return opened;
  const merchant = await merchantById(tx, request.key.merchantId);
  if (merchant?.status !== 'active') return refuseEarly(tx, ask, { opening, code: '03' });
  const payment = await lockByRrn(tx, request.key.merchantId, request.original.rrn);
  const code = await whyNot(tx, { ...asked, payment });
  if (code !== undefined || !payment) return refuseEarly(tx, ask, { opening, code: code ?? '25' });
  return beginUndo(tx, ask, { payment, kind: 'refund', opening, amount: request.amount });
}

const REFUNDABLE: ReadonlySet<PaymentStatus> = new Set(['approved', 'cleared']);

/** The refusals of a refund, in the order in which they are answered. */
async function whyNot(
  tx: Tx,
  { services, request, payment }: Asked & { payment: Payment | undefined },
): Promise<string | undefined> {
  if (!payment || payment.kind === 'preauth') return '25';
  if (!isOfDay(payment, request.original.date)) return '25';
  if (!sameCard(services, payment, request.payer)) return '14';
  if (!REFUNDABLE.has(payment.status)) return '12';
  const promised = await promisedBack(tx, payment);
  if (promised + request.amount.minor > payment.amount_minor) return '64';
  const spendable = await spendableOf(tx, payment.merchant_id);
  return spendable.minor < request.amount.minor ? '51' : undefined;
}

function isOfDay(payment: Payment, date: string | undefined): boolean {
  if (date === undefined || date === '0000') return true;
  return wallClock(payment.approved_at ?? payment.at).slice(0, 4) === date;
}

/** The second write of a refund. Without an answer it stays unknown, and the clearing file decides. */
export async function finishRefund(tx: Tx, ask: Ask, finish: Finish): Promise<Answer | undefined> {
  return finishUndo(tx, finish, async (undone) =>
    record(tx, ask, { undone, judged: finish.judged }),
  );
}

async function record(
  tx: Tx,
  ask: Ask,
  { undone, judged }: { undone: Undone; judged: Judged },
): Promise<Answer> {
  const { refund, leg } = undone;
  switch (judged.kind) {
    case 'yes':
      return approve(tx, ask, { undone, judged });
    case 'no':
      await saveRefund(tx, {
        ...refund,
        status: stepTo(refund, 'decline'),
        answer_code: judged.code,
      });
      await saveLeg(tx, { ...leg, status: 'answered', answer_code: judged.code });
      return { code: judged.code, rrn: refund.rrn };
    case 'unknown':
      await saveRefund(tx, { ...refund, status: stepTo(refund, 'loseAnswer'), answer_code: '98' });
      await saveLeg(tx, { ...leg, status: 'unknown' });
      return { code: '98', rrn: refund.rrn };
    default:
      return assertNever(judged);
  }
}

async function approve(
  tx: Tx,
  ask: Ask,
  { undone, judged }: { undone: Undone; judged: Extract<Judged, { kind: 'yes' }> },
): Promise<Answer> {
  const { payment, leg } = undone;
  const day = clearingDayOf(ask.now, judged.day);
  const given = givenBack(payment, undone.refund);
  const parts = {
    fee_minor: given.fee.minor,
    interchange_minor: given.interchange.minor,
    network_minor: given.network.minor,
    business_day: day,
  };
  const refund: Refund = {
    ...undone.refund,
    ...parts,
    status: stepTo(undone.refund, 'approve'),
    answer_code: judged.code,
    auth_code: judged.authCode ?? null,
  };
  await saveRefund(tx, refund);
  await savePayment(tx, {
    ...payment,
    refunded_minor: payment.refunded_minor + refund.amount_minor,
    fee_returned_minor: payment.fee_returned_minor + given.fee.minor,
  });
  await saveLeg(tx, {
    ...leg,
    ...parts,
    status: 'answered',
    answer_code: judged.code,
    moved: true,
  });
  await post(tx, ask, {
    merchantId: payment.merchant_id,
    kind: 'refund',
    source: { type: 'refund', id: refund.id },
    valueDay: day,
    amounts: { refund: money(refund.amount_minor), ...given },
  });
  return undoAnswer(refund, payment);
}

/** Fee and costs go back pro rata of everything refunded so far, so that the parts add up. */
function givenBack(payment: Payment, refund: Refund) {
  const share = (minor: bigint): Money =>
    refundedFee({
      fee: money(minor),
      amount: money(payment.amount_minor),
      refundedBefore: money(payment.refunded_minor),
      refundNow: money(refund.amount_minor),
    });
  return {
    fee: share(payment.fee_minor),
    interchange: share(payment.interchange_minor),
    network: share(payment.network_minor),
  };
}

function stepTo({ status }: Refund, type: 'approve' | 'decline' | 'loseAnswer') {
  return stepOr(chart, { status, refusal: 'payments.step' }, { type });
}
