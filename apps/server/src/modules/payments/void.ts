import { assertNever, type Money } from '@kaitong/values';
import { reverse } from '#ledger';
import { merchantById } from '#merchants';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { askNetwork, type Begun, type Finish } from './ask-network.ts';
import { refund as refundChart } from './chart.ts';
import { findOriginal, sameCard, type Original } from './find-original.ts';
import { giveLimitsBack } from './finish-sale.ts';
import { completionVoided, heldTotal, moveHold, note } from './hold.ts';
import { saveLeg } from './legs/store.ts';
import {
  clearingDayOf,
  type Answer,
  type MessageKey,
  type Payer,
  type PaymentKind,
} from './model.ts';
import { openExchange, type Opening } from './open-exchange.ts';
import { startReversal } from './reversals.ts';
import { refuseEarly, reversedBefore } from './sale.ts';
import { stepOf, stepTo } from './steps.ts';
import {
  followersOf,
  promisedBack,
  savePayment,
  saveRefund,
  type Payment,
  type Refund,
} from './store.ts';
import { beginUndo, finishUndo, saleLegOf, undoAnswer, type Undone } from './undo.ts';
import type { Judged } from './upstream.ts';

export type VoidKind = '0200:23' | '0100:11' | '0200:21';

export type VoidRequest = {
  readonly key: MessageKey;
  /** The void of a sale when nothing is said. */
  readonly kind?: VoidKind;
  readonly amount: Money;
  readonly original: Original;
  readonly payer?: Payer;
  readonly fingerprint: string;
};

type Void = {
  readonly of: readonly PaymentKind[];
  readonly reversal: '0400:23' | '0400:11' | '0400:21';
  /** A sale is voided in its own batch; a hold lives longer than that. */
  readonly sameBatch: boolean;
};
const VOIDS: Readonly<Record<VoidKind, Void>> = {
  '0200:23': { of: ['card', 'qr'], reversal: '0400:23', sameBatch: true },
  '0100:11': { of: ['preauth'], reversal: '0400:11', sameBatch: false },
  '0200:21': { of: ['completion'], reversal: '0400:21', sameBatch: true },
};

/** Takes back a payment of the same batch, whole, before it is cleared; or lets a hold go. */
export async function voidPayment(
  services: Services,
  ask: Ask,
  request: VoidRequest,
): Promise<Answer | undefined> {
  const opening: Opening = { ...request, kind: request.kind ?? '0200:23' };
  return askNetwork(services, ask, {
    opening,
    begin: async (tx) => begin(tx, ask, { services, request, opening }),
    finish: finishVoid,
  });
}

type Asked = {
  readonly services: Services;
  readonly request: VoidRequest;
  readonly opening: Opening;
};

async function begin(tx: Tx, ask: Ask, asked: Asked): Promise<Begun> {
  const { request, opening } = asked;
  const opened = await openExchange(tx, opening);
  if (opened.kind !== 'new') return opened;
  const { of: kinds } = voidOf(request);
  const before = await findOriginal(tx, { ...request, kinds });
  const code = await whyNot(tx, { ...asked, before });
  if (code !== undefined || !before) return refuseEarly(tx, ask, { opening, code: code ?? '25' });
  const merchant = await merchantById(tx, before.merchant_id);
  if (merchant?.status !== 'active') return refuseEarly(tx, ask, { opening, code: '03' });
  await move(tx, before, 'startVoid');
  return beginUndo(tx, ask, { payment: before, kind: 'void', opening, amount: request.amount });
}

function voidOf({ kind = '0200:23' }: VoidRequest): Void {
  return VOIDS[kind];
}

/** The refusals of a void, in the order in which they are answered. */
async function whyNot(
  tx: Tx,
  { services, request, opening, before }: Asked & { before: Payment | undefined },
): Promise<string | undefined> {
  const { reversal, sameBatch } = voidOf(request);
  if (await reversedBefore(tx, opening.key, reversal)) return '12';
  if (!before) return '25';
  if (sameBatch && before.batch_no !== request.key.batchNo) return '12';
  if (!sameCard(services, before, request.payer)) return '14';
  const whole = before.kind === 'preauth' ? await heldTotal(tx, before) : before.amount_minor;
  if (whole !== request.amount.minor) return '64';
  if (before.status === 'expired') return '22';
  if (stepOf(before, 'startVoid') === undefined) return '12';
  if (await hasTip(tx, before)) return '12';
  return (await promisedBack(tx, before)) > 0n ? '12' : undefined;
}

/** Nobody would know what a tip belongs to: both are given back by refunds. */
async function hasTip(tx: Tx, payment: Payment): Promise<boolean> {
  const tips = (await followersOf(tx, payment)).filter(({ kind }) => kind === 'tip');
  return tips.some(({ status }) => status !== 'declined');
}

type VoidStep = 'startVoid' | 'confirmVoid' | 'declineVoid' | 'loseVoid';

/** A hold moves with what was added to it. Gives what was held. */
async function move(tx: Tx, payment: Payment, type: VoidStep): Promise<bigint> {
  if (payment.kind === 'preauth') return (await moveHold(tx, payment, type)) ?? 0n;
  await savePayment(tx, { ...payment, status: stepTo(payment, type) });
  return payment.amount_minor;
}

/** The second write of a void. */
export async function finishVoid(tx: Tx, ask: Ask, finish: Finish): Promise<Answer | undefined> {
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
      await move(tx, payment, 'declineVoid');
      await saveRefund(tx, { ...undone.refund, status: 'declined', answer_code: judged.code });
      await saveLeg(tx, { ...leg, status: 'answered', answer_code: judged.code });
      return { code: judged.code, rrn: undone.refund.rrn };
    case 'unknown':
      await move(tx, payment, 'loseVoid');
      await saveRefund(tx, { ...undone.refund, status: 'unknown', answer_code: '98' });
      await saveLeg(tx, { ...leg, status: 'unknown' });
      await startReversal(tx, ask, { of: leg });
      return { code: '98', rrn: undone.refund.rrn };
    default:
      return assertNever(judged);
  }
}

type Approval = { readonly undone: Undone; readonly judged: Extract<Judged, { kind: 'yes' }> };

async function approve(tx: Tx, ask: Ask, approval: Approval): Promise<Answer> {
  const { payment } = approval.undone;
  const refund = await recordApproval(tx, ask, approval);
  const minor = await move(tx, payment, 'confirmVoid');
  const source = { type: 'void', id: refund.id } as const;
  if (payment.kind === 'preauth') {
    await note(tx, ask, { hold: payment, kind: 'holdReleased', source, minor });
    return undoAnswer(refund, payment);
  }
  await reverse(tx, ask, {
    merchantId: payment.merchant_id,
    kind: 'void',
    source,
    valueDay: clearingDayOf(ask.now, approval.judged.day),
    of: {
      source: { type: payment.journal_type, id: payment.journal_id },
      kind: payment.journal_kind,
    },
  });
  if (payment.kind === 'completion')
    await completionVoided(tx, ask, { completion: payment, voidId: refund.id });
  await giveLimitsBack(tx, ask, payment);
  return undoAnswer(refund, payment);
}

/** The void and its message as the network's yes leaves them; the void of a hold moved no money. */
async function recordApproval(tx: Tx, ask: Ask, { undone, judged }: Approval): Promise<Refund> {
  const { payment, leg } = undone;
  const parts = {
    fee_minor: payment.fee_minor,
    interchange_minor: payment.interchange_minor,
    network_minor: payment.network_minor,
    business_day: clearingDayOf(ask.now, judged.day),
  };
  const refund: Refund = {
    ...undone.refund,
    ...parts,
    status: refundStep(undone.refund, 'approve'),
    answer_code: judged.code,
    auth_code: judged.authCode ?? null,
  };
  await saveRefund(tx, refund);
  const moved = payment.kind !== 'preauth';
  await saveLeg(tx, { ...leg, ...parts, status: 'answered', answer_code: judged.code, moved });
  const sale = await saleLegOf(tx, payment);
  await saveLeg(tx, { ...sale, undone_by: leg.id });
  return refund;
}

function refundStep({ status }: Refund, type: 'approve') {
  return stepOr(refundChart, { status, refusal: 'payments.step' }, { type });
}
