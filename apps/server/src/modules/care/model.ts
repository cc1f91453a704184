import type { api, ReplyOf, Role } from '@kaitong/contract';
import { workingDeadline, type Calendar } from '@kaitong/values';
import type { Actor } from '#platform/ask';
import { step } from '#platform/chart';
import type { EventFrom } from 'xstate';
import { chart } from './chart.ts';

export type CaseReply = ReplyOf<typeof api.care.case>;
export type CaseStatus = CaseReply['status'];
export type CaseReason = CaseReply['reason'];
export type CasePath = NonNullable<CaseReply['path']>;
export type CaseEvent = EventFrom<typeof chart>['type'];

export type Said = {
  readonly step: string;
  readonly answer: string;
  readonly at: string;
  readonly by: string;
};
export type Material = {
  readonly kind: string;
  readonly note: string;
  readonly fileId?: string;
  readonly at: string;
};
/** What was seen on the machines since the approval. */
export type Proof = {
  readonly oldUnbound?: boolean;
  readonly newActivated?: boolean;
  readonly selfTested?: boolean;
  readonly testSale?: string;
};

const ANSWER_HOURS = 4; // onboarding facts: first response within four hours
const REVIEW_WORKING_DAYS = 3;
export const APPEAL_DAYS = 15;
export const FOLLOW_UP_DAYS = 7;
const HOUR_MS = 3_600_000;

function hoursAfter(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * HOUR_MS);
}

export function daysAfter(now: Date, days: number): Date {
  return hoursAfter(now, days * 24);
}

/** Until when somebody must have moved, in this state. */
export function dueIn(
  status: CaseStatus,
  { now, calendar }: { now: Date; calendar: Calendar },
): Date | null {
  if (status === 'reported') return hoursAfter(now, ANSWER_HOURS);
  if (status === 'under_review')
    return workingDeadline(calendar, now, { workingDays: REVIEW_WORKING_DAYS, cutOff: '18:00' });
  if (status === 'rejected') return daysAfter(now, APPEAL_DAYS);
  if (status === 'restored' || status === 'follow_up') return daysAfter(now, FOLLOW_UP_DAYS);
  return null;
}

const RISK: readonly CaseReason[] = ['risk_abnormal'];

/** What only a risk officer stops and lets go. */
export function isRisk(reason: CaseReason): boolean {
  return RISK.includes(reason);
}

/** Merchants and support report what they see; why risk stops a terminal only risk says. */
export function mayReport(by: Actor, reason: CaseReason): boolean {
  return by.kind === 'user' && (by.role === 'risk' || !isRisk(reason));
}

/** The second person: who reported or diagnosed a case does not decide it. */
export function isSecondPerson(
  by: Actor,
  { reporterId, trail }: { reporterId: string; trail: readonly Said[] },
): boolean {
  return by.kind === 'user' && by.id !== reporterId && trail.every((said) => said.by !== by.id);
}

type Mover = Role | 'terminal' | 'nobody';

const MOVERS: Readonly<Record<CaseStatus, Mover>> = {
  reported: 'support',
  diagnosing: 'owner',
  self_help: 'owner',
  under_review: 'reviewer',
  rejected: 'owner',
  approved: 'technician',
  reinstalling: 'technician',
  testing: 'terminal',
  restored: 'support',
  follow_up: 'support',
  closed: 'nobody',
  terminated: 'nobody',
};

/** Whose move it is; the word of a role, or `terminal`, `nobody`. */
export function nextMover({
  status,
  path,
  reason,
}: {
  status: CaseStatus;
  path: CasePath | null;
  reason: CaseReason;
}): Mover {
  if (status === 'under_review' && isRisk(reason)) return 'risk';
  if (status === 'approved' && path === 'replacement') return 'operator';
  return MOVERS[status];
}

/** Whether what was seen is enough for the test, and for being restored. */
export function isReadyForTest(path: CasePath | null, proof: Proof): boolean {
  return path !== 'replacement' || (proof.newActivated === true && proof.selfTested === true);
}

export function isRestored(path: CasePath | null, proof: Proof): boolean {
  if (proof.testSale === undefined) return false;
  return path !== 'replacement' || proof.oldUnbound === true;
}

type Verb = { readonly verb: string; readonly event: CaseEvent; readonly roles: readonly Role[] };
const MERCHANT: readonly Role[] = ['owner', 'cashier'];

const VERBS: readonly Verb[] = [
  { verb: 'diagnose', event: 'diagnose', roles: [...MERCHANT, 'support'] },
  { verb: 'answer', event: 'findSelfHelp', roles: [...MERCHANT, 'support'] },
  { verb: 'selfHelp', event: 'fixed', roles: [...MERCHANT, 'support'] },
  { verb: 'approve', event: 'approve', roles: ['reviewer', 'risk'] },
  { verb: 'reject', event: 'reject', roles: ['reviewer', 'risk'] },
  { verb: 'appeal', event: 'appeal', roles: ['owner'] },
  { verb: 'reportTestFailure', event: 'testFailed', roles: [...MERCHANT, 'support', 'technician'] },
  { verb: 'followUp', event: 'followUp', roles: ['support'] },
  { verb: 'close', event: 'close', roles: ['support', 'risk'] },
  { verb: 'terminate', event: 'terminate', roles: ['risk', 'admin'] },
];

type Seen = {
  readonly status: CaseStatus;
  readonly path: CasePath | null;
  readonly reason: CaseReason;
  readonly reporterId: string;
  readonly trail: readonly Said[];
};

/** The verbs that this caller may do now. */
export function canOf(by: Actor, seen: Seen): string[] {
  if (by.kind !== 'user') return [];
  const can = VERBS.filter(
    ({ verb, event, roles }) =>
      roles.includes(by.role) && allows(seen.status, event) && mayDecide(by, { verb, seen }),
  ).map(({ verb }) => verb);
  if (mayAddMaterial(by.role, seen.status)) can.push('addMaterial');
  if (by.role === 'technician' && seen.status === 'approved' && seen.path === 'repair')
    can.push('recordRepair');
  return can;
}

function mayDecide(by: Actor, { verb, seen }: { verb: string; seen: Seen }): boolean {
  if (verb !== 'approve' && verb !== 'reject') return true;
  const isFit = !isRisk(seen.reason) || (by.kind === 'user' && by.role === 'risk');
  return isFit && isSecondPerson(by, seen);
}

function allows(status: CaseStatus, type: CaseEvent): boolean {
  return step(chart, status, {}, { type }) !== undefined;
}

const WITH_MATERIAL: readonly CaseStatus[] = [
  'reported',
  'diagnosing',
  'self_help',
  'under_review',
  'rejected',
];

function mayAddMaterial(role: Role, status: CaseStatus): boolean {
  return (MERCHANT.includes(role) || role === 'support') && WITH_MATERIAL.includes(status);
}

export function takesMaterial(status: CaseStatus): boolean {
  return WITH_MATERIAL.includes(status);
}
