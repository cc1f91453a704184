import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idParams, momentShape, pageOf, pageQuery } from '../shapes.ts';

const merchantRow = z.object({
  id: z.string(),
  merchantNo: z.string(),
  applicationId: z.string(),
  subjectType: z.string(),
  name: z.string(),
  receiptName: z.string(),
  mcc: z.string(),
  planId: z.string(),
  modelId: z.string(),
  status: z.enum(['opened', 'active', 'suspended', 'closed']),
  createdAt: momentShape,
});

export const endpoints = {
  listMerchants: endpoint({
    method: 'GET',
    path: '/v1/merchants',
    summary: 'Lists merchants, newest first: staff see all, others their own.',
    access: [
      'owner',
      'cashier',
      'reviewer',
      'risk',
      'finance',
      'operator',
      'support',
      'technician',
      'admin',
      'auditor',
    ],
    query: pageQuery.extend({ search: z.string().trim().min(1).max(60).optional() }),
    reply: pageOf(merchantRow),
  }),
  readMerchant: endpoint({
    method: 'GET',
    path: '/v1/merchants/:id',
    summary: 'Shows a merchant with its stores and where its money goes, the account masked.',
    access: [
      'owner',
      'cashier',
      'reviewer',
      'risk',
      'finance',
      'operator',
      'support',
      'technician',
      'admin',
      'auditor',
    ],
    params: idParams,
    reply: merchantRow.extend({
      stores: z.array(
        z.object({ id: z.string(), name: z.string(), district: z.string(), address: z.string() }),
      ),
      account: z
        .object({
          kind: z.enum(['personal', 'corporate']),
          holder: z.string(),
          bankName: z.string(),
          numberMask: z.string(),
        })
        .optional(),
    }),
    refusals: ['request.notFound'],
  }),
} as const;
