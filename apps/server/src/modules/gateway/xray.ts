import { describe, toHex, unionpay, type DescribedPart } from '@kaitong/iso8583';

/** A part of a frame as it is kept: covered, and without its name, which depends on the reader. */
export type StoredPart = Omit<DescribedPart, 'name'>;

export type StoredXray = {
  readonly bytes: number;
  /** Two letters a byte; `**` where the byte must not be kept. */
  readonly hex: string;
  readonly parts: readonly StoredPart[];
  readonly error?: { readonly offset: number; readonly path: string; readonly reason: string };
};

/** Takes a frame apart for people; what must not be kept is covered before it leaves memory. */
export function xrayOf(frame: Uint8Array): StoredXray {
  const { parts, error } = describe(unionpay, frame);
  const isSure = error === undefined || isHeadOfOurs(parts);
  const plain = isSure ? parts.filter(({ path }) => PLAIN.has(path)) : FIRST_BYTES;
  return {
    bytes: frame.length,
    hex: hexOf(frame, plain),
    parts: parts.map((part) => kept(part, isSure)),
    ...(error ? { error } : {}),
  };
}

/** Fields whose bytes say no more than their text does, and never a card, a PIN or a key. */
const PLAIN_FIELDS = [
  3, 4, 11, 12, 13, 15, 22, 23, 25, 26, 32, 37, 38, 39, 41, 42, 49, 53, 60, 61, 64,
];
const PLAIN: ReadonlySet<string> = new Set(
  ['tpdu', 'header', 'mti', 'bitmap'].concat(PLAIN_FIELDS.map((field) => `F${field}`)),
);

/**
 * Whether the head of a frame that breaks off is where we think it is. A terminal that leaves out the
 * TPDU would put its card number where we expect the bitmap, so then nothing is shown.
 */
function isHeadOfOurs(parts: readonly DescribedPart[]): boolean {
  return HEAD.every(([path, begins]) => {
    const part = parts.find((one) => one.path === path);
    return part?.shown.startsWith(begins) === true;
  });
}

const HEAD = [
  ['tpdu', '60'],
  ['header', '6'],
  ['mti', '0'],
] as const;

/** Enough to see what kind of stranger it is. */
const FIRST_BYTES = [{ offset: 0, length: 2 }] as const;

type Span = Pick<DescribedPart, 'offset' | 'length'>;

function hexOf(frame: Uint8Array, plain: readonly Span[]): string {
  const letters = toHex(frame);
  let hex = '';
  let at = 0;
  for (const { offset, length } of plain) {
    const end = Math.min(offset + length, frame.length);
    hex += '**'.repeat(offset - at) + letters.slice(2 * offset, 2 * end);
    at = end;
  }
  return hex + '**'.repeat(frame.length - at);
}

/** These are long numbers by nature: the merchant's number, F53 with its zeros, a MAC. */
const LONG_NUMBERS: ReadonlySet<string> = new Set(['F42', 'F53', 'F60', 'F61', 'F64', 'bitmap']);

function kept({ path, field, offset, length, shown }: DescribedPart, isSure: boolean): StoredPart {
  return {
    path,
    ...(field === undefined ? {} : { field }),
    offset,
    length,
    shown: isSure ? covered(path, shown) : '***',
  };
}

/** The last net: a card number may stand where none belongs. */
function covered(path: string, shown: string): string {
  if (LONG_NUMBERS.has(path)) return shown;
  return shown.replaceAll(/\d{13,}/g, (run) => `${run.slice(0, 6)}***${run.slice(-4)}`);
}
