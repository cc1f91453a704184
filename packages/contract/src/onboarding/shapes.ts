import { z } from 'zod';
import { subjectTypeShape } from '../catalogue/shapes.ts';
import { idShape, momentShape } from '../shapes.ts';

const channels = ['portal', 'counter', 'phone', 'agent'] as const;
export const applicationStatuses = [
  'draft',
  'queued',
  'in_review',
  'second_review',
  'revision_required',
  'to_be_signed',
  'finished',
  'declined',
  'canceled',
  'expired',
] as const;

/** A name of the dictionary, `legal.idNo` or `documents.idFront`: one for forms, errors and reasons. */
export const pathShape = z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
export const kindShape = z.string().regex(/^[a-z][A-Za-z]{1,39}$/);
export const fieldValue = z.union([z.string().max(500), z.boolean()]);

const fieldTypes = [
  'text',
  'phone',
  'email',
  'idNo',
  'uscc',
  'date',
  'money',
  'count',
  'account',
  'branch',
  'district',
  'mcc',
  'plan',
  'model',
  'choice',
  'yesNo',
] as const;

/** It holds when the other field has one of these values. */
const condition = z.object({ path: pathShape, is: z.array(fieldValue) });

const dictionaryField = z.object({
  path: pathShape,
  /** A word key. */
  label: z.string(),
  group: z.string(),
  type: z.enum(fieldTypes),
  required: z.boolean(),
  /** When present, the field is asked for only while this holds. */
  when: condition.optional(),
  sensitive: z.boolean(),
  reviewed: z.boolean(),
  maxLength: z.int(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  source: z.string(),
});

const dictionaryDocument = z.object({
  kind: kindShape,
  path: pathShape,
  label: z.string(),
  hint: z.string(),
  required: z.boolean(),
  when: condition.optional(),
  filesMax: z.int(),
  source: z.string(),
});

export const dictionary = z.object({
  subjectType: subjectTypeShape,
  groups: z.array(z.object({ id: z.string(), label: z.string() })),
  fields: z.array(dictionaryField),
  documents: z.array(dictionaryDocument),
});

export const reason = z.object({
  code: z.string(),
  /** R: to be corrected, D: declines, H: holds. */
  kind: z.enum(['R', 'D', 'H']),
  label: z.string(),
  /** Paths, or groups such as `legal.`, that it may be given for. */
  on: z.array(z.string()),
});

/** One thing that keeps the application from being sent: say `onboarding.check.<code>`. */
const trouble = z.object({
  path: pathShape,
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

const machineCheck = z.object({
  code: z.string(),
  path: pathShape,
  outcome: z.enum(['pass', 'warn', 'fail', 'running']),
  evidence: z.record(z.string(), z.union([z.string(), z.number()])),
});

const fieldDecision = z.object({
  path: pathShape,
  decision: z.enum(['open', 'accept', 'revise']),
  reasonCode: z.string().optional(),
  note: z.string().optional(),
  /** The decision came over from the revision before, since the value did not change. */
  carried: z.boolean(),
});

const document = z.object({
  id: idShape,
  kind: kindShape,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  uploadedAt: momentShape,
});

const whoNext = ['merchant', 'reviewer', 'secondReviewer', 'nobody'] as const;

const summaryFields = {
  id: idShape,
  number: z.string(),
  channel: z.enum(channels),
  subjectType: subjectTypeShape,
  status: z.enum(applicationStatuses),
  revision: z.int(),
  /** What the shop is called, or nothing yet. */
  title: z.string(),
  applicantMasked: z.string(),
  phoneMasked: z.string(),
  whoNext: z.enum(whoNext),
  dueAt: momentShape.optional(),
  overdue: z.boolean(),
  claimedBy: z.object({ id: z.string(), name: z.string() }).optional(),
  merchantId: idShape.optional(),
  submittedAt: momentShape.optional(),
  createdAt: momentShape,
};

export const applicationRow = z.object(summaryFields);

export const application = z
  .object({
    ...summaryFields,
    /** Goes up with every save; give back the one you saw. */
    version: z.int(),
    fields: z.record(pathShape, fieldValue),
    /**
     * True when sensitive fields come whole: for the owner and the reviewer who claimed, and never in
     * the reply to a POST, since such replies are kept.
     */
    revealed: z.boolean(),
    documents: z.array(document),
    todo: z.array(trouble),
    checks: z.array(machineCheck),
    decisions: z.array(fieldDecision),
    comment: z.string().optional(),
    proposal: z
      .object({
        verdict: z.enum(['approve', 'decline']),
        reasonCode: z.string().optional(),
        note: z.string().optional(),
        by: z.string(),
      })
      .optional(),
    /** Why the second person gave it back, for reviewers. */
    overturnNote: z.string().optional(),
    can: z.array(z.string()),
  })
  .meta({ id: 'Application' });

export const openBody = z.object({
  subjectType: subjectTypeShape,
  /** Fills plan, model and business figures from the advice that was chosen. */
  adviceId: idShape.optional(),
  /** An agent says whose application it is; the merchant signs in with this phone and sends it. */
  ownerPhone: z
    .string()
    .regex(/^1[3-9]\d{9}$/)
    .optional(),
});

export const decisionInput = z.object({
  path: pathShape,
  decision: z.enum(['accept', 'revise']),
  reasonCode: z.string().max(10).optional(),
  note: z.string().trim().max(300).optional(),
});
