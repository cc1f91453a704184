/** What waits for which role: a question to the server, and what of its answer says how old it is. */
import { api, type Endpoint, type ReplyOf, type Role } from '@kaitong/contract';
import { startOfDay, isDay } from '@kaitong/values';
import type { InputOf } from '../../api.ts';
import type { User } from '../../house.ts';

export type Waiting = { readonly since?: Date | undefined; readonly dueAt?: Date | undefined };

type Rows<E extends Endpoint> =
  ReplyOf<E> extends { readonly rows: readonly (infer Row)[] } ? Row : never;

type QueueOf<E extends Endpoint> = {
  readonly key: string;
  readonly roles: readonly Role[];
  readonly endpoint: E;
  readonly input: InputOf<E>;
  readonly wait: (row: Rows<E>) => Waiting;
  /** Where not all that is answered waits for this person. */
  readonly isMine?: (row: Rows<E>, me: User) => boolean;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
};

export type Queue = QueueOf<Endpoint>;

/** Each is its own kind of question; the list knows only that they are questions. */
function queue<E extends Endpoint>(one: QueueOf<E>): Queue {
  return one;
}

/** One page of what waits; more than it holds is said as `100+`. */
export const COUNT_MAX = 100;
const limit = COUNT_MAX;

const endOfDay = (on: string): Date | undefined =>
  isDay(on) ? new Date(startOfDay(on).getTime() + 86_400_000 - 1) : undefined;

const reviewing: readonly Queue[] = [
  queue({
    key: 'review',
    roles: ['reviewer', 'risk'],
    endpoint: api.onboarding.listApplications,
    input: { query: { scope: 'queue', limit } },
    wait: ({ submittedAt, dueAt }) => ({ since: submittedAt, dueAt }),
    to: '/c/review',
  }),
  queue({
    key: 'claimed',
    roles: ['reviewer', 'risk'],
    endpoint: api.onboarding.listApplications,
    input: { query: { scope: 'claimed', status: 'in_review', limit } },
    wait: ({ submittedAt, dueAt }) => ({ since: submittedAt, dueAt }),
    to: '/c/review',
    search: { scope: 'claimed' },
  }),
  queue({
    key: 'cases',
    roles: ['reviewer', 'risk', 'support', 'technician'],
    endpoint: api.care.listCases,
    input: { query: { limit } },
    wait: ({ reportedAt, dueAt }) => ({ since: reportedAt, dueAt }),
    isMine: ({ next, closedAt }, { role }) => next === role && closedAt === undefined,
    to: '/c/cases',
  }),
  queue({
    key: 'alerts',
    roles: ['risk'],
    endpoint: api.risk.listAlerts,
    input: { query: { status: 'triggered', limit } },
    wait: ({ at }) => ({ since: at }),
    to: '/c/risk',
  }),
];

const moving: readonly Queue[] = [
  ...(
    [
      ['allocate', 'placed'],
      ['ship', 'confirmed'],
      ['undeliverable', 'undeliverable'],
      ['faulty', 'faulty'],
    ] as const
  ).map(([key, status]) =>
    queue({
      key,
      roles: ['operator'],
      endpoint: api.orders.listOrders,
      input: { query: { status, limit } },
      wait: ({ paidAt, createdAt }) => ({ since: paidAt ?? createdAt }),
      to: '/c/orders',
      search: { status },
    }),
  ),
  queue({
    key: 'returned',
    roles: ['operator'],
    endpoint: api.terminals.listTerminals,
    input: { query: { status: 'unbound', limit } },
    wait: () => ({}),
    to: '/c/terminals',
    search: { status: 'unbound' },
  }),
  queue({
    key: 'visits',
    roles: ['technician', 'operator'],
    endpoint: api.visits.listVisits,
    input: { query: { status: 'requested', limit } },
    wait: ({ createdAt, dueOn }) => ({ since: createdAt, dueAt: endOfDay(dueOn) }),
    to: '/c/visits',
    search: { status: 'requested' },
  }),
  queue({
    key: 'scheduled',
    roles: ['technician'],
    endpoint: api.visits.listVisits,
    input: { query: { status: 'scheduled', limit } },
    wait: ({ createdAt, startsAt }) => ({ since: createdAt, dueAt: startsAt }),
    isMine: ({ technician }, { id }) => technician === undefined || technician.id === id,
    to: '/c/visits',
    search: { status: 'scheduled' },
  }),
  queue({
    key: 'absent',
    roles: ['technician', 'operator'],
    endpoint: api.visits.listVisits,
    input: { query: { status: 'merchant_absent', limit } },
    wait: ({ createdAt, dueOn }) => ({ since: createdAt, dueAt: endOfDay(dueOn) }),
    to: '/c/visits',
    search: { status: 'merchant_absent' },
  }),
  queue({
    key: 'quiet',
    roles: ['technician'],
    endpoint: api.fleet.listFleet,
    input: { query: { state: 'quiet', limit } },
    wait: ({ lastSeenAt }) => ({ since: lastSeenAt }),
    to: '/c/terminals/fleet',
    search: { state: 'quiet' },
  }),
];

const answering: readonly Queue[] = [
  queue({
    key: 'tickets',
    roles: ['support'],
    endpoint: api.care.listTickets,
    input: { query: { status: 'new', limit } },
    wait: ({ openedAt, replyDueAt }) => ({ since: openedAt, dueAt: replyDueAt }),
    to: '/c/tickets',
    search: { status: 'new' },
  }),
  queue({
    key: 'myTickets',
    roles: ['support'],
    endpoint: api.care.listTickets,
    input: { query: { status: 'open', limit } },
    wait: ({ openedAt, resolveDueAt }) => ({ since: openedAt, dueAt: resolveDueAt }),
    isMine: ({ assignee }, { id }) => assignee?.id === id,
    to: '/c/tickets',
    search: { status: 'open' },
  }),
  queue({
    key: 'breaks',
    roles: ['finance'],
    endpoint: api.settlement.listBreaks,
    input: { query: { open: 'true', limit } },
    wait: ({ openedAt }) => ({ since: openedAt }),
    to: '/c/money/breaks',
  }),
  ...(
    [
      ['failed', 'failed'],
      ['returnedMoney', 'returned'],
    ] as const
  ).map(([key, status]) =>
    queue({
      key,
      roles: ['finance'],
      endpoint: api.settlement.listPayouts,
      input: { query: { status, limit } },
      wait: ({ createdAt }) => ({ since: createdAt }),
      to: '/c/money/payouts',
      search: { status },
    }),
  ),
];

export const queues: readonly Queue[] = [...reviewing, ...moving, ...answering];
