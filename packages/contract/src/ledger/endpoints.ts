import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { dayShape, idShape, momentShape, moneyShape, pageOf, pageQuery } from '../shapes.ts';

/** A merchant, or `house` for the accounts that belong to no merchant. */
const owner = z.union([z.literal('house'), idShape]);
const layer = z.int().min(0).max(1);

const posting = z.object({
  /** Four digits; its name is the word `ledger.account.<code>`. */
  code: z.string(),
  layer,
  side: z.enum(['debit', 'credit']),
  amount: moneyShape,
});

const account = z.object({
  merchantId: owner,
  code: z.string(),
  layer,
  /** On which side this account grows. */
  side: z.enum(['debit', 'credit']),
  debits: moneyShape,
  credits: moneyShape,
  /** In the account's own direction; below zero when it owes. */
  balance: moneyShape,
});

const journal = z.object({
  id: idShape,
  merchantId: owner,
  /** Its name is the word `ledger.kind.<kind>`. */
  kind: z.string(),
  source: z.object({ type: z.string(), id: z.string() }),
  valueDay: dayShape,
  postedAt: momentShape,
  /** The journal that this one takes back. */
  reverses: idShape.optional(),
  postings: z.array(posting),
});

const invariant = z.object({
  /** L1 to L18. */
  id: z.string(),
  /** What always holds, in the caller's language. */
  says: z.string(),
  holds: z.boolean(),
  /** How many rows break it. */
  broken: z.int(),
  /** The first few of them, to look at. */
  samples: z.array(z.record(z.string(), z.string())),
});

/** The books: what is owed to whom, and why. */
export const endpoints = {
  listAccounts: endpoint({
    method: 'GET',
    path: '/v1/ledger/accounts',
    summary: 'Lists the accounts of a merchant, or of the house, with their balances.',
    access: ['owner', 'finance', 'risk', 'auditor'],
    query: z.object({ merchantId: owner }),
    reply: z.object({ rows: z.array(account) }),
  }),
  listJournals: endpoint({
    method: 'GET',
    path: '/v1/ledger/journals',
    summary: 'Lists the journals of a merchant, or of the house, newest first, with their lines.',
    access: ['owner', 'finance', 'risk', 'auditor'],
    query: pageQuery.extend({
      merchantId: owner,
      /** Only journals of this payment, order, payout … */
      sourceId: z.string().max(60).optional(),
    }),
    reply: pageOf(journal),
  }),
  checkInvariants: endpoint({
    method: 'GET',
    path: '/v1/ledger/invariants',
    summary: 'Checks the whole book now: every rule that must always hold, and what breaks it.',
    access: ['finance', 'auditor', 'admin'],
    reply: z.object({ checkedAt: momentShape, holds: z.boolean(), rows: z.array(invariant) }),
  }),
} as const;
