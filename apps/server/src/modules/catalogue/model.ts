import type { BodyOf, PriceClass, ReplyOf, SubjectType, Tender, api } from '@kaitong/contract';
import type { Day, FeeRule, Money, Words } from '@kaitong/values';

export type Provider = {
  readonly id: string;
  readonly name: Words;
  readonly licenceNo: string;
  readonly licenceValidTo: Day;
  /** `CN` is the whole country, else provinces by their six digits. */
  readonly territory: readonly string[];
  readonly since: Day;
  /** By the regulator, in the last three years. */
  readonly penalties: number;
  readonly complaintsPer10k: number;
  readonly responseHours: number;
  readonly localEngineers: boolean;
  readonly servicePhone: string;
  readonly source: string;
};

type Network = 'wifi' | 'wired' | 'sim';

export type Model = {
  readonly id: string;
  readonly name: Words;
  readonly price: Money;
  readonly portable: boolean;
  readonly printer: boolean;
  readonly scanner: boolean;
  readonly networks: readonly Network[];
  readonly batteryHours: number;
  readonly certificate: string;
  readonly source: string;
};

export type Plan = {
  readonly id: string;
  readonly providerId: string;
  readonly name: Words;
  readonly fees: Readonly<Record<Tender, FeeRule>>;
  readonly settleCycle: 'T1';
  readonly deposit: {
    readonly amount: Money;
    readonly turnoverNeeded: Money;
    readonly windowDays: number;
  };
  readonly serviceFeeYearly: Money;
  readonly simFeeYearly: Money;
  readonly termMonths: number;
  readonly modelIds: readonly string[];
  readonly subjectTypes: readonly SubjectType[];
  readonly priceClasses: readonly PriceClass[];
  readonly source: string;
};

export type Mcc = {
  readonly code: string;
  readonly name: Words;
  readonly group: string;
  readonly priceClass: PriceClass;
  /** Needs a licence of its own. */
  readonly special: boolean;
};

export type Bin = {
  readonly prefix: string;
  readonly bank: Words;
  readonly kind: 'debit' | 'credit';
  readonly scheme: string;
};

/** Who takes how much from the acquirer, in which years. */
export type NetworkFeeRule = {
  readonly id: string;
  readonly taker: 'issuer' | 'network';
  readonly tender: Tender;
  readonly priceClass: PriceClass;
  readonly rule: FeeRule;
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly source: string;
};

export type CalendarDay = {
  readonly day: Day;
  readonly working: boolean;
  readonly name: string;
  readonly source: 'published' | 'provisional';
};

export type Needs = BodyOf<typeof api.catalogue.askAdvice>;
export type Advice = ReplyOf<typeof api.catalogue.askAdvice>;
export type AdviceOption = Advice['options'][number];

/** Whether a plan may be sold to this kind of merchant in this trade. */
export function acceptsMerchant(
  plan: Plan,
  merchant: { subjectType: SubjectType; priceClass: PriceClass },
): boolean {
  return (
    plan.subjectTypes.includes(merchant.subjectType) &&
    plan.priceClasses.includes(merchant.priceClass)
  );
}
