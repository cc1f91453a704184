import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idParams, momentShape, pageQuery } from '../shapes.ts';

const message = z.object({
  id: z.string(),
  /** The key of its words, for an icon or a filter. */
  key: z.string(),
  /** In the language of the caller. */
  text: z.string(),
  /** Where in the web it leads, `/orders/ord_1`. */
  link: z.string().optional(),
  at: momentShape,
  readAt: momentShape.optional(),
  /** What became of the text message to the phone; absent when none was sent. */
  sms: z.enum(['queued', 'delivered', 'failed']).optional(),
});

export const endpoints = {
  listMessages: endpoint({
    method: 'GET',
    path: '/v1/messages',
    summary: 'Lists the messages of the signed-in person, newest first, and counts the unread.',
    access: 'signedIn',
    query: pageQuery.extend({ unread: z.stringbool().optional() }),
    reply: z.object({ rows: z.array(message), next: z.string().optional(), unread: z.int() }),
  }),
  readMessage: endpoint({
    method: 'POST',
    path: '/v1/messages/:id/read',
    summary: 'Marks a message as read; once read it stays so.',
    access: 'signedIn',
    params: idParams,
    reply: message,
    refusals: ['request.notFound'],
  }),
  readAllMessages: endpoint({
    method: 'POST',
    path: '/v1/messages/read',
    summary: 'Marks all messages of the signed-in person as read.',
    access: 'signedIn',
    reply: z.object({ unread: z.int() }),
  }),
} as const;
