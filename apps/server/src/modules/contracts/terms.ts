import { fill, type Facts } from '@kaitong/contract';
import {
  assert,
  formatMoney,
  formatRate,
  isZero,
  yuan,
  type FeeRule,
  type Lang,
} from '@kaitong/values';
import { modelOf, planOf, providerOf, type Model, type Plan, type Provider } from '#catalogue';
import { settlementAccountOf, storesOf, type Merchant } from '#merchants';
import type { Tx } from '#platform/db';
import { clauses, feeWords, paperWords } from './clauses.data.ts';
import type { Terms } from './model.ts';

// No plan of the catalogue charges for the visit; the contract says so in so many words.
const INSTALLATION_FEE = yuan('0');

/** Everything that will be signed, as values, taken from the catalogue as it is now. */
export async function termsFor(
  tx: Tx,
  { merchant, lang }: { merchant: Merchant; lang: Lang },
): Promise<Terms> {
  const plan = await planOf(tx, merchant.plan_id);
  const model = await modelOf(tx, merchant.model_id);
  const provider = await providerOf(tx, plan.providerId);
  const place = await placeOf(tx, merchant);
  const values = { ...valuesOf({ plan, model, provider }), ...place };
  return {
    ...values,
    fees: feesOf(plan, lang),
    sections: sectionsOf({ ...values, fees: feesOf(plan, lang), sections: [] }, lang),
  };
}

async function placeOf(tx: Tx, merchant: Merchant): Promise<Pick<Terms, 'merchant'>> {
  const [store] = await storesOf(tx, merchant.merchant_id);
  const account = await settlementAccountOf(tx, merchant.merchant_id);
  assert(store !== undefined && account !== undefined, 'a merchant has a store and an account');
  return {
    merchant: {
      merchantNo: merchant.merchant_no,
      name: merchant.name,
      subjectType: merchant.subject_type,
      storeName: store.name,
      storeAddress: store.address,
      settlementAccount: `${account.bank_name} ${account.number_mask}`,
    },
  };
}

type Chosen = { readonly plan: Plan; readonly model: Model; readonly provider: Provider };

function valuesOf({
  plan,
  model,
  provider,
}: Chosen): Omit<Terms, 'merchant' | 'fees' | 'sections'> {
  return {
    provider: { id: provider.id, name: provider.name },
    plan: { id: plan.id, name: plan.name },
    model: { id: model.id, name: model.name },
    settleCycle: plan.settleCycle,
    ...(isZero(plan.deposit.amount) ? {} : { deposit: plan.deposit }),
    termMonths: plan.termMonths,
    devicePrice: model.price,
    installationFee: INSTALLATION_FEE,
    yearlyServiceFee: plan.serviceFeeYearly,
    yearlySimFee: plan.simFeeYearly,
  };
}

function feesOf(plan: Plan, lang: Lang): Terms['fees'] {
  return (['debit', 'credit', 'qr'] as const).map((tender) => {
    const rule = plan.fees[tender];
    return {
      tender,
      rate: rule.rate,
      ...(rule.cap ? { cap: rule.cap } : {}),
      ...(rule.min ? { min: rule.min } : {}),
      ...(rule.fixed ? { fixed: rule.fixed } : {}),
      text: feeText(rule, lang),
    };
  });
}

/** A fee rule as a sentence: 0.50 % of the amount, at most ¥20.00 a sale. */
export function feeText(rule: FeeRule, lang: Lang): string {
  const parts = [fill(feeWords.rate[lang], { rate: formatRate(rule.rate) })];
  for (const bound of ['min', 'cap', 'fixed'] as const) {
    const amount = rule[bound];
    if (amount) parts.push(fill(feeWords[bound][lang], { [bound]: formatMoney(amount, lang) }));
  }
  return parts.join('');
}

/** The clauses that fit, filled, in one language. */
export function sectionsOf(terms: Terms, lang: Lang): Terms['sections'] {
  const facts = factsOf(terms, lang);
  const wanted = terms.deposit ? 'deposit' : 'noDeposit';
  return clauses
    .filter(({ when }) => when === undefined || when === wanted)
    .map(({ id, title, lines }) => ({
      id,
      title: title[lang],
      lines: lines.map((line) => fill(line[lang], facts)),
    }));
}

/** The terms as words, to fill clauses and the summary. */
export function factsOf(terms: Terms, lang: Lang): Facts {
  const { merchant, deposit } = terms;
  const none = paperWords.none[lang];
  const show = (amount: Terms['devicePrice']) =>
    isZero(amount) ? none : formatMoney(amount, lang);
  const fee = (tender: string) => terms.fees.find((row) => row.tender === tender)?.text ?? none;
  return {
    provider: terms.provider.name[lang],
    merchantName: merchant.name,
    merchantNo: merchant.merchantNo,
    storeName: merchant.storeName,
    storeAddress: merchant.storeAddress,
    account: merchant.settlementAccount,
    model: terms.model.name[lang],
    debit: fee('debit'),
    credit: fee('credit'),
    qr: fee('qr'),
    cycle: paperWords.cycleT1[lang],
    depositAmount: deposit ? formatMoney(deposit.amount, lang) : none,
    turnover: deposit ? formatMoney(deposit.turnoverNeeded, lang) : none,
    windowDays: deposit?.windowDays ?? 0,
    devicePrice: show(terms.devicePrice),
    installationFee: show(terms.installationFee),
    serviceFee: show(terms.yearlyServiceFee),
    simFee: show(terms.yearlySimFee),
    termMonths: terms.termMonths,
  };
}
