import { day, formatMoney, money, yuan, type Money } from '@kaitong/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories } from './mcc.data.ts';
import { compare, type Market } from './compare.ts';
import type { Needs } from './model.ts';
import { sampleModels } from './models.data.ts';
import { networkFees } from './network-fees.data.ts';
import { costOf, pickRules } from './network-cost.ts';
import { samplePlans } from './plans.data.ts';
import { sampleProviders } from './providers.data.ts';
import { yearlyCost } from './yearly-cost.ts';

const market: Market = {
  providers: sampleProviders,
  plans: samplePlans,
  models: sampleModels,
  networkFees,
  priceClass: 'standard',
  today: day('2026-11-23'),
};

const noodleShop: Needs = {
  subjectType: 'sole_proprietor',
  mcc: '5812',
  monthlyAmount: yuan('80000'),
  averageTicket: yuan('120'),
  share: { debit: 30, credit: 40, qr: 30 },
  counters: 1,
  mobility: 'fixed',
  network: 'wifi',
  printedSlips: true,
  needsNextDay: true,
};

const planOf = (id: string) => samplePlans.find((plan) => plan.id === id)!;
const modelOf = (id: string) => sampleModels.find((model) => model.id === id)!;
const show = (amount: Money) => formatMoney(amount, 'en');
const costs = (needs: Needs, plan: string, model: string) =>
  yearlyCost(needs, { plan: planOf(plan), model: modelOf(model) });

const kind = (priceClass: Market['priceClass']) =>
  compare({ ...noodleShop, subjectType: 'enterprise' }, { ...market, priceClass }).find(
    ({ planId }) => planId === 'qinghe-kind',
  );

describe('the cost of a year', () => {
  it('adds up line by line, as by hand', () => {
    // 960,000 a year: 2,400 × 0.60 debit, 3,200 × 0.72 credit, 2,400 × 0.46 QR, one device.
    const { lines, total } = costs(noodleShop, 'qinghe-steady', 'anchor-c2');
    expect(lines.map(({ what, amount }) => [what, show(amount)])).toEqual([
      ['catalogue.line.debit', '¥1,440.00'],
      ['catalogue.line.credit', '¥2,304.00'],
      ['catalogue.line.qr', '¥1,104.00'],
      ['catalogue.line.device', '¥299.00'],
    ]);
    expect(show(total)).toBe('¥5,147.00');
  });

  it.each([
    // A cap bites: 5,000 × 0.50 % would be 25. 192 sales a year.
    [{ averageTicket: yuan('5000'), share: { debit: 100, credit: 0, qr: 0 } }, '¥3,840.00'],
    // 12,000 a year in sales of 700: 17 full ones and one of 100.
    [
      {
        monthlyAmount: yuan('1000'),
        averageTicket: yuan('700'),
        share: { debit: 100, credit: 0, qr: 0 },
      },
      '¥60.00',
    ],
    // A year that is smaller than one sale is one small sale.
    [
      {
        monthlyAmount: yuan('1'),
        averageTicket: yuan('700'),
        share: { debit: 0, credit: 100, qr: 0 },
      },
      '¥0.07',
    ],
  ] satisfies [Partial<Needs>, string][])('takes fees sale by sale %#', (change, fees) => {
    const { lines } = costs({ ...noodleShop, ...change }, 'qinghe-steady', 'anchor-c2');
    expect(show(lines[0]!.amount)).toBe(fees);
  });

  it('writes each sum so that it can be checked', () => {
    const needs = { ...noodleShop, averageTicket: yuan('5000'), network: 'sim' as const };
    const { lines } = costs(needs, 'qinghe-steady', 'sail-s1');
    expect(lines.map(({ formula }) => formula)).toEqual([
      '57 × (¥5,000.00 × 0.50 % ≤ ¥20.00 = ¥20.00) + (¥3,000.00 × 0.50 % = ¥15.00)',
      '76 × (¥5,000.00 × 0.60 % = ¥30.00) + (¥4,000.00 × 0.60 % = ¥24.00)',
      '57 × (¥5,000.00 × 0.38 % = ¥19.00) + (¥3,000.00 × 0.38 % = ¥11.40)',
      '1 × ¥48.00',
      '1 × ¥399.00',
    ]);
  });
});

describe('the cost of a year, whatever the needs', () => {
  it('never falls when the turnover grows', () => {
    const amount = fc.bigInt({ min: 1n, max: 10_000_000_000n }).map((minor) => money(minor));
    const share = fc
      .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
      .map(([a, b]) => {
        const debit = Math.min(a, b);
        const both = Math.max(a, b);
        return { debit, credit: both - debit, qr: 100 - both };
      });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        share,
        fc.constantFrom(...samplePlans),
        (one, two, averageTicket, shares, plan) => {
          const [less, more] = one.minor < two.minor ? [one, two] : [two, one];
          const of = (monthlyAmount: Money) =>
            yearlyCost(
              { ...noodleShop, monthlyAmount, averageTicket, share: shares },
              { plan, model: sampleModels[0]! },
            ).total.minor;
          expect(of(less) <= of(more)).toBe(true);
        },
      ),
    );
  });
});

describe('the comparison', () => {
  it('shows at least 3 acquirers, 5 plans and 6 devices', () => {
    const options = compare(noodleShop, market);
    const count = (key: 'providerId' | 'planId' | 'modelId') =>
      new Set(options.map((option) => option[key])).size;
    expect(count('providerId')).toBeGreaterThanOrEqual(3);
    expect(count('planId')).toBeGreaterThanOrEqual(5);
    expect(count('modelId')).toBeGreaterThanOrEqual(6);
  });

  it('puts what fits first, and the cheapest of it on top', () => {
    const options = compare(noodleShop, market);
    const firstMisfit = options.findIndex(({ fits }) => !fits);
    expect(firstMisfit).toBeGreaterThan(0);
    expect(
      options.slice(firstMisfit).every(({ fits, misfits }) => !fits && misfits.length > 0),
    ).toBe(true);
    const full = options
      .slice(0, firstMisfit)
      .map(({ yearlyCost: cost, depositAtRisk }) => cost.minor + depositAtRisk.minor);
    expect(full).toEqual(full.toSorted((a, b) => Number(a - b)));
    expect(options[0]?.reasons[0]?.key).toBe('catalogue.reason.cheapest');
    expect(options[1]?.reasons[0]?.key).toBe('catalogue.reason.dearerBy');
  });

  it('says the cost of each 1,000 and adds the score up', () => {
    const option = compare(noodleShop, market).find(
      ({ planId, modelId }) => planId === 'qinghe-steady' && modelId === 'anchor-c2',
    )!;
    expect(show(option.costPer1000)).toBe('¥5.36');
    expect(option.scoreParts.reduce((all, { of }) => all + of, 0)).toBe(100);
    expect(option.scoreParts.reduce((all, { points }) => all + points, 0)).toBe(option.score);
  });
});

describe('what does not fit', () => {
  it.each([
    ['mobile', { mobility: 'mobile' }, 'anchor-c2', 'mobile'],
    ['wired', { network: 'wired' }, 'sail-s1', 'network'],
    ['printed slips', { printedSlips: true }, 'anchor-lite', 'printer'],
    ['QR codes', { network: 'wired' }, 'lantern-k3', 'scanner'],
    ['another province', { province: '440000' }, 'sail-s1', 'territory'],
  ] satisfies [string, Partial<Needs>, string, string][])(
    'does not fit for %s',
    (_, change, modelId, misfit) => {
      const misfits = compare({ ...noodleShop, ...change }, market)
        .filter((option) => option.modelId === modelId)
        .flatMap((option) => option.misfits.map(({ key }) => key));
      expect(misfits).toContain(`catalogue.misfit.${misfit}`);
    },
  );

  it('keeps public benefit plans for public benefit', () => {
    expect(kind('standard')?.misfits.map(({ key }) => key)).toContain(
      'catalogue.misfit.priceClass',
    );
    expect(kind('exempt')?.fits).toBe(true);
  });
});

describe('a warning', () => {
  it('warns of a deposit that will not come back, and counts it', () => {
    const small = { ...noodleShop, monthlyAmount: yuan('3000') };
    const option = compare(small, market).find(({ planId }) => planId === 'qinghe-steady')!;
    // 3,000 a month is 5,917.80 in 60 days; 10,000 is needed.
    expect(show(option.depositAtRisk)).toBe('¥100.00');
    expect(option.warnings[0]).toMatchObject({
      key: 'catalogue.warning.depositUnlikely',
      facts: { needed: '¥10,000.00', expected: '¥5,917.80', days: 60 },
    });
  });

  it('warns of a price below cost', () => {
    const keys = compare(noodleShop, market)
      .filter(({ planId }) => planId === 'haitao-bargain')
      .flatMap(({ warnings }) => warnings.map(({ key }) => key));
    expect(keys).toContain('catalogue.warning.belowCost.credit');
    expect(keys).not.toContain('catalogue.warning.belowCost.qr');
  });
});

describe('what issuer and network take', () => {
  it.each([
    // Worked examples 1, 2, 7, 9 of the fee table, and 5 under the relief of 2021.
    ['debit', '2026-11-23', 10_000n, 35n, 3n],
    ['debit', '2026-11-23', 1_000_000n, 1_300n, 325n],
    ['credit', '2026-11-23', 1_000_000n, 4_500n, 325n],
    ['credit', '2026-11-23', 10_000_000n, 45_000n, 325n],
    ['debit', '2023-05-01', 10_000n, 32n, 3n],
  ] as const)('%s on %s of %s', (tender, on, amount, issuer, network) => {
    const rules = pickRules(networkFees, { on: day(on), tender, priceClass: 'standard' });
    const cost = costOf(rules, money(amount));
    expect([cost.issuer.minor, cost.network.minor]).toEqual([issuer, network]);
  });

  it('has one rule for every day, tender and class', () => {
    for (const on of ['2016-09-06', '2021-09-29', '2021-09-30', '2024-09-29', '2024-09-30'])
      for (const tender of ['debit', 'credit', 'qr'] as const)
        for (const priceClass of ['standard', 'preferential', 'exempt'] as const)
          expect(() => pickRules(networkFees, { on: day(on), tender, priceClass })).not.toThrow();
  });
});

describe('the sample data', () => {
  it('names only what exists', () => {
    for (const plan of samplePlans) {
      expect(sampleProviders.map(({ id }) => id)).toContain(plan.providerId);
      for (const id of plan.modelIds) expect(sampleModels.map((model) => model.id)).toContain(id);
    }
  });

  it('has each trade once', () => {
    expect(new Set(categories.map(({ code }) => code)).size).toBe(categories.length);
    expect(categories.length).toBeGreaterThanOrEqual(40);
  });
});
