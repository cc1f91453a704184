import type { Tender } from '@kaitong/contract';
import {
  add,
  applyRate,
  formatMoney,
  formatRate,
  explainFee,
  money,
  rate,
  sum,
  times,
  type FeeExplained,
  type FeeRule,
  type Money,
} from '@kaitong/values';
import type { Model, Needs, Plan } from './model.ts';

export type CostLine = { what: string; formula: string; amount: Money };

const MONTHS = 12;
const PERCENT = 100_000; // one per cent in parts per ten million
const TENDERS = ['debit', 'credit', 'qr'] as const satisfies readonly Tender[];

/** What the first year costs: fees by tender, service, SIM and the devices; each line with its sum. */
export function yearlyCost(
  needs: Needs,
  { plan, model }: { plan: Plan; model: Model },
): { lines: CostLine[]; total: Money } {
  const simCount = needs.network === 'sim' ? needs.counters : 0;
  const lines = [
    ...TENDERS.flatMap((tender) => feeLine(needs, plan, tender)),
    counted('service', plan.serviceFeeYearly, 1),
    counted('sim', plan.simFeeYearly, simCount),
    counted('device', model.price, needs.counters),
  ].filter(({ amount }) => amount.minor > 0n);
  return { lines, total: sum(lines.map(({ amount }) => amount)) };
}

/** What a year brings in by one tender. */
export function turnoverOf(needs: Needs, tender: Tender): Money {
  const year = times(needs.monthlyAmount, MONTHS);
  return applyRate(year, rate(needs.share[tender] * PERCENT), 'half-up');
}

/** Full sales of the average ticket, and one smaller sale for what is left of the year. */
function feeLine(needs: Needs, plan: Plan, tender: Tender): CostLine[] {
  const turnover = turnoverOf(needs, tender);
  if (turnover.minor === 0n) return [];
  const rule = plan.fees[tender];
  const count = Number(turnover.minor / needs.averageTicket.minor);
  const rest = money(turnover.minor % needs.averageTicket.minor);
  const each = explainFee(needs.averageTicket, rule);
  const last = explainFee(rest, rule);
  const parts = [
    ...(count > 0 ? [`${count} × (${formulaOf(each, rule)})`] : []),
    ...(rest.minor > 0n ? [`(${formulaOf(last, rule)})`] : []),
  ];
  const restFee = rest.minor > 0n ? last.result : money(0n);
  const amount = add(times(each.result, count), restFee);
  return [{ what: `catalogue.line.${tender}`, formula: parts.join(' + '), amount }];
}

/** `¥5,000.00 × 0.50 % ≤ ¥20.00 = ¥20.00`: digits and signs only, so it needs no language. */
function formulaOf(fee: FeeExplained, { cap, fixed }: FeeRule): string {
  const limit = fee.limit === 'cap' && cap ? ` ≤ ${show(cap)}` : '';
  const plus = fixed && fixed.minor > 0n ? ` + ${show(fixed)}` : '';
  return `${show(fee.base)} × ${formatRate(fee.rate)}${limit}${plus} = ${show(fee.result)}`;
}

function counted(what: 'service' | 'sim' | 'device', price: Money, count: number): CostLine {
  return {
    what: `catalogue.line.${what}`,
    formula: `${count} × ${show(price)}`,
    amount: times(price, count),
  };
}

export function show(amount: Money): string {
  return formatMoney(amount, 'en');
}
