import type { api, BodyOf } from '@kaitong/contract';
import { tell } from '#audit';
import { calendar } from '#catalogue';
import { isStaff, mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { terminalById } from '#terminals';
import { HOUSE, newNumber, promisesOf } from './ticket-model.ts';
import { caseById, insertReply, insertTicket, type Ticket } from './store.ts';

export type Question = BodyOf<typeof api.care.openTicket>;

/** Asks support something; what is promised is fixed now. */
export async function openTicket(tx: Tx, ask: Ask, question: Question): Promise<Ticket> {
  const { id, name, role } = personOf(ask);
  const merchantId = await merchantFor(tx, ask, question);
  const { now } = ask;
  // Who is being robbed does not look for the right priority.
  const priority = question.category === 'fraud' ? 'p1' : question.priority;
  const promises = promisesOf(priority, { now, calendar: await calendar(tx) });
  const ticket: Ticket = {
    merchant_id: merchantId,
    ticket_id: newId('tic', now),
    number: newNumber(now),
    category: question.category,
    priority,
    subject: question.subject,
    status: 'new',
    opener_id: id,
    opener_name: name,
    assignee_id: null,
    assignee_name: null,
    opened_at: now,
    reply_due_at: promises.replyDueAt,
    resolve_due_at: promises.resolveDueAt,
    paused_at: null,
    terminal_id: question.terminalId ?? null,
    case_id: question.caseId ?? null,
    resolved_at: null,
    stars: null,
  };
  await insertTicket(tx, ticket);
  await insertReply(tx, {
    merchant_id: merchantId,
    reply_id: newId('rep', now),
    ticket_id: ticket.ticket_id,
    by_id: id,
    by_name: name,
    role,
    text: question.text,
    inner_note: false,
    at: now,
  });
  const payload = { merchantId, ticketId: ticket.ticket_id };
  await tell(tx, ask, { type: 'ticket.opened', payload });
  return ticket;
}

/** The merchant that is meant: named, or that of the machine or the case, or the asker's only one. */
async function merchantFor(tx: Tx, ask: Ask, question: Question): Promise<string> {
  const named = question.merchantId ?? (await merchantOfSubject(tx, question));
  if (named !== undefined) {
    mustSeeMerchant(ask, named);
    return named;
  }
  const { role, merchantIds } = personOf(ask);
  return isStaff(role) ? HOUSE : (merchantIds.toSorted().at(-1) ?? HOUSE);
}

async function merchantOfSubject(
  tx: Tx,
  { terminalId, caseId }: Question,
): Promise<string | undefined> {
  if (terminalId === undefined && caseId === undefined) return undefined;
  const terminal = terminalId === undefined ? undefined : await terminalById(tx, terminalId);
  const found = caseId === undefined ? undefined : await caseById(tx, caseId);
  const merchantId = terminal?.merchant_id ?? found?.merchant_id;
  if (merchantId === undefined) throw refuse('request.notFound');
  return merchantId;
}
