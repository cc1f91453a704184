import { z } from 'zod';
import { endpoint, roles, type Role } from '../endpoint.ts';
import {
  dayShape,
  idParams,
  idShape,
  lang,
  langWords,
  moneyShape,
  momentShape,
  pageOf,
  pageQuery,
  rateShape,
} from '../shapes.ts';

const paymentStatuses = [
  'refused',
  'sending',
  'declined',
  'approved',
  'unknown',
  'reversal_pending',
  'reversed',
  'void_pending',
  'void_unknown',
  'voided',
  'cleared',
  // Told by the terminal afterwards, and the network said nothing: the terminal says it again.
  'waiting',
  // A code on the screen of the terminal that nobody has paid yet.
  'shown',
  // Pre-authorisations only.
  'held',
  'completing',
  'completed',
  'expired',
] as const;

const paymentKinds = ['card', 'qr', 'preauth', 'completion', 'offline', 'tip'] as const;

const refundStatuses = ['sending', 'succeeded', 'declined', 'unknown'] as const;

const batchStatuses = ['open', 'balanced', 'unbalanced', 'uploading', 'closed'] as const;

const readers: readonly Role[] = roles.filter((role) => role !== 'agent');

/** A signature is a person's: for the merchant and those who settle disputes. */
const evidenceReaders: readonly Role[] = [
  'owner',
  'risk',
  'finance',
  'support',
  'auditor',
  'admin',
];

const card = z.object({
  /** First six and last four digits. */
  masked: z.string(),
  kind: z.enum(['debit', 'credit']),
  bank: z.string(),
  scheme: z.string(),
});

const payment = z
  .object({
    id: idShape,
    merchantId: idShape,
    terminalId: idShape,
    terminalNo: z.string(),
    kind: z.enum(paymentKinds),
    status: z.enum(paymentStatuses),
    amount: moneyShape,
    /** What was asked for, where the network approved only a part of it. */
    asked: moneyShape.optional(),
    /** The hold that a completion completes, the sale that a tip adds to. */
    ofId: idShape.optional(),
    /** When a hold ends by itself. */
    expiresAt: momentShape.optional(),
    refunded: moneyShape,
    fee: moneyShape,
    /** What the merchant gets: amount less fee, less refunds with their returned fee. */
    net: moneyShape,
    card: card.optional(),
    answerCode: z.string().optional(),
    answer: langWords.optional(),
    /** Who gave the answer: our own house before sending, or the card network. */
    answeredBy: z.enum(['house', 'network']).optional(),
    rrn: z.string().optional(),
    authCode: z.string().optional(),
    batchNo: z.string(),
    trace: z.string(),
    /** Fixed at approval; a day ends at 23:00 in Shanghai. */
    businessDay: dayShape.optional(),
    at: momentShape,
  })
  .meta({ id: 'Payment' });

const feeProof = z.object({
  planId: z.string(),
  planName: z.string(),
  kind: z.enum(['debit', 'credit', 'qr']),
  rate: rateShape,
  /** What the rate gives, before minimum and cap. */
  raw: moneyShape,
  limit: z.enum(['none', 'min', 'cap']),
  clamped: moneyShape,
  fixed: moneyShape,
  result: moneyShape,
  /** `1000.00 × 0.60 % = 6.00`, ready to read. */
  formula: z.string(),
  rounding: z.literal('half-up'),
});

const refund = z.object({
  id: idShape,
  kind: z.enum(['void', 'refund']),
  status: z.enum([...refundStatuses, 'undone']),
  amount: moneyShape,
  feeReturned: moneyShape,
  rrn: z.string().optional(),
  answerCode: z.string().optional(),
  at: momentShape,
});

const leg = z.object({
  kind: z.enum([
    'sale',
    'preauth',
    'addition',
    'completion',
    'advice',
    'code',
    'void',
    'refund',
    'reversal',
  ]),
  status: z.enum(['sending', 'answered', 'unknown', 'confirmed']),
  /** The network's keys: F11 and F7. */
  trace: z.string(),
  sentAt: z.string(),
  answerCode: z.string().optional(),
  /** What came after the time was up; never believed. */
  lateCode: z.string().optional(),
  attempts: z.int(),
});

const paymentDetail = payment.extend({
  feeProof: feeProof.optional(),
  refunds: z.array(refund),
  legs: z.array(leg),
  hasSlip: z.boolean(),
});

const slip = z.object({
  merchantName: z.string(),
  merchantNo: z.string(),
  terminalNo: z.string(),
  kind: z.enum(paymentKinds),
  cardMasked: z.string().optional(),
  bank: z.string().optional(),
  batchNo: z.string(),
  trace: z.string(),
  rrn: z.string(),
  authCode: z.string().optional(),
  amount: moneyShape,
  at: momentShape,
});

const totals = z.object({
  debit: moneyShape,
  debitCount: z.int(),
  credit: moneyShape,
  creditCount: z.int(),
});

const batch = z.object({
  id: idShape,
  merchantId: idShape,
  terminalId: idShape,
  terminalNo: z.string(),
  batchNo: z.string(),
  status: z.enum(batchStatuses),
  ours: totals,
  theirs: totals.optional(),
  openedAt: momentShape,
  closedAt: momentShape.optional(),
});

/** One transaction that the two sides of a settlement do not count alike. */
const batchDifference = z.object({
  trace: z.string(),
  why: z.enum(['onlyOurs', 'onlyTheirs', 'amount']),
  ours: moneyShape.optional(),
  theirs: moneyShape.optional(),
});

export const endpoints = {
  listPayments: endpoint({
    method: 'GET',
    path: '/v1/payments',
    summary: 'Lists payments, newest first; merchants see their own.',
    access: readers,
    query: pageQuery.extend({
      merchantId: idShape.optional(),
      terminalId: idShape.optional(),
      status: z.enum(paymentStatuses).optional(),
      kind: z.enum(paymentKinds).optional(),
      rrn: z.string().max(12).optional(),
      /** Business days, both included; what was not approved is found on the day it was tried. */
      from: dayShape.optional(),
      to: dayShape.optional(),
    }),
    reply: pageOf(payment).extend({
      /** Of everything that the filters let through, not only of this page. */
      approvedCount: z.int(),
      approved: moneyShape,
    }),
  }),
  readPayment: endpoint({
    method: 'GET',
    path: '/v1/payments/:id',
    summary: 'Shows one payment with the sum of its fee, its refunds and its way to the network.',
    access: readers,
    params: idParams,
    reply: paymentDetail,
    refusals: ['request.notFound'],
  }),
  readSlip: endpoint({
    method: 'GET',
    path: '/v1/payments/:id/slip',
    summary: 'Gives the slip of a payment as values and as text for a printer of 32 columns.',
    access: readers,
    params: idParams,
    query: z.object({ lang: lang.default('zh-Hans') }),
    reply: z.object({ slip, text: z.string() }),
    refusals: ['request.notFound', 'payments.noSlip'],
  }),
  readEvidence: endpoint({
    method: 'GET',
    path: '/v1/payments/:id/evidence',
    summary: 'Lists what proves a payment: signatures, and reports of chips on issuer commands.',
    access: evidenceReaders,
    params: idParams,
    reply: z.object({
      rows: z.array(
        z.object({
          kind: z.enum(['signature', 'script']),
          trace: z.string(),
          at: momentShape,
          sha256: z.string(),
          size: z.int(),
          /** Of a chip's report; values in hex. */
          tags: z.array(z.object({ tag: z.string(), value: z.string() })).optional(),
        }),
      ),
    }),
    refusals: ['request.notFound'],
  }),
  readSignature: endpoint({
    method: 'GET',
    path: '/v1/payments/:id/signature',
    kind: 'file',
    summary: 'Gives the image of a signature as the terminal sent it (JBIG by the book).',
    access: evidenceReaders,
    params: idParams,
    query: z.object({ trace: z.string().regex(/^\d{6}$/) }),
    refusals: ['request.notFound'],
  }),
  listBatches: endpoint({
    method: 'GET',
    path: '/v1/batches',
    summary: 'Lists the batches of terminals with both totals, newest first.',
    access: readers,
    query: pageQuery.extend({
      merchantId: idShape.optional(),
      terminalId: idShape.optional(),
      status: z.enum(batchStatuses).optional(),
    }),
    reply: pageOf(batch),
  }),
  readBatch: endpoint({
    method: 'GET',
    path: '/v1/batches/:id',
    summary: 'Shows one batch, and item by item what both sides of it do not count alike.',
    access: readers,
    params: idParams,
    reply: batch.extend({
      /** Empty while nothing was uploaded: then only the totals can be compared. */
      differences: z.array(batchDifference),
    }),
    refusals: ['request.notFound'],
  }),
} as const;
