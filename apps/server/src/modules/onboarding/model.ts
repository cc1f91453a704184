import type { ReplyOf, SubjectType, api } from '@kaitong/contract';
import {
  CalendarHorizonError,
  day,
  workingDeadline,
  type Calendar,
  type TimeOfDay,
} from '@kaitong/values';
import type { Actor } from '#platform/ask';
import { step } from '#platform/chart';
import { chart, type ApplicationEvent, type ApplicationStatus } from './chart.ts';
import type { Values } from './dictionary.ts';

export type Reply = ReplyOf<typeof api.onboarding.getApplication>;
export type Channel = Reply['channel'];
export type Verdict = 'approve' | 'decline';

/** A sensitive value as it is kept: sealed, as people see it, and as a key to compare it by. */
export type SealedValue = { readonly sealed: string; readonly mask: string; readonly key: string };

export type Application = {
  readonly id: string;
  readonly number: string;
  readonly channel: Channel;
  readonly subjectType: SubjectType;
  readonly status: ApplicationStatus;
  readonly revision: number;
  readonly version: number;
  readonly ownerId?: string | undefined;
  readonly ownerPhoneKey?: string | undefined;
  readonly enteredBy: string;
  readonly agentId?: string | undefined;
  readonly adviceId?: string | undefined;
  readonly fields: Values;
  readonly sealed: Readonly<Record<string, SealedValue>>;
  readonly title: string;
  readonly phoneKey?: string | undefined;
  readonly flagged: readonly string[];
  readonly returns: number;
  readonly comment?: string | undefined;
  readonly claimedBy?: { readonly id: string; readonly name: string } | undefined;
  readonly revealedTo?: string | undefined;
  readonly verdict?: Verdict | undefined;
  readonly verdictBy?: string | undefined;
  readonly verdictReason?: string | undefined;
  readonly verdictNote?: string | undefined;
  readonly confirmedBy?: string | undefined;
  readonly merchantId?: string | undefined;
  readonly dueAt?: Date | undefined;
  readonly overdue: boolean;
  readonly submittedAt?: Date | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type AttachedDocument = {
  readonly fileId: string;
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly addedAt: Date;
};

export type Decision = {
  readonly path: string;
  readonly decision: 'accept' | 'revise';
  readonly reasonCode?: string | undefined;
  readonly note?: string | undefined;
  readonly valueKey: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly carried: boolean;
};

export type MachineCheck = Reply['checks'][number];

export const OPEN_MAX = 5;
export const RETURNS_MAX = 5;
export const DRAFT_DAYS = 90;
export const REPAIR_DAYS = 30;
const LAST_DAY = day('9999-12-31');
const CUT_OFF: TimeOfDay = '17:30';

/** Working days for each stage (onboarding.md §3.6). */
const STAGE_DAYS = { claim: 1, review: 3, secondReview: 1 } as const;
export type Stage = keyof typeof STAGE_DAYS;

/** When a stage of review is due. */
export function stageDue(calendar: Calendar, from: Date, stage: Stage): Date {
  const term = { workingDays: STAGE_DAYS[stage], cutOff: CUT_OFF };
  try {
    return workingDeadline(calendar, from, term);
  } catch (error) {
    if (!(error instanceof CalendarHorizonError)) throw error;
    // The decree for the new year is not loaded: holidays count as days, so it is due early, not late.
    const endless: Calendar = {
      isWorkingDay: (on) => calendar.isWorkingDay(on),
      publishedUntil: LAST_DAY,
    };
    return workingDeadline(endless, from, term);
  }
}

export function isEditable({ status }: Pick<Application, 'status'>): boolean {
  return status === 'draft' || status === 'revision_required';
}

const NEXT: Readonly<Record<ApplicationStatus, Reply['whoNext']>> = {
  draft: 'merchant',
  revision_required: 'merchant',
  to_be_signed: 'merchant',
  queued: 'reviewer',
  in_review: 'reviewer',
  second_review: 'secondReviewer',
  finished: 'nobody',
  declined: 'nobody',
  canceled: 'nobody',
  expired: 'nobody',
};

export function whoNext({ status }: Pick<Application, 'status'>): Reply['whoNext'] {
  return NEXT[status];
}

/** Applied for, or filled in, by this person: never reviewed by them. */
export function isOwnOf(person: string, { ownerId, enteredBy }: Application): boolean {
  return person === ownerId || person === enteredBy;
}

const OWNER_EVENTS = ['submit', 'resubmit', 'withdraw'] as const;
const CLAIMED_EVENTS = ['release', 'returnForRepair', 'approve', 'decline'] as const;
const SECOND_EVENTS = ['confirm', 'overturn'] as const;
const EDITS = ['saveFields', 'attachDocument', 'removeDocument'] as const;

/** The verbs that this caller may use now. */
export function canOf(application: Application, by: Actor): string[] {
  if (by.kind !== 'user') return [];
  const allowed = (type: ApplicationEvent) =>
    step(chart, application.status, { verdict: application.verdict }, { type }) !== undefined;
  if (by.role === 'owner' && by.id === application.ownerId)
    return [...(isEditable(application) ? EDITS : []), ...OWNER_EVENTS.filter(allowed)];
  if (by.role === 'agent' && by.id === application.enteredBy)
    return isEditable(application) ? [...EDITS] : [];
  if (by.role !== 'reviewer' && by.role !== 'risk') return [];
  if (isOwnOf(by.id, application)) return [];
  const isMine = application.claimedBy?.id === by.id;
  return [
    ...(['claim'] as const).filter(allowed),
    ...(isMine ? CLAIMED_EVENTS.filter(allowed) : []),
    ...(isMine && application.status === 'in_review' ? ['decideFields'] : []),
    ...(application.verdictBy === by.id ? [] : SECOND_EVENTS.filter(allowed)),
  ];
}
