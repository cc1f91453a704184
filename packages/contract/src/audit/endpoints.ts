import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { momentShape, pageOf, pageQuery } from '../shapes.ts';

const record = z.object({
  chain: z.string(),
  seq: z.string(),
  at: momentShape,
  actor: z.string(),
  role: z.string().nullable(),
  type: z.string(),
  payload: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

export const endpoints = {
  listRecords: endpoint({
    method: 'GET',
    path: '/v1/audit',
    summary: 'Lists who did what, newest first.',
    access: ['auditor', 'admin'],
    query: pageQuery.extend({
      after: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional(),
      type: z.string().max(60).optional(),
    }),
    reply: pageOf(record),
  }),
  verify: endpoint({
    method: 'GET',
    path: '/v1/audit/verification',
    summary: 'Recomputes every audit chain and says where one does not hold.',
    access: ['auditor', 'admin'],
    reply: z.object({
      records: z.int(),
      whole: z.boolean(),
      troubles: z.array(
        z.object({ chain: z.string(), seq: z.string(), what: z.enum(['gap', 'changed', 'tail']) }),
      ),
    }),
  }),
} as const;
