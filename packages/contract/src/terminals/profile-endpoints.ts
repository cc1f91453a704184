import { z } from 'zod';
import { endpoint, roles, type Role } from '../endpoint.ts';
import { done, idParams, idShape, momentShape } from '../shapes.ts';

const signInCodes = ['001', '003', '004', '005', '006'] as const;
const macModes = ['cupEcb', 'x9.19', 'x9.9', 'xor3des'] as const;
const hostAsks = ['1', '2', '3', '4', '5', '6', '7', '9', 'B', 'C'] as const;

const readers: readonly Role[] = roles.filter((role) => role !== 'agent');
const phoneText = z.string().regex(/^[0-9-]{0,14}$/);

/** What a terminal downloads as its parameters (protocol.md §3.7, codes 12 to 27). */
const settings = z.object({
  timeout_s: z.int().min(5).max(99),
  dialRetries: z.int().min(0).max(9),
  phones: z.tuple([phoneText, phoneText, phoneText]),
  adminPhone: phoneText,
  tipAllowed: z.boolean(),
  tipPercentMax: z.int().min(0).max(99),
  manualEntry: z.boolean(),
  autoSignOut: z.boolean(),
  resends: z.int().min(0).max(9),
  /** Offline sales go up with the next online one, or only at settlement. */
  offlineUpload: z.enum(['withNext', 'atSettlement']),
  /** 32 switches as eight hex digits; which bit is what belongs to the model. */
  functions: z.string().regex(/^[0-9A-F]{8}$/),
  offlineMax: z.int().min(0).max(99),
  /** The version of the program that the terminal should run (TMS). */
  appVersion: z.string().regex(/^[0-9A-Za-z.]{1,8}$/),
});

const profile = z.object({
  terminalId: idShape,
  /** Which of the two lines this terminal speaks. */
  line: z.enum(['iso8583', 'json']),
  signInCodes: z.array(z.enum(signInCodes)).min(1).max(signInCodes.length),
  macMode: z.enum(macModes),
  /** The slot into which the next main key is loaded. */
  tmkSlot: z.int().min(0).max(9),
  settings,
  version: z.int(),
  changedAt: momentShape.optional(),
  /** What the terminal is still to do, in the order in which it is told. */
  asks: z.array(z.object({ ask: z.enum(hostAsks), since: momentShape })),
});

export const profileEndpoints = {
  readProfile: endpoint({
    method: 'GET',
    path: '/v1/terminals/:id/profile',
    summary: 'Shows how a terminal may sign in, what it is told, and what it is still to do.',
    access: readers,
    params: idParams,
    reply: profile,
    refusals: ['request.notFound'],
  }),
  changeProfile: endpoint({
    method: 'PUT',
    path: '/v1/terminals/:id/profile',
    summary: 'Changes how a terminal may sign in and what it is told; it is asked to download it.',
    access: ['technician', 'operator', 'admin'],
    params: idParams,
    body: profile
      .pick({ signInCodes: true, macMode: true, tmkSlot: true })
      .extend({ settings: settings.partial() })
      .partial(),
    reply: profile,
    refusals: ['request.notFound'],
  }),
  askTerminal: endpoint({
    method: 'POST',
    path: '/v1/terminals/:id/asks',
    summary:
      'Asks a terminal, with its next answer, to sign in, to download or to send its status.',
    access: ['technician', 'operator', 'admin'],
    params: idParams,
    body: z.object({ ask: z.enum(hostAsks) }),
    reply: done,
    refusals: ['request.notFound'],
  }),
} as const;
