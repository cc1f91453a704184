import { add, type Money } from '@kaitong/values';
import type { Tx } from '#platform/db';
import { lockedBalanceOf } from './store.ts';

/**
 * What a merchant can give back now: sold and not cleared yet, and available. A refund takes from
 * 2110, which may go below zero as long as 2100 covers it. Locked in the order of the codes.
 */
export async function spendableOf(tx: Tx, merchantId: string): Promise<Money> {
  const pending = await lockedBalanceOf(tx, { merchantId, code: '2100' });
  return add(pending, await lockedBalanceOf(tx, { merchantId, code: '2110' }));
}
