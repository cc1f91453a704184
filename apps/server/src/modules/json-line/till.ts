/** Who asks, and which message of the card line its request stands for. */
import { openBatch, type MessageKey, type Till } from '#payments';
import type { Ask } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { countTrace, mayTrade, tradeGateById, type TradeGate } from '#terminals';
import type { RequestKind } from './model.ts';
import { insertRequest, requestBy, type JsonRequest, type RequestName } from './store.ts';

/** The terminal behind a signed request; the edge has proven the signature. */
export async function gateOf({ db }: Services, { by }: Ask): Promise<TradeGate> {
  const gate = by.kind === 'terminal' ? await tradeGateById(db, by.id) : undefined;
  if (!gate) throw refuse('access.signatureNeeded');
  return gate;
}

/** Why it may not take money now, as on the card line; undefined: it may (protocol.md §3.9). */
export function whyNotTrade(gate: TradeGate): '03' | '58' | undefined {
  const may = mayTrade(gate, gate.merchant_no);
  if (may.kind === 'yes') return undefined;
  return may.kind === 'otherMerchant' ? '03' : '58';
}

type Wanted = { readonly gate: TradeGate; readonly clientSn: string; readonly kind: RequestKind };

/**
 * The message key of a request: the same for the same number for ever. A number that came for
 * something else keeps its first meaning, and the verbs answer 94.
 */
export async function keyFor(
  { db }: Services,
  ask: Ask,
  { gate, clientSn, kind }: Wanted,
): Promise<MessageKey & { readonly kind: RequestKind }> {
  const name = nameOf(gate, clientSn);
  return transact(db, async (tx) => {
    const before = await requestBy(tx, name);
    const row = before ?? (await keep(tx, ask, { gate, name, kind }));
    return { ...keyOf(gate, row), kind: row.kind };
  });
}

/** The key of a request that came before; undefined: there was none of this number. */
export async function keyBefore(
  { db }: Services,
  gate: TradeGate,
  clientSn: string,
): Promise<(MessageKey & { readonly kind: RequestKind }) | undefined> {
  const row = await requestBy(db, nameOf(gate, clientSn));
  return row && { ...keyOf(gate, row), kind: row.kind };
}

type Fresh = { readonly gate: TradeGate; readonly name: RequestName; readonly kind: RequestKind };

async function keep(tx: Tx, ask: Ask, { gate, name, kind }: Fresh): Promise<JsonRequest> {
  const batchNo = await openBatch(tx, ask, tillOf(gate));
  // The counter's row is locked by this, so a twin of this request waits here and finds our row.
  const trace = await countTrace(tx, gate.terminal_id);
  if (trace === undefined) throw refuse('access.signatureNeeded');
  const row = {
    ...name,
    kind,
    batch_no: batchNo,
    trace: String(trace).padStart(6, '0'),
    at: ask.now,
  };
  await insertRequest(tx, row);
  return (await requestBy(tx, name)) ?? row;
}

function nameOf(gate: TradeGate, clientSn: string): RequestName {
  const { merchant_id, terminal_id, epoch } = gate;
  return { merchant_id, terminal_id, epoch, client_sn: clientSn };
}

function keyOf(gate: TradeGate, { batch_no: batchNo, trace }: JsonRequest): MessageKey {
  return { ...tillOf(gate), batchNo, trace };
}

function tillOf(gate: TradeGate): Till {
  return {
    merchantId: gate.merchant_id,
    merchantNo: gate.merchant_no,
    terminalId: gate.terminal_id,
    terminalNo: gate.terminal_no,
    epoch: gate.epoch,
  };
}
