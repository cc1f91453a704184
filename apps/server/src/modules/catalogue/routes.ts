import { api } from '@kaitong/contract';
import { day, daysBetween, type FeeRule } from '@kaitong/values';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { advise } from './advise.ts';
import { adviceOf, choose } from './choose.ts';
import type { Model, Plan, Provider } from './model.ts';
import {
  allModels,
  allPlans,
  allProviders,
  calendarDays,
  findMcc,
  lastPublishedDay,
} from './store.ts';

const RANGE_DAYS_MAX = 400;

export function routes({ db }: Services): readonly Route[] {
  return [
    on(api.catalogue.listProviders).handle(async () => ({
      rows: (await allProviders(db)).map(providerReply),
    })),
    on(api.catalogue.listPlans).handle(async (_, { query }) => ({
      rows: (await allPlans(db))
        .filter(({ providerId }) => !query.providerId || providerId === query.providerId)
        .filter(
          ({ subjectTypes }) => !query.subjectType || subjectTypes.includes(query.subjectType),
        )
        .map(planReply),
    })),
    on(api.catalogue.listModels).handle(async () => ({
      rows: (await allModels(db)).map(modelReply),
    })),
    on(api.catalogue.listMcc).handle(async (_, { query }) => ({
      rows: (await findMcc(db, query)).map((row) => ({ ...row, name: { ...row.name } })),
    })),
    on(api.catalogue.listCalendar).handle(async (_, { query }) => {
      const range = { from: day(query.from), to: day(query.to) };
      const length = daysBetween(range.from, range.to);
      if (length < 0 || length >= RANGE_DAYS_MAX)
        throw refuse('catalogue.rangeTooLong', { limit: RANGE_DAYS_MAX });
      const publishedUntil = (await lastPublishedDay(db)) ?? '1970-01-01';
      return { publishedUntil, rows: await calendarDays(db, range) };
    }),
    on(api.catalogue.askAdvice).transact(async (tx, ask, { body }) => advise(tx, ask, body)),
    on(api.catalogue.getAdvice).transact(async (tx, _, { params }) => adviceOf(tx, params.id)),
    on(api.catalogue.chooseAdvice).transact(async (tx, ask, { params, body }) =>
      choose(tx, ask, { ...body, id: params.id }),
    ),
  ];
}

function providerReply(provider: Provider) {
  return { ...provider, name: { ...provider.name }, territory: [...provider.territory] };
}

function modelReply(model: Model) {
  return { ...model, name: { ...model.name }, networks: [...model.networks] };
}

function planReply(plan: Plan) {
  return {
    ...plan,
    name: { ...plan.name },
    fees: {
      debit: feeReply(plan.fees.debit),
      credit: feeReply(plan.fees.credit),
      qr: feeReply(plan.fees.qr),
    },
    deposit: { ...plan.deposit },
    modelIds: [...plan.modelIds],
    subjectTypes: [...plan.subjectTypes],
    priceClasses: [...plan.priceClasses],
  };
}

function feeReply({ rate, cap }: FeeRule) {
  return cap ? { rate, cap } : { rate };
}
