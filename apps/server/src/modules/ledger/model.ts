import { assert, dayOf, money, type Currency, type Day, type Money } from '@kaitong/values';
import { templates, type Leg, type Template } from './templates.ts';

/** The accounts that belong to no merchant stand under this name. Written by batch work only. */
export const HOUSE = 'house';

const HOUR_MS = 3_600_000;

/**
 * The business day of a moment. It ends at 23:00 in Shanghai, when the card network cuts its day;
 * what comes later belongs to the next.
 */
export function businessDayOf(moment: Date): Day {
  return dayOf(new Date(moment.getTime() + HOUR_MS));
}

/** On which side each account grows. The same table stands in the database, which a test compares. */
export const sides = {
  '1100': 'D',
  '1110': 'D',
  '1195': 'D',
  '1200': 'D',
  '1210': 'D',
  '1500': 'D',
  '1910': 'D',
  '2100': 'C',
  '2110': 'C',
  '2120': 'C',
  '2130': 'C',
  '2140': 'C',
  '2200': 'C',
  '2910': 'C',
  '4100': 'C',
  '4110': 'C',
  '4120': 'C',
  '4130': 'C',
  '4140': 'C',
  '4900': 'C',
  '5100': 'D',
  '5200': 'D',
  '5400': 'D',
  '5500': 'D',
  '5900': 'D',
  '9100': 'D',
  '9101': 'C',
} as const;
export type AccountCode = keyof typeof sides;
export type Side = 'D' | 'C';

/** What a journal is about: at most one journal of a kind for a source. */
export type Source = { readonly type: string; readonly id: string };

type Kind = keyof typeof templates;
type AmountName<K extends Kind> = (typeof templates)[K]['legs'][number]['amounts'][number];

/** What to post: a kind of journal, and its named amounts. */
export type Entry = {
  [K in Kind]: {
    readonly merchantId: string;
    readonly kind: K;
    readonly source: Source;
    readonly valueDay: Day;
    readonly amounts: { readonly [A in AmountName<K>]: Money };
  };
}[Kind];

/** A line that moves a positive amount to one side of an account. */
export type Line = {
  readonly code: AccountCode;
  readonly layer: 0 | 1;
  readonly side: Side;
  readonly amount: Money;
};

/** A whole journal that is ready to be written. */
export type Draft = {
  readonly merchantId: string;
  readonly kind: string;
  readonly source: Source;
  readonly valueDay: Day;
  readonly reversalOf?: string;
  readonly lines: readonly Line[];
};

/** Fills the template of an entry. Lines of zero are left out. */
export function draftOf(entry: Entry): Draft {
  const { amounts, ...rest } = entry;
  const template: Template = templates[entry.kind];
  const lines = template.legs.flatMap((leg) => lineOf(leg, { template, amounts }));
  assertBalanced(lines);
  return { ...rest, lines };
}

function lineOf(
  leg: Leg,
  { template, amounts }: { template: Template; amounts: Readonly<Record<string, Money>> },
): Line[] {
  const total = leg.amounts.reduce<bigint>((sum, name) => sum + minorOf(amounts, name), 0n);
  if (total === 0n) return [];
  assert(total > 0n || template.signed, 'an amount below zero in a journal that has one direction');
  const side = total > 0n ? leg.side : opposite(leg.side);
  const amount = money(total < 0n ? -total : total, currencyOf(amounts));
  return [{ code: leg.code, layer: template.layer ?? 0, side, amount }];
}

function minorOf(amounts: Readonly<Record<string, Money>>, name: string): bigint {
  const amount = amounts[name];
  assert(amount, `the journal needs the amount ${name}`);
  return amount.minor;
}

function currencyOf(amounts: Readonly<Record<string, Money>>): Currency {
  const currencies = new Set(Object.values(amounts).map(({ currency }) => currency));
  const [currency] = currencies;
  assert(currency && currencies.size === 1, 'a journal is in one currency');
  return currency;
}

/** The same lines with their sides swapped: what takes a journal back. */
export function mirror(lines: readonly Line[]): Line[] {
  return lines.map((line) => ({ ...line, side: opposite(line.side) }));
}

function opposite(side: Side): Side {
  return side === 'D' ? 'C' : 'D';
}

export function assertBalanced(lines: readonly Line[]): void {
  assert(lines.length >= 2, 'a journal has two lines at least');
  const sums = new Map<string, bigint>();
  for (const { amount, layer, side } of lines) {
    assert(amount.minor > 0n, 'a posting moves a positive amount');
    const key = `${amount.currency} ${layer}`;
    const signed = side === 'D' ? amount.minor : -amount.minor;
    sums.set(key, (sums.get(key) ?? 0n) + signed);
  }
  assert(
    [...sums.values()].every((sum) => sum === 0n),
    'debits and credits are equal',
  );
}

/** A balance in its account's own direction. */
export function balanceIn(
  code: AccountCode,
  { debits, credits }: { debits: bigint; credits: bigint },
): bigint {
  return sides[code] === 'D' ? debits - credits : credits - debits;
}
