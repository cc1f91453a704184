import { z } from 'zod';
import { endpoint, roles, type Role } from '../endpoint.ts';
import { idParams, idShape, momentShape, pageOf, pageQuery } from '../shapes.ts';
import { profileEndpoints } from './profile-endpoints.ts';

const terminalStatuses = [
  'in_stock',
  'allocated',
  'delivered',
  'bound',
  'key_loaded',
  'activated',
  'self_tested',
  'in_service',
  'suspended',
  'unbound',
  'recovered',
  'scrapped',
] as const;

/** What must be true before a terminal may trade (onboarding: go-live guard). */
const gateItems = [
  'application',
  'contract',
  'payment',
  'visit',
  'training',
  'selfTest',
  'notLimited',
] as const;

const suspensionReasons = [
  'system_maintenance',
  'hardware_fault',
  'software_fault',
  'network',
  'operator_error',
  'account_abnormal',
  'risk',
  'lost',
  'other',
] as const;

const serialShape = z.string().regex(/^[0-9A-Z]{8,24}$/);
const terminalNoShape = z.string().regex(/^\d{8}$/);
const readers: readonly Role[] = roles.filter((role) => role !== 'agent');

const selfTest = z.object({
  card: z.boolean(),
  qr: z.boolean(),
  refund: z.boolean(),
  print: z.boolean(),
});

const terminal = z
  .object({
    id: idShape,
    serial: z.string(),
    modelId: z.string(),
    status: z.enum(terminalStatuses),
    merchantId: idShape.optional(),
    orderId: idShape.optional(),
    terminalNo: z.string().optional(),
    merchantNo: z.string().optional(),
    /** Raised with every binding, so that trace numbers of an earlier device never collide. */
    epoch: z.int(),
    suspension: z
      .object({ reason: z.enum(suspensionReasons), note: z.string(), at: momentShape })
      .optional(),
    addedAt: momentShape,
    activatedAt: momentShape.optional(),
    inServiceAt: momentShape.optional(),
    lastSignInAt: momentShape.optional(),
    /** What this caller may do now. */
    can: z.array(z.string()),
  })
  .meta({ id: 'Terminal' });

const terminalDetail = terminal
  .extend({
    /** The five items under which the terminal is registered; identities only as keyed hashes. */
    binding: z
      .object({
        acquirerCode: z.string(),
        merchantNo: z.string(),
        subjectHash: z.string(),
        accountHash: z.string(),
        address: z.string(),
        location: z.string().optional(),
        at: momentShape,
      })
      .optional(),
    tmkKcv: z.string().optional(),
    selfTest: selfTest.extend({ at: momentShape }).optional(),
    activation: z
      .object({ issuedAt: momentShape, expiresAt: momentShape, triesLeft: z.int() })
      .optional(),
    missing: z.array(z.enum(gateItems)),
  })
  .meta({ id: 'TerminalDetail' });

/** Who answers for keys; a check value opens nothing, but says which keys are the same. */
const keyWatchers = ['technician', 'operator', 'support', 'risk', 'admin', 'auditor'] as const;

/** A key as it may be shown: never itself. */
const key = z.object({
  /** Main key, PIN key, MAC key, track key. */
  kind: z.enum(['tmk', 'pik', 'mak', 'tdk']),
  slot: z.int(),
  /** Of which binding it is. */
  epoch: z.int(),
  algorithm: z.string(),
  kcv: z.string(),
  madeAt: momentShape,
  destroyedAt: momentShape.optional(),
  destroyedWhy: z.enum(['unbound', 'boundAnew', 'replaced', 'signedOut']).optional(),
});

const activationCode = z.object({
  terminalId: idShape,
  /** Only for the owner and the technician. */
  code: z.string().optional(),
  issuedAt: momentShape,
  expiresAt: momentShape,
  triesLeft: z.int(),
});

export const endpoints = {
  listTerminals: endpoint({
    method: 'GET',
    path: '/v1/terminals',
    summary: 'Lists terminals: all for staff, those of their merchants for owners and cashiers.',
    access: readers,
    query: pageQuery.extend({
      merchantId: idShape.optional(),
      status: z.enum(terminalStatuses).optional(),
      modelId: z.string().max(40).optional(),
      serial: z.string().max(24).optional(),
    }),
    reply: pageOf(terminal),
  }),
  readTerminal: endpoint({
    method: 'GET',
    path: '/v1/terminals/:id',
    summary: 'Shows one terminal with its binding, self test and what is missing before it trades.',
    access: readers,
    params: idParams,
    reply: terminalDetail,
    refusals: ['request.notFound'],
  }),
  listKeys: endpoint({
    method: 'GET',
    path: '/v1/terminals/:id/keys',
    summary: 'Shows every key that a terminal had by its check value, and what became of it.',
    access: keyWatchers,
    params: idParams,
    reply: z.object({ rows: z.array(key) }),
    refusals: ['request.notFound'],
  }),
  addStock: endpoint({
    method: 'POST',
    path: '/v1/terminals',
    summary: 'Takes new terminals into stock by their serial numbers.',
    access: ['operator', 'admin'],
    body: z.object({
      modelId: z.string().min(1).max(40),
      serials: z.array(serialShape).min(1).max(200),
    }),
    reply: z.object({ rows: z.array(terminal) }),
    refusals: ['terminals.serialTaken', 'catalogue.modelUnknown'],
  }),
  issueActivationCode: endpoint({
    method: 'POST',
    path: '/v1/terminals/:id/activation-codes',
    summary: 'Makes a new activation code of eight digits; an earlier one stops working.',
    access: ['owner', 'technician', 'operator'],
    params: idParams,
    reply: activationCode,
    refusals: ['terminals.notDelivered', 'request.notFound'],
  }),
  readActivationCode: endpoint({
    method: 'GET',
    path: '/v1/terminals/:id/activation-code',
    summary: 'Shows the open activation code to the owner and the technician.',
    access: ['owner', 'technician'],
    params: idParams,
    reply: activationCode,
    refusals: ['terminals.noCode', 'request.notFound'],
  }),
  activate: endpoint({
    method: 'POST',
    path: '/v1/terminals/activations',
    summary: 'A terminal trades its serial number and code for its number and its master key.',
    access: 'public',
    body: z.object({
      serial: z.string().min(1).max(24),
      code: z.string().min(1).max(16),
      /** RSA of 2048 to 4096 bits, SPKI in PEM. The master key comes back under it. */
      publicKey: z.string().min(100).max(2000),
      /** Where it stands, `+31.23/+121.47`: kept with the binding. */
      location: z.string().max(40).optional(),
    }),
    reply: z.object({
      terminalId: idShape,
      terminalNo: terminalNoShape,
      merchantId: idShape,
      merchantNo: z.string(),
      merchantName: z.string(),
      /** 16 bytes under RSA-OAEP with SHA-256, base64. */
      tmk: z.string(),
      tmkKcv: z.string(),
      tpdu: z.string(),
      header: z.string(),
      /** 60.3 of the sign-in, which says what keys it brings. */
      signInCode: z.string(),
      macAlgorithm: z.enum(['cupEcb', 'x9.19', 'x9.9', 'xor3des']),
      /** The slot into which the main key goes. */
      tmkSlot: z.int(),
      iso8583: z.object({ host: z.string(), port: z.int() }),
      serverTime: momentShape,
    }),
    refusals: [
      'terminals.serialUnknown',
      'terminals.noCode',
      'terminals.codeExpired',
      'terminals.codeTriesUsed',
      'terminals.codeWrong',
      'terminals.merchantNotOpen',
      'terminals.publicKeyBad',
    ],
  }),
  recordSelfTest: endpoint({
    method: 'POST',
    path: '/v1/terminals/:id/self-tests',
    summary:
      'Records the self test: card, code, refund and print. All good opens the last gate item.',
    access: ['owner', 'cashier', 'technician', 'operator'],
    params: idParams,
    body: selfTest,
    reply: terminalDetail,
    refusals: ['terminals.step', 'request.notFound'],
  }),
  suspend: endpoint({
    method: 'POST',
    path: '/v1/terminals/:id/suspend',
    summary: 'Stops a terminal in service; it can not trade until it is restored.',
    access: ['owner', 'operator', 'risk', 'support', 'technician'],
    params: idParams,
    body: z.object({ reason: z.enum(suspensionReasons), note: z.string().max(500).default('') }),
    reply: terminalDetail,
    refusals: ['terminals.step', 'request.notFound'],
  }),
  restore: endpoint({
    method: 'POST',
    path: '/v1/terminals/:id/restore',
    summary: 'Lets a suspended terminal trade again.',
    access: ['operator', 'risk', 'technician'],
    params: idParams,
    reply: terminalDetail,
    refusals: ['terminals.step', 'terminals.riskLiftsRisk', 'request.notFound'],
  }),
  unbind: endpoint({
    method: 'POST',
    path: '/v1/terminals/:id/unbind',
    summary: 'Takes a terminal from its merchant for good and destroys its keys.',
    access: ['operator', 'technician'],
    params: idParams,
    body: z.object({ reason: z.string().min(2).max(200) }),
    reply: terminalDetail,
    refusals: ['terminals.step', 'request.notFound'],
  }),
  receive: endpoint({
    method: 'POST',
    path: '/v1/terminals/:id/receive',
    summary: 'Books an unbound terminal that came back: into stock again, or scrapped.',
    access: ['operator'],
    params: idParams,
    body: z.object({ outcome: z.enum(['restock', 'scrap']) }),
    reply: terminalDetail,
    refusals: ['terminals.step', 'request.notFound'],
  }),
  readGate: endpoint({
    method: 'GET',
    path: '/v1/merchants/:id/gate',
    summary:
      'Says what a merchant and its terminals still miss before they may trade, and from whom.',
    access: readers,
    params: idParams,
    reply: z.object({
      merchantId: idShape,
      items: z.array(
        z.object({
          item: z.enum(gateItems),
          ok: z.boolean(),
          /** Who acts next while it is missing. */
          who: z.enum(roles),
          since: momentShape.optional(),
        }),
      ),
      terminals: z.array(
        z.object({
          terminalId: idShape,
          serial: z.string(),
          terminalNo: z.string().optional(),
          status: z.enum(terminalStatuses),
          mayTrade: z.boolean(),
          missing: z.array(z.enum(gateItems)),
        }),
      ),
    }),
    refusals: ['request.notFound'],
  }),
  ...profileEndpoints,
} as const;
