import { api, type ReplyOf } from '@kaitong/contract';
import type { InputOf } from '../../api.ts';
import { useDeed } from '../../parts/desk/use-deed.ts';
import { quietly, useApi, usePages } from '../../query.ts';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

const { risk } = api;

export type Alert = ReplyOf<typeof risk.listAlerts>['rows'][number];
export type Limits = ReplyOf<typeof risk.readLimits>;
export type LimitRow = Limits['history'][number];

// An alert is worth most in its first minutes.
const LOOK_AGAIN_MS = 30_000;

export function useAlerts(query: NonNullable<InputOf<typeof risk.listAlerts>['query']>) {
  return usePages(risk.listAlerts, { query }, quietly);
}

export function useLimits(merchantId: string) {
  return useApi(risk.readLimits, { params: { merchantId } }, { every_ms: LOOK_AGAIN_MS });
}

export function useDecide() {
  const say = useSay(words);
  return {
    confirm: useDeed(risk.decideAlert, { told: say('confirm.told') }),
    dismiss: useDeed(risk.decideAlert, { told: say('dismiss.told') }),
  };
}

export function useSetLimits() {
  const say = useSay(words);
  return useDeed(risk.setLimits, { told: say('change.told') });
}
