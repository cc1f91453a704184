import { z } from 'zod';
import { idShape, langWords, moneyShape, momentShape } from '../shapes.ts';

/** What a terminal wants, by message type, transaction type and network code. */
export const messageKinds = [
  'signIn',
  'signOut',
  'echo',
  'sale',
  'void',
  'refund',
  'balance',
  'preAuth',
  'preAuthVoid',
  'completion',
  'completionVoid',
  'completionAdvice',
  'offlineSale',
  'tip',
  'reversal',
  'scriptNotice',
  'settlement',
  'upload',
  'uploadEnd',
  'initialisation',
  'keyDownload',
  'parameterDownload',
  'download',
  'status',
  'signature',
  'other',
  'unreadable',
] as const;

/** `busy`: answered 96 without being looked at. `silent`: nothing was sent back. */
export const messageOutcomes = ['answered', 'refused', 'busy', 'silent', 'closed'] as const;

export const lineChannels = ['tcp', 'tls', 'json'] as const;

const macVerdicts = ['right', 'wrong', 'absent', 'unchecked'] as const;

/** What would have made a wrong MAC right. */
const macCauses = [
  'oldKey',
  'otherMode',
  'withHeader',
  'withoutMti',
  'withMacField',
  'padding80',
  'nibbleOrder',
  'padNibble',
  'spelling',
] as const;

export const message = z
  .object({
    id: idShape,
    at: momentShape,
    channel: z.enum(lineChannels),
    /** Number of the connection in its process, and where it came from. */
    connection: z.string(),
    address: z.string(),
    /** As the terminal called itself; absent when the message could not be read. */
    terminalNo: z.string().optional(),
    merchantNo: z.string().optional(),
    /** When the terminal is known and is this merchant's. */
    merchantId: idShape.optional(),
    terminalId: idShape.optional(),
    kind: z.enum(messageKinds),
    kindWords: langWords,
    mti: z.string().optional(),
    trace: z.string().optional(),
    batch: z.string().optional(),
    amount: moneyShape.optional(),
    outcome: z.enum(messageOutcomes),
    outcomeWords: langWords,
    /** F39 of the answer; settlement answers have none. */
    code: z.string().optional(),
    codeWords: langWords.optional(),
    mac: z.enum(macVerdicts),
    /** From the last byte of the request to the first of the answer. */
    duration_ms: z.number(),
    requestBytes: z.int(),
    replyBytes: z.int(),
  })
  .meta({ id: 'TerminalMessage' });

const leaf = z.object({
  /** `tpdu`, `header`, `mti`, `bitmap`, `F4`, `F55.9F26`, `F60.2` … */
  path: z.string(),
  field: z.int().optional(),
  /** Bytes from the first of the frame, without the two of its length. */
  offset: z.int(),
  length: z.int(),
  /** In the reader's language. */
  name: z.string(),
  /** What it holds, covered where it must not be seen. */
  shown: z.string(),
});

const part = leaf.extend({ children: z.array(leaf) });

/** One frame taken apart. */
const xray = z
  .object({
    bytes: z.int(),
    /** Two letters a byte: hex digits, or `**` where the byte must not be seen. */
    hex: z.string(),
    parts: z.array(part),
    /** Where reading stopped, and why. */
    error: z
      .object({ offset: z.int(), path: z.string(), reason: z.string(), words: langWords })
      .optional(),
  })
  .meta({ id: 'XRay' });

export const messageDetail = message.extend({
  request: xray,
  /** Absent when nothing was sent back. */
  reply: xray.optional(),
  macWords: langWords,
  /** Only of a wrong MAC; empty: none of the usual causes fits. */
  macCauses: z.array(z.object({ cause: z.enum(macCauses), words: langWords })),
  /** Why the connection was closed over it. */
  closedWords: langWords.optional(),
  /** What the merchant still misses, of an answer 58. */
  missing: z.array(z.string()),
});
