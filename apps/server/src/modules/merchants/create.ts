import { maskPan } from '@kaitong/values';
import { addMember } from '#identity';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Services } from '#platform/services';
import { areaOf, merchantNoOf, SEAL_ACCOUNT } from './model.ts';
import {
  insertAccount,
  insertMerchant,
  insertStore,
  merchantOfApplication,
  nextSequence,
  type Merchant,
} from './store.ts';

/** What an approved application says of its merchant. */
export type NewMerchant = {
  readonly applicationId: string;
  readonly ownerId: string;
  readonly agentId?: string;
  readonly subjectType: string;
  readonly name: string;
  readonly receiptName: string;
  /** Social credit code, or the ID number of a person without one. */
  readonly subjectNo: string;
  readonly mcc: string;
  readonly planId: string;
  readonly modelId: string;
  readonly store: {
    readonly name: string;
    readonly district: string;
    readonly address: string;
    readonly longitude?: number;
    readonly latitude?: number;
  };
  readonly account: {
    readonly kind: 'personal' | 'corporate';
    readonly holder: string;
    readonly bankName: string;
    readonly branchCode?: string;
    readonly number: string;
  };
};

/** Makes the merchant of an application, once; the same application again gives the same merchant. */
export async function createMerchant(
  tx: Tx,
  ask: Ask,
  { services, wanted }: { services: Services; wanted: NewMerchant },
): Promise<Merchant> {
  const before = await merchantOfApplication(tx, wanted.applicationId);
  if (before) return before;
  const merchant = await newMerchant(tx, ask, { services, wanted });
  await insertMerchant(tx, merchant);
  await insertStore(tx, {
    merchant_id: merchant.merchant_id,
    store_id: newId('sto', ask.now),
    name: wanted.store.name,
    district: wanted.store.district,
    address: wanted.store.address,
    longitude: wanted.store.longitude?.toString() ?? null,
    latitude: wanted.store.latitude?.toString() ?? null,
  });
  await insertAccount(tx, accountOf(services, merchant.merchant_id, wanted.account));
  await addMember(tx, ask, { personId: wanted.ownerId, merchantId: merchant.merchant_id });
  return merchant;
}

async function newMerchant(
  tx: Tx,
  ask: Ask,
  { services, wanted }: { services: Services; wanted: NewMerchant },
): Promise<Merchant> {
  const area = areaOf(wanted.store.district);
  const sequence = await nextSequence(tx, area, wanted.mcc);
  return {
    merchant_id: newId('mer', ask.now),
    merchant_no: merchantNoOf({ area, mcc: wanted.mcc, sequence }),
    application_id: wanted.applicationId,
    owner_id: wanted.ownerId,
    subject_type: wanted.subjectType,
    name: wanted.name,
    receipt_name: wanted.receiptName,
    subject_key: services.keeper.blind('subject', wanted.subjectNo),
    mcc: wanted.mcc,
    plan_id: wanted.planId,
    model_id: wanted.modelId,
    agent_id: wanted.agentId ?? null,
    status: 'opened',
    created_at: ask.now,
  };
}

function accountOf({ keeper }: Services, merchantId: string, account: NewMerchant['account']) {
  return {
    merchant_id: merchantId,
    kind: account.kind,
    holder: account.holder,
    bank_name: account.bankName,
    branch_code: account.branchCode ?? null,
    number_sealed: Buffer.from(keeper.seal(SEAL_ACCOUNT, account.number, merchantId)),
    number_mask: maskPan(account.number),
    number_key: keeper.blind('settlement-account', account.number),
  };
}
