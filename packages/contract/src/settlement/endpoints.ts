import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  dayShape,
  idParams,
  idShape,
  momentShape,
  moneyShape,
  pageOf,
  pageQuery,
} from '../shapes.ts';

/** Each is a state of the chart `payout`; its name is the word `payout.<status>`. */
const payoutStatus = z.enum(['created', 'in_transit', 'paid', 'failed', 'returned']);

/** Each is a state of the chart `clearing`; its name is the word `clearing.<status>`. */
const clearingStatus = z.enum(['awaiting', 'refused', 'done']);

/** Its name is the word `settlement.break.<kind>`. */
const breakKind = z.enum(['long', 'short', 'amount', 'fee', 'state', 'dup', 'date']);

const payout = z
  .object({
    id: idShape,
    merchantId: idShape,
    merchantName: z.string(),
    status: payoutStatus,
    amount: moneyShape,
    /** The working day on which it goes out. */
    day: dayShape,
    /** Where it goes, masked. */
    account: z.string(),
    fileId: z.string().optional(),
    reason: z.string().optional(),
    createdAt: momentShape,
    paidAt: momentShape.optional(),
  })
  .meta({ id: 'Payout' });

const statementLine = z.object({
  /** A kind of journal; its name is the word `ledger.kind.<kind>`. */
  kind: z.string(),
  count: z.int(),
  /** How it moved what is owed to the merchant; below zero when it took. */
  amount: moneyShape,
});

const statement = z
  .object({
    id: idShape,
    merchantId: idShape,
    merchantName: z.string(),
    day: dayShape,
    salesCount: z.int(),
    sales: moneyShape,
    /** Undone on the same day or later: voids and reversals. */
    undone: moneyShape,
    refundsCount: z.int(),
    refunds: moneyShape,
    /** What the merchant paid in fees, less what came back with refunds. */
    fees: moneyShape,
    /** Sales − undone − refunds − fees. */
    net: moneyShape,
    /** What arrived at the merchant's bank on this day. */
    paidOut: moneyShape,
    opening: moneyShape,
    closing: moneyShape,
    /** Opening and these lines add up to closing. */
    lines: z.array(statementLine),
    createdAt: momentShape,
  })
  .meta({ id: 'Statement' });

const clearing = z.object({
  id: idShape,
  /** The business day that the file is of. */
  day: dayShape,
  status: clearingStatus,
  /** Why a file was refused: the word `settlement.file.<reason>`. */
  reason: z.string().optional(),
  sha256: z.string().optional(),
  lines: z.int(),
  matched: z.int(),
  breaks: z.int(),
  gross: moneyShape,
  fees: moneyShape,
  /** What the network pays for the file. */
  net: moneyShape,
  askedAt: momentShape.optional(),
  doneAt: momentShape.optional(),
});

const breakRow = z.object({
  id: idShape,
  day: dayShape,
  kind: breakKind,
  merchantId: idShape.optional(),
  paymentId: idShape.optional(),
  trace: z.string(),
  reference: z.string().optional(),
  ours: moneyShape.optional(),
  theirs: moneyShape.optional(),
  note: z.string(),
  openedAt: momentShape,
  closedAt: momentShape.optional(),
});

const finance = ['finance', 'auditor'] as const;
const money = ['owner', 'finance', 'risk', 'auditor'] as const;

/** From the day's sales to money in the merchant's bank. */
export const endpoints = {
  listPayouts: endpoint({
    method: 'GET',
    path: '/v1/payouts',
    summary: 'Lists payouts, newest first.',
    access: money,
    query: pageQuery.extend({ merchantId: idShape.optional(), status: payoutStatus.optional() }),
    reply: pageOf(payout),
  }),
  readPayout: endpoint({
    method: 'GET',
    path: '/v1/payouts/:id',
    summary: 'Shows one payout.',
    access: money,
    params: idParams,
    reply: payout,
  }),
  listStatements: endpoint({
    method: 'GET',
    path: '/v1/statements',
    summary: 'Lists the daily statements of a merchant, newest first.',
    access: money,
    query: pageQuery.extend({ merchantId: idShape.optional(), day: dayShape.optional() }),
    reply: pageOf(statement),
  }),
  readStatement: endpoint({
    method: 'GET',
    path: '/v1/statements/:id',
    summary: 'Shows one statement.',
    access: money,
    params: idParams,
    reply: statement,
  }),
  statementText: endpoint({
    method: 'GET',
    path: '/v1/statements/:id/text',
    summary: 'Gives a statement as plain text, in the language asked for.',
    access: money,
    params: idParams,
    kind: 'file',
  }),
  listClearings: endpoint({
    method: 'GET',
    path: '/v1/clearings',
    summary: 'Lists the clearing days and how their files were taken in, newest first.',
    access: finance,
    query: pageQuery,
    reply: pageOf(clearing),
  }),
  listBreaks: endpoint({
    method: 'GET',
    path: '/v1/breaks',
    summary: 'Lists where our books and the card network do not agree, newest first.',
    access: finance,
    query: pageQuery.extend({ open: z.enum(['true', 'false']).optional() }),
    reply: pageOf(breakRow),
  }),
} as const;
