import type { Role } from '@kaitong/contract';
import { trail } from './trail.data.ts';

type Who = Role | 'terminal' | 'bank' | 'courier' | 'system';

/** What the audit chain keeps of one step, and the news that is not kept there (the first sale). */
export type Happened = {
  readonly at: Date;
  readonly type: string;
  readonly payload: object;
  readonly who: string;
};

/** One thing on its chart: where it stands, and where it has been. */
export type Walk = {
  readonly chart: string;
  readonly subject: string;
  readonly status: string;
  readonly visited: readonly string[];
  /** When it came to each state first. */
  readonly reached: ReadonlyMap<string, Date>;
};

/** Reads the history, oldest first, as walks over charts; the thing that moved last comes last. */
export function walksOf(history: readonly Happened[]): Walk[] {
  const walks = new Map<string, Walk>();
  for (const { at, type, payload } of history) {
    const mark = (trail as Record<string, (typeof trail)['order.paid']>)[type];
    if (!mark) continue;
    const facts = payload as Record<string, string>;
    const subject = facts[mark.subject] ?? '';
    const status = mark.status.startsWith(':') ? (facts[mark.status.slice(1)] ?? '') : mark.status;
    const key = `${mark.chart} ${subject}`;
    const before = walks.get(key);
    walks.delete(key);
    walks.set(key, {
      chart: mark.chart,
      subject,
      status,
      visited: [...new Set([...(before?.visited ?? []), status])],
      reached: new Map([[status, at], ...(before?.reached ?? [])]),
    });
  }
  return [...walks.values()];
}

type StationKey =
  | 'advise'
  | 'apply'
  | 'review'
  | 'contract'
  | 'pay'
  | 'deliver'
  | 'install'
  | 'train'
  | 'activate'
  | 'goLive'
  | 'firstSale'
  | 'settle'
  | 'care';

/** How one station stands, before it is known which one is the present one. */
export type Standing = {
  readonly key: StationKey;
  readonly done: boolean;
  readonly trouble: boolean;
  readonly at?: Date | undefined;
  readonly who: Who;
  readonly chart?: string;
  readonly subject?: string;
  readonly status?: string;
  /** The kind of deadline that waits for it. */
  readonly deadline?: string;
};

type Rule = {
  readonly key: StationKey;
  readonly chart: string;
  /** In one of these the station is behind us. */
  readonly done: readonly string[];
  /** In one of these it can not go on without help. */
  readonly trouble: readonly string[];
  /** Who has the move in which state; the first entry is for the time before the chart begins. */
  readonly who: Readonly<Record<string, Who>> & { readonly before: Who };
};

const LATER_THAN_REVIEW = ['to_be_signed', 'finished'];
const IN_REVIEW = ['queued', 'in_review', 'second_review'];
const ORDER_PAID = [
  'placed',
  'confirmed',
  'shipped',
  'delivered',
  'unboxed',
  'faulty',
  'completed',
  'undeliverable',
];

/** The process chart of the story, one rule a station, over the charts that the house obeys. */
const RULES: readonly Rule[] = [
  {
    key: 'advise',
    chart: 'application',
    done: [
      'draft',
      'revision_required',
      'declined',
      'canceled',
      'expired',
      ...IN_REVIEW,
      ...LATER_THAN_REVIEW,
    ],
    trouble: [],
    who: { before: 'owner' },
  },
  {
    key: 'apply',
    chart: 'application',
    done: ['declined', ...IN_REVIEW, ...LATER_THAN_REVIEW],
    trouble: ['canceled', 'expired'],
    who: { before: 'owner' },
  },
  {
    key: 'review',
    chart: 'application',
    done: LATER_THAN_REVIEW,
    trouble: ['declined'],
    who: { before: 'reviewer' },
  },
  {
    key: 'contract',
    chart: 'contract',
    done: ['signed'],
    trouble: ['lapsed', 'terminated'],
    who: { before: 'system', pending_sign: 'owner' },
  },
  {
    key: 'pay',
    chart: 'order',
    done: ORDER_PAID,
    trouble: ['canceled'],
    who: { before: 'system', awaiting_payment: 'owner' },
  },
  {
    key: 'deliver',
    chart: 'order',
    done: ['unboxed', 'faulty', 'completed'],
    trouble: ['undeliverable', 'canceled'],
    who: { before: 'operator', shipped: 'courier', delivered: 'owner' },
  },
  {
    key: 'install',
    chart: 'visit',
    done: ['accepted'],
    trouble: ['failed', 'merchant_absent', 'canceled'],
    who: { before: 'technician', testing: 'owner' },
  },
  {
    key: 'train',
    chart: 'training',
    done: ['passed', 'waived'],
    trouble: [],
    who: { before: 'owner' },
  },
  {
    key: 'activate',
    chart: 'terminal',
    done: ['activated', 'self_tested', 'in_service', 'suspended', 'unbound'],
    trouble: [],
    who: { before: 'owner' },
  },
  {
    key: 'goLive',
    chart: 'terminal',
    done: ['in_service', 'suspended', 'unbound'],
    trouble: [],
    who: { before: 'owner' },
  },
];

const CLOSED_CASES = ['closed', 'terminated'];
const CASE_MOVES: Readonly<Record<string, Who>> = {
  reported: 'owner',
  diagnosing: 'owner',
  self_help: 'owner',
  under_review: 'reviewer',
  rejected: 'owner',
  approved: 'operator',
  reinstalling: 'owner',
  testing: 'owner',
  restored: 'support',
  follow_up: 'support',
};

/** Every station of a case, in order. A replacement order belongs to care, not to the first delivery. */
export function standingsOf(
  walks: readonly Walk[],
  {
    firstSaleAt,
    replacementOrders,
  }: { firstSaleAt: Date | undefined; replacementOrders: readonly string[] },
): Standing[] {
  const own = walks.filter(({ subject }) => !replacementOrders.includes(subject));
  const payout = walks.find(({ chart, status }) => chart === 'payout' && status === 'paid');
  return [
    ...RULES.map((rule) => standingBy(rule, firstOf(own, rule.chart))),
    {
      key: 'firstSale',
      done: firstSaleAt !== undefined,
      trouble: false,
      at: firstSaleAt,
      who: 'terminal',
    },
    {
      key: 'settle',
      done: payout !== undefined,
      trouble: false,
      at: payout?.reached.get('paid'),
      who: 'system',
    },
    careOf(walks),
  ];
}

/** The thing that walked this chart first: later ones are replacements. */
function firstOf(walks: readonly Walk[], chart: string): Walk | undefined {
  const start = (walk: Walk) => Math.min(...[...walk.reached.values()].map((at) => at.getTime()));
  return walks.filter((walk) => walk.chart === chart).toSorted((a, b) => start(a) - start(b))[0];
}

function standingBy(rule: Rule, walk: Walk | undefined): Standing {
  const { key, chart } = rule;
  if (!walk) return { key, done: false, trouble: false, who: rule.who.before };
  const done = rule.done.includes(walk.status);
  const moments = rule.done.flatMap((status) => walk.reached.get(status) ?? []);
  return {
    key,
    done,
    trouble: rule.trouble.includes(walk.status),
    at: done ? earliest(moments) : undefined,
    who: rule.who[walk.status] ?? rule.who.before,
    chart,
    subject: walk.subject,
    status: walk.status,
  };
}

function earliest(moments: readonly Date[]): Date | undefined {
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** Care is done when nothing is open; its newest case says how it stands. */
function careOf(walks: readonly Walk[]): Standing {
  const newest = walks.findLast(({ chart }) => chart === 'case');
  if (!newest) return { key: 'care', done: false, trouble: false, who: 'support' };
  const done = CLOSED_CASES.includes(newest.status);
  return {
    key: 'care',
    done,
    trouble: newest.status === 'terminated',
    at: done ? newest.reached.get(newest.status) : undefined,
    who: CASE_MOVES[newest.status] ?? 'support',
    chart: 'case',
    subject: newest.subject,
    status: newest.status,
  };
}

export type StationState = 'done' | 'current' | 'next' | 'waiting' | 'problem';

/**
 * The present station is the first that is not done; an open case comes before it. It is `current` for
 * who has the move, and `waiting` for everybody else.
 */
export function presentOf(standings: readonly Standing[]): Standing | undefined {
  const care = standings.find(({ key }) => key === 'care');
  if (care?.chart !== undefined && !care.done) return care;
  return standings.find(({ key, done }) => !done && key !== 'care');
}

export function stateOf(
  standing: Standing,
  { present, role }: { present: Standing | undefined; role: Role | undefined },
): StationState {
  if (standing.trouble) return 'problem';
  if (standing.done) return 'done';
  if (standing.key !== present?.key) return 'next';
  return standing.who === role ? 'current' : 'waiting';
}
