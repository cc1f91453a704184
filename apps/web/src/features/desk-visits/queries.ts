import { api, type ReplyOf } from '@kaitong/contract';
import type { InputOf } from '../../api.ts';
import { useDeed } from '../../parts/desk/use-deed.ts';
import { quietly, useAct, useApi, usePages } from '../../query.ts';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

export type Visit = ReplyOf<typeof api.visits.visit>;
export type Training = ReplyOf<typeof api.visits.listTrainings>['rows'][number];

// The merchant moves it too: another time, its own acceptance.
const LOOK_AGAIN_MS = 15_000;

export function useVisits(query: NonNullable<InputOf<typeof api.visits.listVisits>['query']>) {
  return usePages(api.visits.listVisits, { query }, quietly);
}

export function useVisit(id: string) {
  return useApi(api.visits.visit, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useTrainings(merchantId: string) {
  return useApi(api.visits.listTrainings, { query: { merchantId } });
}

export function useVisitDeeds() {
  const say = useSay(words);
  return {
    schedule: useDeed(api.visits.scheduleVisit, { told: say('schedule.told') }),
    depart: useDeed(api.visits.departForVisit, { told: say('depart.told') }),
    start: useDeed(api.visits.startVisit, { told: say('start.told') }),
    absence: useDeed(api.visits.reportAbsence, { told: say('absence.told') }),
    fail: useDeed(api.visits.failVisit, { told: say('fail.told') }),
    cancel: useDeed(api.visits.cancelVisit, { told: say('cancel.told') }),
  };
}

export function useAccept() {
  return useDeed(api.visits.acceptVisit, { told: useSay(words)('accept.told') });
}

export function useSendCode() {
  return useAct(api.visits.sendAcceptanceCode);
}

export function useWaive() {
  return useDeed(api.visits.waiveTraining, { told: useSay(words)('waive.told') });
}
