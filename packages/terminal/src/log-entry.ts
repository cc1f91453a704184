/** What the terminal keeps of an approval. */
import {
  F59_VOUCHER,
  bytesOf,
  readF59,
  readF63,
  textOf,
  toAscii,
  toHex,
  tlvValue,
} from '@kaitong/iso8583';
import type { Message } from '@kaitong/iso8583';
import type { ChipEnd } from './chip.ts';
import type { Plan } from './payment.ts';
import type { LogEntry } from './state.ts';

/** Card organisations other than UnionPay settle as foreign cards. */
const DOMESTIC: ReadonlySet<string> = new Set(['CUP', '000', '   ', '']);

type Approved = {
  readonly plan: Plan;
  readonly about: { readonly trace: string; readonly batch: string };
  readonly message: Message;
  readonly chip?: ChipEnd;
};

export function entryOf({ plan, about, message, chip }: Approved): LogEntry {
  const authCode = textOf(message, 38)?.trim();
  const voucher = voucherOf(message) ?? plan.voucher ?? plan.original?.voucher;
  const optional = {
    pan: plan.pan ?? textOf(message, 2),
    expiry: plan.expiry,
    authCode: authCode === '' ? undefined : authCode,
    voucher,
    date: textOf(message, 13),
    settles: textOf(message, 15),
    chip: chip === undefined ? undefined : toHex(chip.tags),
    hasArpcFailed: chip?.hasArpcFailed === true ? true : undefined,
  };
  return {
    ...about,
    kind: plan.kind,
    status: 'approved',
    // A partial approval answers with less than was asked.
    amount: textOf(message, 4) ?? plan.amount,
    entry: plan.entry,
    rrn: textOf(message, 37) ?? '',
    isForeign: !DOMESTIC.has(readF63(textOf(message, 63) ?? '').organisation),
    ...given(optional),
  };
}

/** Without the keys that have no value: absent is not undefined in a stored state. */
export function given<T extends object>(fields: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: NonNullable<T[Key]>;
  };
}

export function voucherOf(message: Message): string | undefined {
  const f59 = bytesOf(message, 59);
  const value = f59 && tlvValue(readF59(f59) ?? [], F59_VOUCHER);
  return value && toAscii(value);
}
