import type { WordKey } from '@kaitong/contract';
import { tell } from '#audit';
import { notify } from '#messages';
import { isStaff, personOf, type Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { cancelDeadline, setDeadline } from '#platform/deadlines';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { daysAfter } from './model.ts';
import { ticketChart } from './ticket-chart.ts';
import {
  CLOSES_AFTER_DAYS,
  maySeeTicket,
  pause,
  resume,
  type TicketEvent,
} from './ticket-model.ts';
import { insertReply, lockTicket, saveTicket, type Ticket } from './store.ts';

/** Takes a ticket. */
export async function claimTicket(tx: Tx, ask: Ask, ticketId: string): Promise<Ticket> {
  const before = await ticketFor(tx, ask, ticketId);
  return keep(tx, ask, claimed(ask, before));
}

function claimed(ask: Ask, before: Ticket): Ticket {
  const { id, name } = personOf(ask);
  return { ...before, status: next(before, 'claim'), assignee_id: id, assignee_name: name };
}

type Talk = {
  readonly ticketId: string;
  readonly text: string;
  readonly inner: boolean;
  readonly waitFor?: 'merchant' | 'others' | undefined;
};

/** Writes in a ticket. Staff take it by answering; the merchant wakes it by answering. */
export async function replyTicket(tx: Tx, ask: Ask, talk: Talk): Promise<Ticket> {
  const before = await ticketFor(tx, ask, talk.ticketId);
  const { status } = before;
  if (status === 'resolved' || status === 'closed')
    throw refuse('ticket.notPossible', { status: `ticket.${status}` });
  const byStaff = isStaff(personOf(ask).role);
  const inner = byStaff && talk.inner;
  await write(tx, ask, { ticket: before, text: talk.text, inner });
  const after = byStaff ? afterStaff(ask, before, { ...talk, inner }) : afterMerchant(ask, before);
  if (byStaff && !inner)
    await notifyOpener(tx, ask, { ticket: after, key: 'care.sms.ticketReply' });
  return keep(tx, ask, after);
}

function afterStaff(ask: Ask, before: Ticket, { inner, waitFor }: Omit<Talk, 'ticketId'>): Ticket {
  const isSupport = personOf(ask).role === 'support';
  const mine = before.status === 'new' && isSupport ? claimed(ask, before) : before;
  const answered = inner ? mine : { ...mine, reply_due_at: null };
  if (waitFor === undefined || !isSupport) return answered;
  const status = next(answered, waitFor === 'merchant' ? 'askMerchant' : 'askOthers');
  return pause({ ...answered, status }, ask.now);
}

function afterMerchant({ now }: Ask, before: Ticket): Ticket {
  if (before.status !== 'pending') return before;
  return resume({ ...before, status: next(before, 'resume') }, now);
}

/** Says how it was solved; after a week without a word it closes. */
export async function resolveTicket(
  tx: Tx,
  ask: Ask,
  { ticketId, text }: { ticketId: string; text: string },
): Promise<Ticket> {
  const found = await ticketFor(tx, ask, ticketId);
  const before = found.status === 'new' ? claimed(ask, found) : found;
  const status = next(before, 'resolve');
  await write(tx, ask, { ticket: before, text, inner: false });
  const dueAt = daysAfter(ask.now, CLOSES_AFTER_DAYS);
  await setDeadline(tx, { kind: 'care.closeTicket', subject: ticketId, dueAt });
  const going = resume(before, ask.now);
  const after = { ...going, status, resolved_at: ask.now, reply_due_at: null };
  await notifyOpener(tx, ask, { ticket: after, key: 'care.sms.ticketResolved' });
  await saveTicket(tx, after);
  const payload = { merchantId: after.merchant_id, ticketId };
  await tell(tx, ask, { type: 'ticket.resolved', payload });
  return after;
}

/** Closes it; who asked may say how well it went. */
export async function closeTicket(
  tx: Tx,
  ask: Ask,
  { ticketId, stars }: { ticketId: string; stars?: number | undefined },
): Promise<Ticket> {
  const before = await ticketFor(tx, ask, ticketId);
  const status = next(before, 'close');
  await cancelDeadline(tx, { kind: 'care.closeTicket', subject: ticketId, now: ask.now });
  const rated = isStaff(personOf(ask).role) ? before.stars : (stars ?? null);
  return keep(tx, ask, { ...before, status, stars: rated });
}

/** A week without a word. */
export async function closeQuietly(tx: Tx, ask: Ask, ticketId: string): Promise<void> {
  const before = await lockTicket(tx, ticketId);
  if (before?.status === 'resolved')
    await keep(tx, ask, { ...before, status: next(before, 'close') });
}

/** It was not solved after all. */
export async function reopenTicket(
  tx: Tx,
  ask: Ask,
  { ticketId, text }: { ticketId: string; text: string },
): Promise<Ticket> {
  const before = await ticketFor(tx, ask, ticketId);
  const status = next(before, 'reopen');
  await cancelDeadline(tx, { kind: 'care.closeTicket', subject: ticketId, now: ask.now });
  await write(tx, ask, { ticket: before, text, inner: false });
  return keep(tx, ask, { ...before, status, resolved_at: null });
}

async function ticketFor(tx: Tx, ask: Ask, id: string): Promise<Ticket> {
  const ticket = await lockTicket(tx, id);
  if (!ticket || !maySeeTicket(ask.by, ticket)) throw refuse('request.notFound');
  return ticket;
}

function next({ status }: Ticket, type: TicketEvent): Ticket['status'] {
  return stepOr(ticketChart, { status, refusal: 'ticket.notPossible' }, { type });
}

async function write(
  tx: Tx,
  ask: Ask,
  { ticket, text, inner }: { ticket: Ticket; text: string; inner: boolean },
): Promise<void> {
  const { id, name, role } = personOf(ask);
  await insertReply(tx, {
    merchant_id: ticket.merchant_id,
    reply_id: newId('rep', ask.now),
    ticket_id: ticket.ticket_id,
    by_id: id,
    by_name: name,
    role,
    text,
    inner_note: inner,
    at: ask.now,
  });
}

async function notifyOpener(
  tx: Tx,
  ask: Ask,
  { ticket, key }: { ticket: Ticket; key: WordKey },
): Promise<void> {
  await notify(tx, ask, {
    to: { userId: ticket.opener_id },
    key,
    facts: { number: ticket.number },
    link: `/tickets/${ticket.ticket_id}`,
  });
}

async function keep(tx: Tx, ask: Ask, after: Ticket): Promise<Ticket> {
  await saveTicket(tx, after);
  const { merchant_id: merchantId, ticket_id: ticketId, status } = after;
  await tell(tx, ask, { type: 'ticket.moved', payload: { merchantId, ticketId, status } });
  return after;
}
