/**
 * F48 in its four uses: totals of a settlement, transactions of an upload, their count at its end,
 * and a tip (docs/protocol.md §2.3). Readers are total: text that does not fit gives `undefined`.
 */
import { fixedDigits } from './decimal.ts';

/** Whether both sides count the same: the host's verdict, `0` while it is still the question. */
export type SettlementFlag = '0' | '1' | '2' | '3';
export const SETTLEMENT_EQUAL = '1';
export const SETTLEMENT_UNEQUAL = '2';

/** Sales and completions are debits; refunds and voids are credits. Amounts in fen. */
export type CardTotals = {
  readonly debitMinor: bigint;
  readonly debitCount: number;
  readonly creditMinor: bigint;
  readonly creditCount: number;
  readonly flag: SettlementFlag;
};

/** F48 of a settlement: cards of the country, then foreign cards. */
export type SettlementTotals = { readonly domestic: CardTotals; readonly foreign: CardTotals };

export const NO_CARDS: CardTotals = {
  debitMinor: 0n,
  debitCount: 0,
  creditMinor: 0n,
  creditCount: 0,
  flag: '0',
};

const TOTALS = /^(\d{12})(\d{3})(\d{12})(\d{3})([0-3])$/;

export function readTotals(digits: string): SettlementTotals | undefined {
  const domestic = readCardTotals(digits.slice(0, 31));
  const foreign = readCardTotals(digits.slice(31));
  return domestic === undefined || foreign === undefined ? undefined : { domestic, foreign };
}

function readCardTotals(digits: string): CardTotals | undefined {
  const match = TOTALS.exec(digits);
  if (match === null) return undefined;
  const [, debit = '', debits = '', credit = '', credits = '', flag = ''] = match;
  return {
    debitMinor: BigInt(debit),
    debitCount: Number(debits),
    creditMinor: BigInt(credit),
    creditCount: Number(credits),
    flag: flag as SettlementFlag,
  };
}

export function writeTotals({ domestic, foreign }: SettlementTotals): string {
  return writeCardTotals(domestic) + writeCardTotals(foreign);
}

function writeCardTotals(totals: CardTotals): string {
  const digits = [
    fixedDigits(totals.debitMinor, 12),
    fixedDigits(totals.debitCount, 3),
    fixedDigits(totals.creditMinor, 12),
    fixedDigits(totals.creditCount, 3),
    totals.flag,
  ];
  return digits.join('');
}

/** One transaction in a batch upload. */
export type UploadedDetail = {
  readonly isForeign: boolean;
  readonly trace: string;
  readonly pan: string;
  readonly amountMinor: bigint;
};

export const UPLOADED_DETAILS_MAX = 8;

export function readDetails(digits: string): UploadedDetail[] | undefined {
  const match = /^(\d{2})((?:0[01]\d{38})*)$/.exec(digits);
  if (match === null) return undefined;
  const [, count = '', all = ''] = match;
  const details = all.match(/.{40}/g) ?? [];
  if (details.length !== Number(count) || details.length > UPLOADED_DETAILS_MAX) return undefined;
  return details.map((each) => ({
    isForeign: each.startsWith('01'),
    trace: each.slice(2, 8),
    pan: each.slice(8, 28).replace(/^0+/, ''),
    amountMinor: BigInt(each.slice(28)),
  }));
}

export function writeDetails(details: readonly UploadedDetail[]): string {
  if (details.length > UPLOADED_DETAILS_MAX) throw new RangeError('at most 8 details a message');
  const each = details.map(
    ({ isForeign, trace, pan, amountMinor }) =>
      (isForeign ? '01' : '00') + trace + pan.padStart(20, '0') + fixedDigits(amountMinor, 12),
  );
  return fixedDigits(details.length, 2) + each.join('');
}

/** F48 at the end of an upload: how many transactions were uploaded, four digits. */
export function readUploadedCount(digits: string): number | undefined {
  return /^\d{4}$/.test(digits) ? Number(digits) : undefined;
}

/** F48 of the message that ends an upload. */
export function writeUploadedCount(count: number): string {
  return fixedDigits(count, 4);
}

/** F48 of a tip (F60.1 is `34`): twelve digits, in fen. */
export function readTip(digits: string): bigint | undefined {
  return /^\d{12}$/.test(digits) ? BigInt(digits) : undefined;
}

/** F48 of a tip, in fen. */
export function writeTip(tipMinor: bigint): string {
  return fixedDigits(tipMinor, 12);
}

/** What F48 holds: its use is told by the message, not by the field. */
export type F48 =
  | { readonly use: 'totals'; readonly totals: SettlementTotals }
  | { readonly use: 'details'; readonly details: readonly UploadedDetail[] }
  | { readonly use: 'count'; readonly count: number }
  | { readonly use: 'tip'; readonly tipMinor: bigint };

/** Reads F48 by its message: the MTI, and F60.3 where two uses share one. */
export function readF48(
  digits: string,
  { mti, code }: { readonly mti: string; readonly code: string | undefined },
): F48 | undefined {
  if (mti.startsWith('05')) {
    const totals = readTotals(digits);
    return totals && { use: 'totals', totals };
  }
  if (mti.startsWith('032') || mti.startsWith('033')) {
    if (code !== '201') {
      const count = readUploadedCount(digits);
      return count === undefined ? undefined : { use: 'count', count };
    }
    const details = readDetails(digits);
    return details && { use: 'details', details };
  }
  const tipMinor = readTip(digits);
  return tipMinor === undefined ? undefined : { use: 'tip', tipMinor };
}
