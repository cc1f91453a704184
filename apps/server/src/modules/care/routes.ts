import { api } from '@kaitong/contract';
import { isStaff, mustSeeMerchant, personOf } from '#platform/ask';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { appeal, approve, reject, terminate } from './decide.ts';
import { addMaterial, answerDiagnosis, reportSelfHelp, startDiagnosis } from './diagnose.ts';
import { closeCase, followUp } from './follow-up.ts';
import { findGuides, guideById, guideReply } from './guides.ts';
import { openTicket } from './open-ticket.ts';
import { caseReply, ticketReply } from './reply.ts';
import { reportCase } from './report-case.ts';
import { recordRepair, reportTestFailure } from './return-to-service.ts';
import { caseById, pageOfCases, pageOfTickets, ticketById } from './store.ts';
import { maySeeTicket } from './ticket-model.ts';
import {
  claimTicket,
  closeTicket,
  reopenTicket,
  replyTicket,
  resolveTicket,
} from './work-ticket.ts';

const { care } = api;

export function routes(services: Services): readonly Route[] {
  return [
    ...caseReads(services),
    ...diagnosisRoutes(),
    ...decisionRoutes(),
    ...ticketReads(services),
    ...ticketRoutes(),
    ...guideRoutes(),
  ];
}

function caseReads({ db }: Services): readonly Route[] {
  return [
    on(care.listCases).handle(async (ask, { query }) => {
      const { role, merchantIds } = personOf(ask);
      const only = isStaff(role) ? undefined : merchantIds;
      const rows = await pageOfCases(db, { ...query, after: query.after, only });
      const last = rows.at(-1);
      return {
        rows: rows.map((row) => caseReply(ask, row)),
        ...(rows.length === query.limit && last ? { next: last.case_id } : {}),
      };
    }),
    on(care.case).handle(async (ask, { params }) => {
      const found = await caseById(db, params.id);
      if (!found) throw refuse('request.notFound');
      mustSeeMerchant(ask, found.merchant_id);
      return caseReply(ask, found);
    }),
  ];
}

function diagnosisRoutes(): readonly Route[] {
  return [
    on(care.reportCase).transact(async (tx, ask, { body }) =>
      caseReply(ask, await reportCase(tx, ask, body)),
    ),
    on(care.startDiagnosis).transact(async (tx, ask, { params }) =>
      caseReply(ask, await startDiagnosis(tx, ask, params.id)),
    ),
    on(care.answerDiagnosis).transact(async (tx, ask, { params, body }) =>
      caseReply(ask, await answerDiagnosis(tx, ask, { caseId: params.id, ...body })),
    ),
    on(care.reportSelfHelp).transact(async (tx, ask, { params, body }) =>
      caseReply(ask, await reportSelfHelp(tx, ask, { caseId: params.id, ...body })),
    ),
    on(care.addMaterial).transact(async (tx, ask, { params, body }) =>
      caseReply(ask, await addMaterial(tx, ask, { caseId: params.id, ...body })),
    ),
  ];
}

function decisionRoutes(): readonly Route[] {
  return [
    on(care.approveCase).transact(async (tx, ask, { params, body }) =>
      caseReply(ask, await approve(tx, ask, { caseId: params.id, ...body })),
    ),
    on(care.rejectCase).transact(async (tx, ask, { params, body }) =>
      caseReply(ask, await reject(tx, ask, { caseId: params.id, ...body })),
    ),
    on(care.appealCase).transact(async (tx, ask, { params, body }) =>
      caseReply(ask, await appeal(tx, ask, { caseId: params.id, ...body })),
    ),
    on(care.recordRepair).transact(async (tx, ask, { params, body }) =>
      caseReply(ask, await recordRepair(tx, ask, { caseId: params.id, ...body })),
    ),
    on(care.reportTestFailure).transact(async (tx, ask, { params, body }) =>
      caseReply(ask, await reportTestFailure(tx, ask, { caseId: params.id, ...body })),
    ),
    on(care.followUpCase).transact(async (tx, ask, { params, body }) =>
      caseReply(ask, await followUp(tx, ask, { caseId: params.id, ...body })),
    ),
    on(care.closeCase).transact(async (tx, ask, { params, body }) =>
      caseReply(ask, await closeCase(tx, ask, { caseId: params.id, ...body })),
    ),
    on(care.terminateCase).transact(async (tx, ask, { params, body }) =>
      caseReply(ask, await terminate(tx, ask, { caseId: params.id, ...body })),
    ),
  ];
}

function ticketReads({ db }: Services): readonly Route[] {
  return [
    on(care.listTickets).handle(async (ask, { query }) => {
      const { id: personId, role, merchantIds } = personOf(ask);
      const of = isStaff(role) ? undefined : { personId, merchantIds };
      const rows = await pageOfTickets(db, { ...query, after: query.after, of });
      const last = rows.at(-1);
      return {
        rows: await Promise.all(rows.map(async (row) => ticketReply(db, ask, row))),
        ...(rows.length === query.limit && last ? { next: last.ticket_id } : {}),
      };
    }),
    on(care.ticket).handle(async (ask, { params }) => {
      const ticket = await ticketById(db, params.id);
      if (!ticket || !maySeeTicket(ask.by, ticket)) throw refuse('request.notFound');
      return ticketReply(db, ask, ticket);
    }),
  ];
}

function ticketRoutes(): readonly Route[] {
  return [
    on(care.openTicket).transact(async (tx, ask, { body }) =>
      ticketReply(tx, ask, await openTicket(tx, ask, body)),
    ),
    on(care.claimTicket).transact(async (tx, ask, { params }) =>
      ticketReply(tx, ask, await claimTicket(tx, ask, params.id)),
    ),
    on(care.replyTicket).transact(async (tx, ask, { params, body }) =>
      ticketReply(tx, ask, await replyTicket(tx, ask, { ticketId: params.id, ...body })),
    ),
    on(care.resolveTicket).transact(async (tx, ask, { params, body }) =>
      ticketReply(tx, ask, await resolveTicket(tx, ask, { ticketId: params.id, ...body })),
    ),
    on(care.closeTicket).transact(async (tx, ask, { params, body }) =>
      ticketReply(tx, ask, await closeTicket(tx, ask, { ticketId: params.id, ...body })),
    ),
    on(care.reopenTicket).transact(async (tx, ask, { params, body }) =>
      ticketReply(tx, ask, await reopenTicket(tx, ask, { ticketId: params.id, ...body })),
    ),
  ];
}

function guideRoutes(): readonly Route[] {
  return [
    on(care.listGuides).handle(async ({ lang }, { query }) => ({
      rows: findGuides({ lang, ...query }).map((guide) => guideReply(lang, guide)),
    })),
    on(care.guide).handle(async ({ lang }, { params }) => {
      const guide = guideById(params.guide);
      if (!guide) throw refuse('request.notFound');
      return guideReply(lang, guide);
    }),
  ];
}
