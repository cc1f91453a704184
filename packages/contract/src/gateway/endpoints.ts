import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { dayShape, idParams, langWords, momentShape, pageOf, pageQuery } from '../shapes.ts';
import { message, messageDetail, messageKinds, messageOutcomes, lineChannels } from './shapes.ts';

const closeReasons = [
  'tooLong',
  'empty',
  'truncated',
  'malformed',
  'firstFrameTimeout',
  'idleTimeout',
  'slowDrip',
  'slowReader',
  'tooManyFrames',
  'tooManyConnections',
  'tooManyFromAddress',
  'tooFastFromAddress',
  'tooManyFromTerminal',
  'tlsRefused',
  'notServed',
  'drained',
  'drainTimeout',
  'fault',
] as const;

/** Who looks at the line: those who mend terminals, those who answer for them, those who watch. */
const watchers = ['technician', 'operator', 'support', 'admin', 'auditor'] as const;

const terminalNoShape = z.string().regex(/^[0-9A-Za-z]{1,8}$/);

const connection = z.object({
  /** Counts up from the start of the process: `17`. */
  id: z.string(),
  address: z.string(),
  channel: z.enum(lineChannels),
  since: momentShape,
  lastFrameAt: momentShape.optional(),
  /** Terminal numbers that were heard on it, as they called themselves. */
  terminalNos: z.array(z.string()),
  frames: z.int(),
  bytesIn: z.int(),
  bytesOut: z.int(),
  /** A message of it is being worked on. */
  isBusy: z.boolean(),
  /** Whom its certificate names, when the terminal showed one. */
  certificate: z.string().optional(),
});

export const endpoints = {
  readCounters: endpoint({
    method: 'GET',
    path: '/v1/gateway/counters',
    summary:
      'Shows the traffic of the terminal line since the start, and why connections were closed.',
    access: watchers,
    reply: z.object({
      since: momentShape,
      port: z.int(),
      /** Absent: terminals can not connect by TLS. */
      tlsPort: z.int().optional(),
      open: z.int(),
      openTls: z.int(),
      openMax: z.int(),
      /** Different terminals on the open connections. */
      terminals: z.int(),
      connections: z.int(),
      frames: z.int(),
      /** Messages that are being worked on now, and how many may be at once. */
      working: z.int(),
      workingMax: z.int(),
      /** Messages that were answered 96: over a rate, or too long without a turn. */
      busy: z.int(),
      closed: z.array(z.object({ reason: z.enum(closeReasons), count: z.int(), words: langWords })),
      /** How many answers of each code were given. */
      answers: z.array(z.object({ code: z.string(), count: z.int(), words: langWords })),
      /** The log of messages: kept, waiting to be written, and lost because too many waited. */
      log: z.object({ kept: z.int(), waiting: z.int(), dropped: z.int() }),
    }),
  }),
  listConnections: endpoint({
    method: 'GET',
    path: '/v1/gateway/connections',
    summary: 'Lists the open connections of the terminal line, newest first.',
    access: watchers,
    query: pageQuery.extend({
      terminalNo: terminalNoShape.optional(),
      address: z.string().max(60).optional(),
    }),
    reply: pageOf(connection),
  }),
  listMessages: endpoint({
    method: 'GET',
    path: '/v1/gateway/messages',
    summary: 'Lists what terminals sent and were answered, newest first.',
    access: watchers,
    query: pageQuery.extend({
      terminalNo: terminalNoShape.optional(),
      trace: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
      /** F39 of the answer. */
      code: z
        .string()
        .regex(/^[0-9A-Z]{2}$/)
        .optional(),
      kind: z.enum(messageKinds).optional(),
      outcome: z.enum(messageOutcomes).optional(),
      channel: z.enum(lineChannels).optional(),
      day: dayShape.optional(),
    }),
    reply: pageOf(message),
  }),
  readMessage: endpoint({
    method: 'GET',
    path: '/v1/gateway/messages/:id',
    summary: 'Shows one message of a terminal and its answer field by field, with secrets covered.',
    access: watchers,
    params: idParams,
    reply: messageDetail,
    refusals: ['request.notFound'],
  }),
} as const;
