import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { chart } from './chart.ts';
import { refreshGate } from './gate.ts';
import { lockOwned } from './lock.ts';
import { allGood, type SelfTest } from './model.ts';
import { saveTerminal, terminalById, type Terminal } from './store.ts';

/** Keeps the result of a self test; only one in which everything worked takes the step. */
export async function recordSelfTest(
  tx: Tx,
  ask: Ask,
  { terminalId, test }: { terminalId: string; test: SelfTest },
): Promise<Terminal> {
  const before = await lockOwned(tx, ask, terminalId);
  const status = stepOr(
    chart,
    { status: before.status, refusal: 'terminals.step' },
    { type: 'selfTest' },
  );
  const good = allGood(test);
  const after = {
    ...before,
    status: good ? status : before.status,
    self_test: { ...test, at: ask.now.toISOString() },
  };
  await saveTerminal(tx, after);
  if (!good) return after;
  await tell(tx, ask, {
    type: 'terminal.selfTested',
    payload: { merchantId: before.merchant_id, terminalId },
  });
  await refreshGate(tx, ask, before.merchant_id);
  return (await terminalById(tx, terminalId)) ?? after;
}
