import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { chart } from './chart.ts';
import { refreshGate } from './gate.ts';
import { lockOwned } from './lock.ts';
import { mayRestore, type SuspensionReason } from './model.ts';
import { saveTerminal, type Terminal } from './store.ts';

type Suspension = {
  readonly terminalId: string;
  readonly reason: SuspensionReason;
  readonly note?: string;
};

/** Stops a terminal: from the next message on it is answered 58. */
export async function suspend(
  tx: Tx,
  ask: Ask,
  { terminalId, reason, note = '' }: Suspension,
): Promise<Terminal> {
  const before = await lockOwned(tx, ask, terminalId);
  const status = stepOr(
    chart,
    { status: before.status, refusal: 'terminals.step' },
    { type: 'suspend' },
  );
  const after = { ...before, status, suspension: { reason, note, at: ask.now.toISOString() } };
  await saveTerminal(tx, after);
  await tell(tx, ask, {
    type: 'terminal.suspended',
    payload: { merchantId: before.merchant_id, terminalId, reason },
  });
  await refreshGate(tx, ask, before.merchant_id);
  return after;
}

/** Lets a suspended terminal trade again. */
export async function restore(tx: Tx, ask: Ask, terminalId: string): Promise<Terminal> {
  const before = await lockOwned(tx, ask, terminalId);
  const status = stepOr(
    chart,
    { status: before.status, refusal: 'terminals.step' },
    { type: 'restore' },
  );
  if (!mayRestore(ask.by, before.suspension?.reason)) throw refuse('terminals.riskLiftsRisk');
  const after = { ...before, status, suspension: null };
  await saveTerminal(tx, after);
  await tell(tx, ask, {
    type: 'terminal.restored',
    payload: { merchantId: before.merchant_id, terminalId },
  });
  await refreshGate(tx, ask, before.merchant_id);
  return after;
}
