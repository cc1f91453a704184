import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  idParams,
  idShape,
  lang,
  langWords,
  momentShape,
  moneyShape,
  pageOf,
  pageQuery,
  rateShape,
} from '../shapes.ts';

const contractStatuses = ['generating', 'pending_sign', 'signed', 'lapsed', 'terminated'] as const;

const fee = z.object({
  tender: z.enum(['debit', 'credit', 'qr']),
  rate: rateShape,
  cap: moneyShape.optional(),
  min: moneyShape.optional(),
  fixed: moneyShape.optional(),
  /** The rule in a sentence, in the language of the contract. */
  text: z.string(),
});

/** What was agreed, as values; kept as it was on the day, whatever the catalogue says later. */
const terms = z.object({
  provider: z.object({ id: z.string(), name: langWords }),
  plan: z.object({ id: z.string(), name: langWords }),
  model: z.object({ id: z.string(), name: langWords }),
  merchant: z.object({
    merchantNo: z.string(),
    name: z.string(),
    subjectType: z.string(),
    storeName: z.string(),
    storeAddress: z.string(),
    settlementAccount: z.string(),
  }),
  fees: z.array(fee),
  settleCycle: z.string(),
  deposit: z
    .object({ amount: moneyShape, turnoverNeeded: moneyShape, windowDays: z.int() })
    .optional(),
  termMonths: z.int(),
  devicePrice: moneyShape,
  installationFee: moneyShape,
  yearlyServiceFee: moneyShape,
  yearlySimFee: moneyShape,
  /** Each a heading and its sentences, in the language of the contract, as printed. */
  sections: z.array(z.object({ id: z.string(), title: z.string(), lines: z.array(z.string()) })),
});

const contract = z
  .object({
    id: z.string(),
    contractNo: z.string(),
    merchantId: z.string(),
    applicationId: z.string(),
    status: z.enum(contractStatuses),
    lang,
    terms,
    termsSha256: z.string(),
    /** Absent while the file is being made. */
    fileSha256: z.string().optional(),
    signedFileSha256: z.string().optional(),
    /** Where anyone may check the paper, also printed on it as a QR code. */
    verifyPath: z.string().optional(),
    createdAt: momentShape,
    signBy: momentShape.optional(),
    signedAt: momentShape.optional(),
    signer: z.object({ name: z.string(), phone: z.string() }).optional(),
    terminatedReason: z.string().optional(),
    can: z.array(z.string()),
  })
  .meta({ id: 'Contract' });

const seers = [
  'owner',
  'agent',
  'reviewer',
  'risk',
  'finance',
  'operator',
  'support',
  'admin',
  'auditor',
] as const;

export const endpoints = {
  listContracts: endpoint({
    method: 'GET',
    path: '/v1/contracts',
    summary: 'Lists contracts, newest first; a merchant sees its own.',
    access: seers,
    query: pageQuery.extend({
      merchantId: idShape.optional(),
      applicationId: idShape.optional(),
      status: z.enum(contractStatuses).optional(),
    }),
    reply: pageOf(contract),
  }),
  contract: endpoint({
    method: 'GET',
    path: '/v1/contracts/:id',
    summary: 'Shows a contract with everything that was agreed.',
    access: seers,
    params: idParams,
    reply: contract,
    refusals: ['request.notFound'],
  }),
  contractPdf: endpoint({
    method: 'GET',
    path: '/v1/contracts/:id/pdf',
    summary: 'Gives the contract as PDF: the signed one with its evidence page once it is signed.',
    access: seers,
    kind: 'file',
    params: idParams,
    refusals: ['request.notFound', 'contract.notReady'],
  }),
  sendSigningCode: endpoint({
    method: 'POST',
    path: '/v1/contracts/:id/codes',
    summary: 'Sends the one-time code for signing to the phone of the signer.',
    access: ['owner'],
    params: idParams,
    reply: z.object({ phone: z.string(), expiresAt: momentShape }),
    refusals: ['request.notFound', 'contract.notSignable', 'code.tooMany'],
  }),
  signContract: endpoint({
    method: 'POST',
    path: '/v1/contracts/:id/signature',
    summary: 'Signs the contract with the one-time code.',
    access: ['owner'],
    params: idParams,
    body: z.object({
      code: z.string().regex(/^\d{6}$/),
      /** Says which file was read, so that nobody signs another one. */
      fileSha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    reply: contract,
    refusals: [
      'request.notFound',
      'contract.notSignable',
      'contract.otherFile',
      'code.wrong',
      'code.expired',
    ],
  }),
  terminateContract: endpoint({
    method: 'POST',
    path: '/v1/contracts/:id/termination',
    summary: 'Ends a contract, with a reason that the merchant is told.',
    access: ['risk', 'admin'],
    params: idParams,
    body: z.object({ reason: z.string().trim().min(4).max(400) }),
    reply: contract,
    refusals: ['request.notFound', 'contract.notTerminable'],
  }),
  reissueContract: endpoint({
    method: 'POST',
    path: '/v1/contracts/:id/reissue',
    summary: 'Makes a new contract in the place of one that lapsed.',
    access: ['support', 'operator'],
    params: idParams,
    reply: contract,
    refusals: ['request.notFound', 'contract.notReissuable'],
  }),
  verifyContract: endpoint({
    method: 'GET',
    path: '/v1/contracts/verification/:hash',
    summary:
      'Says whether a contract file with this SHA-256, or with this number, is ours and valid.',
    access: 'public',
    params: z.object({ hash: z.string().regex(/^(?:[0-9a-f]{64}|KT[0-9]{14})$/) }),
    reply: z.object({
      state: z.enum(['valid', 'unsigned', 'superseded', 'ended', 'unknown']),
      contractNo: z.string().optional(),
      /** The merchant's name with its middle hidden. */
      party: z.string().optional(),
      signedAt: momentShape.optional(),
    }),
  }),
} as const;
