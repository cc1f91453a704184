import { api } from '@kaitong/contract';
import { mustBeSigned } from '#connectors/notifications';
import { isStaff, mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { allocateOrder } from './allocate-order.ts';
import { cancelOrder } from './cancel-order.ts';
import { payOrder } from './pay-order.ts';
import { recordPayment } from './record-payment.ts';
import { depositReply, orderReply } from './reply.ts';
import { shipOrder } from './ship-order.ts';
import { openCollectionOf, orderById, pageOfDeposits, pageOfOrders } from './store.ts';
import { trackParcel } from './track-parcel.ts';
import { unboxOrder } from './unbox-order.ts';

export function routes(services: Services): readonly Route[] {
  return [...reading(services), ...acting(services), ...notifications(services)];
}

function reading({ db }: Services): readonly Route[] {
  return [
    on(api.orders.listOrders).handle(async (ask, { query }) => {
      const { after, limit, status } = query;
      const merchantIds = seenBy(ask, query.merchantId);
      const rows = await pageOfOrders(db, { after, limit, status, merchantIds });
      return pageFrom(
        rows.map((order) => orderReply(ask.by, { order })),
        limit,
      );
    }),
    on(api.orders.readOrder).handle(async (ask, { params }) => {
      const order = await orderById(db, params.id);
      if (!order) throw refuse('request.notFound');
      mustSeeMerchant(ask, order.merchant_id);
      const collection = await openCollectionOf(db, order);
      return orderReply(ask.by, { order, payUrl: collection?.pay_url });
    }),
    on(api.orders.listDeposits).handle(async (ask, { query }) => {
      const { after, limit } = query;
      const merchantIds = seenBy(ask, query.merchantId);
      const rows = await pageOfDeposits(db, { after, limit, merchantIds });
      return pageFrom(rows.map(depositReply), limit);
    }),
  ];
}

/** Undefined: of every merchant. */
function seenBy(ask: Ask, merchantId: string | undefined): readonly string[] | undefined {
  if (merchantId !== undefined) {
    mustSeeMerchant(ask, merchantId);
    return [merchantId];
  }
  const { role, merchantIds } = personOf(ask);
  return isStaff(role) ? undefined : merchantIds;
}

function pageFrom<Row extends { readonly id: string }>(rows: Row[], limit: number) {
  const last = rows.at(-1);
  return { rows, ...(rows.length === limit && last ? { next: last.id } : {}) };
}

function acting(services: Services): readonly Route[] {
  return [
    on(api.orders.payOrder).handle(async (ask, { params }) => payOrder(services, ask, params.id)),
    on(api.orders.cancelOrder).transact(async (tx, ask, { params }) =>
      orderReply(ask.by, { order: await cancelOrder(tx, ask, params.id) }),
    ),
    on(api.orders.allocateOrder).transact(async (tx, ask, { params }) =>
      orderReply(ask.by, { order: await allocateOrder(tx, ask, params.id) }),
    ),
    on(api.orders.shipOrder).transact(async (tx, ask, { params }) =>
      orderReply(ask.by, { order: await shipOrder(tx, ask, params.id) }),
    ),
    on(api.orders.unboxOrder).transact(async (tx, ask, { params, body }) => {
      const order = await unboxOrder(tx, ask, { orderId: params.id, found: body });
      return orderReply(ask.by, { order });
    }),
  ];
}

function notifications({ config }: Services): readonly Route[] {
  return [
    on(api.orders.bankNotification).transact(async (tx, ask, { body, raw, headers }) => {
      mustBeSigned(config.secret, { raw, headers });
      const { id, status, amountMinor } = body;
      const told = { id, status, amountMinor: BigInt(amountMinor) };
      await recordPayment(tx, asParty(ask, 'bank'), told);
      return { ok: true } as const;
    }),
    on(api.orders.courierNotification).transact(async (tx, ask, { body, raw, headers }) => {
      mustBeSigned(config.secret, { raw, headers });
      await trackParcel(tx, asParty(ask, 'courier'), body);
      return { ok: true } as const;
    }),
  ];
}

/** Its signature has proved who it is. */
function asParty(ask: Ask, id: string): Ask {
  return { ...ask, by: { kind: 'connector', id } };
}
