import { api, type ReplyOf } from '@kaitong/contract';
import { useMe } from '../../house.ts';
import { useAct, useApi, usePages } from '../../query.ts';

export type Terminal = ReplyOf<typeof api.terminals.listTerminals>['rows'][number];
export type Gate = ReplyOf<typeof api.terminals.readGate>;

// The terminal answers by itself within seconds of the code.
const LOOK_AGAIN_MS = 5000;
const moves = [
  api.terminals.readTerminal,
  api.terminals.listTerminals,
  api.terminals.readGate,
  api.journey.readJourney,
  api.journey.listJourneys,
];

export function useTerminals() {
  return usePages(api.terminals.listTerminals, { query: {} });
}

export function useTerminal(id: string) {
  return useApi(api.terminals.readTerminal, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

/** Only the owner sees the code; it is asked for again when a new one was made. */
export function useCode(terminalId: string) {
  const isOwner = useMe()?.role === 'owner';
  return useApi(
    api.terminals.readActivationCode,
    { params: { id: terminalId } },
    { isOff: !isOwner },
  );
}

export function useIssueCode() {
  return useAct(api.terminals.issueActivationCode, {
    invalidates: [api.terminals.readActivationCode, ...moves],
  });
}

export function useRecordSelfTest() {
  return useAct(api.terminals.recordSelfTest, { invalidates: moves });
}

export function useGate(merchantId: string) {
  return useApi(
    api.terminals.readGate,
    { params: { id: merchantId } },
    { every_ms: LOOK_AGAIN_MS },
  );
}
