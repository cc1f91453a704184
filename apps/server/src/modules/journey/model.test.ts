import { describe, expect, it } from 'vitest';
import { presentOf, standingsOf, stateOf, walksOf, type Happened } from './model.ts';

let hour = 0;
const happened = (type: string, payload: object): Happened => ({
  at: new Date(Date.UTC(2026, 2, 10, hour++)),
  type,
  payload: { applicationId: 'app_1', merchantId: 'mer_1', ...payload },
  who: 'test',
});
const none = { firstSaleAt: undefined, replacementOrders: [] };
const story = [
  happened('application.opened', {}),
  happened('application.submitted', {}),
  happened('application.claimed', {}),
  happened('application.returned', {}),
  happened('application.submitted', {}),
  happened('application.claimed', {}),
  happened('application.reviewed', {}),
  happened('application.approved', {}),
  happened('contract.ready', { contractId: 'con_1' }),
  happened('contract.signed', { contractId: 'con_1' }),
  happened('application.finished', {}),
  happened('order.opened', { orderId: 'ord_1', status: 'awaiting_payment' }),
  happened('order.paid', { orderId: 'ord_1' }),
];

function presentAfter(steps: number, role: 'owner' | 'reviewer' = 'owner') {
  const standings = standingsOf(walksOf(story.slice(0, steps)), none);
  const present = presentOf(standings);
  return present && [present.key, present.who, stateOf(present, { present, role })];
}

describe('where a case stands', () => {
  it.each([
    [0, 'owner', ['advise', 'owner', 'current']],
    [1, 'owner', ['apply', 'owner', 'current']],
    [2, 'owner', ['review', 'reviewer', 'waiting']],
    [2, 'reviewer', ['review', 'reviewer', 'current']],
    [4, 'owner', ['apply', 'owner', 'current']], // returned for repair
    [7, 'owner', ['review', 'reviewer', 'waiting']],
    [8, 'owner', ['contract', 'system', 'waiting']],
    [9, 'owner', ['contract', 'owner', 'current']],
    [12, 'owner', ['pay', 'owner', 'current']],
    [13, 'owner', ['deliver', 'operator', 'waiting']],
  ] as const)('after %i steps, for the %s', (steps, role, expected) => {
    expect(presentAfter(steps, role)).toEqual(expected);
  });

  it('remembers where it has been, and when it came there first', () => {
    const [application] = walksOf(story.slice(0, 6));
    expect(application?.visited).toEqual(['draft', 'queued', 'in_review', 'revision_required']);
    expect(application?.reached.get('queued')).toEqual(story[1]?.at);
  });

  it('shows a declined application as trouble', () => {
    const walks = walksOf([...story.slice(0, 3), happened('application.declined', {})]);
    const standings = standingsOf(walks, none);
    const review = standings.find(({ key }) => key === 'review');
    expect(review && stateOf(review, { present: presentOf(standings), role: 'owner' })).toBe(
      'problem',
    );
  });

  it('puts an open case before everything else, and keeps its order apart from the first', () => {
    const steps = [
      ...story,
      happened('case.reported', { caseId: 'cas_1' }),
      happened('case.moved', { caseId: 'cas_1', status: 'under_review' }),
      happened('order.opened', { orderId: 'ord_2', status: 'placed' }),
    ];
    const standings = standingsOf(walksOf(steps), { ...none, replacementOrders: ['ord_2'] });
    expect(presentOf(standings)).toMatchObject({
      key: 'care',
      who: 'reviewer',
      status: 'under_review',
    });
    expect(standings.find(({ key }) => key === 'pay')?.done).toBe(true);
  });

  it('is at its end when money has arrived', () => {
    const steps = [
      ...story,
      happened('payout.sent', { payoutId: 'pyo_1' }),
      happened('payout.paid', { payoutId: 'pyo_1' }),
    ];
    const at = new Date(0);
    const standings = standingsOf(walksOf(steps), { firstSaleAt: at, replacementOrders: [] });
    expect(standings.filter(({ done }) => done).map(({ key }) => key)).toContain('settle');
  });
});
