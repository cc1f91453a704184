import type { PriceClass, Tender } from '@kaitong/contract';
import {
  add,
  assert,
  compare as compareMoney,
  daysBetween,
  feeOf,
  money,
  subtract,
  times,
  type Day,
  type Money,
} from '@kaitong/values';
import {
  type AdviceOption,
  type Model,
  type Needs,
  type NetworkFeeRule,
  type Plan,
  type Provider,
} from './model.ts';
import { costOf, pickRules } from './network-cost.ts';
import { costPoints, fixedPoints } from './score.ts';
import { show, turnoverOf, yearlyCost } from './yearly-cost.ts';

/** All that a comparison looks at. */
export type Market = {
  readonly providers: readonly Provider[];
  readonly plans: readonly Plan[];
  readonly models: readonly Model[];
  readonly networkFees: readonly NetworkFeeRule[];
  readonly priceClass: PriceClass;
  readonly today: Day;
};

type Saying = AdviceOption['reasons'][number];
type Offer = {
  readonly plan: Plan;
  readonly model: Model;
  readonly provider: Provider;
};
type Priced = Offer & {
  readonly cost: ReturnType<typeof yearlyCost>;
  readonly deposit: DepositView;
  readonly misfits: Saying[];
};

/** Every plan with every device it comes with, the cheapest year first; what does not fit comes last. */
export function compare(needs: Needs, market: Market): AdviceOption[] {
  const priced = offersOf(market)
    .map((offer) => price(needs, market, offer))
    .toSorted(byCost);
  const costs = priced.filter(fits).map(fullCost);
  return priced.map((offer, at) => ({
    rank: at + 1,
    ...optionOf(needs, market, offer),
    ...scored(needs, market, { offer, costs }),
    reasons: reasonsOf(needs, offer, costs[0]),
  }));
}

function offersOf({ plans, models, providers }: Market): Offer[] {
  return plans.flatMap((plan) => {
    const provider = providers.find(({ id }) => id === plan.providerId);
    assert(provider !== undefined, 'a plan has a provider');
    return models
      .filter(({ id }) => plan.modelIds.includes(id))
      .map((model) => ({ plan, model, provider }));
  });
}

function price(needs: Needs, market: Market, offer: Offer): Priced {
  return {
    ...offer,
    cost: yearlyCost(needs, offer),
    deposit: depositOf(needs, offer.plan),
    misfits: misfitsOf(needs, market, offer),
  };
}

const fits = ({ misfits }: Priced): boolean => misfits.length === 0;
const fullCost = ({ cost, deposit }: Priced): Money => add(cost.total, deposit.atRisk);

function byCost(a: Priced, b: Priced): number {
  if (fits(a) !== fits(b)) return fits(a) ? -1 : 1;
  const byMoney = compareMoney(fullCost(a), fullCost(b));
  if (byMoney !== 0) return byMoney;
  return `${a.plan.id} ${a.model.id}` < `${b.plan.id} ${b.model.id}` ? -1 : 1;
}

function optionOf(needs: Needs, market: Market, offer: Priced) {
  const { plan, model, provider, cost, deposit, misfits } = offer;
  const yearly = times(needs.monthlyAmount, 12).minor;
  return {
    providerId: provider.id,
    providerName: { ...provider.name },
    planId: plan.id,
    planName: { ...plan.name },
    modelId: model.id,
    modelName: { ...model.name },
    fits: fits(offer),
    misfits,
    yearlyCost: cost.total,
    lines: cost.lines,
    costPer1000: money((cost.total.minor * 100_000n + yearly / 2n) / yearly),
    deposit: deposit.amount,
    depositAtRisk: deposit.atRisk,
    warnings: warningsOf(needs, market, offer),
  };
}

type DepositView = {
  readonly amount: Money;
  readonly needed: Money;
  readonly expected: Money;
  readonly windowDays: number;
  readonly atRisk: Money;
};

/** A deposit is for one device; what is expected in its window decides whether it comes back. */
function depositOf(needs: Needs, { deposit }: Plan): DepositView {
  const amount = times(deposit.amount, needs.counters);
  const needed = times(deposit.turnoverNeeded, needs.counters);
  const expected = money((needs.monthlyAmount.minor * 12n * BigInt(deposit.windowDays)) / 365n);
  const lost = compareMoney(expected, needed) < 0;
  return {
    amount,
    needed,
    expected,
    windowDays: deposit.windowDays,
    atRisk: lost ? amount : money(0n),
  };
}

function misfitsOf(needs: Needs, market: Market, { plan, model, provider }: Offer): Saying[] {
  const { subjectType, province } = needs;
  const { priceClass, today } = market;
  const here = provider.territory.includes('CN') || provider.territory.includes(province ?? '');
  const troubles: readonly (readonly [boolean, string])[] = [
    [!plan.subjectTypes.includes(subjectType), 'subjectType'],
    [!plan.priceClasses.includes(priceClass), 'priceClass'],
    [provider.licenceValidTo < today, 'licence'],
    [province !== undefined && !here, 'territory'],
    [needs.mobility === 'mobile' && !model.portable, 'mobile'],
    [!model.networks.includes(needs.network), 'network'],
    [needs.printedSlips && !model.printer, 'printer'],
    [needs.share.qr > 0 && !model.scanner, 'scanner'],
  ];
  return troubles
    .filter(([wrong]) => wrong)
    .map(([, what]) => ({ key: `catalogue.misfit.${what}`, facts: {} }));
}

function reasonsOf(needs: Needs, offer: Priced, cheapest: Money | undefined): Saying[] {
  const { deposit, provider } = offer;
  const dearer = subtract(fullCost(offer), cheapest ?? fullCost(offer));
  const back = deposit.amount.minor > 0n && deposit.atRisk.minor === 0n;
  const all: readonly (readonly [boolean, string, Saying['facts']])[] = [
    [fits(offer) && dearer.minor === 0n, 'cheapest', {}],
    [fits(offer) && dearer.minor > 0n, 'dearerBy', { amount: show(dearer) }],
    [needs.needsNextDay, 'nextDay', {}],
    [deposit.amount.minor === 0n, 'noDeposit', {}],
    [back, 'depositBack', depositFacts(deposit)],
    [provider.localEngineers, 'localEngineers', { hours: provider.responseHours }],
  ];
  return all
    .filter(([holds]) => holds)
    .map(([, what, facts]) => ({ key: `catalogue.reason.${what}`, facts }));
}

function depositFacts({ amount, needed, expected, windowDays }: DepositView) {
  return {
    deposit: show(amount),
    needed: show(needed),
    expected: show(expected),
    days: windowDays,
  };
}

function warningsOf(needs: Needs, market: Market, { plan, provider, deposit }: Priced): Saying[] {
  const below = (['debit', 'credit', 'qr'] as const)
    .filter((tender) => turnoverOf(needs, tender).minor > 0n)
    .flatMap((tender) => belowCost(needs, market, { plan, tender }));
  return [
    ...(deposit.atRisk.minor > 0n
      ? [{ key: 'catalogue.warning.depositUnlikely', facts: depositFacts(deposit) }]
      : []),
    ...below,
    ...(provider.penalties > 0
      ? [{ key: 'catalogue.warning.penalties', facts: { count: provider.penalties } }]
      : []),
  ];
}

/** Who sells below what issuer and network take gets the difference elsewhere (onboarding.md §4.1). */
function belowCost(
  { averageTicket }: Needs,
  { networkFees, today, priceClass }: Market,
  { plan, tender }: { plan: Plan; tender: Tender },
): Saying[] {
  const cost = costOf(pickRules(networkFees, { on: today, tender, priceClass }), averageTicket);
  const floor = add(cost.issuer, cost.network);
  const fee = feeOf(averageTicket, plan.fees[tender]);
  if (compareMoney(fee, floor) >= 0) return [];
  return [
    {
      key: `catalogue.warning.belowCost.${tender}`,
      facts: { price: show(fee), cost: show(floor) },
    },
  ];
}

function scored(
  needs: Needs,
  { today }: Market,
  { offer, costs }: { offer: Priced; costs: readonly Money[] },
) {
  const { plan, model, provider } = offer;
  const years = Math.floor(daysBetween(provider.since, today) / 365);
  const scoreParts = [
    { what: 'catalogue.score.cost', points: costPoints(fullCost(offer), costs), of: 40 },
    ...fixedPoints(needs, { plan, model, provider, years }),
  ];
  return { scoreParts, score: scoreParts.reduce((all, { points }) => all + points, 0) };
}
