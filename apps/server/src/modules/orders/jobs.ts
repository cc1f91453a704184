import { day } from '@kaitong/values';
import type { Listener, Listeners } from '#platform/events';
import type { Tasks } from '#platform/jobs';
import type { Services } from '#platform/services';
import { lapse } from './cancel-order.ts';
import { completeOrder } from './complete-order.ts';
import { countTurnover, endWindow, startWindow } from './deposit.ts';
import { openOrder, openReplacement } from './open-order.ts';
import { handToCourier } from './ship-order.ts';

export function hears(): Listeners {
  return {
    'contract.signed': openOrder,
    'case.approved': async (tx, ask, news) => {
      if (news.path === 'replacement') await openReplacement(tx, ask, news);
    },
    'terminal.inService': async (tx, ask, news) => {
      await completeOrder(tx, ask, news);
      await startWindow(tx, ask, news.merchantId);
    },
    'merchant.cleared': async (tx, ask, news) =>
      countTurnover(tx, ask, {
        merchantId: news.merchantId,
        day: day(news.day),
        salesMinor: BigInt(news.salesMinor),
      }),
  };
}

export function deadlines(): Readonly<Record<string, Listener<'deadline.due'>>> {
  return {
    'orders.payBy': async (tx, ask, { subject }) => lapse(tx, ask, subject),
    'orders.depositWindow': async (tx, ask, { subject }) => endWindow(tx, ask, subject),
  };
}

export function tasks(services: Services): Tasks {
  return {
    'orders.ship': async (parcel: { orderId: string; parcelId: string }) =>
      handToCourier(services, parcel),
  };
}
