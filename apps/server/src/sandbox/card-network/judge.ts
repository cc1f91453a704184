import { createHash, randomInt } from 'node:crypto';
import { isSuccess, openPin, pinFrom, textOf, type Message } from '@kaitong/iso8583';
import { addDays, assertNever, dayOf, timeOf, type Day } from '@kaitong/values';
import type { Tx } from '#platform/db';
import { nativeDes } from '#platform/des';
import { answerTo, type Misbehaviour } from '../cents.data.ts';
import { tenderOf } from './fees.ts';
import {
  addedTo,
  keyOfOriginal,
  lockNamed,
  lockOriginal,
  originalName,
  refundedOf,
  saveTxn,
  type NetworkTxn,
} from './store.ts';

export type Asked = { readonly message: Message; readonly now: Date; readonly zoneKey: Uint8Array };
export type Judged = Pick<NetworkTxn, 'code' | 'status' | 'auth_code'> &
  Partial<NetworkTxn> & { readonly does?: Misbehaviour };

/** The network's day ends at 23:00 in Shanghai. */
export function settleDayOf(now: Date): Day {
  const today = dayOf(now);
  return timeOf(now) < '23:00' ? today : addDays(today, 1);
}

const declined = (code: string): Judged => ({ code, status: 'declined', auth_code: null });
const approved = (): Judged => ({
  code: '00',
  status: 'approved',
  auth_code: String(randomInt(1_000_000)).padStart(6, '0'),
});

/** What asks for money is judged by its amount; what takes it back, by what it takes back. */
export async function judge(tx: Tx, asked: Asked, kind: NetworkTxn['kind']): Promise<Judged> {
  const original = await originalOf(tx, asked);
  switch (kind) {
    case 'hold':
      return judgeAmount(asked);
    case 'sale':
      return textOf(asked.message, 90) === undefined
        ? judgeAmount(asked)
        : judgeFollowing(tx, asked, original);
    case 'addition':
      return original?.kind === 'hold' && original.status === 'approved'
        ? { ...judgeAmount(asked), ...sameAs(original) }
        : declined('25');
    case 'void':
    case 'holdVoid':
    case 'refund':
      return judgeUndoing(tx, asked, { kind, original });
    default:
      return assertNever(kind);
  }
}

async function originalOf(tx: Tx, { message }: Asked): Promise<NetworkTxn | undefined> {
  const key = keyOfOriginal(textOf(message, 90));
  return key && lockOriginal(tx, key, textOf(message, 42) ?? '');
}

function sameAs(original: NetworkTxn) {
  return {
    card: original.card,
    tender: original.tender,
    original: originalName(original),
    original_day: original.settle_day,
  };
}

const COMPLETED_PERCENT_MAX = 115n;

/** The completion of a hold, or the tip of a sale. */
async function judgeFollowing(
  tx: Tx,
  asked: Asked,
  original: NetworkTxn | undefined,
): Promise<Judged> {
  if (original?.kind === 'sale' && original.status === 'approved')
    return { ...judgeAmount(asked), ...sameAs(original) };
  if (original?.kind !== 'hold') return declined('25');
  if (original.status !== 'approved') return declined('12');
  const held = original.amount_minor + (await addedTo(tx, originalName(original)));
  if (amountOf(asked.message) * 100n > held * COMPLETED_PERCENT_MAX) return declined('61');
  const judged = judgeAmount(asked);
  if (judged.status === 'approved') await saveTxn(tx, { ...original, status: 'completed' });
  return { ...judged, ...sameAs(original) };
}

type Undoing = {
  readonly kind: 'void' | 'holdVoid' | 'refund';
  readonly original: NetworkTxn | undefined;
};

async function judgeUndoing(tx: Tx, asked: Asked, { kind, original }: Undoing): Promise<Judged> {
  if (original?.kind !== (kind === 'holdVoid' ? 'hold' : 'sale')) return declined('25');
  if (original.status !== 'approved') return declined('12');
  const [same, amount] = [sameAs(original), amountOf(asked.message)];
  if (kind === 'refund') {
    const refunded = (await refundedOf(tx, same.original)) + amount;
    return refunded > original.amount_minor ? declined('64') : { ...approved(), ...same };
  }
  const added = kind === 'holdVoid' ? await addedTo(tx, same.original) : 0n;
  if (original.amount_minor + added !== amount) return declined('64');
  if ((await refundedOf(tx, same.original)) > 0n) return declined('12');
  await saveTxn(tx, { ...original, status: 'voided', reversed_day: settleDayOf(asked.now) });
  const hold = await lockNamed(tx, original);
  if (hold?.status === 'completed') await saveTxn(tx, { ...hold, status: 'approved' });
  return { ...approved(), ...same };
}

/** F60 of a request: a part of the amount will do. */
const PARTIAL_ALLOWED = '1';
const PARTIAL = '10';

/** The cents of the amount are the answer (cents.data.ts), unless the PIN is wrong. */
function judgeAmount(asked: Asked): Judged {
  const pin = pinTrouble(asked);
  if (pin !== undefined) return declined(pin);
  const amount = amountOf(asked.message);
  const { code, does } = answerTo(amount);
  if (!isSuccess(code)) return { ...declined(code), does };
  const takesPart = textOf(asked.message, 60) === PARTIAL_ALLOWED;
  if (does === 'partial' && takesPart && amount > 1n)
    return { ...approved(), code: PARTIAL, amount_minor: amount / 2n };
  return { ...approved(), code, does };
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

function amountOf(message: Message): bigint {
  return BigInt(textOf(message, 4) ?? '0');
}

const RICHEST_MINOR = 2_000_000n;

/** What is on a card: some amount that is always the same for the card. F54 (UnionPay, §2.5). */
export function balanceOf(asked: Asked): { code: string; balance?: string } {
  const pin = pinTrouble(asked);
  if (pin !== undefined) return { code: pin };
  const pan = textOf(asked.message, 2) ?? '';
  const drawn = createHash('sha256').update(`balance of ${pan}`).digest().readBigUInt64BE();
  const account = tenderOf(pan) === 'credit' ? '30' : '10';
  const amount = String(drawn % RICHEST_MINOR).padStart(12, '0');
  return { code: '00', balance: `${account}02156C${amount}` };
}

/** A code for the customer to pay; nothing is taken until someone does. */
export function codeText({ status }: Judged): Partial<NetworkTxn> {
  if (status !== 'approved') return {};
  const number = String(randomInt(10 ** 12)).padStart(12, '0');
  return { status: 'shown', code_text: `https://qr.sandbox.example/${number}` };
}
