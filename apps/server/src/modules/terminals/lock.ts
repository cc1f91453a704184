import { mustSeeMerchant, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { lockGate, lockTerminal, terminalById, type Terminal } from './store.ts';

/** A terminal that has a merchant. */
export type OwnedTerminal = Terminal & { readonly merchant_id: string };

/**
 * Locks a terminal for its merchant or for staff. The merchant's gate is locked first, always, so
 * that two changes of one merchant never wait for each other in a circle.
 */
export async function lockOwned(tx: Tx, ask: Ask, id: string): Promise<OwnedTerminal> {
  const seen = await terminalById(tx, id);
  if (!seen?.merchant_id) throw refuse('request.notFound');
  mustSeeMerchant(ask, seen.merchant_id);
  await lockGate(tx, seen.merchant_id);
  const terminal = await lockTerminal(tx, id);
  if (!terminal || terminal.merchant_id !== seen.merchant_id) throw refuse('request.notFound');
  return { ...terminal, merchant_id: seen.merchant_id };
}
