/** The way of the parcel, as a line with stations. */
import type { Station } from '../../parts/journey-line.tsx';
import type { Order } from './queries.ts';

const stops = ['paid', 'prepared', 'shipped', 'pickedUp', 'delivered', 'unboxed'] as const;
type Stop = (typeof stops)[number];
type SayTrack = (
  key: `track.${Stop}` | `track.${'prepared' | 'shipped'}.note`,
  facts?: Facts,
) => string;
type Facts = Readonly<Record<string, string | number>>;

export function tracksOf(order: Order, say: SayTrack): Station[] {
  const times = momentsOf(order);
  const done = new Set(doneOf(order));
  const present = stops.find((stop) => !done.has(stop));
  const isOver = order.status === 'canceled' || order.status === 'undeliverable';
  return stops
    .filter((stop) => stop !== 'paid' || order.kind === 'first')
    .map((stop): Station => {
      const at = times[stop];
      const note = noteOf(stop, order, say);
      const isPresent = stop === present && !isOver;
      const isOurs = stop === 'paid' || stop === 'unboxed';
      const now = isOurs ? 'current' : 'waiting';
      return {
        key: stop,
        label: say(`track.${stop}`),
        state: done.has(stop) ? 'done' : isPresent ? now : 'next',
        ...(at ? { at } : {}),
        ...(note && (done.has(stop) || isPresent) ? { note } : {}),
        ...(stop === 'paid' && isPresent && order.payBy ? { dueAt: order.payBy } : {}),
      };
    });
}

type Moments = Partial<Readonly<Record<Stop, Date | undefined>>>;

function momentsOf({ paidAt, shippedAt, pickedUpAt, deliveredAt, unboxing }: Order): Moments {
  return {
    paid: paidAt,
    shipped: shippedAt,
    pickedUp: pickedUpAt,
    delivered: deliveredAt,
    unboxed: unboxing?.at,
  };
}

function doneOf(order: Order): Stop[] {
  const { status, serial, pickedUpAt } = order;
  const isPaid = status !== 'created' && status !== 'awaiting_payment';
  return [
    ...(order.paidAt || (isPaid && status !== 'canceled') ? ['paid' as const] : []),
    ...(serial ? ['prepared' as const] : []),
    ...(order.shippedAt ? ['shipped' as const] : []),
    ...(pickedUpAt || order.deliveredAt ? ['pickedUp' as const] : []),
    ...(order.deliveredAt ? ['delivered' as const] : []),
    ...(order.unboxing ? ['unboxed' as const] : []),
  ];
}

function noteOf(stop: Stop, { serial, tracking }: Order, say: SayTrack): string | undefined {
  if (stop === 'prepared' && serial) return say('track.prepared.note', { serial });
  if (stop === 'shipped' && tracking) return say('track.shipped.note', { tracking });
  return undefined;
}
