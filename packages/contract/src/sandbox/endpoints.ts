import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { done, idParams, idShape, momentShape, phoneShape } from '../shapes.ts';

const collection = z.object({
  id: z.string(),
  amountMinor: z.string(),
  payer: z.string(),
  text: z.string(),
  status: z.enum(['waiting', 'paid', 'failed']),
});
const collectionParams = z.object({ id: z.string().min(1).max(80) });

/** Bytes in base64; twice the longest frame, so that what is too long can be tried too. */
const bytesShape = z.base64().max(11_000);

/** Only in the sandbox: time that moves, messages that can be read, an outside world that can misbehave. */
export const endpoints = {
  readClock: endpoint({
    method: 'GET',
    path: '/sandbox/clock',
    summary: 'Reads the business clock of the sandbox.',
    access: 'public',
    reply: z.object({ now: momentShape, offset_ms: z.number() }),
  }),
  moveClock: endpoint({
    method: 'POST',
    path: '/sandbox/clock',
    summary: 'Moves business time forward and waits until everything that fell due has been done.',
    access: 'public',
    body: z.union([
      z.object({
        advance_ms: z
          .int()
          .min(1)
          .max(400 * 86_400_000),
      }),
      z.object({ to: momentShape }),
      z.object({ toNext: z.enum(['workingDay', 'cutOff', 'payout']) }),
    ]),
    reply: z.object({ now: momentShape, fired: z.int() }),
    refusals: ['clock.backwards', 'clock.busy'],
  }),
  listMessages: endpoint({
    method: 'GET',
    path: '/sandbox/messages',
    summary: 'Shows what the sandbox delivered to a phone, newest first.',
    access: 'public',
    query: z.object({ phone: phoneShape }),
    reply: z.object({
      rows: z.array(z.object({ at: momentShape, phone: z.string(), text: z.string() })),
    }),
  }),
  setFault: endpoint({
    method: 'POST',
    path: '/sandbox/faults',
    summary: 'Tells a part of the outside world to misbehave for its next requests.',
    access: 'public',
    body: z.object({
      party: z.enum(['network', 'bank', 'courier', 'sms', 'authority']),
      fault: z.enum([
        'none',
        'loseReply',
        'loseRequest',
        'late',
        'disconnect',
        'garbage',
        'refuse',
      ]),
      times: z.int().min(1).max(1000).default(1),
    }),
    reply: done,
  }),
  statement: endpoint({
    method: 'GET',
    path: '/sandbox/bank/accounts/:account',
    summary: 'Shows the lines of an account at the sandbox bank.',
    access: 'public',
    params: z.object({ account: z.string().max(40) }),
    reply: z.object({
      balanceMinor: z.string(),
      lines: z.array(
        z.object({
          at: momentShape,
          reference: z.string(),
          amountMinor: z.string(),
          text: z.string(),
        }),
      ),
    }),
  }),
  readCollection: endpoint({
    method: 'GET',
    path: '/sandbox/bank/collections/:id',
    summary: 'Shows a payment that the sandbox bank waits for.',
    access: 'public',
    params: collectionParams,
    reply: collection,
    refusals: ['request.notFound'],
  }),
  decideCollection: endpoint({
    method: 'POST',
    path: '/sandbox/bank/collections/:id/decision',
    summary:
      'Pays or fails a payment at the sandbox bank, as the payer would; the bank then tells the house.',
    access: 'public',
    params: collectionParams,
    body: z.object({ outcome: z.enum(['paid', 'failed']) }),
    reply: collection,
    refusals: ['request.notFound'],
  }),
  logins: endpoint({
    method: 'GET',
    path: '/sandbox/logins',
    summary: 'Lists the sample staff of the sandbox with their passwords.',
    access: 'public',
    reply: z.object({
      rows: z.array(
        z.object({ login: z.string(), password: z.string(), role: z.string(), name: z.string() }),
      ),
    }),
  }),
  payCode: endpoint({
    method: 'POST',
    path: '/sandbox/codes/payments',
    summary: 'Pays the code that a terminal shows, as a customer with a banking app would.',
    access: 'public',
    body: z.object({ code: z.string().max(200) }),
    /** False: it is no such code, or nobody waits for it any more. */
    reply: z.object({ paid: z.boolean() }),
  }),
  furnishShop: endpoint({
    method: 'POST',
    path: '/sandbox/shops',
    summary:
      'Makes a sample shop that may trade, with terminals that wait to be activated by these codes.',
    access: 'public',
    body: z.object({ terminals: z.int().min(1).max(200).default(1) }),
    reply: z.object({
      merchantId: idShape,
      name: z.string(),
      /** The owner signs in with it. */
      phone: phoneShape,
      terminals: z.array(
        z.object({ terminalId: idShape, serial: z.string(), code: z.string().length(8) }),
      ),
    }),
  }),
  passSelfTest: endpoint({
    method: 'POST',
    path: '/sandbox/terminals/:id/self-test',
    summary: 'Passes the self test of a terminal of a sample shop, so that it may trade.',
    access: 'public',
    params: idParams,
    reply: done,
    refusals: ['terminals.step', 'request.notFound'],
  }),
  terminalLine: endpoint({
    method: 'POST',
    path: '/sandbox/terminal-line',
    summary:
      'Carries the bytes of one call from a browser to the terminal port of this house, and the frame that comes back.',
    access: 'public',
    body: z.object({ bytes: bytesShape }),
    /** Nothing when the port hung up or did not answer in time. */
    reply: z.object({ bytes: z.base64().optional() }),
    refusals: ['sandbox.noLine'],
  }),
} as const;
