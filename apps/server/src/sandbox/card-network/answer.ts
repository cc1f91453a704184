import { isSuccess, maskPan, replyHead, textOf, writeAmount, type Message } from '@kaitong/iso8583';
import type { Day } from '@kaitong/values';
import type { Tx } from '#platform/db';
import type { Misbehaviour } from '../cents.data.ts';
import { balanceOf, codeText, judge, settleDayOf, type Asked, type Judged } from './judge.ts';
import { tenderOf } from './fees.ts';
import {
  insertTxn,
  keyOfOriginal,
  lockNamed,
  lockOriginal,
  lockTxn,
  saveTxn,
  type NetworkTxn,
  type OriginalKey,
} from './store.ts';

export type { Asked } from './judge.ts';

/** What is sent back, and what goes wrong on the way. */
export type Answered = { readonly message: Message; readonly does: Misbehaviour };
type Answer = {
  readonly code: string;
  readonly txn?: NetworkTxn;
  readonly does?: Misbehaviour;
  /** F54. */
  readonly balance?: string;
};

/** One request of the house: books it, once, and gives the answer message. */
export async function answer(tx: Tx, asked: Asked): Promise<Answered> {
  const { message } = asked;
  const { code, txn, does = 'none', balance } = await decide(tx, asked);
  const settleDay = txn?.settle_day ?? settleDayOf(asked.now);
  const {
    2: _,
    35: __,
    48: ___,
    52: ____,
    60: _____,
    90: ______,
    128: _______,
    ...echoed
  } = message.fields;
  const approved = isSuccess(code) ? txn : undefined;
  return {
    does,
    message: {
      ...replyHead(message),
      fields: {
        ...echoed,
        ...(approved && code === PARTIAL ? { 4: writeAmount(approved.amount_minor) } : {}),
        15: settleDay.slice(5).replace('-', ''),
        39: code,
        ...(approved?.auth_code == null ? {} : { 38: approved.auth_code }),
        ...(approved?.code_text == null ? {} : { 48: approved.code_text }),
        ...(balance === undefined ? {} : { 54: balance }),
      },
    },
  };
}

const PARTIAL = '10';

/** MTI, without its repeat digit, and F3: what is asked for. */
type Kind = NetworkTxn['kind'];
const KINDS: Readonly<Record<string, Kind>> = {
  '0100 030000': 'hold',
  '0100 200000': 'holdVoid',
  '0200 000000': 'sale',
  '0220 000000': 'sale',
  '0200 200000': 'void',
  '0220 200000': 'refund',
  '0200 700000': 'sale',
};
const ADDITIONAL = '60';

async function decide(tx: Tx, asked: Asked): Promise<Answer> {
  const { mti } = asked.message;
  const code = textOf(asked.message, 3) ?? '';
  if (mti === '0420' || mti === '0421') return reversal(tx, asked);
  if (code === '310000') return balanceOf(asked);
  if (code === '730000') return shownCode(tx, asked);
  const kind = KINDS[`${mti.slice(0, 3)}0 ${code}`];
  if (kind === 'hold' && textOf(asked.message, 25) === ADDITIONAL)
    return book(tx, asked, 'addition');
  return kind ? book(tx, asked, kind) : { code: '40' };
}

/** The same keys again get the same answer; what was reversed before it came is refused. */
async function book(tx: Tx, asked: Asked, kind: Kind): Promise<Answer> {
  const before = await lockTxn(tx, keyOf(asked.message));
  if (before)
    return before.status === 'unseen' ? { code: '12' } : { code: before.code, txn: before };
  const { does, ...judged }: Judged = await judge(tx, asked, kind);
  const shown = textOf(asked.message, 3) === '700000' ? codeText(judged) : {};
  const txn = { ...freshTxn(asked, kind), ...judged, ...shown };
  if (!(await insertTxn(tx, txn))) return book(tx, asked, kind);
  return { code: txn.code, txn, ...(does ? { does } : {}) };
}

/** Whether the code that is shown has been paid. */
async function shownCode(tx: Tx, { message }: Asked): Promise<Answer> {
  const key = keyOfOriginal(textOf(message, 90));
  const txn = key && (await lockOriginal(tx, key, textOf(message, 42) ?? ''));
  if (!txn || txn.code_text === null) return { code: '25' };
  if (txn.status === 'shown') return { code: '09' };
  const { code_text: _, ...rest } = txn;
  return txn.status === 'approved'
    ? { code: '00', txn: { ...rest, code_text: null } }
    : { code: '12' };
}

/** A reversal names its original by the original's own keys, and is done however often it comes. */
async function reversal(tx: Tx, asked: Asked): Promise<Answer> {
  const { message, now } = asked;
  const key = keyOfOriginal(textOf(message, 90));
  if (!key) return { code: '30' };
  const original = await lockOriginal(tx, key, textOf(message, 42) ?? '');
  if (!original) return keepUnseen(tx, asked, key);
  if (original.status === 'unseen') return { code: '25' };
  if (original.status === 'voided' || original.status === 'completed') return { code: '12' };
  if (original.status === 'approved' || original.status === 'shown') {
    await saveTxn(tx, {
      ...original,
      status: 'reversed',
      reversed_day: settleDayOf(now),
      reversal_trace: keyOf(message).trace,
      reversal_sent_at: keyOf(message).sent_at,
    });
    await revive(tx, original, settleDayOf(now));
  }
  return { code: '00' };
}

async function keepUnseen(tx: Tx, asked: Asked, key: OriginalKey): Promise<Answer> {
  const kind = textOf(asked.message, 3) === '200000' ? 'void' : 'sale';
  const unseen = { status: 'unseen', code: '12', auth_code: null } as const;
  await insertTxn(tx, { ...freshTxn(asked, kind), ...key, ...unseen });
  return { code: '25' };
}

/** What was taken back had changed something else, which stands again as it was. */
async function revive(tx: Tx, undone: NetworkTxn, today: Day): Promise<void> {
  const before = await lockNamed(tx, undone);
  if (!before) return;
  if (undone.kind === 'void' && before.status === 'voided') {
    // The file of its own day may have gone out without it; then it stands in the one of today.
    await saveTxn(tx, { ...before, status: 'approved', reversed_day: null, settle_day: today });
    const hold = await lockNamed(tx, before);
    if (hold?.kind === 'hold') await saveTxn(tx, { ...hold, status: 'completed' });
  }
  if (undone.kind === 'holdVoid' && before.status === 'voided')
    await saveTxn(tx, { ...before, status: 'approved', reversed_day: null });
  if (undone.kind === 'sale' && before.kind === 'hold' && before.status === 'completed')
    await saveTxn(tx, { ...before, status: 'approved' });
}

function keyOf(message: Message) {
  return {
    sent_at: textOf(message, 7) ?? '',
    trace: textOf(message, 11) ?? '',
    terminal_no: textOf(message, 41) ?? '',
  };
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
    amount_minor: BigInt(textOf(message, 4) ?? '0'),
    card: pan === undefined ? '' : maskPan(pan),
    tender: tenderOf(pan),
    merchant_no: textOf(message, 42) ?? '',
    mcc: textOf(message, 18) ?? '',
    rrn: textOf(message, 37) ?? '',
    acquirer,
    forwarder: textOf(message, 33) ?? acquirer,
    original: null,
    original_day: null,
    code_text: null,
    settle_day: settleDayOf(now),
    reversed_day: null,
    reversal_trace: '',
    reversal_sent_at: '',
    at: now,
  };
}
