import { dayOf } from '@kaitong/values';
import { tell } from '#audit';
import { notify } from '#messages';
import type { Ask } from '#platform/ask';
import { step } from '#platform/chart';
import type { Tx } from '#platform/db';
import { chart } from './chart.ts';
import { lockContract, saveContract } from './store.ts';

/** The days for signing are over. */
export async function lapse(tx: Tx, ask: Ask, contractId: string): Promise<void> {
  const before = await lockContract(tx, contractId);
  const status = before && step(chart, before.status, {}, { type: 'lapse' });
  if (!before || status === undefined) return;
  await saveContract(tx, { ...before, status, ended_at: ask.now, ended_reason: null });
  const { merchant_id: merchantId, application_id: applicationId } = before;
  await notify(tx, ask, {
    to: { merchantId },
    key: 'contracts.sms.lapsed',
    facts: { contractNo: before.contract_no },
    link: `/contracts/${contractId}`,
  });
  const payload = { applicationId, merchantId, contractId };
  await tell(tx, ask, { type: 'contract.lapsed', payload });
}

/** Half of the time is over and nothing is signed. */
export async function remind(tx: Tx, ask: Ask, contractId: string): Promise<void> {
  const contract = await lockContract(tx, contractId);
  if (contract?.status !== 'pending_sign' || contract.sign_by === null) return;
  await notify(tx, ask, {
    to: { merchantId: contract.merchant_id },
    key: 'contracts.sms.reminder',
    facts: { contractNo: contract.contract_no, signBy: dayOf(contract.sign_by) },
    link: `/contracts/${contractId}`,
  });
}
