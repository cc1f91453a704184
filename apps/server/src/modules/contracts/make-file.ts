import { dayOf } from '@kaitong/values';
import { tell } from '#audit';
import { notify } from '#messages';
import { systemAsk } from '#platform/ask';
import { stepOr } from '#platform/chart';
import { transact } from '#platform/db';
import { setDeadline } from '#platform/deadlines';
import type { Services } from '#platform/services';
import { putFile } from '#vault';
import { chart } from './chart.ts';
import { daysAfter, REMIND_DAY, SIGN_DAYS } from './model.ts';
import { renderContract } from './render-contract.ts';
import { contractById, lockContract, saveContract } from './store.ts';

/** Makes the paper that is to be signed. It takes a second of work, so no transaction is open. */
export async function makeFile(
  services: Services,
  { contractId }: { contractId: string },
): Promise<void> {
  const contract = await contractById(services.db, contractId);
  if (contract?.status !== 'generating') return;
  const { publicUrl } = services.config;
  const bytes = await renderContract({ contract, publicUrl });
  await transact(services.db, async (tx) => {
    const before = await lockContract(tx, contractId);
    if (before?.status !== 'generating') return;
    const ask = systemAsk('contracts', services.clock.now());
    const status = stepOr(
      chart,
      { status: before.status, refusal: 'contract.notReady' },
      { type: 'made' },
    );
    const { merchant_id: merchantId, contract_no: contractNo } = before;
    const name = `${contractNo}.pdf`;
    const file = await putFile(tx, ask, {
      services,
      owner: merchantId,
      kind: 'contract',
      bytes,
      name,
    });
    const sign_by = daysAfter(ask.now, SIGN_DAYS);
    const made = { ...before, status, file_id: file.fileId, file_sha256: file.sha256, sign_by };
    await saveContract(tx, made);
    const subject = contractId;
    await setDeadline(tx, { kind: 'contracts.lapse', subject, dueAt: sign_by });
    const dueAt = daysAfter(ask.now, REMIND_DAY);
    await setDeadline(tx, { kind: 'contracts.remind', subject, dueAt });
    await notify(tx, ask, {
      to: { merchantId },
      key: 'contracts.sms.ready',
      facts: { contractNo, signBy: dayOf(sign_by) },
      link: `/contracts/${contractId}`,
    });
    const { application_id: applicationId } = before;
    const payload = { applicationId, merchantId, contractId };
    await tell(tx, ask, { type: 'contract.ready', payload });
  });
}

/** Makes the signed paper, with its page of evidence, after the signing. */
export async function makeSignedFile(
  services: Services,
  { contractId }: { contractId: string },
): Promise<void> {
  const contract = await contractById(services.db, contractId);
  if (!contract || contract.signed_at === null || contract.signed_file_id !== null) return;
  const { publicUrl } = services.config;
  const bytes = await renderContract({ contract, publicUrl });
  await transact(services.db, async (tx) => {
    const before = await lockContract(tx, contractId);
    if (!before || before.signed_file_id !== null) return;
    const ask = systemAsk('contracts', services.clock.now());
    const file = await putFile(tx, ask, {
      services,
      owner: before.merchant_id,
      kind: 'signedContract',
      bytes,
      name: `${before.contract_no}-signed.pdf`,
    });
    await saveContract(tx, {
      ...before,
      signed_file_id: file.fileId,
      signed_file_sha256: file.sha256,
    });
  });
}
