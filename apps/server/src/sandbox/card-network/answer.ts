import { randomInt } from 'node:crypto';
import {
  isSuccess,
  maskPan,
  openPin,
  pinFrom,
  replyHead,
  RESPONSE_CODES,
  textOf,
  type Message,
} from '@kaitong/iso8583';
import { addDays, dayOf, timeOf, type Day } from '@kaitong/values';
import type { Tx } from '#platform/db';
import { nativeDes } from '#platform/des';
import { tenderOf } from './fees.ts';
import { insertTxn, lockOriginal, lockTxn, refundedOf, saveTxn, type NetworkTxn } from './store.ts';

export type Asked = { readonly message: Message; readonly now: Date; readonly zoneKey: Uint8Array };
type Answer = { readonly code: string; readonly txn?: NetworkTxn };

/** The network's day ends at 23:00 in Shanghai. */
function settleDayOf(now: Date): Day {
  const today = dayOf(now);
  return timeOf(now) < '23:00' ? today : addDays(today, 1);
}

/** One request of the house: books it, once, and gives the answer message. */
export async function answer(tx: Tx, asked: Asked): Promise<Message> {
  const { message } = asked;
  const { code, txn } = await decide(tx, asked);
  const settleDay = txn?.settle_day ?? settleDayOf(asked.now);
  const { 2: _, 35: __, 48: ___, 52: ____, 90: _____, ...echoed } = message.fields;
  return {
    ...replyHead(message),
    fields: {
      ...echoed,
      15: settleDay.slice(5).replace('-', ''),
      39: code,
      ...(txn?.auth_code != null && isSuccess(code) ? { 38: txn.auth_code } : {}),
    },
  };
}

async function decide(tx: Tx, asked: Asked): Promise<Answer> {
  const { mti } = asked.message;
  const code = textOf(asked.message, 3);
  if (mti === '0800') return { code: '00' };
  if (mti === '0420' || mti === '0421') return reversal(tx, asked);
  if (mti === '0220' && code === '200000') return book(tx, asked, 'refund');
  if (mti === '0200' && code === '200000') return book(tx, asked, 'void');
  if (mti === '0200' && code === '000000') return book(tx, asked, 'sale');
  return { code: '40' };
}

/** The same keys again get the same answer; what was reversed before it came is refused. */
async function book(tx: Tx, asked: Asked, kind: NetworkTxn['kind']): Promise<Answer> {
  const before = await lockTxn(tx, keyOf(asked.message));
  if (before)
    return before.status === 'unseen' ? { code: '12' } : { code: before.code, txn: before };
  const judged = await judge(tx, asked, kind);
  const txn = { ...freshTxn(asked, kind), ...judged };
  return (await insertTxn(tx, txn)) ? { code: txn.code, txn } : book(tx, asked, kind);
}

type Judged = Pick<NetworkTxn, 'code' | 'status' | 'auth_code'> & Partial<NetworkTxn>;
const declined = (code: string): Judged => ({ code, status: 'declined', auth_code: null });

async function judge(tx: Tx, asked: Asked, kind: NetworkTxn['kind']): Promise<Judged> {
  return kind === 'sale' ? judgeSale(asked) : judgeUndoing(tx, asked, kind);
}

async function judgeUndoing(tx: Tx, asked: Asked, kind: 'void' | 'refund'): Promise<Judged> {
  const key = originalKey(asked.message);
  const original = key && (await lockOriginal(tx, key, textOf(asked.message, 42) ?? ''));
  if (!key || !original || original.kind !== 'sale') return declined('25');
  if (original.status !== 'approved') return declined('12');
  const same = {
    card: original.card,
    tender: original.tender,
    original: originalName(key),
    original_day: original.settle_day,
  };
  if (kind === 'void') {
    if (original.amount_minor !== amountOf(asked.message)) return declined('64');
    if ((await refundedOf(tx, same.original)) > 0n) return declined('12');
    const reversed_day = settleDayOf(asked.now);
    await saveTxn(tx, { ...original, status: 'voided', reversed_day });
    return { ...approved(), ...same };
  }
  const refunded = (await refundedOf(tx, same.original)) + amountOf(asked.message);
  return refunded > original.amount_minor ? declined('64') : { ...approved(), ...same };
}

const approved = (): Judged => ({
  code: '00',
  status: 'approved',
  auth_code: String(randomInt(1_000_000)).padStart(6, '0'),
});

const KNOWN = new Set(RESPONSE_CODES.map(({ code }) => code));

/** The cents of the amount are the answer: x.51 is 51. Unknown codes, and those that mean yes, approve. */
function judgeSale(asked: Asked): Judged {
  const pin = pinTrouble(asked);
  if (pin !== undefined) return declined(pin);
  const cents = String(amountOf(asked.message) % 100n).padStart(2, '0');
  return KNOWN.has(cents) && !isSuccess(cents) ? declined(cents) : approved();
}

/** Six zeros are the wrong PIN of every sandbox card; a block that does not open is 99. */
function pinTrouble({ message, zoneKey }: Asked): string | undefined {
  const sealed = message.fields[52];
  if (!(sealed instanceof Uint8Array)) return undefined;
  const clear = openPin(sealed, { key: zoneKey, cipher: nativeDes });
  const withPan = textOf(message, 53)?.startsWith('1') !== true;
  const pin = pinFrom(clear, withPan ? textOf(message, 2) : undefined);
  if (pin === undefined) return '99';
  return pin === '000000' ? '55' : undefined;
}

/** A reversal names its original by the original's own keys, and is done however often it comes. */
async function reversal(tx: Tx, asked: Asked): Promise<Answer> {
  const { message, now } = asked;
  const key = originalKey(message);
  if (!key) return { code: '30' };
  const original = await lockOriginal(tx, key, textOf(message, 42) ?? '');
  if (!original) {
    const kind = textOf(message, 3) === '200000' ? 'void' : 'sale';
    const unseen = { status: 'unseen', code: '12', auth_code: null } as const;
    await insertTxn(tx, { ...freshTxn(asked, kind), ...key, ...unseen });
    return { code: '25' };
  }
  if (original.status === 'unseen') return { code: '25' };
  if (original.status === 'voided') return { code: '12' };
  if (original.status === 'approved') {
    await saveTxn(tx, {
      ...original,
      status: 'reversed',
      reversed_day: settleDayOf(now),
      reversal_trace: keyOf(message).trace,
      reversal_sent_at: keyOf(message).sent_at,
    });
    if (original.kind === 'void') await revive(tx, original, settleDayOf(now));
  }
  return { code: '00' };
}

/** The void was taken back, so its sale stands again. */
async function revive(tx: Tx, voiding: NetworkTxn, today: Day): Promise<void> {
  const [sent_at = '', trace = ''] = (voiding.original ?? '').split('|');
  const sale = await lockOriginal(tx, { sent_at, trace }, voiding.merchant_no);
  if (sale?.status !== 'voided') return;
  // The file of its own day may have gone out without it; then it stands in the one of today.
  await saveTxn(tx, { ...sale, status: 'approved', reversed_day: null, settle_day: today });
}

function keyOf(message: Message) {
  return {
    sent_at: textOf(message, 7) ?? '',
    trace: textOf(message, 11) ?? '',
    terminal_no: textOf(message, 41) ?? '',
  };
}

/** F90: MTI 4, F11 6, F7 10, F32 11, F33 11. */
function originalKey(message: Message): { sent_at: string; trace: string } | undefined {
  const match = /^\d{4}(\d{6})(\d{10})\d{22}$/.exec(textOf(message, 90) ?? '');
  return match ? { trace: match[1] ?? '', sent_at: match[2] ?? '' } : undefined;
}

function originalName({ sent_at, trace }: { sent_at: string; trace: string }): string {
  return `${sent_at}|${trace}`;
}

function amountOf(message: Message): bigint {
  return BigInt(textOf(message, 4) ?? '0');
}

function freshTxn(
  { message, now }: Asked,
  kind: NetworkTxn['kind'],
): Omit<NetworkTxn, 'status' | 'code' | 'auth_code'> {
  const pan = textOf(message, 2);
  const acquirer = textOf(message, 32) ?? '';
  return {
    ...keyOf(message),
    kind,
    amount_minor: amountOf(message),
    card: pan === undefined ? '' : maskPan(pan),
    tender: tenderOf(pan),
    merchant_no: textOf(message, 42) ?? '',
    mcc: textOf(message, 18) ?? '',
    rrn: textOf(message, 37) ?? '',
    acquirer,
    forwarder: textOf(message, 33) ?? acquirer,
    original: null,
    original_day: null,
    settle_day: settleDayOf(now),
    reversed_day: null,
    reversal_trace: '',
    reversal_sent_at: '',
    at: now,
  };
}
