import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { momentShape } from '../shapes.ts';

export const endpoints = {
  health: endpoint({
    method: 'GET',
    path: '/v1/health',
    summary: 'Says that the house is up, in which mode, and what time the business has.',
    access: 'public',
    reply: z.object({
      status: z.literal('ok'),
      mode: z.enum(['sandbox', 'live']),
      now: momentShape,
      version: z.string(),
    }),
  }),
} as const;
