import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idParams, idShape, momentShape, pageOf, pageQuery } from '../shapes.ts';
import { ticketEndpoints } from './ticket-endpoints.ts';

const caseStatuses = [
  'reported',
  'diagnosing',
  'self_help',
  'under_review',
  'rejected',
  'approved',
  'reinstalling',
  'testing',
  'restored',
  'follow_up',
  'closed',
  'terminated',
] as const;

const caseReasons = [
  'system_maintenance',
  'hardware_fault',
  'software_fault',
  'network',
  'operator_error',
  'account_abnormal',
  'risk_abnormal',
] as const;

const casePaths = ['replacement', 'repair', 'lift'] as const;

const said = z.object({
  step: z.string(),
  question: z.string(),
  answer: z.string(),
  at: momentShape,
});

const suspensionCase = z
  .object({
    id: z.string(),
    merchantId: z.string(),
    terminalId: z.string(),
    reason: z.enum(caseReasons),
    description: z.string(),
    status: z.enum(caseStatuses),
    reportedAt: momentShape,
    /** Until when somebody must have answered, looked into it, or called again. */
    dueAt: momentShape.optional(),
    diagnosis: z.object({
      /** The open question; absent before the diagnosis begins and once it has a finding. */
      step: z
        .object({
          id: z.string(),
          question: z.string(),
          hint: z.string().optional(),
          answers: z.array(z.object({ id: z.string(), text: z.string() })),
        })
        .optional(),
      trail: z.array(said),
      finding: z
        .object({ id: z.string(), text: z.string(), advice: z.array(z.string()) })
        .optional(),
    }),
    materials: z.array(
      z.object({
        kind: z.string(),
        note: z.string(),
        fileId: z.string().optional(),
        at: momentShape,
      }),
    ),
    path: z.enum(casePaths).optional(),
    decidedBy: z.string().optional(),
    decisionNote: z.string().optional(),
    orderId: z.string().optional(),
    newTerminalId: z.string().optional(),
    /** What has been seen on the machine since approval, in order. */
    proof: z.object({
      oldUnbound: z.boolean(),
      newActivated: z.boolean(),
      selfTested: z.boolean(),
      testSale: z.string().optional(),
    }),
    restoredAt: momentShape.optional(),
    followUpDueAt: momentShape.optional(),
    followUpNote: z.string().optional(),
    lesson: z.string().optional(),
    closedAt: momentShape.optional(),
    /** Who moves next: a role, `terminal` or `system`. */
    next: z.string(),
    can: z.array(z.string()),
  })
  .meta({ id: 'SuspensionCase' });

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

export const endpoints = {
  reportCase: endpoint({
    method: 'POST',
    path: '/v1/cases',
    summary: 'Reports a terminal that does not work, or stops it for another reason.',
    access: [...merchants, 'support', 'risk'],
    body: z.object({
      terminalId: idShape,
      reason: z.enum(caseReasons),
      description: z.string().trim().min(4).max(1000),
    }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.alreadyOpen', 'case.notForYou'],
  }),
  listCases: endpoint({
    method: 'GET',
    path: '/v1/cases',
    summary: 'Lists cases, newest first; a merchant sees its own.',
    access: [...merchants, ...staff],
    query: pageQuery.extend({
      merchantId: idShape.optional(),
      status: z.enum(caseStatuses).optional(),
    }),
    reply: pageOf(suspensionCase),
  }),
  case: endpoint({
    method: 'GET',
    path: '/v1/cases/:id',
    summary: 'Shows a case: what was asked and answered, decided and seen.',
    access: [...merchants, ...staff],
    params: idParams,
    reply: suspensionCase,
    refusals: ['request.notFound'],
  }),
  startDiagnosis: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/diagnosis',
    summary: 'Begins the guided diagnosis, and gives its first question.',
    access: [...merchants, 'support'],
    params: idParams,
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible'],
  }),
  answerDiagnosis: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/diagnosis/answers',
    summary: 'Answers the open question; gives the next one, or the finding.',
    access: [...merchants, 'support'],
    params: idParams,
    body: z.object({ step: z.string().max(40), answer: z.string().max(40) }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible', 'case.otherQuestion'],
  }),
  reportSelfHelp: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/self-help',
    summary: 'Says whether the advice helped: yes leads to the test sale, no to review.',
    access: [...merchants, 'support'],
    params: idParams,
    body: z.object({ fixed: z.boolean() }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible'],
  }),
  addMaterial: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/materials',
    summary: 'Adds a material: a note, or a kept document.',
    access: [...merchants, 'support'],
    params: idParams,
    body: z.object({
      kind: z.enum(['identity', 'account', 'voucher', 'contract', 'invoice', 'warranty', 'screen']),
      note,
      fileId: idShape.optional(),
    }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible'],
  }),
  approveCase: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/approval',
    summary: 'Approves a way back, by a second person: another machine, a repair, or lifting.',
    access: ['reviewer', 'risk'],
    params: idParams,
    body: z.object({ path: z.enum(casePaths), note }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible', 'case.secondPerson', 'case.riskOnly'],
  }),
  rejectCase: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/rejection',
    summary: 'Says no, with the reason; the merchant may appeal within 15 days.',
    access: ['reviewer', 'risk'],
    params: idParams,
    body: z.object({ note }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible', 'case.secondPerson'],
  }),
  appealCase: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/appeal',
    summary: 'Asks for another review after a no.',
    access: ['owner'],
    params: idParams,
    body: z.object({ note }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible'],
  }),
  recordRepair: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/repair',
    summary: 'Records the finished repair; the machine may make its test sale.',
    access: ['technician'],
    params: idParams,
    body: z.object({ note }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible'],
  }),
  reportTestFailure: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/test-failure',
    summary: 'Says that the test did not work: the diagnosis begins anew.',
    access: [...merchants, 'support', 'technician'],
    params: idParams,
    body: z.object({ note }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible'],
  }),
  followUpCase: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/follow-up',
    summary: 'Records the call after the restoring: all well, or the fault is back.',
    access: ['support'],
    params: idParams,
    body: z.object({ well: z.boolean(), note }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible'],
  }),
  closeCase: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/closing',
    summary: 'Closes the case with its lesson: cause, measure, what to do better.',
    access: ['support', 'risk'],
    params: idParams,
    body: z.object({ lesson: z.string().trim().min(10).max(2000) }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible'],
  }),
  terminateCase: endpoint({
    method: 'POST',
    path: '/v1/cases/:id/termination',
    summary: 'Ends a case that has no way back.',
    access: ['risk', 'admin'],
    params: idParams,
    body: z.object({ note }),
    reply: suspensionCase,
    refusals: ['request.notFound', 'case.notPossible'],
  }),

  ...ticketEndpoints,
} as const;
