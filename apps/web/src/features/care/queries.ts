import { api, type BodyOf, type ReplyOf } from '@kaitong/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../../house.ts';
import { asked, useAct, useApi, usePages } from '../../query.ts';

export type Case = ReplyOf<typeof api.care.case>;
export type Ticket = ReplyOf<typeof api.care.ticket>;
export type Category = Ticket['category'];
export type MaterialKind = BodyOf<typeof api.care.addMaterial>['kind'];

const LOOK_AGAIN_MS = 10_000;
const caseMoves = [
  api.care.listCases,
  api.terminals.listTerminals,
  api.terminals.readTerminal,
  api.journey.readJourney,
];

export function useCases() {
  return usePages(api.care.listCases, { query: {} });
}

/** Reviewers, couriers and the machine move it too. */
export function useCase(id: string) {
  return useApi(api.care.case, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useTickets() {
  return usePages(api.care.listTickets, { query: {} });
}

export function useTicket(id: string) {
  return useApi(api.care.ticket, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

/** The machines of the store that can have a fault: those in service, and those stopped. */
export function useFaultyOnes() {
  const terminals = usePages(api.terminals.listTerminals, { query: { limit: 100 } });
  const rows = terminals.rows.filter(
    ({ status }) => status === 'in_service' || status === 'suspended',
  );
  return { ...terminals, rows };
}

export function useGuidesOn(category: Category | undefined) {
  const isOff = category === undefined;
  return useApi(api.care.listGuides, { query: category ? { category } : {} }, { isOff }).data?.rows;
}

/** Reports, and begins the diagnosis at once: that is what the person came for. */
export function useReport() {
  const keep = useKeepCase();
  const navigate = useNavigate();
  const start = useAct(api.care.startDiagnosis, { onDone: keep, invalidates: caseMoves });
  const report = useAct(api.care.reportCase, {
    onDone: (reported) => {
      keep(reported);
      start.run({ params: { id: reported.id } });
      void navigate({ to: `/m/cases/${reported.id}`, replace: true });
    },
    invalidates: caseMoves,
  });
  return report;
}

export function useStartDiagnosis() {
  return useAct(api.care.startDiagnosis, { onDone: useKeepCase(), invalidates: caseMoves });
}

export function useAnswer() {
  return useAct(api.care.answerDiagnosis, { onDone: useKeepCase(), invalidates: caseMoves });
}

export function useSelfHelp() {
  return useAct(api.care.reportSelfHelp, { onDone: useKeepCase(), invalidates: caseMoves });
}

export function useAppeal() {
  return useAct(api.care.appealCase, { onDone: useKeepCase(), invalidates: caseMoves });
}

export function useTestFailure() {
  return useAct(api.care.reportTestFailure, { onDone: useKeepCase(), invalidates: caseMoves });
}

export function useAddMaterial(onAdded: () => void) {
  const keep = useKeepCase();
  return useAct(api.care.addMaterial, {
    onDone: (after) => {
      keep(after);
      onAdded();
    },
  });
}

export function useKeepFile() {
  return useAct(api.vault.keepDocument);
}

export function useOpenTicket() {
  const keep = useKeepTicket();
  const navigate = useNavigate();
  return useAct(api.care.openTicket, {
    onDone: (opened) => {
      keep(opened);
      void navigate({ to: `/m/tickets/${opened.id}`, replace: true });
    },
    invalidates: [api.care.listTickets],
  });
}

export function useReplyTicket(onSent: () => void) {
  const keep = useKeepTicket();
  return useAct(api.care.replyTicket, {
    onDone: (after) => {
      keep(after);
      onSent();
    },
    invalidates: [api.care.listTickets],
  });
}

export function useCloseTicket() {
  return useAct(api.care.closeTicket, {
    onDone: useKeepTicket(),
    invalidates: [api.care.listTickets],
  });
}

export function useReopenTicket() {
  return useAct(api.care.reopenTicket, {
    onDone: useKeepTicket(),
    invalidates: [api.care.listTickets],
  });
}

/** Needed only by who belongs to several merchants. */
export function useMerchantId(): string | undefined {
  const merchantIds = useMe()?.merchantIds ?? [];
  return merchantIds.length > 1 ? merchantIds[0] : undefined;
}

/** Every act answers with the whole thing: it is shown at once. */
function useKeepCase(): (after: Case) => void {
  const client = useQueryClient();
  return (after) => {
    client.setQueryData(asked(api.care.case, { params: { id: after.id } }).queryKey, after);
  };
}

function useKeepTicket(): (after: Ticket) => void {
  const client = useQueryClient();
  return (after) => {
    client.setQueryData(asked(api.care.ticket, { params: { id: after.id } }).queryKey, after);
  };
}
