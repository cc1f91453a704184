import { assert } from '@kaitong/values';
import type { NewMerchant } from '#merchants';
import type { Keeper } from '#platform/secrets';
import type { Application } from './model.ts';
import { wholeValues } from './sealing.ts';

/** What an approved application says of its merchant. */
export function merchantFrom(keeper: Keeper, application: Application): NewMerchant {
  const values = wholeValues(keeper, application);
  const maybe = (path: string) => {
    const value = values[path];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const text = (path: string) => {
    const value = maybe(path);
    assert(value !== undefined, `an approved application has ${path}`);
    return value;
  };
  const { id, ownerId, agentId, subjectType } = application;
  assert(ownerId !== undefined, 'an approved application has an owner');
  const shortName = text('merchant.shortName');
  const branchCode = maybe('account.branchCode');
  const isCorporate = values['account.kind'] === 'corporate';
  return {
    applicationId: id,
    ownerId,
    ...(agentId === undefined ? {} : { agentId }),
    subjectType,
    // Who has no licence trades under a short name: a person's name is not for slips and lists.
    name: maybe('licence.name') ?? shortName,
    receiptName: maybe('merchant.receiptName') ?? shortName,
    subjectNo: maybe('licence.uscc') ?? text('legal.idNo'),
    mcc: text('business.mcc'),
    planId: text('order.planId'),
    modelId: text('order.modelId'),
    store: {
      name: maybe('store.name') ?? shortName,
      district: text('store.district'),
      address: text('store.address'),
    },
    account: {
      kind: isCorporate ? 'corporate' : 'personal',
      holder: text('account.name'),
      bankName: text('account.bank'),
      ...(branchCode === undefined ? {} : { branchCode }),
      number: text('account.number'),
    },
  };
}
