import { verifyMac, unionpay, type WorkKeys } from '@kaitong/iso8583';
import { openBatchOf } from '#payments';
import type { Services } from '#platform/services';
import { mayTrade, tradeGateOf, workKeysOf, type TradeGate } from '#terminals';
import { tillOf, type Heard } from './model.ts';
import { macKey } from './reply.ts';

export type Checked<T> =
  | ({ readonly kind: 'passed'; readonly gate: TradeGate } & T)
  | { readonly kind: 'refused'; readonly code: string; readonly missing?: readonly string[] };

/** Whose terminal it is: unknown 97, of another merchant 03. */
async function known(services: Services, heard: Heard): Promise<Checked<object>> {
  const gate = await tradeGateOf(services.db, heard.terminalNo);
  if (!gate) return { kind: 'refused', code: '97' };
  if (gate.merchant_no !== heard.merchantNo) return { kind: 'refused', code: '03' };
  return { kind: 'passed', gate };
}

const SIGNING: ReadonlySet<string> = new Set(['activated', 'self_tested', 'in_service']);

/** A terminal signs in as soon as it holds its master key; a suspended one does not. */
export async function checkSignIn(services: Services, heard: Heard): Promise<Checked<object>> {
  const checked = await known(services, heard);
  if (checked.kind === 'refused') return checked;
  return SIGNING.has(checked.gate.terminal_status) ? checked : { kind: 'refused', code: '58' };
}

/** Echo and sign-out: who is known is answered. */
export async function checkKnown(services: Services, heard: Heard): Promise<Checked<object>> {
  return known(services, heard);
}

const WHY_NOT = {
  unknownTerminal: '97',
  otherMerchant: '03',
  missing: '58',
  notActive: '58',
} as const;

type Keyed = { readonly keys: WorkKeys };

/**
 * A message that is to take money: known, of this merchant, in service with nothing missing, signed
 * in, of the open batch, and with the right MAC, in this order (protocol.md §3.9).
 */
export async function checkTrade(services: Services, heard: Heard): Promise<Checked<Keyed>> {
  const may = await mayTrade(services.db, heard.terminalNo, heard.merchantNo);
  if (may.kind !== 'yes') {
    const missing = may.kind === 'missing' ? { missing: may.missing } : {};
    return { kind: 'refused', code: WHY_NOT[may.kind], ...missing };
  }
  const { gate } = may;
  const batch = await openBatchOf(services.db, tillOf(gate));
  const keys = await keysOf(services, gate);
  if (!keys || batch?.batch_no !== heard.f60.batch) return { kind: 'refused', code: '77' };
  return proven(heard, { gate, keys });
}

/**
 * A reversal is taken from a terminal that may no longer trade: what it takes back was taken before.
 * It may belong to a batch that is closed.
 */
export async function checkReversal(services: Services, heard: Heard): Promise<Checked<Keyed>> {
  const checked = await known(services, heard);
  if (checked.kind === 'refused') return checked;
  const keys = await keysOf(services, checked.gate);
  if (!keys) return { kind: 'refused', code: '77' };
  return proven(heard, { gate: checked.gate, keys });
}

/** Settlement and upload carry no MAC; the terminal has signed in, even if it was suspended since. */
export async function checkSettlement(services: Services, heard: Heard): Promise<Checked<Keyed>> {
  const checked = await known(services, heard);
  if (checked.kind === 'refused') return checked;
  const keys = await keysOf(services, checked.gate);
  return keys ? { ...checked, keys } : { kind: 'refused', code: '77' };
}

async function keysOf(services: Services, gate: TradeGate): Promise<WorkKeys | undefined> {
  const { keeper, db } = services;
  const { merchantId, terminalId, epoch } = tillOf(gate);
  return workKeysOf(db, { keeper, holder: { merchantId, terminalId, epoch } });
}

function proven(heard: Heard, { gate, keys }: Keyed & { gate: TradeGate }): Checked<Keyed> {
  return verifyMac(unionpay, heard.frame, macKey(keys.mak))
    ? { kind: 'passed', gate, keys }
    : { kind: 'refused', code: 'A0' };
}
