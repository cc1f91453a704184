import { maskPan, textOf } from '@kaitong/iso8583';
import type { Message, SettlementTotals } from '@kaitong/iso8583';
import { dayOf } from '@kaitong/values';
import type { TransactionKind } from './kinds.ts';
import type { Held, LogEntry } from './state.ts';

/** Who stands at the top of every slip. */
type Heading = {
  readonly merchantName: string;
  readonly merchantNo: string;
  readonly terminalNo: string;
  readonly operator: string;
  readonly batch: string;
  /** Local time, 'YYYY-MM-DD HH:MM:SS'. */
  readonly at: string;
};

export type CardRead = 'manual' | 'swipe' | 'chip' | 'contactless' | 'qr';

/** One payment, as the merchant and the customer keep it. */
export type PaymentSlip = Heading & {
  readonly kind: 'payment';
  readonly type: TransactionKind;
  readonly maskedCard?: string;
  readonly read: CardRead;
  readonly issuer: string;
  readonly acquirer: string;
  readonly trace: string;
  readonly rrn: string;
  readonly authCode?: string;
  readonly amountMinor: bigint;
  readonly voucher?: string;
  /** The sale that a void takes back. */
  readonly originalTrace?: string;
  readonly copies: number;
  /** Printed before. */
  readonly isReprint?: boolean;
};

/** The sums of a closed batch. */
export type SettlementSlip = Heading & {
  readonly kind: 'settlement';
  readonly isEqual: boolean;
  readonly totals: SettlementTotals;
  readonly hostTotals: SettlementTotals;
  readonly copies: number;
  readonly isReprint?: boolean;
};

export type Slip = PaymentSlip | SettlementSlip;

type Paid = {
  readonly entry: LogEntry;
  readonly message: Message;
  readonly original: LogEntry | undefined;
};

export function paymentSlip(held: Held, { entry, message, original }: Paid): PaymentSlip {
  const f44 = textOf(message, 44) ?? '';
  return {
    ...heading(held, localTime(message, held.ports.clock.now())),
    kind: 'payment',
    type: entry.kind,
    read: READS[entry.entry] ?? 'manual',
    // F44: issuer and acquirer, eleven characters each.
    issuer: f44.slice(0, 11).trim(),
    acquirer: f44.slice(11).trim(),
    trace: entry.trace,
    rrn: entry.rrn,
    amountMinor: BigInt(entry.amount),
    copies: 2,
    ...(entry.pan === undefined ? {} : { maskedCard: maskPan(entry.pan) }),
    ...(entry.authCode === undefined ? {} : { authCode: entry.authCode }),
    ...(entry.voucher === undefined ? {} : { voucher: entry.voucher }),
    ...(original === undefined ? {} : { originalTrace: original.trace }),
  };
}

type Settled = Pick<SettlementSlip, 'totals' | 'hostTotals' | 'isEqual'>;

export function settlementSlip(held: Held, settled: Settled): SettlementSlip {
  const at = wallClock(held.ports.clock.now());
  return { ...heading(held, at), ...settled, kind: 'settlement', copies: 1 };
}

const READS: Readonly<Record<string, CardRead>> = {
  '01': 'manual',
  '02': 'swipe',
  '03': 'qr',
  '05': 'chip',
  '07': 'contactless',
};

function heading({ state }: Held, at: string): Heading {
  const { merchantName, merchantNo, terminalNo } = state.installed;
  const { operator, batch } = state;
  return { merchantName, merchantNo, terminalNo, operator, batch, at };
}

/** The host's time; it sends no year, so the year is ours, but for the night of New Year. */
function localTime(message: Message, now: Date): string {
  const date = textOf(message, 13);
  const time = textOf(message, 12);
  if (date === undefined || time === undefined) return wallClock(now);
  const today = dayOf(now);
  const month = `${date.slice(0, 2)}-${date.slice(2)}`;
  const drift = Number(date.slice(0, 2)) - Number(today.slice(5, 7));
  const year = Number(today.slice(0, 4)) + (drift > 6 ? -1 : drift < -6 ? 1 : 0);
  return `${year}-${month} ${time.replace(/(..)(..)(..)/, '$1:$2:$3')}`;
}

// China keeps UTC+8 the whole year.
const OFFSET_MS = 8 * 60 * 60 * 1000;

function wallClock(now: Date): string {
  return new Date(now.getTime() + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
