import { api, type ReplyOf } from '@kaitong/contract';
import type { InputOf } from '../../api.ts';
import { useDeed } from '../../parts/desk/use-deed.ts';
import { quietly, useAct, useApi, usePages } from '../../query.ts';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

const { care } = api;

export type Case = ReplyOf<typeof care.case>;
export type Ticket = ReplyOf<typeof care.ticket>;
export type Reply = Ticket['replies'][number];

// Merchants answer and terminals prove while the page is open.
const LOOK_AGAIN_MS = 30_000;
const TERMINALS_SHOWN_MAX = 20;

export function useCases(query: NonNullable<InputOf<typeof care.listCases>['query']>) {
  return usePages(care.listCases, { query }, quietly);
}

export function useCase(id: string) {
  return useApi(care.case, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useTickets(query: NonNullable<InputOf<typeof care.listTickets>['query']>) {
  return usePages(care.listTickets, { query }, quietly);
}

export function useTicket(id: string) {
  return useApi(care.ticket, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

/** Terminals that trade and whose serial number is this; the newest while nothing is typed. */
export function useTerminals(serial: string) {
  const query = {
    status: 'in_service' as const,
    limit: TERMINALS_SHOWN_MAX,
    ...(serial === '' ? {} : { serial }),
  };
  return useApi(api.terminals.listTerminals, { query });
}

export function useReport(onDone: (id: string) => void) {
  const say = useSay(words);
  return useDeed(care.reportCase, { told: say('report.told'), onDone: ({ id }) => onDone(id) });
}

export function useCaseActs() {
  const say = useSay(words);
  return {
    approve: useDeed(care.approveCase, { told: say('approve.told') }),
    reject: useDeed(care.rejectCase, { told: say('reject.told') }),
    addMaterial: useDeed(care.addMaterial, { told: say('material.told') }),
    recordRepair: useDeed(care.recordRepair, { told: say('repair.told') }),
    reportTestFailure: useDeed(care.reportTestFailure, { told: say('testFailure.told') }),
    followUp: useDeed(care.followUpCase, { told: say('followUp.told') }),
    close: useDeed(care.closeCase, { told: say('close.told') }),
    terminate: useDeed(care.terminateCase, { told: say('terminate.told') }),
  };
}

export function useDiagnosisActs() {
  const say = useSay(words);
  return {
    // The next question tells enough.
    start: useAct(care.startDiagnosis, { invalidates: 'everything' }),
    answer: useAct(care.answerDiagnosis, { invalidates: 'everything' }),
    selfHelp: useDeed(care.reportSelfHelp, { told: say('diagnosis.reported') }),
  };
}

export function useTicketActs() {
  const say = useSay(words);
  return {
    claim: useDeed(care.claimTicket, { told: say('claim.told') }),
    resolve: useDeed(care.resolveTicket, { told: say('resolve.told') }),
    close: useDeed(care.closeTicket, { told: say('closeTicket.told') }),
    reopen: useDeed(care.reopenTicket, { told: say('reopen.told') }),
  };
}

export function useReply(onDone: () => void) {
  const say = useSay(words);
  return useDeed(care.replyTicket, { told: say('reply.told'), onDone });
}
