import type { api, ReplyOf } from '@kaitong/contract';
import { money } from '@kaitong/values';
import type { Break, Clearing, Payout, Statement } from './store.ts';

type Row<Name extends 'listPayouts' | 'listStatements' | 'listClearings' | 'listBreaks'> = ReplyOf<
  (typeof api.settlement)[Name]
>['rows'][number];

export function payoutReply(payout: Payout): Row<'listPayouts'> {
  return {
    id: payout.id,
    merchantId: payout.merchant_id,
    merchantName: payout.merchant_name,
    status: payout.status,
    amount: money(payout.amount_minor),
    day: payout.day,
    account: payout.account_mask,
    ...(payout.file_id === null ? {} : { fileId: payout.file_id }),
    ...(payout.reason === null ? {} : { reason: payout.reason }),
    createdAt: payout.created_at,
    ...(payout.paid_at === null ? {} : { paidAt: payout.paid_at }),
  };
}

export function statementReply(statement: Statement): Row<'listStatements'> {
  return {
    id: statement.id,
    merchantId: statement.merchant_id,
    merchantName: statement.merchant_name,
    day: statement.day,
    salesCount: statement.sales_count,
    sales: money(statement.sales_minor),
    undone: money(statement.undone_minor),
    refundsCount: statement.refunds_count,
    refunds: money(statement.refunds_minor),
    fees: money(statement.fees_minor),
    net: money(statement.net_minor),
    paidOut: money(statement.paid_out_minor),
    opening: money(statement.opening_minor),
    closing: money(statement.closing_minor),
    lines: statement.lines.map(({ kind, count, minor }) => ({
      kind,
      count,
      amount: money(BigInt(minor)),
    })),
    createdAt: statement.created_at,
  };
}

export function clearingReply(clearing: Clearing): Row<'listClearings'> {
  return {
    id: clearing.id,
    day: clearing.day,
    status: clearing.status,
    ...(clearing.reason === null ? {} : { reason: clearing.reason }),
    ...(clearing.sha256 === null ? {} : { sha256: clearing.sha256 }),
    lines: clearing.lines,
    matched: clearing.matched,
    breaks: clearing.breaks,
    gross: money(clearing.gross_minor),
    fees: money(clearing.fees_minor),
    net: money(clearing.gross_minor - clearing.fees_minor),
    ...(clearing.asked_at === null ? {} : { askedAt: clearing.asked_at }),
    ...(clearing.done_at === null ? {} : { doneAt: clearing.done_at }),
  };
}

export function breakReply(row: Break): Row<'listBreaks'> {
  return {
    id: row.id,
    day: row.day,
    kind: row.kind,
    ...(row.merchant_id === null ? {} : { merchantId: row.merchant_id }),
    ...(row.payment_id === null ? {} : { paymentId: row.payment_id }),
    trace: row.trace,
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...(row.ours_minor === null ? {} : { ours: money(row.ours_minor) }),
    ...(row.theirs_minor === null ? {} : { theirs: money(row.theirs_minor) }),
    note: row.note,
    openedAt: row.opened_at,
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
  };
}
