import type { Role } from '@kaitong/contract';
import type { Db, Tx } from '#platform/db';
import type { CasePath, CaseReason, CaseStatus, Material, Proof, Said } from './model.ts';
import type { TicketCategory, TicketPriority, TicketStatus } from './ticket-model.ts';

type Tables = {
  suspension_case: {
    merchant_id: string;
    case_id: string;
    terminal_id: string;
    reason: CaseReason;
    description: string;
    status: CaseStatus;
    reporter_id: string;
    reported_at: Date;
    due_at: Date | null;
    step: string | null;
    trail: readonly Said[];
    finding: string | null;
    materials: readonly Material[];
    path: CasePath | null;
    decided_by: string | null;
    decision_note: string | null;
    order_id: string | null;
    new_terminal_id: string | null;
    proof: Proof;
    restored_at: Date | null;
    follow_up_note: string | null;
    lesson: string | null;
    ended_at: Date | null;
  };
  ticket: {
    merchant_id: string;
    ticket_id: string;
    number: string;
    category: TicketCategory;
    priority: TicketPriority;
    subject: string;
    status: TicketStatus;
    opener_id: string;
    opener_name: string;
    assignee_id: string | null;
    assignee_name: string | null;
    opened_at: Date;
    reply_due_at: Date | null;
    resolve_due_at: Date;
    paused_at: Date | null;
    terminal_id: string | null;
    case_id: string | null;
    resolved_at: Date | null;
    stars: number | null;
  };
  ticket_reply: {
    merchant_id: string;
    reply_id: string;
    ticket_id: string;
    by_id: string;
    by_name: string;
    role: Role;
    text: string;
    inner_note: boolean;
    at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Case = Tables['suspension_case'];
export type Ticket = Tables['ticket'];
export type TicketReply = Tables['ticket_reply'];

const ENDED: readonly CaseStatus[] = ['closed', 'terminated'];

/** jsonb lists must go in as text: the driver would make them arrays of PostgreSQL. */
function written({ trail, materials, proof, ...rest }: Case) {
  return {
    ...rest,
    trail: JSON.stringify(trail) as never,
    materials: JSON.stringify(materials) as never,
    proof: JSON.stringify(proof) as never,
  };
}

export async function insertCase(tx: Tx, fresh: Case): Promise<void> {
  await on(tx).insertInto('suspension_case').values(written(fresh)).execute();
}

export async function saveCase(tx: Tx, after: Case): Promise<void> {
  const { merchant_id, case_id, ...rest } = written(after);
  await on(tx)
    .updateTable('suspension_case')
    .set(rest)
    .where('merchant_id', '=', merchant_id)
    .where('case_id', '=', case_id)
    .execute();
}

export async function caseById(tx: Tx | Db, id: string): Promise<Case | undefined> {
  return on(tx)
    .selectFrom('suspension_case')
    .selectAll()
    .where('case_id', '=', id)
    .executeTakeFirst();
}

export async function lockCase(tx: Tx, id: string): Promise<Case | undefined> {
  return on(tx)
    .selectFrom('suspension_case')
    .selectAll()
    .where('case_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The case that a terminal is in, as the old machine or as the new one. */
export async function lockCaseOfTerminal(tx: Tx, terminalId: string): Promise<Case | undefined> {
  return on(tx)
    .selectFrom('suspension_case')
    .selectAll()
    .where((w) => w.or([w('terminal_id', '=', terminalId), w('new_terminal_id', '=', terminalId)]))
    .where('status', 'not in', ENDED)
    .orderBy('case_id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

export async function lockCaseOfOrder(tx: Tx, orderId: string): Promise<Case | undefined> {
  return on(tx)
    .selectFrom('suspension_case')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('status', 'not in', ENDED)
    .forUpdate()
    .executeTakeFirst();
}

type Page = {
  readonly after: string | undefined;
  readonly limit: number;
  readonly merchantId?: string | undefined;
};

/** Newest first; ids sort by the moment of making, so the page key is the id alone. */
export async function pageOfCases(
  tx: Tx | Db,
  page: Page & {
    readonly status?: CaseStatus | undefined;
    /** Undefined: all merchants. */
    readonly only: readonly string[] | undefined;
  },
): Promise<Case[]> {
  let query = on(tx)
    .selectFrom('suspension_case')
    .selectAll()
    .orderBy('case_id', 'desc')
    .limit(page.limit);
  if (page.after !== undefined) query = query.where('case_id', '<', page.after);
  if (page.only !== undefined) query = query.where('merchant_id', 'in', [...page.only, '']);
  if (page.merchantId !== undefined) query = query.where('merchant_id', '=', page.merchantId);
  if (page.status !== undefined) query = query.where('status', '=', page.status);
  return query.execute();
}

export async function insertTicket(tx: Tx, ticket: Ticket): Promise<void> {
  await on(tx).insertInto('ticket').values(ticket).execute();
}

export async function saveTicket(tx: Tx, ticket: Ticket): Promise<void> {
  const { merchant_id, ticket_id, ...rest } = ticket;
  await on(tx)
    .updateTable('ticket')
    .set(rest)
    .where('merchant_id', '=', merchant_id)
    .where('ticket_id', '=', ticket_id)
    .execute();
}

export async function ticketById(tx: Tx | Db, id: string): Promise<Ticket | undefined> {
  return on(tx).selectFrom('ticket').selectAll().where('ticket_id', '=', id).executeTakeFirst();
}

export async function lockTicket(tx: Tx, id: string): Promise<Ticket | undefined> {
  return on(tx)
    .selectFrom('ticket')
    .selectAll()
    .where('ticket_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function pageOfTickets(
  tx: Tx | Db,
  page: Page & {
    readonly status?: TicketStatus | undefined;
    readonly category?: TicketCategory | undefined;
    /** Undefined: staff, who see all. */
    readonly of: { readonly personId: string; readonly merchantIds: readonly string[] } | undefined;
  },
): Promise<Ticket[]> {
  let query = on(tx)
    .selectFrom('ticket')
    .selectAll()
    .orderBy('ticket_id', 'desc')
    .limit(page.limit);
  const { of } = page;
  if (of !== undefined)
    query = query.where((w) =>
      w.or([w('opener_id', '=', of.personId), w('merchant_id', 'in', [...of.merchantIds, ''])]),
    );
  if (page.after !== undefined) query = query.where('ticket_id', '<', page.after);
  if (page.merchantId !== undefined) query = query.where('merchant_id', '=', page.merchantId);
  if (page.status !== undefined) query = query.where('status', '=', page.status);
  if (page.category !== undefined) query = query.where('category', '=', page.category);
  return query.execute();
}

export async function insertReply(tx: Tx, reply: TicketReply): Promise<void> {
  await on(tx).insertInto('ticket_reply').values(reply).execute();
}

const REPLIES_MAX = 500;

export async function repliesOf(
  tx: Tx | Db,
  { merchant_id, ticket_id }: Pick<Ticket, 'merchant_id' | 'ticket_id'>,
): Promise<TicketReply[]> {
  return on(tx)
    .selectFrom('ticket_reply')
    .selectAll()
    .where('merchant_id', '=', merchant_id)
    .where('ticket_id', '=', ticket_id)
    .orderBy('reply_id')
    .limit(REPLIES_MAX)
    .execute();
}
