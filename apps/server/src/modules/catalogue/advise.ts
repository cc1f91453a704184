import { dayOf } from '@kaitong/values';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { compare } from './compare.ts';
import { mccOf } from './find.ts';
import type { Advice, Needs } from './model.ts';
import { allModels, allPlans, allProviders, insertAdvice, networkFeeRules } from './store.ts';

/** Compares all plans and devices for these needs, and keeps the comparison as it was shown. */
export async function advise(tx: Tx, ask: Ask, needs: Needs): Promise<Advice> {
  const { priceClass } = await mccOf(tx, needs.mcc);
  const options = compare(needs, {
    providers: await allProviders(tx),
    plans: await allPlans(tx),
    models: await allModels(tx),
    networkFees: await networkFeeRules(tx),
    priceClass,
    today: dayOf(ask.now),
  });
  const advice: Advice = { id: newId('adv', ask.now), needs, options, createdAt: ask.now };
  await insertAdvice(tx, advice);
  return advice;
}
