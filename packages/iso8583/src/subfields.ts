/**
 * What UnionPay packs inside F48, F60, F61 and F63 (docs/protocol.md §2.3, §2.8–§2.10).
 * Readers are total: text that does not fit gives `undefined`.
 */

/** F60: what kind of message this is, and in which batch. */
export type F60 = {
  /** 60.1: `22` sale, `23` void, `25` refund, `00` management. */
  readonly type: string;
  /** 60.2: six digits, given by the host at sign-in. */
  readonly batch: string;
  /** 60.3: network management code, `000` for business. */
  readonly code: string;
  /** 60.4: what the terminal can read: `2` magnetic, `5` chip, `6` also contactless. */
  readonly capability?: string;
  /** 60.5: `0` no condition, `1` and `2` fallback from chip. */
  readonly condition?: string;
  /** 60.6: whether a part of the amount may be approved. */
  readonly partial?: string;
  /** 60.7: three digits. */
  readonly account?: string;
};

export function readF60(digits: string): F60 | undefined {
  const match = /^(\d{2})(\d{6})(\d{3})(\d)?(\d)?(\d)?(\d{3})?\d*$/.exec(digits);
  if (match === null) return undefined;
  const [, type = '', batch = '', code = '', capability, condition, partial, account] = match;
  return {
    type,
    batch,
    code,
    ...(capability === undefined ? {} : { capability }),
    ...(condition === undefined ? {} : { condition }),
    ...(partial === undefined ? {} : { partial }),
    ...(account === undefined ? {} : { account }),
  };
}

/** Ends at the last sub-field in use; unused ones before it are zeros. */
export function writeF60({ type, batch, code, ...tail }: F60): string {
  const { capability, condition, partial, account } = tail;
  const used = [capability, condition, partial, account];
  const last = used.findLastIndex((part) => part !== undefined);
  return [type, batch, code, ...used.slice(0, last + 1).map((part) => part ?? '0')].join('');
}

/** F61: the message that this one refers to. */
export type F61 = {
  readonly batch: string;
  readonly trace: string;
  /** MMDD; zeros when unknown. */
  readonly date?: string;
};

export function readF61(digits: string): F61 | undefined {
  const match = /^(\d{6})(\d{6})(\d{4})?\d*$/.exec(digits);
  if (match === null) return undefined;
  const [, batch = '', trace = '', date] = match;
  return date === undefined ? { batch, trace } : { batch, trace, date };
}

export function writeF61({ batch, trace, date = '' }: F61): string {
  return batch + trace + date;
}

/** F63: operator in requests, card organisation in answers, then text to print (GBK bytes). */
export type F63 = { readonly organisation: string; readonly text: string };

export function readF63(text: string): F63 {
  return { organisation: text.slice(0, 3), text: text.slice(3) };
}

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
    fixed(totals.debitMinor, 12),
    fixed(totals.debitCount, 3),
    fixed(totals.creditMinor, 12),
    fixed(totals.creditCount, 3),
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
      (isForeign ? '01' : '00') + trace + pan.padStart(20, '0') + fixed(amountMinor, 12),
  );
  return fixed(details.length, 2) + each.join('');
}

/** An amount, in fen, as F4 writes it. */
export function writeAmount(amountMinor: bigint): string {
  return fixed(amountMinor, 12);
}

function fixed(value: bigint | number, size: number): string {
  const digits = String(value);
  if (!/^\d+$/.test(digits) || digits.length > size)
    throw new RangeError(`does not fit ${size} digits`);
  return digits.padStart(size, '0');
}
