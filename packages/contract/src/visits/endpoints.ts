import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { dayShape, idParams, idShape, momentShape, pageOf, pageQuery } from '../shapes.ts';

const visitStatuses = [
  'requested',
  'scheduled',
  'en_route',
  'installing',
  'testing',
  'accepted',
  'merchant_absent',
  'failed',
  'canceled',
] as const;

const checklistItems = [
  'serial',
  'location',
  'network',
  'power',
  'paper',
  'parameters',
  'photos',
] as const;

const visit = z
  .object({
    id: z.string(),
    merchantId: z.string(),
    orderId: z.string(),
    terminalId: z.string(),
    /** The serial number that must be found on the machine. */
    serial: z.string(),
    /** `onSite`: a technician comes. `selfInstall`: the merchant works through the same list. */
    mode: z.enum(['onSite', 'selfInstall']),
    status: z.enum(visitStatuses),
    storeName: z.string(),
    storeAddress: z.string(),
    /** No later than this day: two working days after delivery. */
    dueOn: dayShape,
    /** What we propose until a time is set: the next working morning. */
    proposedAt: momentShape,
    startsAt: momentShape.optional(),
    technician: z.object({ id: z.string(), name: z.string() }).optional(),
    checklist: z.array(
      z.object({
        item: z.enum(checklistItems),
        needed: z.boolean(),
        done: z.boolean(),
        at: momentShape.optional(),
        note: z.string().optional(),
      }),
    ),
    photos: z.array(z.string()),
    acceptedAt: momentShape.optional(),
    reason: z.string().optional(),
    createdAt: momentShape,
    can: z.array(z.string()),
  })
  .meta({ id: 'Visit' });

const tick = z.discriminatedUnion('item', [
  z.object({ item: z.literal('serial'), serial: z.string().trim().min(4).max(40) }),
  z.object({
    item: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  z.object({
    item: z.enum(['network', 'power', 'paper', 'parameters']),
    note: z.string().trim().max(200).optional(),
  }),
  z.object({ item: z.literal('photos'), fileId: idShape }),
]);

const reason = z.object({ reason: z.string().trim().min(2).max(200) });

const training = z
  .object({
    userId: z.string(),
    name: z.string(),
    merchantId: z.string(),
    status: z.enum(['assigned', 'in_progress', 'quiz', 'passed', 'failed', 'waived']),
    modules: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        lines: z.array(z.string()),
        minutes: z.int(),
        readAt: momentShape.optional(),
      }),
    ),
    attempts: z.int(),
    passedAt: momentShape.optional(),
    can: z.array(z.string()),
  })
  .meta({ id: 'Training' });

const seers = [
  'owner',
  'cashier',
  'technician',
  'operator',
  'support',
  'reviewer',
  'admin',
  'auditor',
] as const;
const doers = ['technician', 'operator'] as const;
const trainees = ['owner', 'cashier'] as const;

export const endpoints = {
  listVisits: endpoint({
    method: 'GET',
    path: '/v1/visits',
    summary: 'Lists installation visits, newest first; a merchant sees its own.',
    access: seers,
    query: pageQuery.extend({
      merchantId: idShape.optional(),
      status: z.enum(visitStatuses).optional(),
    }),
    reply: pageOf(visit),
  }),
  visit: endpoint({
    method: 'GET',
    path: '/v1/visits/:id',
    summary: 'Shows a visit with its checklist.',
    access: seers,
    params: idParams,
    reply: visit,
    refusals: ['request.notFound'],
  }),
  scheduleVisit: endpoint({
    method: 'POST',
    path: '/v1/visits/:id/schedule',
    summary: 'Sets, or moves, the time at which the technician who asks will come.',
    access: doers,
    params: idParams,
    body: z.object({ startsAt: momentShape }),
    reply: visit,
    refusals: ['request.notFound', 'visit.notPossible', 'visit.badTime'],
  }),
  chooseSelfInstall: endpoint({
    method: 'POST',
    path: '/v1/visits/:id/self-install',
    summary: 'Lets the merchant install the couriered machine itself, by the same checklist.',
    access: ['owner'],
    params: idParams,
    reply: visit,
    refusals: ['request.notFound', 'visit.notPossible'],
  }),
  departForVisit: endpoint({
    method: 'POST',
    path: '/v1/visits/:id/departure',
    summary: 'Says that the technician is on the way.',
    access: ['technician'],
    params: idParams,
    reply: visit,
    refusals: ['request.notFound', 'visit.notPossible', 'visit.notYours'],
  }),
  startVisit: endpoint({
    method: 'POST',
    path: '/v1/visits/:id/start',
    summary: 'Begins the installation at the store.',
    access: ['technician'],
    params: idParams,
    reply: visit,
    refusals: ['request.notFound', 'visit.notPossible', 'visit.notYours'],
  }),
  tickVisit: endpoint({
    method: 'POST',
    path: '/v1/visits/:id/checklist',
    summary: 'Ticks one item of the checklist; the last needed one asks the merchant to accept.',
    access: ['technician', 'owner'],
    params: idParams,
    body: tick,
    reply: visit,
    refusals: [
      'request.notFound',
      'visit.notPossible',
      'visit.notYours',
      'visit.otherSerial',
      'visit.tooFar',
    ],
  }),
  sendAcceptanceCode: endpoint({
    method: 'POST',
    path: '/v1/visits/:id/codes',
    summary: 'Sends the merchant a one-time code to give to the technician as acceptance.',
    access: ['technician'],
    params: idParams,
    reply: z.object({ phone: z.string(), expiresAt: momentShape }),
    refusals: ['request.notFound', 'visit.notPossible', 'visit.notYours', 'code.tooMany'],
  }),
  acceptVisit: endpoint({
    method: 'POST',
    path: '/v1/visits/:id/acceptance',
    summary:
      'Accepts the installation: the merchant by itself, the technician with the merchant’s code.',
    access: ['owner', 'technician'],
    params: idParams,
    body: z.object({
      code: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    reply: visit,
    refusals: [
      'request.notFound',
      'visit.notPossible',
      'visit.codeNeeded',
      'code.wrong',
      'code.expired',
    ],
  }),
  reportAbsence: endpoint({
    method: 'POST',
    path: '/v1/visits/:id/absence',
    summary: 'Says that nobody of the merchant was there; a new time follows within a day.',
    access: ['technician'],
    params: idParams,
    reply: visit,
    refusals: ['request.notFound', 'visit.notPossible', 'visit.notYours'],
  }),
  failVisit: endpoint({
    method: 'POST',
    path: '/v1/visits/:id/failure',
    summary: 'Ends a visit that could not be done, with the reason.',
    access: ['technician', 'operator'],
    params: idParams,
    body: reason,
    reply: visit,
    refusals: ['request.notFound', 'visit.notPossible', 'visit.notYours'],
  }),
  cancelVisit: endpoint({
    method: 'POST',
    path: '/v1/visits/:id/cancellation',
    summary: 'Cancels a visit before it begins.',
    access: ['operator', 'admin'],
    params: idParams,
    body: reason,
    reply: visit,
    refusals: ['request.notFound', 'visit.notPossible'],
  }),
  training: endpoint({
    method: 'GET',
    path: '/v1/training',
    summary: 'Shows the training of the signed-in person, in the language asked for.',
    access: trainees,
    reply: training,
    refusals: ['training.noMerchant'],
  }),
  readTraining: endpoint({
    method: 'POST',
    path: '/v1/training/modules/:module/read',
    summary: 'Marks a part of the training as read; all read opens the quiz.',
    access: trainees,
    params: z.object({ module: z.string().regex(/^[a-z]{2,20}$/) }),
    reply: training,
    refusals: ['training.noMerchant', 'request.notFound'],
  }),
  startQuiz: endpoint({
    method: 'POST',
    path: '/v1/training/quiz',
    summary: 'Draws five questions.',
    access: trainees,
    reply: z.object({
      id: z.string(),
      passAt: z.int(),
      questions: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          choices: z.array(z.object({ id: z.string(), text: z.string() })),
        }),
      ),
    }),
    refusals: ['training.noMerchant', 'training.notPossible'],
  }),
  answerQuiz: endpoint({
    method: 'POST',
    path: '/v1/training/quiz/:id/answers',
    summary: 'Hands in the answers; wrong ones are explained.',
    access: trainees,
    params: idParams,
    body: z.object({
      answers: z
        .array(z.object({ questionId: z.string().max(40), choiceId: z.string().max(4) }))
        .max(10),
    }),
    reply: z.object({
      score: z.int(),
      of: z.int(),
      passed: z.boolean(),
      wrong: z.array(
        z.object({
          questionId: z.string(),
          text: z.string(),
          right: z.string(),
          explanation: z.string(),
        }),
      ),
      training,
    }),
    refusals: ['training.noMerchant', 'training.notPossible', 'training.incomplete'],
  }),
  listTrainings: endpoint({
    method: 'GET',
    path: '/v1/trainings',
    summary: 'Lists who of a merchant is trained.',
    access: seers,
    query: pageQuery.extend({ merchantId: idShape.optional() }),
    reply: pageOf(training.omit({ modules: true })),
  }),
  waiveTraining: endpoint({
    method: 'POST',
    path: '/v1/trainings/waivers',
    summary: 'Waives the training of a merchant whose staff is trained already, with a note.',
    access: ['reviewer', 'admin'],
    body: z.object({ merchantId: idShape, note: z.string().trim().min(4).max(400) }),
    reply: z.object({ ok: z.literal(true) }),
    refusals: ['request.notFound'],
  }),
} as const;
