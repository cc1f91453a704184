/**
 * The merchant shows a code and the customer scans it (docs/protocol.md §3.2): the host makes the
 * code (700000), and is asked whether it was paid (730000). Nothing moves until the customer pays, so
 * there is nothing to reverse; a question without an answer is asked again.
 */
import {
  bytesOf,
  F59_PAY_CODE,
  F59_VOUCHER,
  fromAscii,
  readF59,
  toAscii,
  tlvValue,
  writeAmount,
  writeF59,
  writeF60,
} from '@kaitong/iso8583';
import type { FieldValue, Message } from '@kaitong/iso8583';
import { inquire } from './inquiry.ts';
import { voucherOf } from './log-entry.ts';
import type { Plan } from './payment.ts';
import { common, isAmount } from './requests.ts';
import { answered, refused, unknown } from './result.ts';
import type { ManagementResult, RefusedReason } from './result.ts';
import type { Held } from './state.ts';

/** A code on the screen, and what the host calls the order behind it. */
export type ShownQr = { readonly amountMinor: bigint; readonly order: string };

export type Shown =
  | (ShownQr &
      ReturnType<typeof answered> & {
        readonly kind: 'shown';
        readonly code: string;
        readonly qr: string;
      })
  | Exclude<ManagementResult, { kind: 'done' }>;

const ENTRY = '03';

export async function showQr(held: Held, amountMinor: bigint): Promise<Shown> {
  if (!isAmount(amountMinor)) return refused('amountNotValid');
  const asked = await inquire(held, fieldsOf(held, amountMinor));
  if (asked.kind !== 'heard') return asked;
  const [qr, order] = [qrIn(asked.message), voucherOf(asked.message)];
  if (qr === undefined || order === undefined) return unknown('undecodable', asked.about);
  return { ...answered('00', asked.about), kind: 'shown', qr, order, amountMinor };
}

export function planShownQr(held: Held, { amountMinor, order }: ShownQr): Plan | RefusedReason {
  if (!isAmount(amountMinor)) return 'amountNotValid';
  if (!/^[\x21-\x7e]{1,20}$/.test(order)) return 'codeNotValid';
  if (held.state.log.some(({ voucher }) => voucher === order)) return 'alreadyPaid';
  return {
    kind: 'shownQr',
    amount: writeAmount(amountMinor),
    entry: ENTRY,
    voucher: order,
    fields: {
      ...fieldsOf(held, amountMinor),
      3: '730000',
      59: writeF59([{ tag: F59_VOUCHER, value: fromAscii(order) }]),
    },
  };
}

function fieldsOf(held: Held, amountMinor: bigint): Record<number, FieldValue> {
  return {
    ...common(held, { amount: writeAmount(amountMinor), kind: 'shownQr' }),
    22: `${ENTRY}0`,
    60: writeF60({ type: '60', batch: held.state.batch, code: '000', capability: '6' }),
  };
}

function qrIn(message: Message): string | undefined {
  const value = tlvValue(readF59(bytesOf(message, 59) ?? new Uint8Array()) ?? [], F59_PAY_CODE);
  return value && toAscii(value);
}
