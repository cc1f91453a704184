import { api } from '@kaitong/contract';
import { useMe } from '../../house.ts';
import { useApi, usePages } from '../../query.ts';

// Others move the case too: a reviewer, a courier, the terminal.
const LOOK_AGAIN_MS = 10_000;

/** The cases of this merchant, newest first. A cashier has none to follow. */
export function useJourneys() {
  return usePages(api.journey.listJourneys, { query: {} });
}

export function useJourney(id: string) {
  return useApi(api.journey.readJourney, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useIsOwner(): boolean {
  return useMe()?.role === 'owner';
}
