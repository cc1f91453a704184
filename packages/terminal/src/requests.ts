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
import { KINDS } from './kinds.ts';
import type { TransactionKind } from './kinds.ts';
import { given } from './log-entry.ts';
import type { Plan } from './payment.ts';
import type { RefusedReason } from './result.ts';
import type { Held, LogEntry } from './state.ts';
import { isBlacklisted } from './tables.ts';

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
  return (
    troubleWith(held, { amountMinor, card }) ??
    planCard(held, { kind: 'sale', amount: writeAmount(amountMinor), card })
  );
}

/** What is wrong with an amount or a card before anything is sent. */
export function troubleWith(held: Held, { amountMinor, card }: Sale): RefusedReason | undefined {
  if (!isAmount(amountMinor)) return 'amountNotValid';
  if (!isCardValid(card)) return 'cardNotValid';
  const { installed, tables } = held.state;
  if (card.entry === 'manual' && !installed.parameters.takesManualEntry) return 'manualNotTaken';
  return isBlacklisted(tables, card.pan) ? 'cardBlocked' : undefined;
}

type Carded = {
  readonly kind: TransactionKind;
  readonly amount: string;
  readonly card: Card;
  readonly more?: Readonly<Record<number, FieldValue>>;
  readonly original?: LogEntry | undefined;
};

/** A payment with a card in the hand. */
export function planCard(held: Held, { kind, amount, card, more, original }: Carded): Plan {
  return {
    kind,
    amount,
    card,
    pan: card.pan,
    entry: ENTRY_CODES[card.entry],
    ...given({ expiry: card.expiry, original }),
    fields: { ...cardFields(held, card, amount), ...common(held, { amount, kind }), ...more },
  };
}

export function planQrSale(held: Held, { amountMinor, code }: QrSale): Plan | RefusedReason {
  if (!isAmount(amountMinor)) return 'amountNotValid';
  // F59 A3 holds at most 350 bytes; pay codes are printable.
  if (!/^[\x21-\x7e]{1,350}$/.test(code)) return 'codeNotValid';
  const amount = writeAmount(amountMinor);
  return {
    kind: 'qrSale',
    amount,
    entry: QR_ENTRY,
    fields: {
      ...common(held, { amount, kind: 'qrSale' }),
      22: `${QR_ENTRY}0`,
      59: writeF59([{ tag: F59_PAY_CODE, value: fromAscii(code) }]),
      60: writeF60({ type: '22', batch: held.state.batch, code: '000', capability: '6' }),
    },
  };
}

/** Takes back a sale of this batch, by its trace number. */
export function planVoid(held: Held, { trace }: Void): Plan | RefusedReason {
  const original = found(held, trace, ['sale', 'qrSale', 'shownQr']);
  if (original === undefined) return 'originalNotFound';
  if (original.status === 'voided') return 'alreadyVoided';
  // Nobody would know what became of the tip: both are given back by refunds.
  if (held.state.log.some((each) => each.kind === 'tip' && each.of === trace)) return 'tipGiven';
  const { amount, batch } = original;
  const isQr = original.kind !== 'sale';
  return {
    ...ofOriginal(original),
    kind: isQr ? 'qrVoid' : 'void',
    fields: {
      ...common(held, { amount, kind: 'void' }),
      ...(isQr ? qrOriginal(original) : cardOriginal(original)),
      37: original.rrn,
      61: writeF61({ batch, trace }),
    },
  };
}

/** Gives money back for a sale of any day, with the card in the hand. */
export function planRefund(held: Held, refund: Refund): Plan | RefusedReason {
  const { rrn, date, amountMinor, card } = refund;
  const trouble = troubleWith(held, refund);
  if (trouble !== undefined) return trouble;
  if (!/^[0-9A-Za-z]{12}$/.test(rrn) || !isDate(date)) return 'originalNotFound';
  const more = {
    37: rrn,
    61: writeF61({ batch: '000000', trace: '000000', date }),
    63: '000',
  };
  const { card: _, ...plan } = planCard(held, {
    kind: 'refund',
    amount: writeAmount(amountMinor),
    card,
    more,
  });
  // A refund carries no chip data: no card judges its answer.
  const { 23: __, 55: ___, ...fields } = plan.fields;
  return { ...plan, fields };
}

/** MMDD. */
export function isDate(text: string): boolean {
  return /^(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(text);
}

export function isAmount(amountMinor: bigint): boolean {
  return amountMinor > 0n && amountMinor <= AMOUNT_MINOR_MAX;
}

/** A transaction of this batch. */
export function found(
  { state }: Held,
  trace: string,
  kinds: readonly TransactionKind[],
): LogEntry | undefined {
  return state.log.find(
    (each) => each.trace === trace && each.batch === state.batch && kinds.includes(each.kind),
  );
}

export function ofOriginal(
  original: LogEntry,
): Pick<Plan, 'amount' | 'entry' | 'original' | 'pan' | 'expiry'> {
  const { amount, pan, expiry, entry } = original;
  return { amount, entry, original, ...given({ pan, expiry }) };
}

/** The terminal reads every kind of card. */
const READING = { capability: '6', condition: '0', partial: '0' } as const;

type Common = { readonly amount?: string; readonly kind: TransactionKind };

export function common({ state }: Held, { amount, kind }: Common): Record<number, FieldValue> {
  const { code, condition, type } = KINDS[kind];
  return {
    3: code,
    ...(amount === undefined ? {} : { 4: amount }),
    25: condition,
    49: '156',
    // Only a sale can be approved for a part of the amount.
    60: writeF60({
      type,
      batch: state.batch,
      code: '000',
      ...READING,
      partial: kind === 'sale' ? '1' : '0',
    }),
    63: operatorField(state.operator),
  };
}

/** F63.1: three characters. */
export function operatorField(operator: string): string {
  return operator.padEnd(3).slice(0, 3);
}

export function cardOriginal({ pan, expiry, entry, authCode }: LogEntry) {
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
