import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  dayShape,
  idParams,
  idShape,
  moneyShape,
  momentShape,
  pageOf,
  pageQuery,
} from '../shapes.ts';

const riskTiers = ['micro', 'individual', 'sole_proprietor', 'enterprise', 'special'] as const;

const limits = z.object({
  merchantId: idShape,
  tier: z.enum(riskTiers),
  single: moneyShape,
  daily: moneyShape,
  monthly: moneyShape,
  dailyCount: z.int(),
  /** Only where credit cards have limits of their own. */
  creditDaily: moneyShape.optional(),
  creditMonthly: moneyShape.optional(),
  /** From this business day on. */
  validFrom: dayShape,
  /** Where the figures come from: a rule, a circular, or the person who set them. */
  source: z.string(),
  setBy: z.string(),
});

const alert = z.object({
  id: idShape,
  merchantId: idShape,
  rule: z.enum(['T21', 'T23']),
  severity: z.enum(['low', 'medium', 'high']),
  status: z.enum(['triggered', 'confirmed', 'dismissed']),
  subject: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  note: z.string().optional(),
  at: momentShape,
  can: z.array(z.string()),
});

export const endpoints = {
  readLimits: endpoint({
    method: 'GET',
    path: '/v1/risk/limits/:merchantId',
    summary: 'Shows the limits of a merchant, what is used of them, and where they come from.',
    access: ['owner', 'risk', 'finance', 'support', 'operator', 'auditor', 'admin'],
    params: z.object({ merchantId: idShape }),
    reply: limits.extend({
      usedToday: moneyShape,
      usedThisMonth: moneyShape,
      countToday: z.int(),
      history: z.array(limits),
      can: z.array(z.string()),
    }),
    refusals: ['request.notFound'],
  }),
  setLimits: endpoint({
    method: 'PUT',
    path: '/v1/risk/limits/:merchantId',
    summary: 'Sets new limits of a merchant from a day on; earlier ones stay in the history.',
    access: ['risk'],
    params: z.object({ merchantId: idShape }),
    body: z.object({
      single: moneyShape,
      daily: moneyShape,
      monthly: moneyShape,
      dailyCount: z.int().min(1).max(100_000),
      source: z.string().min(2).max(200),
    }),
    reply: limits,
    refusals: ['risk.limitsNotOrdered', 'request.notFound'],
  }),
  listAlerts: endpoint({
    method: 'GET',
    path: '/v1/risk/alerts',
    summary: 'Lists the alerts of the rules, newest first.',
    access: ['risk', 'auditor', 'admin'],
    query: pageQuery.extend({
      merchantId: idShape.optional(),
      status: z.enum(['triggered', 'confirmed', 'dismissed']).optional(),
    }),
    reply: pageOf(alert),
  }),
  decideAlert: endpoint({
    method: 'POST',
    path: '/v1/risk/alerts/:id/decide',
    summary: 'Confirms or dismisses an alert, with a note.',
    access: ['risk'],
    params: idParams,
    body: z.object({
      outcome: z.enum(['confirmed', 'dismissed']),
      note: z.string().min(2).max(500),
    }),
    reply: alert,
    refusals: ['risk.alertDecided', 'request.notFound'],
  }),
} as const;
