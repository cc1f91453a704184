/**
 * F62 of the upload of chip transactions at settlement (0320): form 61 what the card approved, form
 * 71 what it refused or what a wrong issuer signed (docs/protocol.md §3.6 e, f).
 */
import { fromAscii, toAscii } from './bytes.ts';
import { fixedDigits } from './decimal.ts';

type Uploaded = {
  readonly isForeign: boolean;
  /** In the smallest unit of the currency. */
  readonly amountMinor: bigint;
  /** ISO 4217 number. */
  readonly currency: string;
};

export type ChipUpload =
  | ({ readonly form: '61' } & Uploaded)
  | ({
      readonly form: '71';
      /** `11`, `13` or `05`: why it is reported. */
      readonly reason: string;
      /** `1` the card refused (AAC), `2` it asked the issuer (ARPC). */
      readonly cryptogram: string;
      /** `1` the issuer's answer was right, `2` it was not. */
      readonly issuerResult: string;
    } & Uploaded);

const APPROVED = /^61(0[01])00(\d{12})(\d{3})$/;
const REFUSED = /^71(0[01])(\d{2})(\d{12})(\d{3})([12])(\d)$/;

/** Reads either form. */
export function readChipUpload(bytes: Uint8Array): ChipUpload | undefined {
  const text = toAscii(bytes) ?? '';
  const approved = APPROVED.exec(text);
  if (approved !== null) {
    const [, card = '', amount = '', currency = ''] = approved;
    return { form: '61', isForeign: card === '01', amountMinor: BigInt(amount), currency };
  }
  const refused = REFUSED.exec(text);
  if (refused === null) return undefined;
  const [, card = '', reason = '', amount = '', currency = '', cryptogram = '', result = ''] =
    refused;
  return {
    form: '71',
    isForeign: card === '01',
    reason,
    amountMinor: BigInt(amount),
    currency,
    cryptogram,
    issuerResult: result,
  };
}

/** Writes either form. */
export function writeChipUpload(upload: ChipUpload): Uint8Array {
  const card = upload.isForeign ? '01' : '00';
  const amount = fixedDigits(upload.amountMinor, 12) + upload.currency;
  const text =
    upload.form === '61'
      ? `61${card}00${amount}`
      : `71${card}${upload.reason}${amount}${upload.cryptogram}${upload.issuerResult}`;
  if (readChipUpload(fromAscii(text)) === undefined)
    throw new RangeError(`a chip upload of form ${upload.form} has parts of fixed length`);
  return fromAscii(text);
}
