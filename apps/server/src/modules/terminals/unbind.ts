import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import type { Hsm } from '#platform/hsm/port';
import { refuse } from '#platform/refuse';
import { chart } from './chart.ts';
import { removeJsonTerminal } from './json/store.ts';
import { destroyKeysOf } from './keys/destroy.ts';
import { lockOwned } from './lock.ts';
import { removeProfile } from './profile/store.ts';
import {
  endBinding,
  lockTerminal,
  removeTradeGate,
  saveTerminal,
  withdrawCodes,
  type Terminal,
} from './store.ts';

/** Takes a terminal from its merchant: keys destroyed, number freed, binding ended, all recorded. */
export async function unbind(
  tx: Tx,
  ask: Ask,
  { terminalId, reason, hsm }: { terminalId: string; reason: string; hsm: Hsm },
): Promise<Terminal> {
  const before = await lockOwned(tx, ask, terminalId);
  const status = stepOr(
    chart,
    { status: before.status, refusal: 'terminals.step' },
    { type: 'unbind' },
  );
  await destroyKeysOf(tx, ask, { hsm, terminalId, why: 'unbound' });
  await withdrawCodes(tx, terminalId, ask.now);
  await endBinding(tx, { terminalId, at: ask.now, why: reason });
  await removeTradeGate(tx, terminalId);
  await removeProfile(tx, terminalId);
  await removeJsonTerminal(tx, terminalId);
  const after = { ...before, status, suspension: null, terminal_no: null, self_test: null };
  await saveTerminal(tx, after);
  await tell(tx, ask, {
    type: 'terminal.unbound',
    payload: { merchantId: before.merchant_id, terminalId },
  });
  return after;
}

/** An unbound terminal came back to us; it goes into stock again, or to scrap. */
export async function receive(
  tx: Tx,
  _: Ask,
  { terminalId, outcome }: { terminalId: string; outcome: 'restock' | 'scrap' },
): Promise<Terminal> {
  const before = await lockTerminal(tx, terminalId);
  if (!before) throw refuse('request.notFound');
  const refusal = 'terminals.step';
  const recovered = stepOr(chart, { status: before.status, refusal }, { type: 'recover' });
  const status = stepOr(chart, { status: recovered, refusal }, { type: outcome });
  const after = {
    ...before,
    status,
    merchant_id: null,
    merchant_no: null,
    order_id: null,
    replaces_id: null,
    activated_at: null,
    in_service_at: null,
    last_sign_in_at: null,
  };
  await saveTerminal(tx, after);
  return after;
}
