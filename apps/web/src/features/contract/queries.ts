import { api, type ReplyOf } from '@kaitong/contract';
import { useAct, useApi, usePages } from '../../query.ts';

export type Contract = ReplyOf<typeof api.contracts.contract>;

// The file is made in the background, within seconds.
const MAKING_MS = 2000;

export function useContracts() {
  return usePages(api.contracts.listContracts, { query: {} });
}

export function useContract(id: string, { isMaking }: { isMaking: boolean }) {
  return useApi(
    api.contracts.contract,
    { params: { id } },
    isMaking ? { every_ms: MAKING_MS } : {},
  );
}

export function useSign() {
  return useAct(api.contracts.signContract, {
    invalidates: [
      api.contracts.contract,
      api.contracts.listContracts,
      api.journey.readJourney,
      api.journey.listJourneys,
      api.orders.listOrders,
    ],
  });
}

export function useVerification(hash: string) {
  return useApi(api.contracts.verifyContract, { params: { hash } }, { isOff: !isVerifiable(hash) });
}

/** A SHA-256, or the number that is printed on the contract. */
export function isVerifiable(text: string): boolean {
  return api.contracts.verifyContract.params.safeParse({ hash: text }).success;
}
