import { sql } from 'kysely';
import { systemAsk } from './ask.ts';
import { transact, type Db, type Tx } from './db.ts';
import { emit } from './events.ts';

/** A business deadline: what falls due, for whom, when. One open deadline for a kind and a subject. */
export type Deadline = { readonly kind: string; readonly subject: string; readonly dueAt: Date };

/** Sets the deadline, or moves the open one of the same kind and subject. */
export async function setDeadline(tx: Tx, { kind, subject, dueAt }: Deadline): Promise<void> {
  await sql`
    insert into deadline (kind, subject, due_at) values (${kind}, ${subject}, ${dueAt})
    on conflict (kind, subject) where fired_at is null
    do update set due_at = excluded.due_at`.execute(tx);
}

/** The open deadline is no longer wanted: it counts as fired at this moment, and stays as a record. */
export async function cancelDeadline(
  tx: Tx,
  { kind, subject, now }: { kind: string; subject: string; now: Date },
): Promise<void> {
  await sql`
    update deadline set fired_at = ${now}
    where kind = ${kind} and subject = ${subject} and fired_at is null`.execute(tx);
}

export async function openDeadline(
  tx: Tx | Db,
  kind: string,
  subject: string,
): Promise<Date | undefined> {
  const { rows } = await sql<{ due_at: Date }>`
    select due_at from deadline
    where kind = ${kind} and subject = ${subject} and fired_at is null`.execute(tx);
  return rows[0]?.due_at;
}

/** Fires the earliest deadline that business time has reached; false when none is due. */
export async function fireNext(db: Db, now: Date): Promise<boolean> {
  return transact(db, async (tx) => {
    const { rows } = await sql<{ id: bigint; kind: string; subject: string; due_at: Date }>`
      select id, kind, subject, due_at from deadline
      where fired_at is null and due_at <= ${now}
      order by due_at, id limit 1 for update skip locked`.execute(tx);
    const due = rows[0];
    if (!due) return false;
    await sql`update deadline set fired_at = ${now} where id = ${due.id}`.execute(tx);
    const payload = { kind: due.kind, subject: due.subject, dueAt: due.due_at.toISOString() };
    // The ask carries the time it fell due, so that a jump of a week plays day by day.
    await emit(tx, systemAsk('deadlines', due.due_at), { type: 'deadline.due', payload });
    return true;
  });
}
