/**
 * The clearing file of the card network: fixed widths, one space between fields, a header, lines and
 * a trailer with count, sums and hash. A subset of the UnionPay general transaction file (IND…ACOM).
 * What is not right in every column is refused whole: half a file would be half a day's money.
 */
import { createHash } from 'node:crypto';
import { money, type Day, type Money } from '@kaitong/values';

export type LegKind = 'sale' | 'void' | 'reversal' | 'refund';

/** The keys by which the network knows a message: F11, F7, F32 and F33. */
export type NetworkKeys = {
  readonly trace: string;
  readonly sentAt: string;
  readonly acquirer: string;
  readonly forwarder: string;
};

export type ClearingLine = {
  readonly kind: LegKind;
  readonly keys: NetworkKeys;
  readonly card: string;
  readonly amount: Money;
  readonly terminalNo: string;
  readonly merchantNo: string;
  readonly reference: string;
  readonly authCode: string;
  /** What the network takes for a sale, or gives back with anything else. */
  readonly interchange: Money;
  readonly network: Money;
  readonly originalTrace: string;
};

export type ClearingFile = {
  readonly acquirer: string;
  readonly day: Day;
  readonly lines: readonly ClearingLine[];
  /** Sales less what was given back. */
  readonly gross: Money;
  /** What the network takes less what it gives back. */
  readonly fees: Money;
  readonly sha256: string;
};

type FileTrouble = 'truncated' | 'layout' | 'day' | 'count' | 'sum' | 'hash';
export type Read =
  | { readonly kind: 'read'; readonly file: ClearingFile }
  | { readonly kind: 'refused'; readonly reason: FileTrouble };

const HEADER = [3, 11, 8, 2, 4] as const;
const LINE = [11, 11, 6, 10, 19, 12, 4, 6, 8, 15, 12, 6, 2, 12, 12, 6] as const;
const TRAILER = [3, 10, 17, 17, 64] as const;

/** F0 and F3 of each kind of line. */
const KINDS: Readonly<Record<LegKind, readonly [mti: string, processing: string]>> = {
  sale: ['0200', '000000'],
  void: ['0200', '200000'],
  reversal: ['0400', '000000'],
  refund: ['0220', '200000'],
};

/** Reads the file of a day, or says what is wrong with it. */
export function readClearingFile(text: string, day: Day): Read {
  const rows = text.split('\n');
  // Every line ends with a line feed, so what comes after the last one is empty.
  if (rows.length < 3 || rows.pop() !== '') return refused('truncated');
  const [header, trailer] = [fieldsOf(rows[0], HEADER), fieldsOf(rows.at(-1), TRAILER)];
  if (!trailer || trailer[0] !== 'TRL') return refused('truncated');
  if (!header || header[0] !== 'HDR' || header[4] !== 'ACOM') return refused('layout');
  if (header[2] !== day.replaceAll('-', '')) return refused('day');
  const lines = rows.slice(1, -1).map((row) => lineOf(fieldsOf(row, LINE)));
  const known = lines.filter((line) => line !== undefined);
  if (known.length < lines.length) return refused('layout');
  const totals = totalsOf(known);
  const trouble = troubleOf(trailer, { lines: known, totals, text });
  if (trouble) return refused(trouble);
  const acquirer = header[1]?.trimEnd() ?? '';
  const sha256 = trailer[4] ?? '';
  return { kind: 'read', file: { acquirer, day, lines: known, ...totals, sha256 } };
}

function refused(reason: FileTrouble): Read {
  return { kind: 'refused', reason };
}

/** Cuts a row at its widths; undefined when a column is too wide, too narrow or not parted by a space. */
function fieldsOf(row: string | undefined, widths: readonly number[]): string[] | undefined {
  const total = widths.reduce((sum, width) => sum + width + 1, -1);
  if (row?.length !== total) return undefined;
  let at = 0;
  const fields = widths.map((width) => {
    const field = row.slice(at, at + width);
    const isParted = at + width === total || row[at + width] === ' ';
    at += width + 1;
    return isParted ? field : undefined;
  });
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

function lineOf(fields: string[] | undefined): ClearingLine | undefined {
  if (!fields) return undefined;
  const [acquirer = '', forwarder = '', trace = '', sentAt = '', card = '', amount = ''] = fields;
  const [, , , , , , mti, processing, terminalNo = '', merchantNo = '', reference = ''] = fields;
  const [authCode = '', answer = '', issuer = '', network = '', originalTrace = ''] =
    fields.slice(11);
  const kind = kindOf(mti, processing);
  const isRight =
    [trace, sentAt, amount, originalTrace].every((field) => /^\d+$/.test(field)) && answer === '00';
  if (!kind || !isRight) return undefined;
  const [interchangeFee, networkFee] = [feeOf(issuer, kind), feeOf(network, kind)];
  if (!interchangeFee || !networkFee) return undefined;
  return {
    kind,
    keys: { trace, sentAt, acquirer: acquirer.trimEnd(), forwarder: forwarder.trimEnd() },
    card: card.trimEnd(),
    amount: money(BigInt(amount)),
    terminalNo: terminalNo.trimEnd(),
    merchantNo: merchantNo.trimEnd(),
    reference: reference.trimEnd(),
    authCode: authCode.trimEnd(),
    interchange: interchangeFee,
    network: networkFee,
    originalTrace,
  };
}

function kindOf(mti: string | undefined, processing: string | undefined): LegKind | undefined {
  const found = Object.entries(KINDS).find(([, [m, p]]) => m === mti && p === processing);
  return found?.[0] as LegKind | undefined;
}

/** The sign is told by the kind of line; a fee on the wrong side is not understood. */
function feeOf(field: string, kind: LegKind): Money | undefined {
  const wanted = kind === 'sale' ? 'D' : 'C';
  if (!/^[CD]\d{11}$/.test(field)) return undefined;
  const minor = BigInt(field.slice(1));
  return field.startsWith(wanted) || minor === 0n ? money(minor) : undefined;
}

/** Which way a line moves money: 1n to us, -1n back. */
export function directionOf(kind: LegKind): 1n | -1n {
  return kind === 'sale' ? 1n : -1n;
}

type Totals = { readonly gross: Money; readonly fees: Money };

function totalsOf(lines: readonly ClearingLine[]): Totals {
  let [gross, fees] = [0n, 0n];
  for (const { kind, amount, interchange, network } of lines) {
    gross += directionOf(kind) * amount.minor;
    fees += directionOf(kind) * (interchange.minor + network.minor);
  }
  return { gross: money(gross), fees: money(fees) };
}

function troubleOf(
  [, count = '', gross = '', fees = '', hash = '']: readonly string[],
  { lines, totals, text }: { lines: readonly ClearingLine[]; totals: Totals; text: string },
): FileTrouble | undefined {
  if (count !== String(lines.length).padStart(10, '0')) return 'count';
  if (gross !== owed(totals.gross.minor) || fees !== taken(totals.fees.minor)) return 'sum';
  const body = text.slice(0, text.lastIndexOf('\nTRL ') + 1);
  return hash === sha256Of(body) ? undefined : 'hash';
}

/** `C` when the network owes us. */
function owed(minor: bigint): string {
  return `${minor < 0n ? 'D' : 'C'}${digits(minor)}`;
}

/** `D` when we pay. */
function taken(minor: bigint): string {
  return `${minor < 0n ? 'C' : 'D'}${digits(minor)}`;
}

function digits(minor: bigint, width = 16): string {
  return (minor < 0n ? -minor : minor).toString().padStart(width, '0');
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Writes the file as the network would: for tests, and for networks that ask for ours. */
export function writeClearingFile(file: Pick<ClearingFile, 'acquirer' | 'day' | 'lines'>): string {
  const header = ['HDR', file.acquirer.padEnd(11), file.day.replaceAll('-', ''), '01', 'ACOM'];
  const body = [header, ...file.lines.map(fieldsFrom)].map((row) => `${row.join(' ')}\n`).join('');
  const { gross, fees } = totalsOf(file.lines);
  const count = String(file.lines.length).padStart(10, '0');
  const trailer = ['TRL', count, owed(gross.minor), taken(fees.minor), sha256Of(body)];
  return `${body}${trailer.join(' ')}\n`;
}

function fieldsFrom(line: ClearingLine): string[] {
  const { keys, kind } = line;
  const sign = kind === 'sale' ? 'D' : 'C';
  return [
    keys.acquirer.padEnd(11),
    keys.forwarder.padEnd(11),
    keys.trace,
    keys.sentAt,
    line.card.padEnd(19),
    digits(line.amount.minor, 12),
    ...KINDS[kind],
    line.terminalNo.padEnd(8),
    line.merchantNo.padEnd(15),
    line.reference.padEnd(12),
    line.authCode.padEnd(6),
    '00',
    `${sign}${digits(line.interchange.minor, 11)}`,
    `${sign}${digits(line.network.minor, 11)}`,
    line.originalTrace,
  ];
}
