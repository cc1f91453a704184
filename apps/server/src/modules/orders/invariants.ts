import type { Invariant } from '#ledger';

/** Rules that tie our tables to the books. */
export const orderInvariants: readonly Invariant[] = [
  {
    id: 'L17',
    words: 'ledger.invariant.L17',
    sql: `
      select coalesce(d.merchant_id, b.merchant_id) as merchant_id, d.held, b.booked
      from (
        select merchant_id, sum(amount_minor) as held from deposit
        where status in ('collected', 'accumulating', 'extended', 'qualified')
        group by merchant_id
      ) d full join (
        select merchant_id, credits_minor - debits_minor as booked from balance
        where code = '2200' and layer = 0
      ) b on b.merchant_id = d.merchant_id
      where coalesce(d.held, 0) <> coalesce(b.booked, 0)`,
  },
];
