import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { lockMerchant, saveStatus, type Merchant } from './store.ts';

/** Opened until its first terminal serves, active while it may trade. */
export async function setMerchantStatus(
  tx: Tx,
  merchantId: string,
  status: Merchant['status'],
): Promise<void> {
  const before = await lockMerchant(tx, merchantId);
  if (!before) throw refuse('request.notFound');
  if (before.status !== status) await saveStatus(tx, merchantId, status);
}
