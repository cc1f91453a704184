/** F54: balances in an answer, or what an additional pre-authorisation adds up to (§2.5). */
import { fixedDigits } from './decimal.ts';

/** One balance: whose account, which kind of amount, and how much of it. */
export type Balance = {
  /** `10` savings, `30` credit. */
  readonly account: string;
  /** `02` available, `03` limit. */
  readonly kind: string;
  /** ISO 4217 number: `156` is the yuan. */
  readonly currency: string;
  /** Below zero when the card holder owes it. In the smallest unit of the currency. */
  readonly amountMinor: bigint;
};

export type F54 =
  | { readonly use: 'balances'; readonly balances: readonly Balance[] }
  | { readonly use: 'cumulative'; readonly amountMinor: bigint };

const BALANCE = /^(\d{2})(\d{2})(\d{3})([CD])(\d{12})$/;
const CUMULATIVE = /^TA(\d{12})[ 0]{6}$/;
const BALANCE_CHARS = 20;

/** Reads F54; nothing when it is neither form. */
export function readF54(text: string): F54 | undefined {
  const cumulative = CUMULATIVE.exec(text)?.[1];
  if (cumulative !== undefined) return { use: 'cumulative', amountMinor: BigInt(cumulative) };
  if (text.length === 0 || text.length % BALANCE_CHARS !== 0) return undefined;
  const balances: Balance[] = [];
  for (let at = 0; at < text.length; at += BALANCE_CHARS) {
    const balance = readBalance(text.slice(at, at + BALANCE_CHARS));
    if (balance === undefined) return undefined;
    balances.push(balance);
  }
  return { use: 'balances', balances };
}

function readBalance(text: string): Balance | undefined {
  const match = BALANCE.exec(text);
  if (match === null) return undefined;
  const [, account = '', kind = '', currency = '', sign = '', amount = ''] = match;
  return { account, kind, currency, amountMinor: BigInt(amount) * (sign === 'D' ? -1n : 1n) };
}

/** F54 of an answer. */
export function writeF54(held: F54): string {
  if (held.use === 'cumulative') return `TA${fixedDigits(held.amountMinor, 12)}000000`;
  return held.balances.map(writeBalance).join('');
}

function writeBalance({ account, kind, currency, amountMinor }: Balance): string {
  const [sign, size] = amountMinor < 0n ? ['D', -amountMinor] : ['C', amountMinor];
  const text = account + kind + currency + sign + fixedDigits(size, 12);
  if (!BALANCE.test(text)) throw new RangeError('a balance of F54 has two, two and three digits');
  return text;
}
