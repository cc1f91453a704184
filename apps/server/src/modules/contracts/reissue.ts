import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { openContract } from './open-contract.ts';
import { lockContract, openContractOf, type Contract } from './store.ts';

/** Makes a new contract, with the terms of today, where one lapsed. */
export async function reissue(tx: Tx, ask: Ask, contractId: string): Promise<Contract> {
  const lapsed = await lockContract(tx, contractId);
  if (!lapsed) throw refuse('request.notFound');
  const { status, application_id: applicationId, merchant_id: merchantId } = lapsed;
  if (status !== 'lapsed' || (await openContractOf(tx, applicationId)))
    throw refuse('contract.notReissuable', { status: `contract.${status}` });
  return openContract(tx, ask, { applicationId, merchantId });
}
