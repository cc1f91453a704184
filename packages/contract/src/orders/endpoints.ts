import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  dayShape,
  done,
  idParams,
  idShape,
  momentShape,
  moneyShape,
  pageOf,
  pageQuery,
} from '../shapes.ts';

/** Each is a state of the chart `order`; its name is the word `order.<status>`. */
const orderStatus = z.enum([
  'created',
  'awaiting_payment',
  'placed',
  'confirmed',
  'shipped',
  'delivered',
  'unboxed',
  'faulty',
  'undeliverable',
  'completed',
  'canceled',
]);

/** Each is a state of the chart `deposit`; its name is the word `deposit.<status>`. */
const depositStatus = z.enum([
  'due',
  'collected',
  'accumulating',
  'qualified',
  'refunded',
  'extended',
  'retained',
  'offset',
  'canceled',
]);

const unboxingBody = z.object({
  /** True when it is there and as it should be. */
  appearance: z.boolean(),
  powerCord: z.boolean(),
  dataCable: z.boolean(),
  manual: z.boolean(),
  note: z.string().max(200).optional(),
});

const order = z
  .object({
    id: idShape,
    merchantId: idShape,
    merchantName: z.string(),
    /** `replacement`: for a terminal that failed; nothing is charged. */
    kind: z.enum(['first', 'replacement']),
    status: orderStatus,
    applicationId: idShape.optional(),
    caseId: idShape.optional(),
    planId: z.string(),
    modelId: z.string(),
    deposit: moneyShape,
    payBy: momentShape.optional(),
    paidAt: momentShape.optional(),
    /** Where the bank lets the payer confirm, while a payment is open. */
    payUrl: z.string().optional(),
    /** A payment that did not fit is kept aside: what came, and why it does not count. */
    setAside: z
      .object({ amount: moneyShape, reason: z.enum(['amountDiffers', 'late']) })
      .optional(),
    terminalId: idShape.optional(),
    serial: z.string().optional(),
    to: z.object({ name: z.string(), phone: z.string(), address: z.string() }),
    /** The courier was asked and has not answered yet. */
    shippingAsked: z.boolean(),
    tracking: z.string().optional(),
    shippedAt: momentShape.optional(),
    pickedUpAt: momentShape.optional(),
    deliveredAt: momentShape.optional(),
    unboxing: unboxingBody.extend({ intact: z.boolean(), at: momentShape }).optional(),
    createdAt: momentShape,
    /** What this caller may do now: `pay`, `cancel`, `allocate`, `ship`, `unbox`. */
    can: z.array(z.enum(['pay', 'cancel', 'allocate', 'ship', 'unbox'])),
  })
  .meta({ id: 'Order' });

const deposit = z
  .object({
    id: idShape,
    merchantId: idShape,
    orderId: idShape,
    status: depositStatus,
    amount: moneyShape,
    /** Settled turnover that the signed plan asks for, and what counted so far. */
    turnoverNeeded: moneyShape,
    turnover: moneyShape,
    /** Whole per cent, at most 100. */
    percent: z.int().min(0).max(100),
    windowDays: z.int(),
    windowStart: dayShape.optional(),
    windowEnd: dayShape.optional(),
    /** What the signed plan does with a deposit that was not earned back. */
    unmet: z.enum(['retain', 'extend']),
    collectedAt: momentShape.optional(),
    refundedAt: momentShape.optional(),
    createdAt: momentShape,
  })
  .meta({ id: 'Deposit' });

/** From the signed contract to the terminal in the merchant's hands, and the deposit for it. */
export const endpoints = {
  listOrders: endpoint({
    method: 'GET',
    path: '/v1/orders',
    summary: 'Lists orders, newest first.',
    access: ['owner', 'operator', 'finance', 'support', 'auditor'],
    query: pageQuery.extend({ merchantId: idShape.optional(), status: orderStatus.optional() }),
    reply: pageOf(order),
  }),
  readOrder: endpoint({
    method: 'GET',
    path: '/v1/orders/:id',
    summary: 'Shows one order.',
    access: ['owner', 'operator', 'finance', 'support', 'auditor'],
    params: idParams,
    reply: order,
  }),
  payOrder: endpoint({
    method: 'POST',
    path: '/v1/orders/:id/payment',
    summary: 'Asks the bank to collect the deposit and says where to confirm it.',
    access: ['owner'],
    params: idParams,
    reply: z.object({ payUrl: z.string(), amount: moneyShape }),
    refusals: ['order.notPayable', 'connector.unavailable'],
  }),
  cancelOrder: endpoint({
    method: 'POST',
    path: '/v1/orders/:id/cancellation',
    summary:
      'Cancels an order that is not shipped; a deposit that was paid comes back with the next payout.',
    access: ['owner', 'operator'],
    params: idParams,
    reply: order,
    refusals: ['order.notCancelable'],
  }),
  allocateOrder: endpoint({
    method: 'POST',
    path: '/v1/orders/:id/allocation',
    summary: 'Gives the order a terminal from stock, by its serial number.',
    access: ['operator'],
    params: idParams,
    reply: order,
    refusals: ['order.notAllocatable'],
  }),
  shipOrder: endpoint({
    method: 'POST',
    path: '/v1/orders/:id/shipment',
    summary:
      'Hands the parcel to the courier; the tracking number follows when the courier answers.',
    access: ['operator'],
    params: idParams,
    reply: order,
    refusals: ['order.notShippable'],
  }),
  unboxOrder: endpoint({
    method: 'POST',
    path: '/v1/orders/:id/unboxing',
    summary: 'Tells what was in the parcel and whether it is sound.',
    access: ['owner'],
    params: idParams,
    body: unboxingBody,
    reply: order,
    refusals: ['order.notDelivered'],
  }),
  listDeposits: endpoint({
    method: 'GET',
    path: '/v1/deposits',
    summary: 'Lists deposits and how far each is on its way back.',
    access: ['owner', 'finance', 'support', 'auditor'],
    query: pageQuery.extend({ merchantId: idShape.optional() }),
    reply: pageOf(deposit),
  }),
  bankNotification: endpoint({
    method: 'POST',
    path: '/v1/connectors/bank/notifications',
    summary: 'Takes the word of the bank on a collection; the same word again changes nothing.',
    access: 'connector',
    body: z.object({
      /** The id that we gave the collection. */
      id: z.string().max(60),
      status: z.enum(['paid', 'failed']),
      amountMinor: z.string().regex(/^\d{1,15}$/),
    }),
    reply: done,
    refusals: ['connector.badSignature'],
  }),
  courierNotification: endpoint({
    method: 'POST',
    path: '/v1/connectors/courier/notifications',
    summary: 'Takes the word of the courier on a parcel; the same word again changes nothing.',
    access: 'connector',
    body: z.object({
      /** The id that we gave the parcel. */
      id: z.string().max(60),
      tracking: z.string().max(60),
      status: z.enum(['pickedUp', 'delivered', 'undeliverable']),
    }),
    reply: done,
    refusals: ['connector.badSignature'],
  }),
} as const;
