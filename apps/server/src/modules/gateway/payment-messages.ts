import {
  F59_PAY_CODE,
  F59_VOUCHER,
  fromAscii,
  textOf,
  writeF59,
  type FieldValue,
  type Message,
} from '@kaitong/iso8583';
import type { Money } from '@kaitong/values';
import {
  followUp,
  inquireBalance,
  queryCode,
  isRepeated,
  refundPayment,
  reversePayment,
  sale,
  showCode,
  voidPayment,
  type Answer,
  type FirstKind,
  type FollowKind,
  type Original,
  type ReversibleType,
  type VoidKind,
} from '#payments';
import type { Ask } from '#platform/ask';
import type { Services } from '#platform/services';
import type { Keyed } from './check.ts';
import { keyOf, type Known } from './model.ts';
import type { Outcome } from './outcome.ts';
import {
  amountOf,
  fingerprintOf,
  isChipApproved,
  originalOf,
  payerOf,
  readingOf,
  tipOf,
  voucherIn,
} from './read-payment.ts';
import { paymentFields } from './reply.ts';

/** A message whose MAC is right, with the keys of its terminal. */
type Proven = Known & Keyed;
type Take = (services: Services, ask: Ask, heard: Proven) => Promise<Outcome>;

const FORMAT_ERROR = '30';
const NO_AMOUNT = '13';
const NO_PIN_BLOCK = '99';

/** A sale, a hold, or a sale that was made without us: a card, or a code that the customer shows. */
export const takeSale = (kind: FirstKind): Take => {
  return async (services, ask, heard) => {
    const { gate, keys, message } = heard;
    const [amount, payer] = [amountOf(message), payerOf(message)];
    const authCode = textOf(message, 38)?.trim();
    if (!amount || !payer || !isWhole(kind, message)) return refused(FORMAT_ERROR, heard);
    if (kind !== '0200:22' && payer.kind !== 'card') return refused(FORMAT_ERROR, heard);
    if (amount.minor === 0n) return refused(NO_AMOUNT, heard);
    const reading = await readingOf(services, { heard, payer, pik: keys.pik });
    if (!reading) return noPin(services, heard, kind);
    const answer = await sale(services, ask, {
      key: keyOf(gate, heard),
      kind,
      amount,
      payer,
      reading,
      ...(authCode === undefined ? {} : { authCode }),
      fingerprint: fingerprintOf(services, heard, payer),
    });
    return told(answer, heard, answer && payer.kind === 'qr' ? voucherOf(answer) : {});
  };
};

/** What was approved elsewhere says by whom: the chip, or the one who was asked by phone. */
function isWhole(kind: FirstKind, message: Message): boolean {
  if (kind === '0200:36') return isChipApproved(message);
  return kind !== '0220:30' || textOf(message, 38) !== undefined;
}

const ADDITIONAL = '60';

/** 0100 with 60.1 = 10: a hold, or more of one that stands (F25 = 60). */
export const takeHold: Take = async (services, ask, heard) =>
  textOf(heard.message, 25) === ADDITIONAL
    ? takeFollowUp('0100:10')(services, ask, heard)
    : takeSale('0100:10')(services, ask, heard);

/** Completions, additions and tips: they name an earlier message, and mostly its approval. */
export const takeFollowUp = (kind: FollowKind): Take => {
  return async (services, ask, heard) => {
    const { gate, keys, message } = heard;
    const [amount, original] = [amountOf(message), originalOf(message)];
    const [payer, tip] = [payerOf(message), tipOf(message)];
    if (!amount || !original || !isNamed(kind, original) || (kind === '0220:34' && !tip))
      return refused(FORMAT_ERROR, heard);
    if (amount.minor === 0n) return refused(NO_AMOUNT, heard);
    const reading = await readingOf(services, { heard, payer, pik: keys.pik });
    if (!reading) return noPin(services, heard, kind);
    const answer = await followUp(services, ask, {
      key: keyOf(gate, heard),
      kind,
      amount,
      original,
      reading,
      ...(tip ? { tip } : {}),
      ...(payer ? { payer } : {}),
      fingerprint: fingerprintOf(services, heard, payer),
    });
    return told(answer, heard);
  };
};

const ADJUSTMENTS: ReadonlySet<FollowKind> = new Set<FollowKind>(['0220:32', '0220:34']);

/** A hold is named by its approval code; a sale of this batch by batch and trace alone. */
function isNamed(kind: FollowKind, { authCode }: Original): boolean {
  return ADJUSTMENTS.has(kind) || authCode !== undefined;
}

/** Takes a payment of this batch back, or lets a hold go. */
export const takeVoid = (kind: VoidKind): Take => {
  return async (services, ask, heard) => {
    const { gate, message } = heard;
    const [amount, original, payer] = [amountOf(message), originalOf(message), payerOf(message)];
    if (!amount || !original) return refused(FORMAT_ERROR, heard);
    if (kind === '0100:11' && original.authCode === undefined) return refused(FORMAT_ERROR, heard);
    if (kind === '0200:21' && original.rrn === undefined) return refused(FORMAT_ERROR, heard);
    const answer = await voidPayment(services, ask, {
      key: keyOf(gate, heard),
      kind,
      amount,
      original,
      ...(payer === undefined ? {} : { payer }),
      fingerprint: fingerprintOf(services, heard, payer),
    });
    return told(answer, heard);
  };
};

/** 0220 with 60.1 = 25: gives a payment back, found by its reference number and day. */
export const takeRefund: Take = async (services, ask, heard) => {
  const { gate, message } = heard;
  const [amount, rrn] = [amountOf(message), textOf(message, 37)?.trim()];
  if (!amount || rrn === undefined) return refused(FORMAT_ERROR, heard);
  if (amount.minor === 0n) return refused(NO_AMOUNT, heard);
  const date = originalOf(message)?.date;
  const payer = payerOf(message);
  const answer = await refundPayment(services, ask, {
    key: keyOf(gate, heard),
    amount,
    original: { rrn, ...(date === undefined ? {} : { date }) },
    ...(payer === undefined ? {} : { payer }),
    fingerprint: fingerprintOf(services, heard, payer),
  });
  return told(answer, heard);
};

/** 0200 with 60.1 = 01: what is on a card. */
export const takeInquiry: Take = async (services, ask, heard) => {
  const { gate, keys, message } = heard;
  const payer = payerOf(message);
  if (payer?.kind !== 'card') return refused(FORMAT_ERROR, heard);
  const reading = await readingOf(services, { heard, payer, pik: keys.pik });
  if (!reading) return noPin(services, heard, '0200:01');
  const answer = await inquireBalance(services, ask, {
    key: keyOf(gate, heard),
    payer,
    reading,
    fingerprint: fingerprintOf(services, heard, payer),
  });
  return told(answer, heard);
};

const QUERY = '730000';

/** 0200 with 60.1 = 60: a code for the customer to scan (F3 700000), and whether it was paid (730000). */
export const takeShownCode: Take = async (services, ask, heard) => {
  const { gate, message } = heard;
  const [amount, voucher] = [amountOf(message), voucherIn(message)];
  const fingerprint = fingerprintOf(services, heard, undefined);
  const key = keyOf(gate, heard);
  if (textOf(message, 3) === QUERY) {
    if (voucher === undefined) return refused(FORMAT_ERROR, heard);
    const rrn = voucher.slice(-RRN_LENGTH);
    const answer = await queryCode(services, ask, { key, rrn, fingerprint: fingerprint + rrn });
    return told(answer, heard, answer ? voucherOf(answer) : {});
  }
  if (!amount) return refused(FORMAT_ERROR, heard);
  if (amount.minor === 0n) return refused(NO_AMOUNT, heard);
  const answer = await showCode(services, ask, { key, amount, fingerprint });
  return told(answer, heard, answer ? codeOf(answer) : {});
};

/** 0400: whatever the terminal got no answer for is taken back. */
export const takeReversal = (type: ReversibleType): Take => {
  return async (services, ask, heard) => {
    const amount: Money | undefined = amountOf(heard.message);
    if (!amount) return refused(FORMAT_ERROR, heard);
    const answer = await reversePayment(services, ask, {
      key: keyOf(heard.gate, heard),
      type,
      amount,
      fingerprint: fingerprintOf(services, heard, payerOf(heard.message)),
    });
    return told(answer, heard);
  };
};

type Kind = Parameters<typeof isRepeated>[1]['kind'];

/** A PIN block that can not be opened; that the number was used before is said first (§3.9). */
async function noPin({ db }: Services, heard: Proven, kind: Kind): Promise<Outcome> {
  const isRepeat = await isRepeated(db, { key: keyOf(heard.gate, heard), kind });
  return refused(isRepeat ? '94' : NO_PIN_BLOCK, heard);
}

function refused(code: string, heard: Proven): Outcome {
  return told({ code }, heard);
}

function told(
  answer: Answer | undefined,
  { keys }: Proven,
  more: Readonly<Record<number, FieldValue>> = {},
): Outcome {
  if (!answer) return { kind: 'silence' };
  return {
    kind: 'answered',
    code: answer.code,
    fields: { ...paymentFields(answer), ...more },
    mak: keys.mak,
  };
}

const RRN_LENGTH = 12;

/** F59: the code to show (A3), and what to call it when asking (A4). */
function codeOf(answer: Answer): Record<number, FieldValue> {
  const { shownCode, rrn } = answer;
  if (shownCode === undefined || rrn === undefined) return {};
  const code = { tag: F59_PAY_CODE, value: fromAscii(shownCode) };
  return { 59: writeF59([code, { tag: F59_VOUCHER, value: fromAscii(voucherNumber(rrn)) }]) };
}

function voucherNumber(rrn: string): string {
  return rrn.padStart(20, '0');
}

/** F59 A4: what a QR payment is called when it is taken back. */
function voucherOf({ rrn }: Answer): Record<number, FieldValue> {
  if (rrn === undefined) return {};
  return { 59: writeF59([{ tag: F59_VOUCHER, value: fromAscii(voucherNumber(rrn)) }]) };
}
