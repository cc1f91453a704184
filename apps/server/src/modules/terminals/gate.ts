import { tell } from '#audit';
import { merchantById, setMerchantStatus } from '#merchants';
import type { Ask } from '#platform/ask';
import { step } from '#platform/chart';
import type { Db, Tx } from '#platform/db';
import { chart } from './chart.ts';
import { missingOf, type GateItem, type MerchantGateItem, type TerminalStatus } from './model.ts';
import {
  gateItemsOf,
  lockGate,
  removeTradeGate,
  saveGateItem,
  saveTerminal,
  saveTradeGate,
  terminalsOf,
  type Terminal,
  type TradeGate,
} from './store.ts';

/** Another module says that a condition of trading is fulfilled, or no longer. */
export async function setGateItem(
  tx: Tx,
  ask: Ask,
  { merchantId, item, ok }: { merchantId: string; item: MerchantGateItem; ok: boolean },
): Promise<void> {
  await lockGate(tx, merchantId);
  await saveGateItem(tx, { merchant_id: merchantId, item, ok, at: ask.now });
  await refreshGate(tx, ask, merchantId);
}

/** Puts the one row of every terminal together anew; a terminal that misses nothing goes live. */
export async function refreshGate(tx: Tx, ask: Ask, merchantId: string): Promise<void> {
  const items = await itemsOf(tx, merchantId);
  for (const terminal of await terminalsOf(tx, merchantId)) {
    const missing = missingOf(items, { selfTested: isSelfTested(terminal) });
    const after = missing.length === 0 ? await goLive(tx, ask, terminal) : terminal;
    await showGate(tx, after, missing);
  }
}

const SELF_TESTED: ReadonlySet<TerminalStatus> = new Set([
  'self_tested',
  'in_service',
  'suspended',
]);

export function isSelfTested({ status }: Terminal): boolean {
  return SELF_TESTED.has(status);
}

async function itemsOf(tx: Tx | Db, merchantId: string): Promise<Map<string, boolean>> {
  const rows = await gateItemsOf(tx, merchantId);
  return new Map(rows.map(({ item, ok }) => [item, ok]));
}

async function goLive(tx: Tx, ask: Ask, before: Terminal): Promise<Terminal> {
  const status = step(chart, before.status, {}, { type: 'goLive' });
  if (status === undefined || before.merchant_id === null) return before;
  const after = { ...before, status, in_service_at: before.in_service_at ?? ask.now };
  await saveTerminal(tx, after);
  await tell(tx, ask, {
    type: 'terminal.inService',
    payload: { merchantId: before.merchant_id, terminalId: before.id },
  });
  await openForBusiness(tx, before.merchant_id);
  return after;
}

/** A merchant is active from its first terminal in service on. */
async function openForBusiness(tx: Tx, merchantId: string): Promise<void> {
  const merchant = await merchantById(tx, merchantId);
  if (merchant?.status === 'opened') await setMerchantStatus(tx, merchantId, 'active');
}

async function showGate(tx: Tx, terminal: Terminal, missing: GateItem[]): Promise<void> {
  const { id, merchant_id, terminal_no, merchant_no, epoch, status } = terminal;
  if (merchant_id === null || terminal_no === null || merchant_no === null) {
    await removeTradeGate(tx, id);
    return;
  }
  await saveTradeGate(tx, {
    merchant_id,
    terminal_id: id,
    terminal_no,
    merchant_no,
    epoch,
    terminal_status: status,
    missing,
  });
}

/** What a terminal of this merchant still misses, in the order of the guard. */
export async function missingFor(tx: Tx | Db, terminal: Terminal): Promise<GateItem[]> {
  if (terminal.merchant_id === null) return [];
  const items = await itemsOf(tx, terminal.merchant_id);
  return missingOf(items, { selfTested: isSelfTested(terminal) });
}

export type MayTrade =
  | { readonly kind: 'yes' }
  | { readonly kind: 'otherMerchant' }
  | { readonly kind: 'notActive' }
  | { readonly kind: 'missing'; readonly missing: readonly GateItem[] };

/** Whether a terminal may take money for this merchant now; what is missing is named. */
export function mayTrade(gate: TradeGate, merchantNo: string): MayTrade {
  const { terminal_status, missing } = gate;
  if (terminal_status !== 'in_service')
    return missing.length > 0 ? { kind: 'missing', missing } : { kind: 'notActive' };
  if (gate.merchant_no !== merchantNo) return { kind: 'otherMerchant' };
  return missing.length > 0 ? { kind: 'missing', missing } : { kind: 'yes' };
}
