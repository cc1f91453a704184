import type { Ask } from '#platform/ask';
import type { Db, Tx } from '#platform/db';
import { isStaff } from '#platform/ask';
import { findingById, stepById } from './diagnosis.ts';
import { canOf, daysAfter, FOLLOW_UP_DAYS, nextMover, type CaseReply } from './model.ts';
import { repliesOf, type Case, type Ticket } from './store.ts';
import { HOUSE, isOverdue, ticketCanOf, type TicketReplyBody } from './ticket-model.ts';

/** A case as the contract says it, in the language of the caller, with what the caller may do. */
export function caseReply(ask: Ask, found: Case): CaseReply {
  const { status, path, reason, proof, restored_at } = found;
  const reporterId = found.reporter_id;
  return {
    id: found.case_id,
    merchantId: found.merchant_id,
    terminalId: found.terminal_id,
    reason,
    description: found.description,
    status,
    reportedAt: found.reported_at,
    diagnosis: diagnosisReply(ask, found),
    materials: found.materials.map(({ at, ...material }) => ({ ...material, at: new Date(at) })),
    proof: {
      oldUnbound: proof.oldUnbound ?? false,
      newActivated: proof.newActivated ?? false,
      selfTested: proof.selfTested ?? false,
      ...present('testSale', proof.testSale),
    },
    next: nextMover({ status, path, reason }),
    can: canOf(ask.by, { status, path, reason, reporterId, trail: found.trail }),
    ...present('dueAt', found.due_at),
    ...present('path', path),
    ...present('decidedBy', found.decided_by),
    ...present('decisionNote', found.decision_note),
    ...present('orderId', found.order_id),
    ...present('newTerminalId', found.new_terminal_id),
    ...present('restoredAt', restored_at),
    ...present('followUpNote', found.follow_up_note),
    ...present('followUpDueAt', restored_at && daysAfter(restored_at, FOLLOW_UP_DAYS)),
    ...present('lesson', found.lesson),
    ...(status === 'closed' ? present('closedAt', found.ended_at) : {}),
  };
}

function diagnosisReply({ lang }: Ask, found: Case): CaseReply['diagnosis'] {
  const step = found.step === null ? undefined : stepById(found.step);
  const finding = found.finding === null ? undefined : findingById(found.finding);
  return {
    trail: found.trail.map(({ step: id, answer, at }) => {
      const asked = stepById(id);
      const said = asked?.answers.find((one) => one.id === answer);
      return {
        step: id,
        question: asked?.question[lang] ?? id,
        answer: said?.text[lang] ?? answer,
        at: new Date(at),
      };
    }),
    ...(step
      ? {
          step: {
            id: step.id,
            question: step.question[lang],
            answers: step.answers.map(({ id, text }) => ({ id, text: text[lang] })),
            ...present('hint', step.hint?.[lang]),
          },
        }
      : {}),
    ...(finding
      ? {
          finding: {
            id: finding.id,
            text: finding.text[lang],
            advice: finding.advice.map((line) => line[lang]),
          },
        }
      : {}),
  };
}

/** A ticket with its talk; notes among staff are for staff. */
export async function ticketReply(tx: Tx | Db, ask: Ask, ticket: Ticket): Promise<TicketReplyBody> {
  const replies = await repliesOf(tx, ticket);
  const staff = ask.by.kind === 'user' && isStaff(ask.by.role);
  const { assignee_id: id, assignee_name: name } = ticket;
  return {
    id: ticket.ticket_id,
    number: ticket.number,
    category: ticket.category,
    priority: ticket.priority,
    subject: ticket.subject,
    status: ticket.status,
    openedAt: ticket.opened_at,
    openedBy: ticket.opener_name,
    overdue: isOverdue(ticket, ask.now),
    replies: replies
      .filter(({ inner_note }) => staff || !inner_note)
      .map((reply) => ({
        id: reply.reply_id,
        by: reply.by_name,
        role: reply.role,
        text: reply.text,
        inner: reply.inner_note,
        at: reply.at,
      })),
    can: ticketCanOf(ask.by, ticket.status),
    resolveDueAt: ticket.resolve_due_at,
    ...present('replyDueAt', ticket.reply_due_at),
    ...present('merchantId', ticket.merchant_id === HOUSE ? null : ticket.merchant_id),
    ...(id === null || name === null ? {} : { assignee: { id, name } }),
    ...present('terminalId', ticket.terminal_id),
    ...present('caseId', ticket.case_id),
    ...present('resolvedAt', ticket.resolved_at),
    ...present('stars', ticket.stars),
  };
}

function present<K extends string, V>(name: K, value: V | null | undefined): { [P in K]?: V } {
  return (value === null || value === undefined ? {} : { [name]: value }) as { [P in K]?: V };
}
