import type { Invariant } from '#ledger';

const STANDS = `('approved', 'cleared', 'void_pending', 'void_unknown')`;
const UNDONE = `('voided', 'reversed', 'reversal_pending')`;
const NEVER_TOOK = `('refused', 'sending', 'declined', 'unknown', 'waiting', 'shown')`;
/** A hold that stands: the card's money is not free. */
const LIVE_HOLD = `('held', 'completing', 'void_pending', 'void_unknown')`;

/** What always holds between payments, their journals and their batches (money.md §2.3). */
export const paymentInvariants: readonly Invariant[] = [
  {
    id: 'L5',
    words: 'payments.invariant.L5',
    sql: `
      with sold as (
        select p.merchant_id, p.id, p.kind, p.status, p.amount_minor,
          count(distinct j.id) filter (where j.kind = 'sale') as sales,
          count(distinct j.id) filter (
            where j.source_type = p.journal_type and j.source_id = p.journal_id and j.kind = p.journal_kind
          ) as standing,
          coalesce(sum(l.amount_minor) filter (
            where j.kind = 'sale' and l.code = '2100' and l.side = 'C'
          ), 0) as posted
        from payment p
        left join journal j on j.merchant_id = p.merchant_id and (
          (j.source_type = 'payment' and j.source_id = p.id)
          or (j.source_type = p.journal_type and j.source_id = p.journal_id)
        )
        left join posting l on l.merchant_id = j.merchant_id and l.journal_id = j.id
        group by p.merchant_id, p.id, p.kind, p.status, p.amount_minor
      )
      select merchant_id, id, status, amount_minor, posted from sold
      where (kind <> 'preauth' and status in ${STANDS} and (sales <> 1 or standing <> 1 or posted <> amount_minor))
        or ((kind = 'preauth' or status in ${NEVER_TOOK}) and sales <> 0)
      union all
      select j.merchant_id, j.source_id, 'no payment', 0, 0 from journal j
      where j.kind = 'sale' and j.source_type = 'payment' and not exists (
        select 1 from payment p where p.merchant_id = j.merchant_id and p.id = j.source_id
      )`,
  },
  {
    id: 'L6',
    words: 'payments.invariant.L6',
    sql: `
      select p.merchant_id, p.id, p.status, l.code, sum(l.signed_minor) as off
      from payment p
      join journal j on j.merchant_id = p.merchant_id and (
        (j.source_type = 'payment' and j.source_id = p.id)
        or (j.source_type = 'void' and j.source_id in (
          select r.id from refund r where r.merchant_id = p.merchant_id and r.payment_id = p.id
        ))
      )
      join posting l on l.merchant_id = j.merchant_id and l.journal_id = j.id
      where p.status in ${UNDONE} and l.layer = 0
      group by p.merchant_id, p.id, p.status, l.code, l.currency, l.layer
      having sum(l.signed_minor) <> 0`,
  },
  {
    id: 'L7',
    words: 'payments.invariant.L7',
    sql: `
      select p.merchant_id, p.id, p.amount_minor, p.refunded_minor, coalesce(r.given, 0) as given
      from payment p left join (
        select merchant_id, payment_id,
          sum(amount_minor) filter (where status = 'succeeded') as given,
          sum(amount_minor) filter (where status in ('succeeded', 'sending', 'unknown')) as promised
        from refund where kind = 'refund' group by merchant_id, payment_id
      ) r on r.merchant_id = p.merchant_id and r.payment_id = p.id
      where p.refunded_minor <> coalesce(r.given, 0) or coalesce(r.promised, 0) > p.amount_minor`,
  },
  {
    id: 'L8a',
    words: 'payments.invariant.L8a',
    sql: `
      with live as (
        select merchant_id, sum(amount_minor) as held from payment
        where kind = 'preauth' and status in ${LIVE_HOLD} group by merchant_id
      ), noted as (
        select merchant_id, sum(signed_minor) as held from posting
        where code = '9100' and layer = 1 group by merchant_id
      )
      select coalesce(live.merchant_id, noted.merchant_id) as merchant_id, live.held, noted.held as noted
      from live full join noted using (merchant_id)
      where coalesce(live.held, 0) <> coalesce(noted.held, 0)`,
  },
  {
    id: 'L11',
    words: 'payments.invariant.L11',
    sql: `
      with fee as (
        select p.merchant_id, p.id, p.fee_minor, p.fee_fixed_minor + least(
          greatest(div(p.amount_minor::numeric * p.fee_rate_e7 + 5000000, 10000000),
            coalesce(p.fee_min_minor, 0)),
          coalesce(p.fee_cap_minor, 9223372036854775807)
        ) as wanted, coalesce((
          select sum(l.amount_minor) from journal j
          join posting l on l.merchant_id = j.merchant_id and l.journal_id = j.id
          where j.merchant_id = p.merchant_id and j.source_type = 'payment' and j.source_id = p.id
            and j.kind = 'sale' and l.code = '4100' and l.side = 'C'
        ), 0) as posted
        from payment p where p.approved_at is not null and p.kind <> 'preauth'
      )
      select merchant_id, id, fee_minor, wanted, posted from fee
      where fee_minor <> wanted or fee_minor <> posted`,
  },
  {
    id: 'L12',
    words: 'payments.invariant.L12',
    sql: `
      select b.merchant_id, b.id, b.batch_no from batch b
      where b.is_equal and (
        (b.ours->'domestic'->>'debitMinor')::numeric + (b.ours->'foreign'->>'debitMinor')::numeric
          <> (b.theirs->'domestic'->>'debitMinor')::numeric + (b.theirs->'foreign'->>'debitMinor')::numeric
        or (b.ours->'domestic'->>'debitMinor')::numeric + (b.ours->'foreign'->>'debitMinor')::numeric <> (
          select coalesce(sum(p.amount_minor), 0) from payment p
          where p.merchant_id = b.merchant_id and p.terminal_id = b.terminal_id
            and p.epoch = b.epoch and p.batch_no = b.batch_no
            and p.kind <> 'preauth'
            and p.status in ('approved', 'void_pending', 'void_unknown', 'voided', 'cleared'))
        or (b.ours->'domestic'->>'creditMinor')::numeric + (b.ours->'foreign'->>'creditMinor')::numeric <> (
          select coalesce(sum(r.amount_minor), 0) from refund r
          join payment p on p.merchant_id = r.merchant_id and p.id = r.payment_id and p.kind <> 'preauth'
          where r.merchant_id = b.merchant_id and r.terminal_id = b.terminal_id
            and r.epoch = b.epoch and r.batch_no = b.batch_no and r.status = 'succeeded')
      )`,
  },
  {
    id: 'L13',
    words: 'payments.invariant.L13',
    sql: `
      select e.merchant_id, e.id, 'sending' as what from exchange e
      where e.status = 'sending' and e.started_at < now() - interval '2 minutes'
      union all
      select p.merchant_id, p.id, p.status from payment p
      where p.status in ('unknown', 'void_unknown', 'reversal_pending') and not exists (
        select 1 from upstream_leg l
        where l.merchant_id = p.merchant_id and l.payment_id = p.id
          and l.kind = 'reversal' and l.status <> 'confirmed'
      )`,
  },
];
