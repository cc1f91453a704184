import { api } from '@kaitong/contract';
import { rate, type Calendar, type Day } from '@kaitong/values';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Tx } from '#platform/db';
import { calendarOf } from './calendar-days.ts';
import type {
  Advice,
  Bin,
  CalendarDay,
  Mcc,
  Model,
  NetworkFeeRule,
  Plan,
  Provider,
} from './model.ts';
import {
  feeRule,
  mccFromRow,
  modelFromRow,
  planFromRow,
  planRow,
  providerFromRow,
  providerRow,
  type Rows,
} from './rows.ts';

const on = (tx: Tx | Db) => tx.withTables<Rows>();

export async function allProviders(tx: Tx | Db): Promise<Provider[]> {
  const rows = await on(tx).selectFrom('provider').selectAll().orderBy('id').limit(200).execute();
  return rows.map(providerFromRow);
}

export async function providerById(tx: Tx | Db, id: string): Promise<Provider | undefined> {
  const query = on(tx).selectFrom('provider').selectAll().where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row && providerFromRow(row);
}

export async function allModels(tx: Tx | Db): Promise<Model[]> {
  const rows = await on(tx).selectFrom('model').selectAll().orderBy('id').limit(200).execute();
  return rows.map(modelFromRow);
}

export async function modelById(tx: Tx | Db, id: string): Promise<Model | undefined> {
  const row = await on(tx).selectFrom('model').selectAll().where('id', '=', id).executeTakeFirst();
  return row && modelFromRow(row);
}

export async function allPlans(tx: Tx | Db): Promise<Plan[]> {
  const rows = await on(tx).selectFrom('plan').selectAll().orderBy('id').limit(500).execute();
  return rows.map(planFromRow);
}

export async function planById(tx: Tx | Db, id: string): Promise<Plan | undefined> {
  const row = await on(tx).selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst();
  return row && planFromRow(row);
}

export async function mccByCode(tx: Tx | Db, code: string): Promise<Mcc | undefined> {
  const row = await on(tx)
    .selectFrom('mcc')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst();
  return row && mccFromRow(row);
}

/** By the beginning of the code, or by any part of the name in any language. */
export async function findMcc(
  tx: Tx | Db,
  { search, limit }: { search: string; limit: number },
): Promise<Mcc[]> {
  const like = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await on(tx)
    .selectFrom('mcc')
    .selectAll()
    .where((w) =>
      w.or([
        w('code', 'like', like.slice(1)),
        sql<boolean>`concat_ws(' ', name->>'zh-Hans', name->>'zh-Hant', name->>'en') ilike ${like}`,
      ]),
    )
    .orderBy('code')
    .limit(limit)
    .execute();
  return rows.map(mccFromRow);
}

/** The bank of a card by its longest known prefix. */
export async function binOf(tx: Tx | Db, pan: string): Promise<Bin | undefined> {
  return on(tx)
    .selectFrom('card_bin')
    .selectAll()
    .where(sql<boolean>`starts_with(${pan}, prefix)`)
    .orderBy(sql`length(prefix)`, 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function networkFeeRules(tx: Tx | Db): Promise<NetworkFeeRule[]> {
  const rows = await on(tx)
    .selectFrom('network_fee_rule')
    .selectAll()
    .orderBy('id')
    .limit(1000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    taker: row.taker,
    tender: row.tender,
    priceClass: row.price_class,
    rule: { ...feeRule(row.rate_e7, row.cap_minor), factor: rate(row.factor_e7) },
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source,
  }));
}

/** The working days that are known; asked past their end, the calendar refuses. */
export async function calendar(tx: Tx | Db): Promise<Calendar> {
  const { rows } = await sql<{ day: Day; working: boolean; last: Day | null }>`
    with ends as (select max(day) as last from calendar_day)
    select day, working, last from ends left join calendar_day
      on working <> (extract(isodow from day) < 6)`.execute(tx);
  const last = rows[0]?.last;
  if (!last) throw new Error('the calendar is empty: load its days first');
  return calendarOf(new Map(rows.map(({ day, working }) => [day, working])), last);
}

export async function calendarDays(
  tx: Tx | Db,
  { from, to }: { from: Day; to: Day },
): Promise<CalendarDay[]> {
  return on(tx)
    .selectFrom('calendar_day')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
}

export async function lastPublishedDay(tx: Tx | Db): Promise<Day | undefined> {
  const row = await on(tx)
    .selectFrom('calendar_day')
    .select((w) => w.fn.max('day').as('day'))
    .where('source', '=', 'published')
    .executeTakeFirst();
  return row?.day ?? undefined;
}

const adviceShape = api.catalogue.getAdvice.reply;

export async function insertAdvice(tx: Tx, advice: Advice): Promise<void> {
  const { needs, options } = z.encode(adviceShape, advice);
  await on(tx)
    .insertInto('advice')
    .values({
      id: advice.id,
      needs: JSON.stringify(needs),
      options: JSON.stringify(options),
      created_at: advice.createdAt,
    })
    .execute();
}

export async function adviceById(tx: Tx | Db, id: string): Promise<Advice | undefined> {
  const row = await on(tx).selectFrom('advice').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const { choice_plan_id: planId, choice_model_id: modelId, chosen_at: chosenAt } = row;
  const isChosen = planId !== null && modelId !== null && chosenAt !== null;
  return {
    id: row.id,
    needs: adviceShape.shape.needs.parse(row.needs),
    options: adviceShape.shape.options.parse(row.options),
    createdAt: row.created_at,
    ...(isChosen ? { choice: { planId, modelId, chosenAt } } : {}),
  };
}

export async function saveChoice(
  tx: Tx,
  { id, choice }: { id: string; choice: NonNullable<Advice['choice']> },
): Promise<void> {
  await on(tx)
    .updateTable('advice')
    .set({
      choice_plan_id: choice.planId,
      choice_model_id: choice.modelId,
      chosen_at: choice.chosenAt,
    })
    .where('id', '=', id)
    .execute();
}

type Table = Exclude<keyof Rows, 'advice' | 'calendar_day'>;

/** Base data is only ever added to: what an operator changed stays changed. */
async function addMissing<T extends Table>(tx: Tx, table: T, rows: readonly Rows[T][]) {
  await on(tx)
    .insertInto(table)
    .values(rows as never)
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function addFacts(
  tx: Tx,
  facts: { mcc: readonly Mcc[]; networkFees: readonly NetworkFeeRule[] },
): Promise<void> {
  await addMissing(
    tx,
    'mcc',
    facts.mcc.map(({ group, priceClass, ...row }) => ({
      ...row,
      trade: group,
      price_class: priceClass,
    })),
  );
  await addMissing(
    tx,
    'network_fee_rule',
    facts.networkFees.map(({ priceClass, rule, validFrom, validTo, ...row }) => ({
      ...row,
      price_class: priceClass,
      rate_e7: rule.rate,
      cap_minor: rule.cap?.minor ?? null,
      factor_e7: rule.factor ?? 10_000_000,
      valid_from: validFrom,
      valid_to: validTo,
    })),
  );
}

export async function addSamples(
  tx: Tx,
  samples: {
    providers: readonly Provider[];
    models: readonly Model[];
    plans: readonly Plan[];
    bins: readonly Bin[];
  },
): Promise<void> {
  await addMissing(tx, 'provider', samples.providers.map(providerRow));
  await addMissing(
    tx,
    'model',
    samples.models.map(({ price, batteryHours, ...row }) => ({
      ...row,
      price_minor: price.minor,
      battery_hours: batteryHours,
    })),
  );
  await addMissing(tx, 'plan', samples.plans.map(planRow));
  await addMissing(tx, 'card_bin', samples.bins);
}

/** Adds days; a published day takes the place of a provisional one, never the other way round. */
export async function addDaysToCalendar(tx: Tx, days: readonly CalendarDay[]): Promise<void> {
  await on(tx)
    .insertInto('calendar_day')
    .values(days)
    .onConflict((c) =>
      c
        .column('day')
        .doUpdateSet({
          working: (w) => w.ref('excluded.working'),
          name: (w) => w.ref('excluded.name'),
          source: (w) => w.ref('excluded.source'),
        })
        .where('calendar_day.source', '=', 'provisional'),
    )
    .execute();
}

export async function countDays(tx: Tx | Db, source: CalendarDay['source']): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('calendar_day')
    .select((w) => w.fn.countAll<bigint>().as('count'))
    .where('source', '=', source)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function removeProvisionalDays(tx: Tx): Promise<void> {
  await on(tx).deleteFrom('calendar_day').where('source', '=', 'provisional').execute();
}
