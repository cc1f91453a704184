import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { langWords, momentShape } from '../shapes.ts';

const closeReasons = [
  'tooLong',
  'empty',
  'truncated',
  'malformed',
  'firstFrameTimeout',
  'idleTimeout',
  'slowDrip',
  'tooManyFrames',
  'tooManyConnections',
  'tooManyFromAddress',
  'notServed',
  'fault',
] as const;

export const endpoints = {
  readCounters: endpoint({
    method: 'GET',
    path: '/v1/gateway/counters',
    summary:
      'Shows the traffic of the terminal line since the start, and why connections were closed.',
    access: ['admin', 'technician', 'auditor'],
    reply: z.object({
      since: momentShape,
      port: z.int(),
      open: z.int(),
      connections: z.int(),
      frames: z.int(),
      closed: z.array(z.object({ reason: z.enum(closeReasons), count: z.int(), words: langWords })),
      /** How many answers of each code were given. */
      answers: z.array(z.object({ code: z.string(), count: z.int(), words: langWords })),
    }),
  }),
} as const;
