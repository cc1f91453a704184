import { z } from 'zod';
import { endpoint, roles } from '../endpoint.ts';
import { idParams, idShape, momentShape, pageOf, pageQuery } from '../shapes.ts';

const ticketStatuses = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'] as const;

const ticketCategories = [
  'activation',
  'device',
  'payment',
  'network',
  'printing',
  'settlement',
  'fee',
  'account',
  'complaint',
  'fraud',
] as const;

const ticket = z
  .object({
    id: z.string(),
    /** Absent for a person who has no merchant yet. */
    merchantId: z.string().optional(),
    number: z.string(),
    category: z.enum(ticketCategories),
    priority: z.enum(['p1', 'p2', 'p3']),
    subject: z.string(),
    status: z.enum(ticketStatuses),
    openedAt: momentShape,
    openedBy: z.string(),
    assignee: z.object({ id: z.string(), name: z.string() }).optional(),
    /** Both stand still while the ticket waits for the merchant or for others. */
    replyDueAt: momentShape.optional(),
    resolveDueAt: momentShape.optional(),
    overdue: z.boolean(),
    terminalId: z.string().optional(),
    caseId: z.string().optional(),
    resolvedAt: momentShape.optional(),
    stars: z.int().optional(),
    replies: z.array(
      z.object({
        id: z.string(),
        by: z.string(),
        role: z.enum(roles),
        text: z.string(),
        /** A note among staff, which the merchant does not see. */
        inner: z.boolean(),
        at: momentShape,
      }),
    ),
    can: z.array(z.string()),
  })
  .meta({ id: 'Ticket' });

const guide = z.object({
  id: z.string(),
  category: z.enum(ticketCategories),
  title: z.string(),
  summary: z.string(),
  steps: z.array(z.string()),
  minutes: z.int(),
});

const merchants = ['owner', 'cashier'] as const;
const staff = [
  'support',
  'technician',
  'operator',
  'reviewer',
  'risk',
  'admin',
  'auditor',
] as const;
const note = z.string().trim().min(2).max(1000);

/** Questions to support, and short guides for those who would rather not ask. */
export const ticketEndpoints = {
  openTicket: endpoint({
    method: 'POST',
    path: '/v1/tickets',
    summary: 'Asks support something.',
    access: [...merchants, 'agent', 'support'],
    body: z.object({
      category: z.enum(ticketCategories),
      subject: z.string().trim().min(2).max(80),
      text: z.string().trim().min(2).max(4000),
      /** `p1`: can not trade. */
      priority: z.enum(['p1', 'p2', 'p3']).default('p3'),
      /** Needed only by who belongs to several merchants, and by support. */
      merchantId: idShape.optional(),
      terminalId: idShape.optional(),
      caseId: idShape.optional(),
    }),
    reply: ticket,
    refusals: ['request.notFound'],
  }),
  listTickets: endpoint({
    method: 'GET',
    path: '/v1/tickets',
    summary: 'Lists tickets, newest first; everyone outside the house sees their own.',
    access: [...merchants, 'agent', ...staff],
    query: pageQuery.extend({
      status: z.enum(ticketStatuses).optional(),
      category: z.enum(ticketCategories).optional(),
      merchantId: idShape.optional(),
    }),
    reply: pageOf(ticket),
  }),
  ticket: endpoint({
    method: 'GET',
    path: '/v1/tickets/:id',
    summary: 'Shows a ticket with its talk.',
    access: [...merchants, 'agent', ...staff],
    params: idParams,
    reply: ticket,
    refusals: ['request.notFound'],
  }),
  claimTicket: endpoint({
    method: 'POST',
    path: '/v1/tickets/:id/claim',
    summary: 'Takes a ticket.',
    access: ['support'],
    params: idParams,
    reply: ticket,
    refusals: ['request.notFound', 'ticket.notPossible'],
  }),
  replyTicket: endpoint({
    method: 'POST',
    path: '/v1/tickets/:id/replies',
    summary: 'Writes in a ticket; an answer of the merchant wakes a waiting one.',
    access: [...merchants, 'agent', 'support', 'technician'],
    params: idParams,
    body: z.object({
      text: z.string().trim().min(1).max(4000),
      inner: z.boolean().default(false),
      /** Support only: what the ticket waits for from now on. */
      waitFor: z.enum(['merchant', 'others']).optional(),
    }),
    reply: ticket,
    refusals: ['request.notFound', 'ticket.notPossible'],
  }),
  resolveTicket: endpoint({
    method: 'POST',
    path: '/v1/tickets/:id/resolution',
    summary: 'Says how it was solved; closes by itself after seven days.',
    access: ['support'],
    params: idParams,
    body: z.object({ text: note }),
    reply: ticket,
    refusals: ['request.notFound', 'ticket.notPossible'],
  }),
  closeTicket: endpoint({
    method: 'POST',
    path: '/v1/tickets/:id/closing',
    summary:
      'Closes a solved ticket, with a rating of one to five stars when the merchant closes it.',
    access: [...merchants, 'agent', 'support'],
    params: idParams,
    body: z.object({ stars: z.int().min(1).max(5).optional() }),
    reply: ticket,
    refusals: ['request.notFound', 'ticket.notPossible'],
  }),
  reopenTicket: endpoint({
    method: 'POST',
    path: '/v1/tickets/:id/reopening',
    summary: 'Opens a ticket again, because it was not solved.',
    access: [...merchants, 'agent', 'support'],
    params: idParams,
    body: z.object({ text: note }),
    reply: ticket,
    refusals: ['request.notFound', 'ticket.notPossible'],
  }),

  listGuides: endpoint({
    method: 'GET',
    path: '/v1/guides',
    summary: 'Finds short guides, in the language asked for.',
    access: 'public',
    query: z.object({
      search: z.string().trim().max(60).optional(),
      category: z.enum(ticketCategories).optional(),
    }),
    reply: z.object({ rows: z.array(guide) }),
  }),
  guide: endpoint({
    method: 'GET',
    path: '/v1/guides/:guide',
    summary: 'Shows one guide.',
    access: 'public',
    params: z.object({ guide: z.string().regex(/^[a-z]{2,30}$/) }),
    reply: guide,
    refusals: ['request.notFound'],
  }),
} as const;
