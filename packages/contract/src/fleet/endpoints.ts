import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idParams, idShape, momentShape, pageOf, pageQuery } from '../shapes.ts';

const fleetStates = ['online', 'quiet', 'suspended', 'neverSeen'] as const;
const maintenanceKinds = ['cleaning', 'paper', 'network', 'software', 'part', 'check'] as const;

const machine = z.object({
  terminalId: z.string(),
  merchantId: z.string(),
  /** `online`: heard of in the last 15 minutes; `quiet`: longer ago. */
  state: z.enum(fleetStates),
  lastSeenAt: momentShape.optional(),
  lastSeenBy: z.enum(['signIn', 'echo', 'sale', 'activation', 'status']).optional(),
  lastMaintainedAt: momentShape.optional(),
});

/** What the terminal last said of itself (0820 362): a part is well or broken. */
const status = z.object({
  at: momentShape,
  parts: z.object({
    keyboard: z.boolean().optional(),
    pinPad: z.boolean().optional(),
    reader: z.boolean().optional(),
    printer: z.boolean().optional(),
    display: z.boolean().optional(),
  }),
  /** The parameters that it works with, by name, as text. */
  parameters: z.record(z.string(), z.string()),
});

const maintenance = z.object({
  id: z.string(),
  terminalId: z.string(),
  merchantId: z.string(),
  kind: z.enum(maintenanceKinds),
  note: z.string(),
  by: z.string(),
  at: momentShape,
});

const seers = ['technician', 'operator', 'support', 'risk', 'admin', 'auditor', 'owner'] as const;

export const endpoints = {
  listFleet: endpoint({
    method: 'GET',
    path: '/v1/fleet',
    summary: 'Lists terminals in use: which are online, which are quiet, which are suspended.',
    access: seers,
    query: pageQuery.extend({
      merchantId: idShape.optional(),
      state: z.enum(fleetStates).optional(),
    }),
    reply: pageOf(machine),
  }),
  fleetTerminal: endpoint({
    method: 'GET',
    path: '/v1/fleet/:id',
    summary:
      'Shows when a terminal was last heard of, what it said of itself, what was done to it.',
    access: seers,
    params: idParams,
    reply: machine.extend({ maintenance: z.array(maintenance), status: status.optional() }),
    refusals: ['request.notFound'],
  }),
  recordMaintenance: endpoint({
    method: 'POST',
    path: '/v1/fleet/:id/maintenance',
    summary: 'Records what a technician did to a terminal.',
    access: ['technician'],
    params: idParams,
    body: z.object({
      kind: z.enum(maintenanceKinds),
      note: z.string().trim().min(2).max(400),
    }),
    reply: maintenance,
    refusals: ['request.notFound'],
  }),
} as const;
