import { api } from '@kaitong/contract';
import type { Ask } from '#platform/ask';
import { isStaff, mustSeeMerchant, personOf } from '#platform/ask';
import { transact } from '#platform/db';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { accept, sendAcceptanceCode } from './accept.ts';
import { cancel, chooseSelfInstall, depart, fail, start } from './install.ts';
import { markedReply, quizReply, shortTrainingReply, trainingReply, visitReply } from './reply.ts';
import { reportAbsence, schedule } from './schedule.ts';
import { pageOfTrainings, pageOfVisits, visitById } from './store.ts';
import { tick } from './tick.ts';
import { answerQuiz, myTraining, readPart, startQuiz, waive } from './train.ts';

export function routes(services: Services): readonly Route[] {
  return [...visitRoutes(services), ...trainingRoutes(services)];
}

function visitRoutes(services: Services): readonly Route[] {
  const { db } = services;
  return [
    on(api.visits.listVisits).handle(async (ask, { query }) => {
      const rows = await pageOfVisits(db, { ...query, after: query.after, only: onlyOf(ask) });
      const last = rows.at(-1);
      return {
        rows: rows.map((row) => visitReply(ask, row)),
        ...(rows.length === query.limit && last ? { next: last.visit_id } : {}),
      };
    }),
    on(api.visits.visit).handle(async (ask, { params }) => {
      const visit = await visitById(db, params.id);
      if (!visit) throw refuse('request.notFound');
      mustSeeMerchant(ask, visit.merchant_id);
      return visitReply(ask, visit);
    }),
    on(api.visits.scheduleVisit).transact(async (tx, ask, { params, body }) =>
      visitReply(ask, await schedule(tx, ask, { visitId: params.id, ...body })),
    ),
    on(api.visits.chooseSelfInstall).transact(async (tx, ask, { params }) =>
      visitReply(ask, await chooseSelfInstall(tx, ask, params.id)),
    ),
    on(api.visits.departForVisit).transact(async (tx, ask, { params }) =>
      visitReply(ask, await depart(tx, ask, params.id)),
    ),
    on(api.visits.startVisit).transact(async (tx, ask, { params }) =>
      visitReply(ask, await start(tx, ask, params.id)),
    ),
    on(api.visits.tickVisit).transact(async (tx, ask, { params, body }) =>
      visitReply(ask, await tick(tx, ask, { visitId: params.id, given: body })),
    ),
    on(api.visits.sendAcceptanceCode).transact(async (tx, ask, { params }) =>
      sendAcceptanceCode(tx, ask, { services, visitId: params.id }),
    ),
    on(api.visits.acceptVisit).handle(async (ask, { params, body }) =>
      visitReply(ask, await accept(services, ask, { visitId: params.id, ...body })),
    ),
    on(api.visits.reportAbsence).transact(async (tx, ask, { params }) =>
      visitReply(ask, await reportAbsence(tx, ask, params.id)),
    ),
    on(api.visits.failVisit).transact(async (tx, ask, { params, body }) =>
      visitReply(ask, await fail(tx, ask, { visitId: params.id, ...body })),
    ),
    on(api.visits.cancelVisit).transact(async (tx, ask, { params, body }) =>
      visitReply(ask, await cancel(tx, ask, { visitId: params.id, ...body })),
    ),
  ];
}

function trainingRoutes({ db }: Services): readonly Route[] {
  return [
    on(api.visits.training).handle(async (ask) =>
      trainingReply(ask, await transact(db, async (tx) => myTraining(tx, ask))),
    ),
    on(api.visits.readTraining).transact(async (tx, ask, { params }) =>
      trainingReply(ask, await readPart(tx, ask, params.module)),
    ),
    on(api.visits.startQuiz).transact(async (tx, ask) => quizReply(ask, await startQuiz(tx, ask))),
    on(api.visits.answerQuiz).transact(async (tx, ask, { params, body }) =>
      markedReply(ask, await answerQuiz(tx, ask, { attemptId: params.id, ...body })),
    ),
    on(api.visits.listTrainings).handle(async (ask, { query }) => {
      const rows = await pageOfTrainings(db, { ...query, after: query.after, only: onlyOf(ask) });
      const last = rows.at(-1);
      return {
        rows: rows.map((row) => shortTrainingReply(ask, row)),
        ...(rows.length === query.limit && last
          ? { next: `${last.person_id}/${last.merchant_id}` }
          : {}),
      };
    }),
    on(api.visits.waiveTraining).transact(async (tx, ask, { body }) => {
      await waive(tx, ask, body);
      return { ok: true };
    }),
  ];
}

function onlyOf(ask: Ask): readonly string[] | undefined {
  const { role, merchantIds } = personOf(ask);
  return isStaff(role) ? undefined : merchantIds;
}
