import type { api, BodyOf, ReplyOf, Role } from '@kaitong/contract';
import { addDays, shanghai, type Day } from '@kaitong/values';
import type { Actor } from '#platform/ask';
import { step } from '#platform/chart';
import { orderChart, type OrderStatus } from './chart.ts';
import type { Deposit, Order } from './store.ts';

const PAY_WITHIN_DAYS = 7;
/** What our contract says of a deposit that was not earned back in time: it pays for the device. */
export const UNMET = 'retain';
const DAY_MS = 86_400_000;

/** At these steps a merchant is told how far the way to the deposit is. */
const TOLD_AT = [50, 80, 100] as const;

type OrderReply = ReplyOf<typeof api.orders.readOrder>;
export type Verb = OrderReply['can'][number];
export type Unboxing = BodyOf<typeof api.orders.unboxOrder>;

export function payBy(now: Date): Date {
  return new Date(now.getTime() + PAY_WITHIN_DAYS * DAY_MS);
}

export function isIntact({ appearance, powerCord, dataCable, manual }: Unboxing): boolean {
  return appearance && powerCord && dataCable && manual;
}

const CAN: readonly (readonly [verb: Verb, roles: readonly Role[]])[] = [
  ['pay', ['owner']],
  ['cancel', ['owner', 'operator']],
  ['allocate', ['operator']],
  ['ship', ['operator']],
  ['unbox', ['owner']],
];

/** The verbs that this caller may do to an order as it stands. */
export function canOf(by: Actor, order: Pick<Order, 'status' | 'parcel_id' | 'tracking'>): Verb[] {
  if (by.kind !== 'user') return [];
  const { role } = by;
  return CAN.filter(([, roles]) => roles.includes(role))
    .map(([verb]) => verb)
    .filter((verb) => step(orderChart, order.status, {}, eventOf(verb)) !== undefined)
    .filter((verb) => verb !== 'ship' || !isShippingAsked(order))
    .filter((verb) => verb !== 'cancel' || mayCancel(by, order));
}

function eventOf(verb: Verb) {
  return verb === 'unbox' ? ({ type: verb, intact: true } as const) : ({ type: verb } as const);
}

/** The courier was asked and has not answered yet. */
export function isShippingAsked({ parcel_id, tracking }: Pick<Order, 'parcel_id' | 'tracking'>) {
  return parcel_id !== null && tracking === null;
}

/** A merchant cancels until a terminal is set aside for it; the house until the courier was asked. */
export function mayCancel(
  by: Actor,
  order: Pick<Order, 'status' | 'parcel_id' | 'tracking'>,
): boolean {
  if (isShippingAsked(order)) return false;
  const early: readonly OrderStatus[] = ['awaiting_payment', 'placed'];
  const isOwner = by.kind === 'user' && by.role === 'owner';
  return !isOwner || early.includes(order.status);
}

/** Whole per cent of the way to the deposit, between 0 and 100. */
export function percentOf(deposit: Pick<Deposit, 'turnover_minor' | 'turnover_needed_minor'>) {
  const { turnover_minor: turnover, turnover_needed_minor: needed } = deposit;
  if (turnover >= needed) return 100;
  return turnover <= 0n ? 0 : Number((turnover * 100n) / needed);
}

/** The step that was just reached and not told yet. */
export function newStep({ before, now }: { before: number; now: number }): number | undefined {
  return TOLD_AT.findLast((at) => at <= now && at > before);
}

/** The last day of a window counts whole: 60 days from 1 March end on 29 April. */
export function windowEnd(start: Day, days: number): Day {
  return addDays(start, days - 1);
}

/** At noon of the day after: by then the last day of the window is cleared. */
export function windowDue(end: Day): Date {
  return shanghai(addDays(end, 1), '12:00');
}
