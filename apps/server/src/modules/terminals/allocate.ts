import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { chart } from './chart.ts';
import { lockOwned } from './lock.ts';
import { lockTerminal, saveTerminal, takeFromStock, type Terminal } from './store.ts';

type Wanted = {
  readonly modelId: string;
  readonly merchantId: string;
  /** Absent: it comes with a sample shop of the sandbox. */
  readonly orderId?: string;
  /** This one of the stock, where it matters which. */
  readonly terminalId?: string;
  /** The terminal that this one is to take the place of. */
  readonly replacesId?: string;
};

/** Picks a terminal of the model from stock for a merchant's order. */
export async function allocate(tx: Tx, _: Ask, wanted: Wanted): Promise<Terminal> {
  const before = await fromStock(tx, wanted);
  if (!before) throw refuse('terminals.outOfStock', { modelId: wanted.modelId });
  const status = stepTo(before, 'allocate');
  const after = {
    ...before,
    status,
    merchant_id: wanted.merchantId,
    order_id: wanted.orderId ?? null,
    replaces_id: wanted.replacesId ?? null,
  };
  await saveTerminal(tx, after);
  return after;
}

async function fromStock(tx: Tx, { modelId, terminalId }: Wanted): Promise<Terminal | undefined> {
  return terminalId === undefined ? takeFromStock(tx, modelId) : lockTerminal(tx, terminalId);
}

/** Puts an allocated terminal back, because its order was canceled. */
export async function release(tx: Tx, _: Ask, terminalId: string): Promise<Terminal> {
  const before = await lockTerminal(tx, terminalId);
  if (!before) throw refuse('request.notFound');
  const status = stepTo(before, 'release');
  const after = { ...before, status, merchant_id: null, order_id: null, replaces_id: null };
  await saveTerminal(tx, after);
  return after;
}

/** The parcel arrived: from now on an activation code can be issued. */
export async function deliver(tx: Tx, ask: Ask, terminalId: string): Promise<Terminal> {
  const before = await lockOwned(tx, ask, terminalId);
  const after = { ...before, status: stepTo(before, 'deliver') };
  await saveTerminal(tx, after);
  return after;
}

function stepTo({ status }: Terminal, type: 'allocate' | 'release' | 'deliver') {
  return stepOr(chart, { status, refusal: 'terminals.step' }, { type });
}
