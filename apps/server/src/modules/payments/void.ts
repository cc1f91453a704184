import { assertNever, money, type Money } from '@kaitong/values';
import { businessDayOf, reverse } from '#ledger';
import { merchantById } from '#merchants';
import type { Ask } from '#platform/ask';
import { step, stepOr } from '#platform/chart';
import { transact, type Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { releaseLimits } from '#risk';
import { payment as chart, refund as refundChart } from './chart.ts';
import { exchangeBy } from './exchanges/store.ts';
import { saveLeg } from './legs/store.ts';
import { clearingDayOf, type Answer, type MessageKey, type Payer } from './model.ts';
import {
  answered,
  exchangeKey,
  joinExchange,
  openExchange,
  type Opening,
} from './open-exchange.ts';
import { startReversal } from './reversals.ts';
import {
  lockByTrace,
  promisedBack,
  savePayment,
  saveRefund,
  type Payment,
  type Refund,
} from './store.ts';
import {
  beginUndo,
  finishUndo,
  refuseUndo,
  saleLegOf,
  sameCard,
  undoAnswer,
  type BegunUndo,
  type Undone,
} from './undo.ts';
import { judgeAnswer, type Judged } from './upstream.ts';

export type VoidRequest = {
  readonly key: MessageKey;
  readonly amount: Money;
  readonly original: { readonly batchNo: string; readonly trace: string; readonly rrn?: string };
  readonly payer?: Payer;
  readonly fingerprint: string;
};

/** Takes back a payment of the same batch, whole, before it is cleared. */
export async function voidPayment(
  services: Services,
  ask: Ask,
  request: VoidRequest,
): Promise<Answer | undefined> {
  const opening: Opening = { ...request, kind: '0200:23' };
  const begun = await transact(services.db, async (tx) =>
    begin(tx, ask, { services, request, opening }),
  );
  if (begun.kind === 'answered') return begun.answer;
  if (begun.kind === 'inFlight') return joinExchange(services.db, opening);
  const answer = await services.connectors.cardNetwork.ask(begun.message);
  const judged = judgeAnswer(begun.message, answer);
  const later = { ...ask, now: services.clock.now() };
  return transact(services.db, async (tx) =>
    finishVoid(tx, later, { opening, legId: begun.legId, judged }),
  );
}

type Asked = {
  readonly services: Services;
  readonly request: VoidRequest;
  readonly opening: Opening;
};

async function begin(tx: Tx, ask: Ask, asked: Asked): Promise<BegunUndo> {
  const { request, opening } = asked;
  const opened = await openExchange(tx, opening);
  if (opened.kind !== 'new') return opened;
  const before = await findOriginal(tx, request);
  const code = await whyNot(tx, { ...asked, before });
  if (code !== undefined) return refuseUndo(tx, ask, { opening, code });
  if (!before) return answered({ code: '25' });
  const merchant = await merchantById(tx, before.merchant_id);
  if (merchant?.status !== 'active') return refuseUndo(tx, ask, { opening, code: '03' });
  const from = { status: before.status, refusal: 'payments.step' } as const;
  await savePayment(tx, { ...before, status: stepOr(chart, from, { type: 'startVoid' }) });
  return beginUndo(tx, ask, { payment: before, kind: 'void', opening, amount: request.amount });
}

async function findOriginal(tx: Tx, { key, original }: VoidRequest): Promise<Payment | undefined> {
  const found = await lockByTrace(tx, { ...key, ...original });
  const isOther = original.rrn !== undefined && original.rrn !== found?.rrn;
  return isOther ? undefined : found;
}

/** The refusals of a void, in the order in which they are answered. */
async function whyNot(
  tx: Tx,
  { services, request, opening, before }: Asked & { before: Payment | undefined },
): Promise<string | undefined> {
  const reversal = exchangeKey({ key: opening.key, kind: '0400:23' });
  if (await exchangeBy(tx, reversal)) return '12';
  if (!before) return '25';
  if (before.batch_no !== request.key.batchNo) return '12';
  if (!sameCard(services, before, request.payer)) return '14';
  if (before.amount_minor !== request.amount.minor) return '64';
  if (step(chart, before.status, {}, { type: 'startVoid' }) === undefined) return '12';
  return (await promisedBack(tx, before)) > 0n ? '12' : undefined;
}

/** The second write of a void. */
export async function finishVoid(
  tx: Tx,
  ask: Ask,
  finish: { opening: Pick<Opening, 'key' | 'kind'>; legId: string; judged: Judged },
): Promise<Answer | undefined> {
  return finishUndo(tx, finish, async (undone) =>
    record(tx, ask, { undone, judged: finish.judged }),
  );
}

async function record(
  tx: Tx,
  ask: Ask,
  { undone, judged }: { undone: Undone; judged: Judged },
): Promise<Answer> {
  const { payment, leg } = undone;
  switch (judged.kind) {
    case 'yes':
      return approve(tx, ask, { undone, judged });
    case 'no':
      await savePayment(tx, { ...payment, status: stepTo(payment, 'declineVoid') });
      await saveRefund(tx, { ...undone.refund, status: 'declined', answer_code: judged.code });
      await saveLeg(tx, { ...leg, status: 'answered', answer_code: judged.code });
      return { code: judged.code, rrn: undone.refund.rrn };
    case 'unknown':
      await savePayment(tx, { ...payment, status: stepTo(payment, 'loseVoid') });
      await saveRefund(tx, { ...undone.refund, status: 'unknown', answer_code: '98' });
      await saveLeg(tx, { ...leg, status: 'unknown' });
      await startReversal(tx, ask, { of: leg });
      return { code: '98', rrn: undone.refund.rrn };
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
  const refund: Refund = {
    ...undone.refund,
    status: refundStep(undone.refund, 'approve'),
    fee_minor: payment.fee_minor,
    interchange_minor: payment.interchange_minor,
    network_minor: payment.network_minor,
    answer_code: judged.code,
    auth_code: judged.authCode ?? null,
    business_day: day,
  };
  await savePayment(tx, { ...payment, status: stepTo(payment, 'confirmVoid') });
  await saveRefund(tx, refund);
  const { fee_minor, interchange_minor, network_minor } = refund;
  await saveLeg(tx, {
    ...leg,
    status: 'answered',
    answer_code: judged.code,
    moved: true,
    business_day: day,
    fee_minor,
    interchange_minor,
    network_minor,
  });
  const sale = await saleLegOf(tx, payment);
  await saveLeg(tx, { ...sale, undone_by: leg.id });
  await reverse(tx, ask, {
    merchantId: payment.merchant_id,
    kind: 'void',
    source: { type: 'void', id: refund.id },
    valueDay: day,
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
  return undoAnswer(refund, payment);
}

function stepTo({ status }: Payment, type: 'confirmVoid' | 'declineVoid' | 'loseVoid') {
  return stepOr(chart, { status, refusal: 'payments.step' }, { type });
}

function refundStep({ status }: Refund, type: 'approve') {
  return stepOr(refundChart, { status, refusal: 'payments.step' }, { type });
}
