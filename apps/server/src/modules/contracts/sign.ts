import { maskPhone } from '@kaitong/values';
import { tell } from '#audit';
import { personById, sendCode, verifyCode } from '#identity';
import { merchantById } from '#merchants';
import { notify } from '#messages';
import { mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import { transact, type Db, type Tx } from '#platform/db';
import { cancelDeadline } from '#platform/deadlines';
import { enqueue } from '#platform/jobs';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { setGateItem } from '#terminals';
import { chart } from './chart.ts';
import type { Signer } from './model.ts';
import { contractById, lockContract, saveContract, type Contract } from './store.ts';

/** Sends the one-time code to the phone of the signer, who asks for it. */
export async function sendSigningCode(
  tx: Tx,
  ask: Ask,
  { services, contractId }: { services: Services; contractId: string },
): Promise<{ phone: string; expiresAt: Date }> {
  const { phone } = await signableBy(tx, ask, await contractById(tx, contractId));
  const { expiresAt } = await sendCode(tx, ask, { services, phone, purpose: 'sign' });
  return { phone: maskPhone(phone), expiresAt };
}

type Signature = {
  readonly services: Services;
  readonly contractId: string;
  readonly code: string;
  readonly fileSha256: string;
};

/**
 * Signs a contract with a one-time code. What can be refused without the code is refused before it
 * is used up.
 */
export async function sign(ask: Ask, signature: Signature): Promise<Contract> {
  const { services, contractId, code, fileSha256 } = signature;
  const { db } = services;
  const seen = await contractById(db, contractId);
  const { phone, name } = await signableBy(db, ask, seen);
  if (seen?.file_sha256 !== fileSha256) throw refuse('contract.otherFile');
  const { codeId } = await verifyCode(services, ask, { phone, purpose: 'sign', code });
  const signer = { personId: personOf(ask).id, name, phone: maskPhone(phone) };
  return transact(db, async (tx) => record(tx, ask, { contractId, signer, codeId }));
}

/** The contract waits for a signature, and this person is the one to give it. */
async function signableBy(
  tx: Tx | Db,
  ask: Ask,
  contract: Contract | undefined,
): Promise<{ phone: string; name: string }> {
  if (!contract) throw refuse('request.notFound');
  mustSeeMerchant(ask, contract.merchant_id);
  const { id, role } = personOf(ask);
  const merchant = await merchantById(tx, contract.merchant_id);
  if (merchant?.owner_id !== id) throw refuse('access.forbidden', { role });
  const { status } = contract;
  stepOr(chart, { status, refusal: 'contract.notSignable' }, { type: 'sign' });
  const person = await personById(tx, id);
  if (!person || person.phone === null) throw refuse('access.forbidden', { role });
  return { phone: person.phone, name: person.name };
}

async function record(
  tx: Tx,
  ask: Ask,
  { contractId, signer, codeId }: { contractId: string; signer: Signer; codeId: string },
): Promise<Contract> {
  const before = await lockContract(tx, contractId);
  if (!before) throw refuse('request.notFound');
  const status = stepOr(
    chart,
    { status: before.status, refusal: 'contract.notSignable' },
    { type: 'sign' },
  );
  const after = { ...before, status, signed_at: ask.now, signer, code_id: codeId };
  await saveContract(tx, after);
  await withdrawReminders(tx, ask, contractId);
  const { merchant_id: merchantId, application_id: applicationId, contract_no } = after;
  await setGateItem(tx, ask, { merchantId, item: 'contract', ok: true });
  await enqueue(tx, 'contracts.makeSignedFile', { contractId });
  await notify(tx, ask, {
    to: { merchantId },
    key: 'contracts.sms.signed',
    facts: { contractNo: contract_no },
    link: `/contracts/${contractId}`,
  });
  await tell(tx, ask, {
    type: 'contract.signed',
    payload: { applicationId, merchantId, contractId },
  });
  return after;
}

/** Nothing more is waited for. */
export async function withdrawReminders(tx: Tx, { now }: Ask, subject: string): Promise<void> {
  await cancelDeadline(tx, { kind: 'contracts.lapse', subject, now });
  await cancelDeadline(tx, { kind: 'contracts.remind', subject, now });
}
