import { api } from '@kaitong/contract';
import { isStaff, mustSeeMerchant, personOf } from '#platform/ask';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import {
  merchantById,
  pageOfMerchants,
  settlementAccountOf,
  storesOf,
  type Merchant,
} from './store.ts';

export function routes({ db }: Services): readonly Route[] {
  return [
    on(api.merchants.listMerchants).handle(async (ask, { query }) => {
      const person = personOf(ask);
      const only = isStaff(person.role) ? undefined : person.merchantIds;
      const rows = await pageOfMerchants(db, {
        ...query,
        after: query.after,
        search: query.search,
        only,
      });
      const last = rows.at(-1);
      return {
        rows: rows.map(rowOf),
        ...(rows.length === query.limit && last ? { next: last.merchant_id } : {}),
      };
    }),
    on(api.merchants.readMerchant).handle(async (ask, { params }) => {
      mustSeeMerchant(ask, params.id);
      const merchant = await merchantById(db, params.id);
      if (!merchant) throw refuse('request.notFound');
      const account = await settlementAccountOf(db, params.id);
      const stores = await storesOf(db, params.id);
      return {
        ...rowOf(merchant),
        stores: stores.map(({ store_id, name, district, address }) => ({
          id: store_id,
          name,
          district,
          address,
        })),
        ...(account
          ? {
              account: {
                kind: account.kind,
                holder: account.holder,
                bankName: account.bank_name,
                numberMask: account.number_mask,
              },
            }
          : {}),
      };
    }),
  ];
}

function rowOf(merchant: Merchant) {
  return {
    id: merchant.merchant_id,
    merchantNo: merchant.merchant_no,
    applicationId: merchant.application_id,
    subjectType: merchant.subject_type,
    name: merchant.name,
    receiptName: merchant.receipt_name,
    mcc: merchant.mcc,
    planId: merchant.plan_id,
    modelId: merchant.model_id,
    status: merchant.status,
    createdAt: merchant.created_at,
  };
}
