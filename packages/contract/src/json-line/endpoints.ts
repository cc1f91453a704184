import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idShape, langWords, moneyShape, momentShape } from '../shapes.ts';

/** The terminal's own number for what it asks: the same number again is the same request. */
const clientSn = z.string().regex(/^[0-9A-Za-z_-]{1,32}$/);

const answer = z
  .object({
    clientSn,
    /** As on the card line: 00 is a yes. */
    code: z.string(),
    approved: z.boolean(),
    words: langWords,
    batchNo: z.string(),
    trace: z.string(),
    rrn: z.string().optional(),
    authCode: z.string().optional(),
  })
  .meta({ id: 'TerminalAnswer' });

const terminalKey = z.object({
  /** 32 bytes in hex: signs from now on. */
  terminalKey: z.string(),
  keyNo: z.int(),
  serverTime: momentShape,
});

const sums = z.object({ count: z.int().min(0).max(999), amount: moneyShape });
const refusals = [
  'access.signatureNeeded',
  'jsonLine.signature',
  'jsonLine.clock',
  'jsonLine.replayed',
  'jsonLine.tooMany',
] as const;
const paying = [...refusals, 'jsonLine.pending'] as const;

export const endpoints = {
  activate: endpoint({
    method: 'POST',
    path: '/v1/terminal/activate',
    summary: 'A terminal that speaks JSON trades serial number and code for its key.',
    access: 'public',
    body: z.object({
      serial: z.string().min(1).max(24),
      code: z.string().min(1).max(16),
      device: z.string().max(128).optional(),
      location: z.string().max(40).optional(),
    }),
    reply: terminalKey.extend({
      terminalId: idShape,
      terminalNo: z.string(),
      merchantId: idShape,
      merchantNo: z.string(),
      merchantName: z.string(),
      /** Check in at least this often. */
      checkInHours: z.int(),
    }),
    refusals: [
      'terminals.serialUnknown',
      'terminals.noCode',
      'terminals.codeExpired',
      'terminals.codeTriesUsed',
      'terminals.codeWrong',
      'terminals.merchantNotOpen',
    ],
  }),
  checkIn: endpoint({
    method: 'POST',
    path: '/v1/terminal/check-in',
    summary: 'Gives the terminal a new key; the one before stays valid until the next check-in.',
    access: 'terminal',
    body: z.object({ appVersion: z.string().max(45).optional() }),
    reply: terminalKey.extend({ asks: z.array(z.string()) }),
    refusals,
  }),
  sale: endpoint({
    method: 'POST',
    path: '/v1/terminal/sales',
    summary: 'Takes a payment by a card token or by the code that the customer shows.',
    access: 'terminal',
    body: z
      .object({
        clientSn,
        amount: moneyShape,
        /** 13 to 19 digits that stand for the card, from the token service of its network. */
        cardToken: z
          .string()
          .regex(/^\d{13,19}$/)
          .optional(),
        payCode: z
          .string()
          .regex(/^\d{16,24}$/)
          .optional(),
      })
      .refine(({ cardToken, payCode }) => (cardToken === undefined) !== (payCode === undefined), {
        message: 'cardToken or payCode',
        path: ['cardToken'],
      }),
    reply: answer,
    refusals: paying,
  }),
  query: endpoint({
    method: 'POST',
    path: '/v1/terminal/queries',
    summary: 'Says what became of an earlier request.',
    access: 'terminal',
    body: z.object({ clientSn }),
    reply: answer,
    refusals: [...paying, 'jsonLine.unknownSn'],
  }),
  voidSale: endpoint({
    method: 'POST',
    path: '/v1/terminal/voids',
    summary: 'Takes a payment of this batch back, whole.',
    access: 'terminal',
    body: z.object({ clientSn, amount: moneyShape, saleSn: clientSn }),
    reply: answer,
    refusals: [...paying, 'jsonLine.unknownSn'],
  }),
  refund: endpoint({
    method: 'POST',
    path: '/v1/terminal/refunds',
    summary: 'Gives a payment back, whole or in part, by its reference number.',
    access: 'terminal',
    body: z.object({
      clientSn,
      amount: moneyShape,
      rrn: z.string().regex(/^\d{12}$/),
    }),
    reply: answer,
    refusals: paying,
  }),
  reverse: endpoint({
    method: 'POST',
    path: '/v1/terminal/reversals',
    summary: 'Takes back a sale or void of which no answer came; also when it never arrived.',
    access: 'terminal',
    body: z.object({ clientSn, amount: moneyShape }),
    reply: answer,
    refusals: paying,
  }),
  settle: endpoint({
    method: 'POST',
    path: '/v1/terminal/settlements',
    summary: 'Compares the sums of the batch; equal closes it, else its lines are sent along.',
    access: 'terminal',
    body: z.object({
      clientSn,
      debit: sums,
      credit: sums,
      lines: z
        .array(z.object({ clientSn, amount: moneyShape }))
        .max(200)
        .optional(),
    }),
    reply: z.object({
      batchNo: z.string(),
      equal: z.boolean(),
      closed: z.boolean(),
      /** The sums of the house. */
      debit: sums,
      credit: sums,
    }),
    refusals: [...refusals, 'jsonLine.nothingOpen', 'jsonLine.unknownSn'],
  }),
} as const;
