import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { dayShape, idParams } from '../shapes.ts';
import {
  advice,
  calendarDay,
  codeShape,
  mcc,
  model,
  needs,
  plan,
  provider,
  subjectTypeShape,
} from './shapes.ts';

const listOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row) });

export const endpoints = {
  listProviders: endpoint({
    method: 'GET',
    path: '/v1/providers',
    summary: 'Lists the acquirers with their licence, territory and standing.',
    access: 'public',
    reply: listOf(provider),
  }),
  listPlans: endpoint({
    method: 'GET',
    path: '/v1/plans',
    summary: 'Lists the price plans with fees, deposit terms and devices.',
    access: 'public',
    query: z.object({
      providerId: codeShape.optional(),
      subjectType: subjectTypeShape.optional(),
    }),
    reply: listOf(plan),
  }),
  listModels: endpoint({
    method: 'GET',
    path: '/v1/models',
    summary: 'Lists the terminal models with price and abilities.',
    access: 'public',
    reply: listOf(model),
  }),
  listMcc: endpoint({
    method: 'GET',
    path: '/v1/mcc',
    summary: 'Finds merchant category codes by number or by words.',
    access: 'public',
    query: z.object({
      search: z.string().trim().max(40).default(''),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    reply: listOf(mcc),
  }),
  listCalendar: endpoint({
    method: 'GET',
    path: '/v1/calendar',
    summary: 'Says which days of a range of at most 400 days are working days.',
    access: 'public',
    query: z.object({ from: dayShape, to: dayShape }),
    reply: z.object({ publishedUntil: dayShape, rows: z.array(calendarDay) }),
    refusals: ['catalogue.rangeTooLong'],
  }),
  askAdvice: endpoint({
    method: 'POST',
    path: '/v1/advice',
    summary: 'Compares every plan and device by what a year would cost this merchant.',
    access: 'public',
    body: needs,
    reply: advice,
    refusals: ['catalogue.mccUnknown'],
  }),
  getAdvice: endpoint({
    method: 'GET',
    path: '/v1/advice/:id',
    summary: 'Shows an advice again to whoever knows its id.',
    access: 'public',
    params: idParams,
    reply: advice,
  }),
  chooseAdvice: endpoint({
    method: 'POST',
    path: '/v1/advice/:id/choice',
    summary: 'Keeps the plan and device that the merchant chose from an advice.',
    access: 'public',
    params: idParams,
    body: z.object({ planId: codeShape, modelId: codeShape }),
    reply: advice,
    refusals: ['catalogue.notOffered', 'catalogue.doesNotFit'],
  }),
} as const;
