import type { api, ReplyOf, Role } from '@kaitong/contract';
import { dayOf, workingDeadline, type Calendar } from '@kaitong/values';
import type { EventFrom } from 'xstate';
import { isStaff, type Actor } from '#platform/ask';
import { step } from '#platform/chart';
import { newDigits } from '#platform/ids';
import { ticketChart } from './ticket-chart.ts';

export type TicketReplyBody = ReplyOf<typeof api.care.ticket>;
export type TicketStatus = TicketReplyBody['status'];
export type TicketPriority = TicketReplyBody['priority'];
export type TicketCategory = TicketReplyBody['category'];
export type TicketEvent = EventFrom<typeof ticketChart>['type'];

export const CLOSES_AFTER_DAYS = 7;
/** Tickets of people who have no merchant yet lie with the house. */
export const HOUSE = 'house';
const MINUTE_MS = 60_000;

/** First answer in minutes; solved in hours, or in working days at 18:00 (onboarding facts §2.10). */
const PROMISES: Readonly<
  Record<TicketPriority, { replyMinutes: number; hours?: number; workingDays?: number }>
> = {
  p1: { replyMinutes: 15, hours: 4 },
  p2: { replyMinutes: 60, workingDays: 1 },
  p3: { replyMinutes: 240, workingDays: 3 },
};

export function promisesOf(
  priority: TicketPriority,
  { now, calendar }: { now: Date; calendar: Calendar },
): { replyDueAt: Date; resolveDueAt: Date } {
  const { replyMinutes, hours, workingDays } = PROMISES[priority];
  return {
    replyDueAt: new Date(now.getTime() + replyMinutes * MINUTE_MS),
    resolveDueAt:
      hours === undefined
        ? workingDeadline(calendar, now, { workingDays: workingDays ?? 1, cutOff: '18:00' })
        : new Date(now.getTime() + hours * 60 * MINUTE_MS),
  };
}

type Clocked = {
  readonly status: TicketStatus;
  readonly reply_due_at: Date | null;
  readonly resolve_due_at: Date;
  readonly paused_at: Date | null;
};

/** The clock stands still from now on. */
export function pause<T extends Clocked>(ticket: T, now: Date): T {
  return { ...ticket, paused_at: ticket.paused_at ?? now };
}

/** The clock goes on; what it stood still is added to what was promised. */
export function resume<T extends Clocked>(ticket: T, now: Date): T {
  if (ticket.paused_at === null) return ticket;
  const stood_ms = now.getTime() - ticket.paused_at.getTime();
  const later = (at: Date) => new Date(at.getTime() + stood_ms);
  return {
    ...ticket,
    paused_at: null,
    reply_due_at: ticket.reply_due_at && later(ticket.reply_due_at),
    resolve_due_at: later(ticket.resolve_due_at),
  };
}

export function isOverdue(ticket: Clocked, now: Date): boolean {
  if (ticket.status !== 'new' && ticket.status !== 'open') return false;
  return ticket.resolve_due_at < now || (ticket.reply_due_at !== null && ticket.reply_due_at < now);
}

export function newNumber(now: Date): string {
  return `T${dayOf(now).slice(2).replaceAll('-', '')}${newDigits(5)}`;
}

/** Staff see every ticket; others what they opened and what is of their merchants. */
export function maySeeTicket(
  by: Actor,
  ticket: { readonly merchant_id: string; readonly opener_id: string },
): boolean {
  if (by.kind !== 'user') return false;
  const isMine = by.id === ticket.opener_id || by.merchantIds.includes(ticket.merchant_id);
  return isStaff(by.role) || isMine;
}

const OUTSIDE: readonly Role[] = ['owner', 'cashier', 'agent'];

/** The verbs that this caller may do now. */
export function ticketCanOf(by: Actor, status: TicketStatus): string[] {
  if (by.kind !== 'user') return [];
  const allows = (type: TicketEvent) => step(ticketChart, status, {}, { type }) !== undefined;
  const isSupport = by.role === 'support';
  const isAsker = OUTSIDE.includes(by.role);
  const isTalking = status !== 'closed' && status !== 'resolved';
  return [
    ...(isSupport && allows('claim') ? ['claim'] : []),
    ...((isSupport || isAsker || by.role === 'technician') && isTalking ? ['reply'] : []),
    ...(isSupport && allows('resolve') ? ['resolve'] : []),
    ...((isSupport || isAsker) && allows('close') ? ['close'] : []),
    ...((isSupport || isAsker) && allows('reopen') ? ['reopen'] : []),
  ];
}
