import type { CardTotals } from '@kaitong/iso8583';
import { money, toDecimal } from '@kaitong/values';
import type { Lang } from '@kaitong/values';
import { KINDS } from './kinds.ts';
import type { PaymentSlip, SettlementSlip, Slip } from './slip.ts';
import { COPY_NOTES, LABELS, READ_WORDS, REPRINT, TITLES } from './slip-words.ts';
import type { Label } from './slip-words.ts';

/** Lines for a printer with letters of one width; Chinese takes two columns. */
export function slipText(slip: Slip, lang: Lang, width = 32): string[] {
  const body = slip.kind === 'payment' ? paymentBody(slip, lang) : settlementBody(slip, lang);
  return [
    ...wrap(slip.merchantName, width).map((line) => centre(line, width)),
    ...wrap(TITLES[slip.kind === 'payment' ? slip.type : 'settlement'][lang], width).map((line) =>
      centre(line, width),
    ),
    ...(slip.isReprint === true ? [centre(REPRINT[lang], width)] : []),
    '-'.repeat(width),
    ...headRows(slip, lang).flatMap((row) => print(row, width)),
    '-'.repeat(width),
    ...body.flatMap((row) => print(row, width)),
    '-'.repeat(width),
    // Only a customer can confirm a payment; nobody signs the sums of a day.
    ...(slip.kind === 'payment' ? wrap(COPY_NOTES[lang], width) : []),
  ];
}

type Row = { readonly label: string; readonly value: string };

function headRows(slip: Slip, lang: Lang): Row[] {
  return rows(lang, [
    ['merchantNo', slip.merchantNo],
    ['terminalNo', slip.terminalNo],
    ['operator', slip.operator],
    ['batch', slip.batch],
    ['at', slip.at],
  ]);
}

function paymentBody(slip: PaymentSlip, lang: Lang): Row[] {
  return rows(lang, [
    ['card', slip.maskedCard],
    ['read', READ_WORDS[slip.read][lang]],
    ['issuer', slip.issuer || undefined],
    ['acquirer', slip.acquirer || undefined],
    ['trace', slip.trace],
    ['originalTrace', slip.originalTrace],
    ['rrn', slip.rrn],
    ['authCode', slip.authCode],
    ['voucher', slip.voucher],
    ['amount', `RMB ${decimal(signed(slip))}`],
  ]);
}

/** What goes back to the customer carries a minus, as on every slip in the country. */
function signed({ type, amountMinor }: PaymentSlip): bigint {
  return KINDS[type].givesBack ? -amountMinor : amountMinor;
}

function settlementBody({ totals, hostTotals, isEqual }: SettlementSlip, lang: Lang): Row[] {
  const ours = [
    ...sums(lang, 'domestic', totals.domestic),
    ...sums(lang, 'foreign', totals.foreign),
  ];
  if (isEqual) return [...ours, ...rows(lang, [['equal', '']])];
  return [
    ...ours,
    ...rows(lang, [['unequal', '']]),
    ...sums(lang, 'domestic', hostTotals.domestic),
    ...sums(lang, 'foreign', hostTotals.foreign),
  ];
}

function sums(lang: Lang, whose: 'domestic' | 'foreign', totals: CardTotals): Row[] {
  return rows(lang, [
    [whose, ''],
    ['debits', `${totals.debitCount} / ${decimal(totals.debitMinor)}`],
    ['credits', `${totals.creditCount} / ${decimal(totals.creditMinor)}`],
  ]);
}

/** Rows without a value to show are left out; an empty value is a heading. */
function rows(lang: Lang, pairs: readonly (readonly [Label, string | undefined])[]): Row[] {
  return pairs.flatMap(([label, value]) =>
    value === undefined ? [] : [{ label: LABELS[label][lang], value }],
  );
}

/** Label left and value right, on one line when it fits, else the value on lines of its own. */
function print({ label, value }: Row, width: number): string[] {
  if (value === '') return wrap(label, width);
  const gap = width - columns(label) - columns(value) - 1;
  if (gap >= 1) return [`${label}:${' '.repeat(gap)}${value}`];
  const below = wrap(value, width).map((line) => ' '.repeat(width - columns(line)) + line);
  return [...wrap(`${label}:`, width), ...below];
}

function centre(text: string, width: number): string {
  return ' '.repeat(Math.floor((width - columns(text)) / 2)) + text;
}

/** Cuts between characters where the line is full. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (columns(line + character) > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

/** How many columns a text takes. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) count += isWide(character) ? 2 : 1;
  return count;
}

/** East Asian wide and full-width characters (Unicode UAX #11, the blocks that occur here). */
function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(
    character,
  );
}

function decimal(minor: bigint): string {
  return toDecimal(money(minor));
}
