import { z } from 'zod';
import { endpoint, type Role } from '../endpoint.ts';
import { dayShape, idParams, idShape, momentShape, pageOf, pageQuery } from '../shapes.ts';
import { codeShape } from '../catalogue/shapes.ts';

const supervisors = ['operator', 'admin'] as const satisfies readonly Role[];

/** The code on an agent's badge: a letter and seven digits. */
const agentCode = z.string().regex(/^A\d{7}$/);

/** What an agent is filed for; a person by hand may not forward transactions. */
const filings = ['referral', 'service', 'signage'] as const;

const agent = z.object({
  id: idShape,
  code: agentCode,
  userId: idShape,
  name: z.string(),
  providerId: codeShape,
  authorisationNo: z.string(),
  filingNo: z.string(),
  filing: z.enum(filings),
  territory: z.array(z.string()),
  validTo: dayShape,
  status: z.enum(['active', 'suspended', 'ended']),
  reason: z.string().optional(),
  createdAt: momentShape,
  can: z.array(z.string()),
});

/** What anyone may know of the person at the door. */
const agentCheck = z.object({
  found: z.boolean(),
  /** True only for an active agent whose authorisation runs today. */
  genuine: z.boolean(),
  code: agentCode,
  name: z.string().optional(),
  providerId: codeShape.optional(),
  authorisationNo: z.string().optional(),
  filingNo: z.string().optional(),
  filing: z.enum(filings).optional(),
  validTo: dayShape.optional(),
  status: z.enum(['active', 'suspended', 'ended']).optional(),
  /** Word keys of what to mind: an agent never takes money. */
  advice: z.array(z.string()),
});

export const endpoints = {
  checkAgent: endpoint({
    method: 'GET',
    path: '/v1/agents/check',
    summary: 'Tells anyone whether the code on a badge belongs to a genuine agent.',
    access: 'public',
    query: z.object({ code: agentCode }),
    reply: agentCheck,
  }),
  registerAgent: endpoint({
    method: 'POST',
    path: '/v1/agents',
    summary: 'Enters an agent whose authorisation by a licensed acquirer was verified.',
    access: supervisors,
    body: z.object({
      /** The login of a person whose role is agent. */
      login: z.string().trim().min(1).max(64),
      name: z.string().trim().min(2).max(30),
      providerId: codeShape,
      authorisationNo: z.string().trim().min(4).max(40),
      filingNo: z.string().trim().min(4).max(40),
      filing: z.enum(filings),
      territory: z
        .array(z.string().regex(/^\d{2}0000$/))
        .min(1)
        .max(34),
      validTo: dayShape,
    }),
    reply: agent,
    refusals: [
      'agents.personUnknown',
      'agents.known',
      'agents.validityOver',
      'catalogue.providerUnknown',
    ],
  }),
  listAgents: endpoint({
    method: 'GET',
    path: '/v1/agents',
    summary: 'Lists the register of agents, newest first.',
    access: ['operator', 'admin', 'reviewer', 'risk', 'auditor'],
    query: pageQuery,
    reply: pageOf(agent),
  }),
  suspendAgent: endpoint({
    method: 'POST',
    path: '/v1/agents/:id/suspension',
    summary: 'Stops an agent from opening applications, with the reason.',
    access: supervisors,
    params: idParams,
    body: z.object({ reason: z.string().trim().min(4).max(300) }),
    reply: agent,
    refusals: ['agents.notAllowedNow'],
  }),
  restoreAgent: endpoint({
    method: 'POST',
    path: '/v1/agents/:id/restoration',
    summary: 'Lets a suspended agent work again.',
    access: supervisors,
    params: idParams,
    reply: agent,
    refusals: ['agents.notAllowedNow'],
  }),
  endAgent: endpoint({
    method: 'POST',
    path: '/v1/agents/:id/end',
    summary: 'Ends the work with an agent for good, with the reason.',
    access: supervisors,
    params: idParams,
    body: z.object({ reason: z.string().trim().min(4).max(300) }),
    reply: agent,
    refusals: ['agents.notAllowedNow'],
  }),
} as const;
