import { ledgerInvariants, type Invariant } from '#ledger';
import { paymentInvariants } from '#payments';

/** Rules that tie payouts and statements to the books. */
const settlementInvariants: readonly Invariant[] = [
  {
    id: 'L10',
    words: 'ledger.invariant.L10',
    sql: `
      select p.merchant_id, p.id as payout_id, p.amount_minor, l.lines
      from payout p left join (
        select merchant_id, payout_id, sum(amount_minor) as lines from payout_line
        group by merchant_id, payout_id
      ) l on l.merchant_id = p.merchant_id and l.payout_id = p.id
      where l.lines is distinct from p.amount_minor
      union all
      select f.merchant_id, f.id, f.amount_minor, j.booked
      from payout f left join (
        select j.merchant_id, j.source_id, sum(p.amount_minor) as booked
        from journal j join posting p on p.merchant_id = j.merchant_id and p.journal_id = j.id
        where j.kind = 'payout' and p.code = '2110' group by j.merchant_id, j.source_id
      ) j on j.merchant_id = f.merchant_id and j.source_id = f.id
      where j.booked is distinct from f.amount_minor`,
  },
];

/** Every rule of money that the house knows, in the order of their numbers. */
export const allInvariants: readonly Invariant[] = [
  ...ledgerInvariants,
  ...paymentInvariants,
  ...settlementInvariants,
].toSorted((a, b) => Number(a.id.replaceAll(/\D/g, '')) - Number(b.id.replaceAll(/\D/g, '')));
