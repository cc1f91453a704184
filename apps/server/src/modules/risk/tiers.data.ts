import { yuan, type Money } from '@kaitong/values';

export type Tier = 'micro' | 'individual' | 'sole_proprietor' | 'enterprise' | 'special';

export type Limits = {
  readonly single: Money;
  readonly daily: Money;
  readonly monthly: Money;
  readonly dailyCount: number;
  readonly creditDaily?: Money;
  readonly creditMonthly?: Money;
};

/** What a merchant starts with (onboarding.md §5.4); a person of risk may set other limits later. */
export const startingLimits: Readonly<
  Record<Exclude<Tier, 'special'>, Limits & { readonly source: string }>
> = {
  micro: {
    single: yuan('5000'),
    daily: yuan('50000'),
    monthly: yuan('500000'),
    dailyCount: 300,
    creditDaily: yuan('1000'),
    creditMonthly: yuan('10000'),
    source: 'micro merchants: credit cards 1,000 a day and 10,000 a month; the rest as individuals',
  },
  individual: {
    single: yuan('5000'),
    daily: yuan('50000'),
    monthly: yuan('500000'),
    dailyCount: 300,
    source: 'individual, four elements verified: 5,000 a payment, 50,000 a day',
  },
  sole_proprietor: {
    single: yuan('20000'),
    daily: yuan('100000'),
    monthly: yuan('2000000'),
    dailyCount: 1000,
    source: 'starting tier of sole proprietors, our own figure',
  },
  enterprise: {
    single: yuan('50000'),
    daily: yuan('500000'),
    monthly: yuan('10000000'),
    dailyCount: 5000,
    source: 'starting tier of enterprises, our own figure',
  },
};
