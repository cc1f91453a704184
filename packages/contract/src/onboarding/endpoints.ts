import { z } from 'zod';
import { subjectTypeShape } from '../catalogue/shapes.ts';
import { endpoint, type Role } from '../endpoint.ts';
import { idParams, idShape, pageOf, pageQuery } from '../shapes.ts';
import {
  application,
  applicationRow,
  applicationStatuses,
  decisionInput,
  dictionary,
  fieldValue,
  kindShape,
  openBody,
  pathShape,
  reason,
} from './shapes.ts';

const applicants = ['owner', 'agent'] as const satisfies readonly Role[];
const reviewers = ['reviewer', 'risk'] as const satisfies readonly Role[];
const readers = [
  'owner',
  'agent',
  'reviewer',
  'risk',
  'operator',
  'support',
  'admin',
  'auditor',
] as const satisfies readonly Role[];
const FIELDS_MAX = 60;
const documentParams = z.object({ id: idShape, documentId: idShape });
const declineBody = z.object({
  reasonCode: z.string().max(10),
  note: z.string().trim().min(4).max(300),
});

const asking = {
  readDictionary: endpoint({
    method: 'GET',
    path: '/v1/applications/dictionary',
    summary: 'Says which fields and documents this kind of merchant has to give.',
    access: 'public',
    query: z.object({ subjectType: subjectTypeShape }),
    reply: dictionary,
  }),
  listReasons: endpoint({
    method: 'GET',
    path: '/v1/applications/reasons',
    summary: 'Lists the reasons for which a field can be sent back or an application declined.',
    access: 'signedIn',
    reply: z.object({ rows: z.array(reason) }),
  }),
  listApplications: endpoint({
    method: 'GET',
    path: '/v1/applications',
    summary:
      'Lists your own applications; for staff all of them, or the queue by what is due first.',
    access: readers,
    query: pageQuery.extend({
      scope: z.enum(['all', 'queue', 'claimed']).default('all'),
      status: z.enum(applicationStatuses).optional(),
      subjectType: subjectTypeShape.optional(),
      /** A number, a whole phone number, or how the name begins. */
      search: z.string().trim().max(60).optional(),
    }),
    reply: pageOf(applicationRow),
  }),
  getApplication: endpoint({
    method: 'GET',
    path: '/v1/applications/:id',
    summary: 'Shows an application with its fields, documents, checks and decisions.',
    access: readers,
    params: idParams,
    reply: application,
  }),
  readDocument: endpoint({
    method: 'GET',
    path: '/v1/applications/:id/documents/:documentId',
    summary: 'Shows an uploaded document to the applicant or the reviewer; an agent sees none.',
    access: ['owner', 'reviewer', 'risk', 'auditor'],
    params: documentParams,
    kind: 'file',
  }),
} as const;

const filling = {
  openApplication: endpoint({
    method: 'POST',
    path: '/v1/applications',
    summary: 'Opens an application for a merchant number and a terminal.',
    access: applicants,
    body: openBody,
    reply: application,
    refusals: ['onboarding.tooManyOpen', 'onboarding.ownerPhoneMissing', 'agents.notActive'],
  }),
  saveFields: endpoint({
    method: 'PATCH',
    path: '/v1/applications/:id',
    summary: 'Keeps what has been filled in so far; null empties a field.',
    access: applicants,
    params: idParams,
    body: z.object({
      version: z.int(),
      fields: z
        .record(pathShape, fieldValue.nullable())
        .refine((fields) => Object.keys(fields).length <= FIELDS_MAX),
    }),
    reply: application,
    refusals: [
      'onboarding.notEditable',
      'onboarding.changedElsewhere',
      'onboarding.unknownField',
      'onboarding.wrongKind',
    ],
  }),
  attachDocument: endpoint({
    method: 'POST',
    path: '/v1/applications/:id/documents/:kind',
    summary: 'Adds a photo or PDF of one kind; it is kept encrypted.',
    access: applicants,
    params: z.object({ id: idShape, kind: kindShape }),
    kind: 'upload',
    reply: application,
    refusals: [
      'onboarding.notEditable',
      'onboarding.documentUnknown',
      'onboarding.tooManyDocuments',
    ],
  }),
  removeDocument: endpoint({
    method: 'DELETE',
    path: '/v1/applications/:id/documents/:documentId',
    summary: 'Takes a document out of the application.',
    access: applicants,
    params: documentParams,
    reply: application,
    refusals: ['onboarding.notEditable'],
  }),
  submit: endpoint({
    method: 'POST',
    path: '/v1/applications/:id/submission',
    summary: 'Sends the application to review; only the merchant can.',
    access: ['owner'],
    params: idParams,
    reply: application,
    refusals: ['onboarding.notAllowedNow', 'onboarding.incomplete'],
  }),
  resubmit: endpoint({
    method: 'POST',
    path: '/v1/applications/:id/resubmission',
    summary: 'Sends the repaired application again; every marked field must have changed.',
    access: ['owner'],
    params: idParams,
    reply: application,
    refusals: ['onboarding.notAllowedNow', 'onboarding.notRepaired', 'onboarding.incomplete'],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/v1/applications/:id/withdrawal',
    summary: 'Ends the application, at the wish of the merchant.',
    access: ['owner'],
    params: idParams,
    reply: application,
    refusals: ['onboarding.notAllowedNow'],
  }),
} as const;

const reviewing = {
  claim: endpoint({
    method: 'POST',
    path: '/v1/applications/:id/claim',
    summary: 'Takes an application out of the queue to review it.',
    access: reviewers,
    params: idParams,
    reply: application,
    refusals: ['onboarding.notAllowedNow', 'onboarding.ownApplication'],
  }),
  release: endpoint({
    method: 'POST',
    path: '/v1/applications/:id/release',
    summary: 'Puts a claimed application back into the queue.',
    access: reviewers,
    params: idParams,
    reply: application,
    refusals: ['onboarding.notAllowedNow', 'onboarding.notYourClaim'],
  }),
  decideFields: endpoint({
    method: 'PUT',
    path: '/v1/applications/:id/decisions',
    summary: 'Accepts fields and documents, or marks them with a reason.',
    access: reviewers,
    params: idParams,
    body: z.object({ decisions: z.array(decisionInput).min(1).max(FIELDS_MAX) }),
    reply: application,
    refusals: [
      'onboarding.notAllowedNow',
      'onboarding.notYourClaim',
      'onboarding.nothingThere',
      'onboarding.reasonMissing',
      'onboarding.reasonUnfit',
    ],
  }),
  returnForRepair: endpoint({
    method: 'POST',
    path: '/v1/applications/:id/return',
    summary: 'Sends the application back to the merchant with the marked fields.',
    access: reviewers,
    params: idParams,
    body: z.object({ comment: z.string().trim().max(500).optional() }),
    reply: application,
    refusals: [
      'onboarding.notAllowedNow',
      'onboarding.notYourClaim',
      'onboarding.nothingMarked',
      'onboarding.roundsOver',
    ],
  }),
  approve: endpoint({
    method: 'POST',
    path: '/v1/applications/:id/approval',
    summary: 'Approves as the first reviewer; a second person has to confirm.',
    access: reviewers,
    params: idParams,
    reply: application,
    refusals: [
      'onboarding.notAllowedNow',
      'onboarding.notYourClaim',
      'onboarding.undecided',
      'onboarding.marked',
      'onboarding.checksRunning',
    ],
  }),
  decline: endpoint({
    method: 'POST',
    path: '/v1/applications/:id/decline',
    summary: 'Proposes to decline, with a reason; a second person has to confirm.',
    access: reviewers,
    params: idParams,
    body: declineBody,
    reply: application,
    refusals: ['onboarding.notAllowedNow', 'onboarding.notYourClaim', 'onboarding.reasonUnfit'],
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/v1/applications/:id/confirmation',
    summary: 'Confirms as the second person what the first reviewer decided.',
    access: reviewers,
    params: idParams,
    reply: application,
    refusals: ['onboarding.notAllowedNow', 'onboarding.samePerson', 'onboarding.ownApplication'],
  }),
  overturn: endpoint({
    method: 'POST',
    path: '/v1/applications/:id/overturn',
    summary: 'Gives the application back to review, as the second person, with a note.',
    access: reviewers,
    params: idParams,
    body: z.object({ note: z.string().trim().min(4).max(300) }),
    reply: application,
    refusals: ['onboarding.notAllowedNow', 'onboarding.samePerson', 'onboarding.ownApplication'],
  }),
} as const;

export const endpoints = { ...asking, ...filling, ...reviewing } as const;
