import { tell } from '#audit';
import { notify } from '#messages';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { setGateItem } from '#terminals';
import { chart } from './chart.ts';
import { withdrawReminders } from './sign.ts';
import { lockContract, saveContract, type Contract } from './store.ts';

/** Ends a contract; the merchant's terminals stop trading with it. */
export async function terminate(
  tx: Tx,
  ask: Ask,
  { contractId, reason }: { contractId: string; reason: string },
): Promise<Contract> {
  const before = await lockContract(tx, contractId);
  if (!before) throw refuse('request.notFound');
  const status = stepOr(
    chart,
    { status: before.status, refusal: 'contract.notTerminable' },
    { type: 'terminate' },
  );
  const after = { ...before, status, ended_at: ask.now, ended_reason: reason };
  await saveContract(tx, after);
  await withdrawReminders(tx, ask, contractId);
  const { merchant_id: merchantId, contract_no: contractNo } = before;
  await setGateItem(tx, ask, { merchantId, item: 'contract', ok: false });
  await notify(tx, ask, {
    to: { merchantId },
    key: 'contracts.sms.terminated',
    facts: { contractNo, reason },
    link: `/contracts/${contractId}`,
  });
  await tell(tx, ask, {
    type: 'contract.terminated',
    payload: { merchantId, contractId, reason },
  });
  return after;
}
