import { personById } from '#identity';
import { merchantById } from '#merchants';
import { assert } from '@kaitong/values';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { canonicalJson, newContractNo, sha256 } from './model.ts';
import { encodeTerms, insertContract, openContractOf, type Contract } from './store.ts';
import { termsFor } from './terms.ts';

/** Opens the contract of an approved application: the terms are fixed now, the file is made after. */
export async function openContract(
  tx: Tx,
  ask: Ask,
  { applicationId, merchantId }: { applicationId: string; merchantId: string },
): Promise<Contract> {
  const before = await openContractOf(tx, applicationId);
  if (before) return before;
  const merchant = await merchantById(tx, merchantId);
  assert(merchant !== undefined, 'an approved application has its merchant');
  const lang = (await personById(tx, merchant.owner_id))?.lang ?? 'zh-Hans';
  const terms = await termsFor(tx, { merchant, lang });
  const contract: Contract = {
    ...NOTHING_YET,
    merchant_id: merchantId,
    contract_id: newId('con', ask.now),
    contract_no: newContractNo(ask.now),
    application_id: applicationId,
    lang,
    terms,
    terms_sha256: sha256(canonicalJson(encodeTerms(terms))),
    created_at: ask.now,
  };
  await insertContract(tx, contract);
  await enqueue(tx, 'contracts.makeFile', { contractId: contract.contract_id });
  return contract;
}

const NOTHING_YET = {
  status: 'generating',
  file_id: null,
  file_sha256: null,
  signed_file_id: null,
  signed_file_sha256: null,
  sign_by: null,
  signed_at: null,
  signer: null,
  code_id: null,
  ended_at: null,
  ended_reason: null,
} as const;
