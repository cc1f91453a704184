import { createHash } from 'node:crypto';
import type { Day, Money } from '@kaitong/values';

export type PayoutOrder = {
  readonly payoutId: string;
  /** The whole number: this file is the only place where it stands in clear. */
  readonly account: string;
  readonly holder: string;
  readonly amount: Money;
};

export type PayoutFile = { readonly bytes: string; readonly sha256: string; readonly sum: bigint };

/**
 * A header, a line for each payout, a trailer with count, sum and hash. The same orders give the same
 * bytes, so that a file whose sending was interrupted can be sent again.
 */
export function writePayoutFile(
  { fileId, day }: { fileId: string; day: Day },
  orders: readonly PayoutOrder[],
): PayoutFile {
  const sorted = orders.toSorted((a, b) => (a.payoutId < b.payoutId ? -1 : 1));
  const rows = [
    ['H', fileId, day, 'CNY'],
    ...sorted.map(({ payoutId, account, holder, amount }) => [
      payoutId,
      account,
      holder.replaceAll(/[|\r\n]/g, ' '),
      amount.minor.toString(),
    ]),
  ];
  const body = rows.map((row) => `${row.join('|')}\n`).join('');
  const sum = sorted.reduce((total, { amount }) => total + amount.minor, 0n);
  const sha256 = createHash('sha256').update(body).digest('hex');
  return { bytes: `${body}T|${sorted.length}|${sum}|${sha256}\n`, sha256, sum };
}
