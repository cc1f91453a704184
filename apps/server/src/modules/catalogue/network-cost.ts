import type { PriceClass, Tender } from '@kaitong/contract';
import { assert, feeOf, type Day, type FeeRule, type Money } from '@kaitong/values';
import type { Db, Tx } from '#platform/db';
import type { NetworkFeeRule } from './model.ts';
import { networkFeeRules } from './store.ts';

/** The two rules of a day for a kind of card and merchant, with their ids to be kept on the payment. */
export type NetworkCost = {
  readonly issuer: { readonly id: string; readonly rule: FeeRule };
  readonly network: { readonly id: string; readonly rule: FeeRule };
};

export type CostOf = { readonly on: Day; readonly tender: Tender; readonly priceClass: PriceClass };

/** What issuer and network take from us on a day: the rules, so that many amounts can be reckoned. */
export async function networkCost(tx: Tx | Db, of: CostOf): Promise<NetworkCost> {
  return pickRules(await networkFeeRules(tx), of);
}

export function pickRules(rules: readonly NetworkFeeRule[], of: CostOf): NetworkCost {
  const one = (taker: NetworkFeeRule['taker']) => {
    const found = rules.filter(
      (rule) =>
        rule.taker === taker &&
        rule.tender === of.tender &&
        rule.priceClass === of.priceClass &&
        rule.validFrom <= of.on &&
        of.on <= rule.validTo,
    );
    const [first] = found;
    assert(
      first !== undefined && found.length === 1,
      `one ${taker} rule for ${of.tender} on a day`,
    );
    return { id: first.id, rule: first.rule };
  };
  return { issuer: one('issuer'), network: one('network') };
}

/** What a sale of this amount costs us; each part is rounded by itself, as the network does. */
export function costOf(cost: NetworkCost, amount: Money): { issuer: Money; network: Money } {
  return { issuer: feeOf(amount, cost.issuer.rule), network: feeOf(amount, cost.network.rule) };
}
