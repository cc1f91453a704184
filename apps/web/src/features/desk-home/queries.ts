import { api, type ReplyOf } from '@kaitong/contract';
import { useMe } from '../../house.ts';
import { useDeed } from '../../parts/desk/use-deed.ts';
import { quietly, useApi, usePages } from '../../query.ts';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

// Others move the case: the merchant, the courier, the terminal.
const LOOK_AGAIN_MS = 10_000;

export type JourneyRow = ReplyOf<typeof api.journey.listJourneys>['rows'][number];
export type Contract = ReplyOf<typeof api.contracts.contract>;

export function useJourneys() {
  return usePages(api.journey.listJourneys, { query: {} }, quietly);
}

export function useJourney(id: string) {
  return useApi(api.journey.readJourney, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useMerchant(id: string | undefined) {
  // An agent follows its cases, and reads nothing of the merchant.
  const isOff = useMe()?.role === 'agent' || id === undefined;
  return useApi(api.merchants.readMerchant, { params: { id: id ?? '' } }, { isOff }).data;
}

/** The newest contract of a case; a technician has nothing to do with it. */
export function useContract(applicationId: string): Contract | undefined {
  const isOff = useMe()?.role === 'technician';
  const query = { applicationId, limit: 1 };
  return useApi(api.contracts.listContracts, { query }, { isOff }).data?.rows[0];
}

export function useContractDeeds() {
  const say = useSay(words);
  return {
    reissue: useDeed(api.contracts.reissueContract, { told: say('contract.reissue.told') }),
    terminate: useDeed(api.contracts.terminateContract, { told: say('contract.terminate.told') }),
  };
}
