import type { Money } from '@kaitong/values';
import type { Model, Needs, Plan, Provider } from './model.ts';

type Part = { what: string; points: number; of: number };

const COST_POINTS = 40n;

/** The cheapest that fits has all points of cost, the dearest none. */
export function costPoints(own: Money, costs: readonly Money[]): number {
  const minors = costs.map(({ minor }) => minor).toSorted((a, b) => (a < b ? -1 : 1));
  const [least] = minors;
  const most = minors.at(-1);
  if (least === undefined || most === undefined || least === most) return Number(COST_POINTS);
  const points = (COST_POINTS * (most - own.minor)) / (most - least);
  return Number(points < 0n ? 0n : points > COST_POINTS ? COST_POINTS : points);
}

/** The parts of the score that have nothing to do with the sums (weights of onboarding.md §4.5). */
export function fixedPoints(
  needs: Needs,
  offer: { plan: Plan; model: Model; provider: Provider; years: number },
): Part[] {
  const { plan, provider, years } = offer;
  return [
    { what: 'catalogue.score.settlement', points: plan.settleCycle === 'T1' ? 15 : 0, of: 15 },
    { what: 'catalogue.score.device', points: devicePoints(needs, offer.model), of: 15 },
    { what: 'catalogue.score.service', points: servicePoints(provider), of: 15 },
    { what: 'catalogue.score.standing', points: standingPoints(provider, years), of: 10 },
    { what: 'catalogue.score.flexibility', points: flexibilityPoints(plan), of: 5 },
  ];
}

/** What is needed and there, and what is not needed and not paid for. */
function devicePoints(needs: Needs, model: Model): number {
  const matches = [
    model.portable === (needs.mobility === 'mobile'),
    model.printer === needs.printedSlips,
    model.scanner === needs.share.qr > 0,
  ];
  return matches.filter(Boolean).length * 5;
}

function servicePoints({ responseHours, localEngineers, complaintsPer10k }: Provider): number {
  return (
    atMost(responseHours, { best: 4, good: 12, points: [6, 4, 2] }) +
    (localEngineers ? 4 : 0) +
    atMost(complaintsPer10k, { best: 3, good: 6, points: [5, 3, 1] })
  );
}

function standingPoints({ penalties }: Provider, years: number): number {
  return atMost(penalties, { best: 0, good: 1, points: [6, 3, 0] }) + (years >= 10 ? 4 : 2);
}

function flexibilityPoints({ deposit, termMonths }: Plan): number {
  return (deposit.amount.minor === 0n ? 3 : 0) + (termMonths <= 12 ? 2 : 0);
}

type Steps = { best: number; good: number; points: readonly [number, number, number] };

function atMost(value: number, { best, good, points }: Steps): number {
  if (value <= best) return points[0];
  return value <= good ? points[1] : points[2];
}
