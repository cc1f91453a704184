import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { insertMembership } from './store.ts';

/** From now on this person acts for the merchant. */
export async function addMember(
  tx: Tx,
  { now }: Ask,
  { personId, merchantId }: { personId: string; merchantId: string },
): Promise<void> {
  await insertMembership(tx, { merchant_id: merchantId, person_id: personId, created_at: now });
}
