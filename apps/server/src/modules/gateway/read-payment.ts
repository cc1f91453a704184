/** What a payment message says, read into the words of the verbs. */
import {
  bytesOf,
  F59_PAY_CODE,
  F59_VOUCHER,
  F59_PIN,
  fromAscii,
  readBerTlv,
  readF59,
  readF61,
  textOf,
  tlvValue,
  toAscii,
  type Message,
} from '@kaitong/iso8583';
import { money, secret, type Money } from '@kaitong/values';
import type { Original, Payer, Reading } from '#payments';
import type { HeldKey } from '#platform/hsm/port';
import type { Services } from '#platform/services';
import type { Heard } from './model.ts';

const CURRENCY = '156';

export function amountOf(message: Message): Money | undefined {
  const digits = textOf(message, 4);
  const isOurs = (textOf(message, 49) ?? CURRENCY) === CURRENCY;
  return digits === undefined || !isOurs ? undefined : money(BigInt(digits));
}

/** The card number from F2, or from track 2 before its separator; or the code from F59 A3. */
export function payerOf(message: Message): Payer | undefined {
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

type Read = { readonly heard: Heard; readonly payer?: Payer | undefined; readonly pik: HeldKey };

/** How the card was read, and its PIN translated to the zone key; undefined: no PIN block (99). */
export async function readingOf(
  services: Services,
  { heard, payer, pik }: Read,
): Promise<Reading | undefined> {
  const { message, f60 } = heard;
  const reading = { entryMode: textOf(message, 22) ?? '000', partial: f60.partial === '1' };
  const sealed = sealedPinOf(message);
  if (!sealed || payer?.kind !== 'card') return reading;
  const pan = payer.pan.reveal();
  const isFree = textOf(message, 53)?.startsWith('1') === true;
  const pin = services.hsm.translatePin({
    sealed,
    from: isFree ? { key: pik, format: 'withoutPan' } : { key: pik, format: 'iso0', pan },
    to: { key: await services.zoneKeys.pin(), format: 'iso0', pan },
  });
  return pin && { ...reading, pinBlock: pin };
}

/** F52; or, under SM4, F59 A1 while F52 is zeros (protocol.md §4.4). */
function sealedPinOf(message: Message): Uint8Array | undefined {
  const block = bytesOf(message, 52);
  if (block?.some((byte) => byte !== 0) !== false) return block;
  const wide = tlvValue(readF59(bytesOf(message, 59) ?? fromText(message)) ?? [], F59_PIN);
  return wide ?? block;
}

const MEANT = [3, 4, 22, 25, 49, 61] as const;
/** What follows another also names its approval, and a tip its size. */
const MEANT_TOO = [38, 48] as const;
const PLAIN: ReadonlySet<string> = new Set(['22', '23', '25']);

/** What a repeat must have in common: everything but clock, PIN, chip cryptogram and MAC. */
export function fingerprintOf(
  { keeper }: Services,
  { message, f60 }: Heard,
  payer: Payer | undefined,
): string {
  const who = payer?.kind === 'card' ? payer.pan.reveal() : payer?.code.reveal();
  const fields = PLAIN.has(f60.type) ? MEANT : [...MEANT, ...MEANT_TOO];
  const parts = fields.map((field) => textOf(message, field) ?? '');
  return keeper.blind('exchange', JSON.stringify([who ?? '', ...parts]));
}

/** F59 A4: what an earlier answer called the order. */
export function voucherIn(message: Message): string | undefined {
  const found = tlvValue(readF59(bytesOf(message, 59) ?? fromText(message)) ?? [], F59_VOUCHER);
  return found && toAscii(found);
}

/** F61, F38 and F37: how the message names the one that it follows. */
export function originalOf(message: Message): Original | undefined {
  const named = readF61(textOf(message, 61) ?? '');
  if (!named) return undefined;
  const [authCode, rrn] = [textOf(message, 38)?.trim(), textOf(message, 37)?.trim()];
  return {
    batchNo: named.batch,
    trace: named.trace,
    ...(named.date === undefined ? {} : { date: named.date }),
    ...(authCode === undefined ? {} : { authCode }),
    ...(rrn === undefined ? {} : { rrn }),
  };
}

/** F48 of an adjustment: the tip. */
export function tipOf(message: Message): Money | undefined {
  const digits = textOf(message, 48);
  return digits !== undefined && /^\d{12}$/.test(digits) ? money(BigInt(digits)) : undefined;
}

/** Whether the chip approved by itself: authorisation response code Y1 or Y3 in tag 8A. */
export function isChipApproved(message: Message): boolean {
  const chip = bytesOf(message, 55);
  const said = chip && tlvValue(readBerTlv(chip) ?? [], '8A');
  return said !== undefined && ['Y1', 'Y3'].includes(toAscii(said) ?? '');
}
