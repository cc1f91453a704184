import { api, type ReplyOf } from '@kaitong/contract';
import { useMe } from '../../house.ts';
import { useAct, useApi, usePages } from '../../query.ts';
import { useLang } from '../../words/language.ts';

export type Terminal = ReplyOf<typeof api.terminals.readTerminal>;
export type TerminalRow = ReplyOf<typeof api.terminals.listTerminals>['rows'][number];
export type Gate = ReplyOf<typeof api.terminals.readGate>;
export type SelfTest = Omit<NonNullable<Terminal['selfTest']>, 'at'>;

// The machine moves on by itself when its code is typed in: the page should follow it.
const LOOK_AGAIN_MS = 5_000;
const FLEET_MS = 60_000;
const moves = [
  api.terminals.listTerminals,
  api.terminals.readTerminal,
  api.terminals.readGate,
  api.journey.readJourney,
];

export function useTerminals() {
  return usePages(api.terminals.listTerminals, { query: {} });
}

export function useTerminal(id: string) {
  return useApi(api.terminals.readTerminal, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useCode(id: string) {
  return useApi(api.terminals.readActivationCode, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useGate(merchantId: string) {
  return useApi(api.terminals.readGate, { params: { id: merchantId } }, { every_ms: FLEET_MS });
}

export function useIssueCode() {
  return useAct(api.terminals.issueActivationCode, {
    invalidates: [...moves, api.terminals.readActivationCode],
  });
}

export function useRecordSelfTest() {
  return useAct(api.terminals.recordSelfTest, { invalidates: moves });
}

export function useSuspend() {
  return useAct(api.terminals.suspend, { invalidates: [...moves, api.fleet.listFleet] });
}

/** When each machine was last heard of. The fleet is not for cashiers. */
export function useFleet() {
  const isOwner = useIsOwner();
  return useApi(api.fleet.listFleet, { query: {} }, { isOff: !isOwner, every_ms: FLEET_MS }).data
    ?.rows;
}

/** What was done to this machine; the fleet knows those in use only. */
export function useMaintenance({ id, inServiceAt }: Pick<Terminal, 'id' | 'inServiceAt'>) {
  const isOff = !useIsOwner() || inServiceAt === undefined;
  return useApi(api.fleet.fleetTerminal, { params: { id } }, { isOff }).data;
}

/** The case of a stopped machine that is not over yet; `undefined` until that is known. */
export function useOpenCase(terminalId: string): { readonly id?: string } | undefined {
  const { data } = useApi(api.care.listCases, { query: {} });
  return (
    data && (data.rows.find((each) => each.terminalId === terminalId && isOpen(each.status)) ?? {})
  );
}

function isOpen(status: string): boolean {
  return status !== 'closed' && status !== 'terminated';
}

/** The model by its name in the reader's language. */
export function useModelName(): (modelId: string) => string | undefined {
  const lang = useLang();
  const models = useApi(api.catalogue.listModels, {}).data?.rows ?? [];
  return (modelId) => models.find(({ id }) => id === modelId)?.name[lang];
}

function useIsOwner(): boolean {
  return useMe()?.role === 'owner';
}
