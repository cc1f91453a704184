/** Money and rates, the only way they are shown: figures of one width, the sign close. */
import { formatMoney, formatRate, type Money, type Rate } from '@kaitong/values';
import { useLang } from '../words/language.ts';

export function MoneyText({ amount }: { amount: Money }) {
  return <span className="figures">{formatMoney(amount, useLang())}</span>;
}

export function RateText({ rate }: { rate: Rate }) {
  return <span className="figures">{formatRate(rate)}</span>;
}
