import type { api, ReplyOf } from '@kaitong/contract';
import { addDays, type Day, type Money, type Secret, type Words } from '@kaitong/values';
import { businessDayOf } from '#ledger';

export type PaymentReply = ReplyOf<typeof api.payments.readPayment>;
export type PaymentStatus = PaymentReply['status'];
export type PaymentKind = PaymentReply['kind'];
export type RefundStatus = PaymentReply['refunds'][number]['status'];
export type Slip = ReplyOf<typeof api.payments.readSlip>['slip'];

/** Our institution on the network's line: F32 and F33. */
export const ACQUIRER = '48021000';

/** A terminal under one binding. */
export type Till = {
  readonly merchantId: string;
  readonly merchantNo: string;
  readonly terminalId: string;
  readonly terminalNo: string;
  readonly epoch: number;
};

/** What names one message of a terminal for ever (money.md §1.6). */
export type MessageKey = Till & { readonly batchNo: string; readonly trace: string };

/** The card or the code that pays. A card number lives only as long as its request. */
export type Payer =
  | { readonly kind: 'card'; readonly pan: Secret<string>; readonly expiry?: string }
  | { readonly kind: 'qr'; readonly code: Secret<string> };

/** What a terminal is told. Stored with the exchange, so that a repeat is told the same. */
export type Answer = {
  readonly code: string;
  readonly rrn?: string;
  readonly authCode?: string;
  /** The network's clearing day. */
  readonly day?: string;
  readonly scheme?: string;
  /** `MMDDhhmmss` of the answer: a refund names its original by this day. */
  readonly at?: string;
  /** In fen, where it is not what was asked for: only a part was approved. */
  readonly amountMinor?: string;
  /** F54: what is on the card, or what is held by now. */
  readonly balance?: string;
  /** The code that the terminal shows for the customer to pay. */
  readonly shownCode?: string;
};

/** Rules by which a payment will be charged, fixed when it comes in. */
export type Terms = {
  readonly merchantName: string;
  readonly mcc: string;
  readonly planId: string;
  readonly tender: 'debit' | 'credit' | 'qr';
  readonly priceClass: 'standard' | 'preferential' | 'exempt';
  readonly fee: {
    readonly rate: number;
    readonly min?: Money;
    readonly cap?: Money;
    readonly fixed?: Money;
  };
  readonly card?: { readonly bank: Words; readonly scheme: string };
};

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** `MMDDhhmmss` on the wall clock in Shanghai: F7, and in its halves F13 and F12. */
export function wallClock(now: Date): string {
  const wall = new Date(now.getTime() + SHANGHAI_MS).toISOString();
  return wall.slice(5, 19).replaceAll(/[-T:]/g, '');
}

/** Year digit, day of the year, eight digits of sequence: unique for a decade. */
export function rrnOf(now: Date, sequence: bigint): string {
  const wall = new Date(now.getTime() + SHANGHAI_MS);
  const newYear = Date.UTC(wall.getUTCFullYear(), 0, 1);
  const day = Math.floor((wall.getTime() - newYear) / DAY_MS) + 1;
  const year = wall.getUTCFullYear() % 10;
  return `${year}${String(day).padStart(3, '0')}${String(sequence).padStart(8, '0')}`;
}

/**
 * The day on which the network will clear an answer: the one that it names in F15, when that is
 * today or next to it; ours when it names none. Around 23:00 the two clocks need not agree.
 */
export function clearingDayOf(now: Date, f15: string | undefined): Day {
  const today = businessDayOf(now);
  const near = [today, addDays(today, 1), addDays(today, -1)];
  return near.find((day) => day.slice(5).replace('-', '') === f15) ?? today;
}

/** Batch numbers count from 1 and wrap; 000000 means no batch. */
export function nextBatchNo(batchNo: string | undefined): string {
  const next = batchNo === undefined ? 1 : (Number(batchNo) % 999_999) + 1;
  return String(next).padStart(6, '0');
}
