import { api, type ReplyOf } from '@kaitong/contract';
import type { InputOf } from '../../api.ts';
import { useMay } from '../../parts/desk/may.ts';
import { useDeed } from '../../parts/desk/use-deed.ts';
import { useApi, usePages } from '../../query.ts';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

export type Terminal = ReplyOf<typeof api.terminals.listTerminals>['rows'][number];
export type TerminalWhole = ReplyOf<typeof api.terminals.readTerminal>;
export type Machine = ReplyOf<typeof api.fleet.listFleet>['rows'][number];
export type TerminalMessage = ReplyOf<typeof api.gateway.listMessages>['rows'][number];
export type Counters = ReplyOf<typeof api.gateway.readCounters>;
export type Connection = ReplyOf<typeof api.gateway.listConnections>['rows'][number];
export type MachineWhole = ReplyOf<typeof api.fleet.fleetTerminal>;

const LOOK_AGAIN_MS = 15_000;
/** The line is watched while something happens on it. */
const WATCH_MS = 5000;
const LIVE_MS = 3000;

type Listing = NonNullable<InputOf<typeof api.terminals.listTerminals>['query']>;

export function useTerminals(query: Listing) {
  return usePages(api.terminals.listTerminals, { query });
}

export function useTerminal(id: string) {
  return useApi(api.terminals.readTerminal, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

/** For who may see check values. */
export function useKeys(id: string) {
  const isOff = !useMay(api.terminals.listKeys);
  return useApi(api.terminals.listKeys, { params: { id } }, { isOff, every_ms: LOOK_AGAIN_MS }).data
    ?.rows;
}

export function useModels() {
  return useApi(api.catalogue.listModels, {}).data?.rows ?? [];
}

/** The digits, for who may see them and while there are some. */
export function useActivationCode({ id, activation }: TerminalWhole): string | undefined {
  const may = useMay(api.terminals.readActivationCode);
  const isOff = !may || activation === undefined;
  return useApi(api.terminals.readActivationCode, { params: { id } }, { isOff }).data?.code;
}

export function useGate(merchantId: string | undefined) {
  const isOff = merchantId === undefined;
  return useApi(api.terminals.readGate, { params: { id: merchantId ?? '' } }, { isOff }).data;
}

export function useFleet(query: NonNullable<InputOf<typeof api.fleet.listFleet>['query']>) {
  return usePages(api.fleet.listFleet, { query });
}

export function useMachine(id: string) {
  return useApi(api.fleet.fleetTerminal, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useCounters() {
  return useApi(api.gateway.readCounters, {}, { every_ms: WATCH_MS });
}

type Wanted = NonNullable<InputOf<typeof api.gateway.listMessages>['query']>;

/** Live: it comes by itself while somebody looks. */
export function useTerminalMessages(query: Wanted, { isLive }: { isLive: boolean }) {
  return usePages(api.gateway.listMessages, { query }, isLive ? { every_ms: LIVE_MS } : {});
}

export function useTerminalMessage(id: string) {
  return useApi(api.gateway.readMessage, { params: { id } });
}

export function useConnections() {
  return usePages(api.gateway.listConnections, {}, { every_ms: WATCH_MS });
}

export function useAddStock() {
  return useDeed(api.terminals.addStock, { told: useSay(words)('stock.told') });
}

export function useTerminalDeeds() {
  const say = useSay(words);
  return {
    issueCode: useDeed(api.terminals.issueActivationCode, { told: say('code.told') }),
    selfTest: useDeed(api.terminals.recordSelfTest, { told: say('selfTest.told') }),
    suspend: useDeed(api.terminals.suspend, { told: say('suspend.told') }),
    restore: useDeed(api.terminals.restore, { told: say('restore.told') }),
    unbind: useDeed(api.terminals.unbind, { told: say('unbind.told') }),
    receive: useDeed(api.terminals.receive, { told: say('receive.told') }),
  };
}

export function useMaintain() {
  return useDeed(api.fleet.recordMaintenance, { told: useSay(words)('maintain.told') });
}
