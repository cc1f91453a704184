import type { api, Facts, ReplyOf, Role, WordKey } from '@kaitong/contract';
import {
  addWorkingDays,
  dayOf,
  nextWorkingDay,
  shanghai,
  timeOf,
  type Calendar,
  type Day,
} from '@kaitong/values';
import type { Actor } from '#platform/ask';
import { step } from '#platform/chart';
import { chart } from './chart.ts';

export type VisitReply = ReplyOf<typeof api.visits.visit>;
export type VisitStatus = VisitReply['status'];
export type ChecklistItem = VisitReply['checklist'][number]['item'];
/** What somebody typed is kept as it is; what we found is a word and its facts, said to each reader anew. */
export type Note = string | { readonly key: WordKey; readonly facts?: Facts };
/** Ticked items only: when, and what was noted. */
export type Checklist = Readonly<Partial<Record<ChecklistItem, { at: string; note?: Note }>>>;

const VISIT_WORKING_DAYS = 2; // S0: installation within two working days
const PROPOSED_TIME = '10:00';
const EARLIEST = '09:00';
const LATEST = '20:00';
export const METRES_MAX = 200;
const EARTH_METRES = 6_371_000;

export const items: readonly { readonly item: ChecklistItem; readonly needed: boolean }[] = [
  { item: 'serial', needed: true },
  { item: 'location', needed: true },
  { item: 'network', needed: true },
  { item: 'power', needed: true },
  { item: 'paper', needed: true },
  { item: 'parameters', needed: true },
  { item: 'photos', needed: false },
];

export function isComplete(checklist: Checklist): boolean {
  return items.every(({ item, needed }) => !needed || checklist[item] !== undefined);
}

/** What we promise, and what we propose, on the day of delivery. */
export function slotFor(calendar: Calendar, now: Date): { dueOn: Day; proposedAt: Date } {
  const today = dayOf(now);
  return {
    dueOn: addWorkingDays(calendar, today, VISIT_WORKING_DAYS),
    proposedAt: shanghai(nextWorkingDay(calendar, today), PROPOSED_TIME),
  };
}

/** A time that a technician may set: ahead, by day, and not past what was promised. */
export function isGoodTime(startsAt: Date, { now, until }: { now: Date; until: Day }): boolean {
  const time = timeOf(startsAt);
  return startsAt > now && dayOf(startsAt) <= until && time >= EARLIEST && time <= LATEST;
}

export type Place = { readonly latitude: number; readonly longitude: number };

/** The way over the ground between two places, in metres (haversine). */
export function metresBetween(a: Place, b: Place): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Labels are typed off the machine: spaces and small letters do not make another machine. */
export function isSameSerial(given: string, wanted: string): boolean {
  return plain(given) === plain(wanted);
}

function plain(serial: string): string {
  return serial.replaceAll(/[\s-]/g, '').toUpperCase();
}

type Mine = {
  readonly status: VisitStatus;
  readonly mode: VisitReply['mode'];
  readonly technicianId: string | null;
};
type Verb = {
  readonly verb: string;
  readonly event: Parameters<typeof allows>[1];
  readonly roles: readonly Role[];
};

const VERBS: readonly Verb[] = [
  { verb: 'schedule', event: 'schedule', roles: ['technician', 'operator'] },
  { verb: 'selfInstall', event: 'chooseSelfInstall', roles: ['owner'] },
  { verb: 'depart', event: 'depart', roles: ['technician'] },
  { verb: 'start', event: 'start', roles: ['technician'] },
  { verb: 'tick', event: 'complete', roles: ['technician', 'owner'] },
  { verb: 'addPhoto', event: 'addPhoto', roles: ['technician', 'owner'] },
  { verb: 'sendCode', event: 'accept', roles: ['technician'] },
  { verb: 'accept', event: 'accept', roles: ['owner', 'technician'] },
  { verb: 'reportAbsence', event: 'reportAbsence', roles: ['technician'] },
  { verb: 'fail', event: 'fail', roles: ['technician', 'operator'] },
  { verb: 'cancel', event: 'cancel', roles: ['operator', 'admin'] },
];

function allows(
  status: VisitStatus,
  event:
    | 'schedule'
    | 'chooseSelfInstall'
    | 'depart'
    | 'start'
    | 'addPhoto'
    | 'complete'
    | 'accept'
    | 'reportAbsence'
    | 'fail'
    | 'cancel',
): boolean {
  return step(chart, status, {}, { type: event }) !== undefined;
}

/** The verbs that this caller may do now. */
export function canOf(by: Actor, visit: Mine): string[] {
  if (by.kind !== 'user') return [];
  return VERBS.filter(
    ({ verb, event, roles }) =>
      roles.includes(by.role) && allows(visit.status, event) && suits(by, { visit, verb }),
  ).map(({ verb }) => verb);
}

function suits(
  by: Extract<Actor, { kind: 'user' }>,
  { visit, verb }: { visit: Mine; verb: string },
): boolean {
  const isInstalling = verb === 'tick' || verb === 'addPhoto';
  if (by.role === 'owner') return !isInstalling || visit.mode === 'selfInstall';
  if (by.role !== 'technician' || verb === 'schedule') return true;
  return visit.mode === 'onSite' && isTechnicianOf(by.id, visit);
}

export function isTechnicianOf(id: string, { technicianId }: Pick<Mine, 'technicianId'>): boolean {
  return technicianId === null || technicianId === id;
}
