import {
  bytesOf,
  F59_PAY_CODE,
  F59_VOUCHER,
  fromAscii,
  openPin,
  pinBlock,
  pinFrom,
  readF59,
  readF61,
  sealPin,
  textOf,
  tlvValue,
  toAscii,
  writeF59,
  type FieldValue,
  type KeyUse,
  type MacKey,
  type Message,
} from '@kaitong/iso8583';
import { money, secret, type Money } from '@kaitong/values';
import { zoneKeyOf } from '#connectors/zone-key';
import {
  refundPayment,
  reversePayment,
  sale,
  voidPayment,
  type Answer,
  type Payer,
  type Reading,
} from '#payments';
import type { Ask } from '#platform/ask';
import { nativeDes } from '#platform/des';
import type { Services } from '#platform/services';
import type { Keyed } from './check.ts';
import { keyOf, type Known } from './model.ts';
import type { Outcome } from './outcome.ts';
import { paymentFields } from './reply.ts';

/** A message whose MAC is right, with the keys of its terminal. */
type Proven = Known & Keyed;

const FORMAT_ERROR = '30';
const CURRENCY = '156';

/** 0200 with 60.1 = 22: a card, or a code that the customer shows. */
export async function takeSale(services: Services, ask: Ask, heard: Proven): Promise<Outcome> {
  const { gate, keys } = heard;
  const amount = amountOf(heard.message);
  const payer = payerOf(heard.message);
  if (!amount || !payer) return answered({ code: FORMAT_ERROR }, keys.mak);
  if (amount.minor === 0n) return answered({ code: '13' }, keys.mak);
  const reading = readingOf(services, { message: heard.message, payer, pik: keys.pik });
  if (!reading) return answered({ code: '99' }, keys.mak);
  const fingerprint = fingerprintOf(services, heard.message, payer);
  const key = keyOf(gate, heard);
  const answer = await sale(services, ask, { key, amount, payer, reading, fingerprint });
  if (!answer) return { kind: 'silence' };
  return answered(answer, keys.mak, payer.kind === 'qr' ? voucherOf(answer) : {});
}

/** 0200 with 60.1 = 23: takes a payment of this batch back. */
export async function takeVoid(services: Services, ask: Ask, heard: Proven): Promise<Outcome> {
  const { gate, keys } = heard;
  const { message } = heard;
  const amount = amountOf(message);
  const original = readF61(textOf(message, 61) ?? '');
  if (!amount || !original) return answered({ code: FORMAT_ERROR }, keys.mak);
  const [rrn, payer] = [textOf(message, 37)?.trim(), payerOf(message)];
  const answer = await voidPayment(services, ask, {
    key: keyOf(gate, heard),
    amount,
    original: {
      batchNo: original.batch,
      trace: original.trace,
      ...(rrn === undefined ? {} : { rrn }),
    },
    ...(payer === undefined ? {} : { payer }),
    fingerprint: fingerprintOf(services, message, payer),
  });
  return answer ? answered(answer, keys.mak) : { kind: 'silence' };
}

/** 0220 with 60.1 = 25: gives a payment back, found by its reference number and day. */
export async function takeRefund(services: Services, ask: Ask, heard: Proven): Promise<Outcome> {
  const { gate, keys } = heard;
  const { message } = heard;
  const [amount, rrn] = [amountOf(message), textOf(message, 37)?.trim()];
  if (!amount || rrn === undefined) return answered({ code: FORMAT_ERROR }, keys.mak);
  if (amount.minor === 0n) return answered({ code: '13' }, keys.mak);
  const date = readF61(textOf(message, 61) ?? '')?.date;
  const payer = payerOf(message);
  const answer = await refundPayment(services, ask, {
    key: keyOf(gate, heard),
    amount,
    original: { rrn, ...(date === undefined ? {} : { date }) },
    ...(payer === undefined ? {} : { payer }),
    fingerprint: fingerprintOf(services, message, payer),
  });
  return answer ? answered(answer, keys.mak) : { kind: 'silence' };
}

/** 0400: whatever the terminal got no answer for is taken back. */
export async function takeReversal(services: Services, ask: Ask, heard: Proven): Promise<Outcome> {
  const { gate, keys } = heard;
  const amount = amountOf(heard.message);
  if (!amount) return answered({ code: FORMAT_ERROR }, keys.mak);
  const answer = await reversePayment(services, ask, {
    key: keyOf(gate, heard),
    of: heard.f60.type === '23' ? 'void' : 'sale',
    amount,
    fingerprint: fingerprintOf(services, heard.message, payerOf(heard.message)),
  });
  return answered(answer, keys.mak);
}

function answered(
  answer: Answer,
  mak: MacKey,
  more: Readonly<Record<number, FieldValue>> = {},
): Outcome {
  return {
    kind: 'answered',
    code: answer.code,
    fields: { ...paymentFields(answer), ...more },
    mak,
  };
}

/** F59 A4: what a QR payment is called when it is taken back. */
function voucherOf({ rrn }: Answer): Record<number, FieldValue> {
  if (rrn === undefined) return {};
  return { 59: writeF59([{ tag: F59_VOUCHER, value: fromAscii(rrn.padStart(20, '0')) }]) };
}

function amountOf(message: Message): Money | undefined {
  const digits = textOf(message, 4);
  const isOurs = (textOf(message, 49) ?? CURRENCY) === CURRENCY;
  return digits === undefined || !isOurs ? undefined : money(BigInt(digits));
}

/** The card number from F2, or from track 2 before its separator; or the code from F59 A3. */
function payerOf(message: Message): Payer | undefined {
  const pan = textOf(message, 2) ?? /^(\d{13,19})[D=]/.exec(textOf(message, 35) ?? '')?.[1];
  if (pan !== undefined)
    return /^\d{13,19}$/.test(pan) ? { kind: 'card', pan: secret(pan) } : undefined;
  const code = tlvValue(readF59(bytesOf(message, 59) ?? fromText(message)) ?? [], F59_PAY_CODE);
  const text = code && toAscii(code);
  return text === undefined ? undefined : { kind: 'qr', code: secret(text) };
}

function fromText(message: Message): Uint8Array {
  return fromAscii(textOf(message, 59) ?? '');
}

type Read = { readonly message: Message; readonly payer: Payer; readonly pik: KeyUse };

/** How the card was read, and its PIN translated to the zone key; undefined: no PIN block (99). */
function readingOf(services: Services, { message, payer, pik }: Read): Reading | undefined {
  const entryMode = textOf(message, 22) ?? '000';
  const sealed = bytesOf(message, 52);
  if (!sealed || payer.kind !== 'card') return { entryMode };
  const pan = payer.pan.reveal();
  const withPan = textOf(message, 53)?.startsWith('1') !== true;
  const clear = openPin(sealed, pik);
  const pin = pinFrom(clear, withPan ? pan : undefined);
  if (pin === undefined) return undefined;
  const zone = { key: zoneKeyOf(services.config), cipher: nativeDes };
  return { entryMode, pinBlock: sealPin(pinBlock(pin, pan), zone) };
}

/** What a repeat must have in common: everything but clock, PIN, chip cryptogram and MAC. */
function fingerprintOf({ keeper }: Services, message: Message, payer: Payer | undefined): string {
  const who = payer?.kind === 'card' ? payer.pan.reveal() : payer?.code.reveal();
  const parts = [3, 4, 22, 25, 49, 61].map((field) => textOf(message, field) ?? '');
  return keeper.blind('exchange', JSON.stringify([who ?? '', ...parts]));
}
