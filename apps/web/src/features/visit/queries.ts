import { api, type ReplyOf } from '@kaitong/contract';
import { useAct, useApi, usePages } from '../../query.ts';

export type Visit = ReplyOf<typeof api.visits.visit>;

// The technician moves it too.
const LOOK_AGAIN_MS = 10_000;
const moves = [
  api.visits.visit,
  api.visits.listVisits,
  api.journey.readJourney,
  api.journey.listJourneys,
  api.terminals.readGate,
];

export function useVisits() {
  return usePages(api.visits.listVisits, { query: {} });
}

export function useVisit(id: string) {
  return useApi(api.visits.visit, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useSelfInstall() {
  return useAct(api.visits.chooseSelfInstall, { invalidates: moves });
}

export function useAccept() {
  return useAct(api.visits.acceptVisit, { invalidates: moves });
}
