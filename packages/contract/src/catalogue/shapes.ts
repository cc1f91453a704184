import type { Money } from '@kaitong/values';
import { z } from 'zod';
import { dayShape, idShape, langWords, moneyShape, momentShape, rateShape } from '../shapes.ts';

/** The kinds of merchant that this house takes on. */
export const subjectTypes = ['individual', 'micro', 'sole_proprietor', 'enterprise'] as const;
export type SubjectType = (typeof subjectTypes)[number];
export const subjectTypeShape = z.enum(subjectTypes);

/** Base data has names for ids, so that a person can read a contract: `lanzhou-steady`. */
export const codeShape = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const mccShape = z.string().regex(/^\d{4}$/);

/** What the payer holds out: the kinds that a plan has a price for. */
const tenders = ['debit', 'credit', 'qr'] as const;
export type Tender = (typeof tenders)[number];
const networks = ['wifi', 'wired', 'sim'] as const;
const priceClasses = ['standard', 'preferential', 'exempt'] as const;
export type PriceClass = (typeof priceClasses)[number];

const feeRuleShape = z.object({
  rate: rateShape,
  min: moneyShape.optional(),
  cap: moneyShape.optional(),
  fixed: moneyShape.optional(),
});

export const provider = z.object({
  id: codeShape,
  name: langWords,
  licenceNo: z.string(),
  licenceValidTo: dayShape,
  /** `CN` is the whole country, else division codes of provinces. */
  territory: z.array(z.string()),
  since: dayShape,
  penalties: z.int(),
  complaintsPer10k: z.int(),
  responseHours: z.int(),
  localEngineers: z.boolean(),
  servicePhone: z.string(),
  source: z.string(),
});

export const plan = z
  .object({
    id: codeShape,
    providerId: codeShape,
    name: langWords,
    fees: z.object({ debit: feeRuleShape, credit: feeRuleShape, qr: feeRuleShape }),
    settleCycle: z.enum(['T1']),
    /** Comes back when the settled turnover of the window reaches what is needed. */
    deposit: z.object({ amount: moneyShape, turnoverNeeded: moneyShape, windowDays: z.int() }),
    serviceFeeYearly: moneyShape,
    simFeeYearly: moneyShape,
    termMonths: z.int(),
    modelIds: z.array(codeShape),
    subjectTypes: z.array(subjectTypeShape),
    priceClasses: z.array(z.enum(priceClasses)),
    source: z.string(),
  })
  .meta({ id: 'Plan' });

export const model = z
  .object({
    id: codeShape,
    name: langWords,
    price: moneyShape,
    portable: z.boolean(),
    printer: z.boolean(),
    scanner: z.boolean(),
    networks: z.array(z.enum(networks)),
    batteryHours: z.int(),
    certificate: z.string(),
    source: z.string(),
  })
  .meta({ id: 'Model' });

export const mcc = z.object({
  code: mccShape,
  name: langWords,
  group: z.string(),
  priceClass: z.enum(priceClasses),
  /** A trade that needs a licence of its own. */
  special: z.boolean(),
});

// A hundred million yuan a month; larger merchants are not found by a questionnaire.
const AMOUNT_MAX_MINOR = 10_000_000_000n;
const isSaneAmount = ({ minor, currency }: Money): boolean =>
  currency === 'CNY' && minor > 0n && minor <= AMOUNT_MAX_MINOR;

const percentage = z.int().min(0).max(100);

export const needs = z
  .object({
    subjectType: subjectTypeShape,
    mcc: mccShape,
    monthlyAmount: moneyShape,
    averageTicket: moneyShape,
    /** Whole per cents that add up to 100. */
    share: z.object({ debit: percentage, credit: percentage, qr: percentage }),
    counters: z.int().min(1).max(50),
    mobility: z.enum(['fixed', 'mobile']),
    network: z.enum(networks),
    printedSlips: z.boolean(),
    needsNextDay: z.boolean(),
    /** Six digits of the province, when territory matters. */
    province: z
      .string()
      .regex(/^\d{2}0000$/)
      .optional(),
  })
  .refine(({ share }) => share.debit + share.credit + share.qr === 100, { path: ['share'] })
  .refine(({ monthlyAmount }) => isSaneAmount(monthlyAmount), { path: ['monthlyAmount'] })
  .refine(({ averageTicket }) => isSaneAmount(averageTicket), { path: ['averageTicket'] });

/** Something to say: `word(lang, key, facts)`. */
const saying = z.object({
  key: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

const adviceOption = z.object({
  rank: z.int(),
  providerId: codeShape,
  providerName: langWords,
  planId: codeShape,
  planName: langWords,
  modelId: codeShape,
  modelName: langWords,
  /** False: listed for comparison only, `misfits` says why it can not be chosen. */
  fits: z.boolean(),
  misfits: z.array(saying),
  /** The first year with the device; the deposit is apart, because it comes back. */
  yearlyCost: moneyShape,
  lines: z.array(z.object({ what: z.string(), formula: z.string(), amount: moneyShape })),
  costPer1000: moneyShape,
  deposit: moneyShape,
  /** The part of the deposit that will not come back at this turnover. */
  depositAtRisk: moneyShape,
  score: z.int(),
  scoreParts: z.array(z.object({ what: z.string(), points: z.int(), of: z.int() })),
  reasons: z.array(saying),
  warnings: z.array(saying),
});

export const advice = z
  .object({
    id: idShape,
    needs,
    options: z.array(adviceOption),
    choice: z.object({ planId: codeShape, modelId: codeShape, chosenAt: momentShape }).optional(),
    createdAt: momentShape,
  })
  .meta({ id: 'Advice' });

export const calendarDay = z.object({
  day: dayShape,
  working: z.boolean(),
  name: z.string(),
  source: z.enum(['published', 'provisional']),
});
