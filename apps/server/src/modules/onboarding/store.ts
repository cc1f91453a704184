import { sql, type ExpressionBuilder } from 'kysely';
import type { SubjectType } from '@kaitong/contract';
import type { Db, Tx } from '#platform/db';
import type { ApplicationStatus } from './chart.ts';
import type { Application, AttachedDocument, Decision, MachineCheck } from './model.ts';
import { fromRow, or, toRow, type Row } from './rows.ts';

type Tables = {
  application: Row;
  application_document: {
    application_id: string;
    file_id: string;
    kind: string;
    name: string;
    type: string;
    size: number;
    added_at: Date;
  };
  application_decision: {
    application_id: string;
    revision: number;
    path: string;
    decision: Decision['decision'];
    reason_code: string | null;
    note: string | null;
    value_key: string;
    decided_by: string;
    decided_at: Date;
    carried: boolean;
  };
  application_check: {
    application_id: string;
    revision: number;
    code: string;
    path: string;
    outcome: MachineCheck['outcome'];
    evidence: MachineCheck['evidence'];
    at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();
export async function nextNumber(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    next: bigint;
  }>`select nextval('application_number') as next`.execute(tx);
  return `KT${rows[0]?.next}`;
}

export async function insertApplication(tx: Tx, application: Application): Promise<void> {
  await on(tx).insertInto('application').values(toRow(application)).execute();
}

export async function saveApplication(tx: Tx, application: Application): Promise<void> {
  const { id, ...columns } = toRow(application);
  await on(tx).updateTable('application').set(columns).where('id', '=', id).execute();
}

export async function applicationById(tx: Tx | Db, id: string): Promise<Application | undefined> {
  const query = on(tx).selectFrom('application').selectAll().where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row && fromRow(row);
}

export async function lockApplication(tx: Tx, id: string): Promise<Application | undefined> {
  const query = on(tx).selectFrom('application').selectAll().where('id', '=', id).forUpdate();
  const row = await query.executeTakeFirst();
  return row && fromRow(row);
}

const UNFINISHED: readonly ApplicationStatus[] = [
  'draft',
  'queued',
  'in_review',
  'second_review',
  'revision_required',
];

/** By a person who is registered, or by the keyed hash of a phone that is not yet. */
export type Who = { readonly ownerId: string } | { readonly ownerPhoneKey: string };

export async function countUnfinished(tx: Tx, who: Who): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('application')
    .select((w) => w.fn.countAll<bigint>().as('count'))
    .where((w) =>
      'ownerId' in who
        ? w('owner_id', '=', who.ownerId)
        : w('owner_phone_key', '=', who.ownerPhoneKey),
    )
    .where('status', 'in', UNFINISHED)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A merchant whom an agent entered registered now: what waits for the phone is theirs. */
export async function adopt(
  tx: Tx,
  { ownerId, ownerPhoneKey }: { ownerId: string; ownerPhoneKey: string },
): Promise<void> {
  await on(tx)
    .updateTable('application')
    .set({ owner_id: ownerId })
    .where('owner_id', 'is', null)
    .where('owner_phone_key', '=', ownerPhoneKey)
    .execute();
}

export type Filter = {
  readonly ownerId?: string | undefined;
  readonly enteredBy?: string | undefined;
  readonly claimedBy?: string | undefined;
  readonly status?: ApplicationStatus | undefined;
  readonly subjectType?: SubjectType | undefined;
  readonly search?: string | undefined;
  readonly phoneKey?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Newest first. */
export async function pageOfApplications(tx: Tx | Db, filter: Filter): Promise<Application[]> {
  let query = on(tx)
    .selectFrom('application')
    .selectAll()
    .where((w) => w.and(wishes(w, filter)));
  if (filter.after !== undefined) query = query.where('id', '<', filter.after);
  return (await query.orderBy('id', 'desc').limit(filter.limit).execute()).map(fromRow);
}

/** What waits for a reviewer, first what is due first; `after` is `due~id` of the last one seen. */
export async function pageOfQueue(tx: Tx | Db, filter: Filter): Promise<Application[]> {
  const [due, id] = filter.after?.split('~') ?? [];
  let query = on(tx)
    .selectFrom('application')
    .selectAll()
    .where((w) => w.and(wishes(w, filter)))
    .where('status', 'in', ['queued', 'second_review']);
  if (due !== undefined && id !== undefined)
    query = query.where(sql<boolean>`(due_at, id) > (${due}::timestamptz, ${id})`);
  return (await query.orderBy('due_at').orderBy('id').limit(filter.limit).execute()).map(fromRow);
}

function wishes(w: ExpressionBuilder<Tables, 'application'>, filter: Filter) {
  const { search, phoneKey } = filter;
  const equal = [
    ['owner_id', filter.ownerId],
    ['entered_by', filter.enteredBy],
    ['claimed_by', filter.claimedBy],
    ['status', filter.status],
    ['subject_type', filter.subjectType],
  ] as const;
  const found = search !== undefined && [
    w('number', '=', search.toUpperCase()),
    sql<boolean>`starts_with(title, ${search})`,
    ...(phoneKey === undefined ? [] : [w('phone_key', '=', phoneKey)]),
  ];
  return [
    ...equal.flatMap(([column, value]) => (value === undefined ? [] : [w(column, '=', value)])),
    ...(found ? [w.or(found)] : []),
  ];
}

export async function documentsOf(tx: Tx | Db, applicationId: string): Promise<AttachedDocument[]> {
  const rows = await on(tx)
    .selectFrom('application_document')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('added_at')
    .orderBy('file_id')
    .execute();
  return rows.map((row) => ({
    fileId: row.file_id,
    kind: row.kind,
    name: row.name,
    type: row.type,
    size: row.size,
    addedAt: row.added_at,
  }));
}

export async function insertDocument(
  tx: Tx,
  applicationId: string,
  document: AttachedDocument,
): Promise<void> {
  const { fileId, addedAt, ...row } = document;
  await on(tx)
    .insertInto('application_document')
    .values({ ...row, application_id: applicationId, file_id: fileId, added_at: addedAt })
    .execute();
}

export async function deleteDocument(tx: Tx, applicationId: string, fileId: string): Promise<void> {
  await on(tx)
    .deleteFrom('application_document')
    .where('application_id', '=', applicationId)
    .where('file_id', '=', fileId)
    .execute();
}

type OfRevision = { readonly id: string; readonly revision: number };

export async function decisionsOf(tx: Tx | Db, of: OfRevision): Promise<Decision[]> {
  const rows = await on(tx)
    .selectFrom('application_decision')
    .selectAll()
    .where('application_id', '=', of.id)
    .where('revision', '=', of.revision)
    .orderBy('path')
    .execute();
  return rows.map((row) => ({
    path: row.path,
    decision: row.decision,
    reasonCode: or(row.reason_code),
    note: or(row.note),
    valueKey: row.value_key,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    carried: row.carried,
  }));
}

/** The last decision on a path in a revision is the one that holds. */
export async function saveDecisions(
  tx: Tx,
  of: OfRevision,
  decisions: readonly Decision[],
): Promise<void> {
  for (const decision of decisions) {
    const values = {
      decision: decision.decision,
      reason_code: decision.reasonCode ?? null,
      note: decision.note ?? null,
      value_key: decision.valueKey,
      decided_by: decision.decidedBy,
      decided_at: decision.decidedAt,
      carried: decision.carried,
    };
    await on(tx)
      .insertInto('application_decision')
      .values({ ...values, application_id: of.id, revision: of.revision, path: decision.path })
      .onConflict((c) => c.columns(['application_id', 'revision', 'path']).doUpdateSet(values))
      .execute();
  }
}

export async function checksOf(tx: Tx | Db, of: OfRevision): Promise<MachineCheck[]> {
  const rows = await on(tx)
    .selectFrom('application_check')
    .select(['code', 'path', 'outcome', 'evidence'])
    .where('application_id', '=', of.id)
    .where('revision', '=', of.revision)
    .orderBy('path')
    .orderBy('code')
    .execute();
  return rows;
}

/** A check of a revision has one result: the last. */
export async function saveChecks(
  tx: Tx,
  of: OfRevision & { readonly at: Date },
  checks: readonly MachineCheck[],
): Promise<void> {
  for (const check of checks) {
    const values = { outcome: check.outcome, evidence: check.evidence, at: of.at };
    await on(tx)
      .insertInto('application_check')
      .values({
        ...values,
        application_id: of.id,
        revision: of.revision,
        code: check.code,
        path: check.path,
      })
      .onConflict((c) =>
        c.columns(['application_id', 'revision', 'code', 'path']).doUpdateSet(values),
      )
      .execute();
  }
}
