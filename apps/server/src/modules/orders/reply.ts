import type { api, ReplyOf } from '@kaitong/contract';
import { money } from '@kaitong/values';
import type { Actor } from '#platform/ask';
import { canOf, isShippingAsked, percentOf } from './model.ts';
import type { Deposit, Order } from './store.ts';

type OrderReply = ReplyOf<typeof api.orders.readOrder>;
type DepositReply = ReplyOf<typeof api.orders.listDeposits>['rows'][number];

/** An order as this caller sees it. */
export function orderReply(
  by: Actor,
  { order, payUrl }: { order: Order; payUrl?: string | null | undefined },
): OrderReply {
  return {
    id: order.id,
    merchantId: order.merchant_id,
    merchantName: order.merchant_name,
    kind: order.kind,
    status: order.status,
    applicationId: order.application_id,
    ...present('caseId', order.case_id),
    planId: order.plan_id,
    modelId: order.model_id,
    deposit: money(order.deposit_minor),
    ...present('payBy', order.pay_by),
    ...present('paidAt', order.paid_at),
    ...present('payUrl', payUrl),
    ...setAsideOf(order),
    ...present('terminalId', order.terminal_id),
    ...present('serial', order.serial),
    to: { name: order.to_name, phone: order.to_phone_mask, address: order.to_address },
    shippingAsked: isShippingAsked(order),
    ...present('tracking', order.tracking),
    ...present('shippedAt', order.shipped_at),
    ...present('pickedUpAt', order.picked_up_at),
    ...present('deliveredAt', order.delivered_at),
    ...unboxingOf(order),
    createdAt: order.created_at,
    can: canOf(by, order),
  };
}

function setAsideOf({ set_aside_minor: minor, set_aside_reason: reason }: Order) {
  if (minor === null || reason === null) return {};
  return { setAside: { amount: money(minor), reason } };
}

function unboxingOf({ unboxing }: Order) {
  return unboxing ? { unboxing: { ...unboxing, at: new Date(unboxing.at) } } : {};
}

export function depositReply(deposit: Deposit): DepositReply {
  return {
    id: deposit.id,
    merchantId: deposit.merchant_id,
    orderId: deposit.order_id,
    status: deposit.status,
    amount: money(deposit.amount_minor),
    turnoverNeeded: money(deposit.turnover_needed_minor),
    turnover: money(deposit.turnover_minor),
    percent: percentOf(deposit),
    windowDays: deposit.window_days,
    ...present('windowStart', deposit.window_start),
    ...present('windowEnd', deposit.window_end),
    unmet: deposit.unmet,
    ...present('collectedAt', deposit.collected_at),
    ...present('refundedAt', deposit.refunded_at),
    createdAt: deposit.created_at,
  };
}

/** `null` stays in the store: on the wire what is absent is left out. */
function present<const K extends string, V>(key: K, value: V | null | undefined) {
  return (value === null || value === undefined ? {} : { [key]: value }) as {
    readonly [P in K]?: V;
  };
}
