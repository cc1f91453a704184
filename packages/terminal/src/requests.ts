/** Which fields each payment sends (UnionPay POS specification; docs/protocol.md §3.2, §3.3). */
import {
  F59_PAY_CODE,
  F59_VOUCHER,
  fromAscii,
  writeAmount,
  writeF59,
  writeF60,
  writeF61,
} from '@kaitong/iso8583';
import type { FieldValue } from '@kaitong/iso8583';
import { cardFields, ENTRY_CODES, isCardValid } from './card.ts';
import type { Card } from './card.ts';
import type { Plan } from './payment.ts';
import type { RefusedReason } from './result.ts';
import type { Held, LogEntry } from './state.ts';

export type Sale = { readonly amountMinor: bigint; readonly card: Card };
export type QrSale = { readonly amountMinor: bigint; readonly code: string };
export type Void = { readonly trace: string };
export type Refund = {
  readonly rrn: string;
  /** MMDD of the original. */
  readonly date: string;
  readonly amountMinor: bigint;
  readonly card: Card;
};

const AMOUNT_MINOR_MAX = 999_999_999_999n;
const QR_ENTRY = '03';

export function planSale(held: Held, { amountMinor, card }: Sale): Plan | RefusedReason {
  if (!isAmount(amountMinor)) return 'amountNotValid';
  if (!isCardValid(card)) return 'cardNotValid';
  const amount = writeAmount(amountMinor);
  return {
    kind: 'sale',
    mti: '0200',
    isReversible: true,
    ...ofCard(card, amount),
    fields: {
      ...cardFields(held, card, amount),
      ...common(held, { amount, type: '22', code: '000000' }),
    },
  };
}

export function planQrSale(held: Held, { amountMinor, code }: QrSale): Plan | RefusedReason {
  if (!isAmount(amountMinor)) return 'amountNotValid';
  // F59 A3 holds at most 350 bytes; pay codes are printable.
  if (!/^[\x21-\x7e]{1,350}$/.test(code)) return 'codeNotValid';
  const amount = writeAmount(amountMinor);
  return {
    kind: 'qrSale',
    mti: '0200',
    isReversible: true,
    amount,
    entry: QR_ENTRY,
    fields: {
      ...common(held, { amount, type: '22', code: '000000' }),
      22: `${QR_ENTRY}0`,
      59: writeF59([{ tag: F59_PAY_CODE, value: fromAscii(code) }]),
      60: writeF60({ type: '22', batch: held.state.batch, code: '000', capability: '6' }),
    },
  };
}

/** Takes back a sale of this batch, by its trace number. */
export function planVoid(held: Held, { trace }: Void): Plan | RefusedReason {
  const original = held.state.log.find(
    (each) => each.trace === trace && each.batch === held.state.batch && isSale(each),
  );
  if (original === undefined) return 'originalNotFound';
  if (original.status === 'voided') return 'alreadyVoided';
  const { amount, pan, expiry, entry, batch } = original;
  const isQr = original.kind === 'qrSale';
  return {
    kind: isQr ? 'qrVoid' : 'void',
    mti: '0200',
    // A QR void has no reversal: the host looks the voucher up by itself.
    isReversible: !isQr,
    amount,
    entry,
    original,
    ...(pan === undefined ? {} : { pan }),
    ...(expiry === undefined ? {} : { expiry }),
    fields: {
      ...common(held, { amount, type: '23', code: '200000' }),
      ...(isQr ? qrOriginal(original) : cardOriginal(original)),
      37: original.rrn,
      61: writeF61({ batch, trace }),
    },
  };
}

export function planRefund(held: Held, refund: Refund): Plan | RefusedReason {
  const { rrn, date, amountMinor, card } = refund;
  if (!isAmount(amountMinor)) return 'amountNotValid';
  if (!isCardValid(card)) return 'cardNotValid';
  if (!/^[0-9A-Za-z]{12}$/.test(rrn) || !/^(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(date))
    return 'originalNotFound';
  const amount = writeAmount(amountMinor);
  return {
    kind: 'refund',
    mti: '0220',
    // An unanswered refund is looked into by people, never reversed.
    isReversible: false,
    ...ofCard(card, amount),
    fields: {
      ...cardFields(held, card, amount),
      ...common(held, { amount, type: '25', code: '200000' }),
      37: rrn,
      61: writeF61({ batch: '000000', trace: '000000', date }),
      63: '000',
    },
  };
}

function isAmount(amountMinor: bigint): boolean {
  return amountMinor > 0n && amountMinor <= AMOUNT_MINOR_MAX;
}

export function isSale({ kind }: LogEntry): boolean {
  return kind === 'sale' || kind === 'qrSale';
}

function ofCard(card: Card, amount: string): Pick<Plan, 'amount' | 'pan' | 'expiry' | 'entry'> {
  const expiry = card.expiry === undefined ? {} : { expiry: card.expiry };
  return { amount, pan: card.pan, entry: ENTRY_CODES[card.entry], ...expiry };
}

type Common = { readonly amount: string; readonly type: string; readonly code: string };

function common({ state }: Held, { amount, type, code }: Common): Record<number, FieldValue> {
  return {
    3: code,
    4: amount,
    25: '00',
    49: '156',
    // The terminal reads every kind of card and can take a part of the amount.
    60: writeF60({
      type,
      batch: state.batch,
      code: '000',
      capability: '6',
      condition: '0',
      partial: type === '22' ? '1' : '0',
    }),
    63: operatorField(state.operator),
  };
}

/** F63.1: three characters. */
export function operatorField(operator: string): string {
  return operator.padEnd(3).slice(0, 3);
}

function cardOriginal({ pan, expiry, entry, authCode }: LogEntry): Record<number, FieldValue> {
  return {
    ...(pan === undefined ? {} : { 2: pan }),
    ...(expiry === undefined ? {} : { 14: expiry }),
    22: `${entry}2`,
    ...(authCode === undefined ? {} : { 38: authCode }),
  };
}

function qrOriginal({ entry, voucher, authCode }: LogEntry): Record<number, FieldValue> {
  return {
    22: `${entry}0`,
    ...(authCode === undefined ? {} : { 38: authCode }),
    ...(voucher === undefined
      ? {}
      : { 59: writeF59([{ tag: F59_VOUCHER, value: fromAscii(voucher) }]) }),
  };
}
