/**
 * Money is a whole number of minor units (fen for CNY) and a currency.
 *
 * bigint on purpose: `1n * 0.006` throws, so a float can not slip into an amount.
 */
import { assert } from './assert.ts';
import type { Lang, Words } from './lang.ts';

export const currencies = ['CNY', 'HKD', 'USD'] as const;
export type Currency = (typeof currencies)[number];
export type Money = { readonly minor: bigint; readonly currency: Currency };

/** Makes money from its minor units. */
export function money(minor: bigint, currency: Currency = 'CNY'): Money {
  return { minor, currency };
}

/** Reads what a person writes, '12.34' or '-5'. Anything else, even '12.345', is refused. */
export function yuan(text: string): Money {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) throw new RangeError(`not an amount in yuan: ${text}`);
  const [, sign, whole = '', part = ''] = match;
  const minor = BigInt(whole + part.padEnd(2, '0'));
  return money(sign === '-' ? -minor : minor);
}

/** Writes the amount as a plain decimal, '1234.56': for forms, files and columns. */
export function toDecimal(amount: Money): string {
  const { sign, whole, part } = pieces(amount);
  return `${sign}${whole}.${part}`;
}

export function add(a: Money, b: Money): Money {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  return money(a.minor - sameCurrency(a, b).minor, a.currency);
}

export function negate(amount: Money): Money {
  return money(-amount.minor, amount.currency);
}

/** The price of several of the same thing. */
export function times(price: Money, count: number): Money {
  assert(Number.isSafeInteger(count), `a count is a whole number, not ${count}`);
  return money(price.minor * BigInt(count), price.currency);
}

export function isZero(amount: Money): boolean {
  return amount.minor === 0n;
}

/** Adds up a list; the currency matters only when the list is empty. */
export function sum(amounts: readonly Money[], currency: Currency = 'CNY'): Money {
  const zero = money(0n, amounts[0]?.currency ?? currency);
  return amounts.reduce(add, zero);
}

/** Orders amounts: below 0 when a is less, above 0 when a is more. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  const other = sameCurrency(a, b).minor;
  if (a.minor === other) return 0;
  return a.minor < other ? -1 : 1;
}

const signs: Readonly<Record<Currency, Words>> = {
  CNY: { 'zh-Hans': '¥', 'zh-Hant': '¥', en: '¥' },
  HKD: { 'zh-Hans': 'HK$', 'zh-Hant': 'HK$', en: 'HK$' },
  USD: { 'zh-Hans': 'US$', 'zh-Hant': 'US$', en: '$' },
};

/** Writes the amount for people: '¥1,234.56', '-¥0.05'. */
export function formatMoney(amount: Money, lang: Lang): string {
  const { sign, whole, part } = pieces(amount);
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${sign}${signs[amount.currency][lang]}${grouped}.${part}`;
}

function pieces({ minor }: Money): { sign: '' | '-'; whole: string; part: string } {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, '0');
  return { sign: minor < 0n ? '-' : '', whole: digits.slice(0, -2), part: digits.slice(-2) };
}

function sameCurrency(a: Money, b: Money): Money {
  assert(a.currency === b.currency, `${a.currency} and ${b.currency} do not mix`);
  return b;
}
