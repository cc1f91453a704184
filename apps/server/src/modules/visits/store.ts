import type { Day } from '@kaitong/values';
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';
import type { Checklist, VisitReply, VisitStatus } from './model.ts';
import type { ReadParts, TrainingStatus } from './training-model.ts';

type Tables = {
  visit: {
    merchant_id: string;
    visit_id: string;
    order_id: string;
    terminal_id: string;
    serial: string;
    mode: VisitReply['mode'];
    status: VisitStatus;
    store_id: string;
    store_name: string;
    store_address: string;
    due_on: Day;
    proposed_at: Date;
    starts_at: Date | null;
    technician_id: string | null;
    technician_name: string | null;
    checklist: Checklist;
    photos: string[];
    reason: string | null;
    accepted_at: Date | null;
    created_at: Date;
  };
  store_place: {
    merchant_id: string;
    store_id: string;
    latitude: number;
    longitude: number;
    measured_at: Date;
    visit_id: string;
  };
  training: {
    merchant_id: string;
    person_id: string;
    name: string;
    status: TrainingStatus;
    read: ReadParts;
    attempts: number;
    note: string | null;
    passed_at: Date | null;
  };
  quiz_attempt: {
    merchant_id: string;
    attempt_id: string;
    person_id: string;
    question_ids: string[];
    started_at: Date;
    answered_at: Date | null;
    score: number | null;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Visit = Tables['visit'];
export type StorePlace = Tables['store_place'];
export type Training = Tables['training'];
export type QuizAttempt = Tables['quiz_attempt'];

/** False when the order has its visit already. */
export async function insertVisit(tx: Tx, visit: Visit): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('visit')
    .values({ ...visit, checklist: JSON.stringify(visit.checklist) as never })
    .onConflict((c) => c.columns(['merchant_id', 'order_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function visitById(tx: Tx | Db, id: string): Promise<Visit | undefined> {
  return on(tx).selectFrom('visit').selectAll().where('visit_id', '=', id).executeTakeFirst();
}

export async function lockVisit(tx: Tx, id: string): Promise<Visit | undefined> {
  return on(tx)
    .selectFrom('visit')
    .selectAll()
    .where('visit_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveVisit(tx: Tx, visit: Visit): Promise<void> {
  const { merchant_id, visit_id, checklist, ...rest } = visit;
  await on(tx)
    .updateTable('visit')
    .set({ ...rest, checklist: JSON.stringify(checklist) as never })
    .where('merchant_id', '=', merchant_id)
    .where('visit_id', '=', visit_id)
    .execute();
}

type Page = {
  readonly after: string | undefined;
  readonly limit: number;
  readonly merchantId?: string | undefined;
  /** Undefined: all merchants. */
  readonly only: readonly string[] | undefined;
};

/** Newest first; ids sort by the moment of making, so the page key is the id alone. */
export async function pageOfVisits(
  tx: Tx | Db,
  page: Page & { readonly status?: VisitStatus | undefined },
): Promise<Visit[]> {
  let query = on(tx).selectFrom('visit').selectAll().orderBy('visit_id', 'desc').limit(page.limit);
  if (page.after !== undefined) query = query.where('visit_id', '<', page.after);
  if (page.only !== undefined) query = query.where('merchant_id', 'in', [...page.only, '']);
  if (page.merchantId !== undefined) query = query.where('merchant_id', '=', page.merchantId);
  if (page.status !== undefined) query = query.where('status', '=', page.status);
  return query.execute();
}

export async function placeOf(
  tx: Tx,
  { merchant_id, store_id }: Pick<Visit, 'merchant_id' | 'store_id'>,
): Promise<StorePlace | undefined> {
  return on(tx)
    .selectFrom('store_place')
    .selectAll()
    .where('merchant_id', '=', merchant_id)
    .where('store_id', '=', store_id)
    .executeTakeFirst();
}

export async function insertPlace(tx: Tx, place: StorePlace): Promise<void> {
  await on(tx)
    .insertInto('store_place')
    .values(place)
    .onConflict((c) => c.doNothing())
    .execute();
}

type Trainee = { readonly merchantId: string; readonly personId: string };

export async function trainingOf(
  tx: Tx | Db,
  { merchantId, personId }: Trainee,
): Promise<Training | undefined> {
  return on(tx)
    .selectFrom('training')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

/** The row, made first when it is missing, locked. */
export async function lockTraining(tx: Tx, fresh: Training): Promise<Training> {
  await on(tx)
    .insertInto('training')
    .values({ ...fresh, read: JSON.stringify(fresh.read) as never })
    .onConflict((c) => c.doNothing())
    .execute();
  return on(tx)
    .selectFrom('training')
    .selectAll()
    .where('merchant_id', '=', fresh.merchant_id)
    .where('person_id', '=', fresh.person_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function saveTraining(tx: Tx, training: Training): Promise<void> {
  const { merchant_id, person_id, read, ...rest } = training;
  await on(tx)
    .updateTable('training')
    .set({ ...rest, read: JSON.stringify(read) as never })
    .where('merchant_id', '=', merchant_id)
    .where('person_id', '=', person_id)
    .execute();
}

export async function pageOfTrainings(tx: Tx | Db, page: Page): Promise<Training[]> {
  let query = on(tx)
    .selectFrom('training')
    .selectAll()
    .orderBy('person_id', 'desc')
    .orderBy('merchant_id', 'desc')
    .limit(page.limit);
  if (page.after !== undefined) {
    const [person = '', merchant = ''] = page.after.split('/');
    query = query.where(sql<boolean>`(person_id, merchant_id) < (${person}, ${merchant})`);
  }
  if (page.only !== undefined) query = query.where('merchant_id', 'in', [...page.only, '']);
  if (page.merchantId !== undefined) query = query.where('merchant_id', '=', page.merchantId);
  return query.execute();
}

/** Somebody of this merchant has passed, or was spared. */
export async function isTrained(tx: Tx, merchantId: string): Promise<boolean> {
  const row = await on(tx)
    .selectFrom('training')
    .select('person_id')
    .where('merchant_id', '=', merchantId)
    .where('status', 'in', ['passed', 'waived'])
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertAttempt(tx: Tx, attempt: QuizAttempt): Promise<void> {
  await on(tx).insertInto('quiz_attempt').values(attempt).execute();
}

export async function lockAttempt(tx: Tx, id: string): Promise<QuizAttempt | undefined> {
  return on(tx)
    .selectFrom('quiz_attempt')
    .selectAll()
    .where('attempt_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveAttempt(
  tx: Tx,
  { merchant_id, attempt_id, answered_at, score }: QuizAttempt,
): Promise<void> {
  await on(tx)
    .updateTable('quiz_attempt')
    .set({ answered_at, score })
    .where('merchant_id', '=', merchant_id)
    .where('attempt_id', '=', attempt_id)
    .execute();
}
