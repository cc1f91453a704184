import { day, money, yuan, type Day } from '@kaitong/values';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueModule } from '#catalogue';
import { balancesOf, HOUSE, verify } from '#ledger';
import { createMerchant } from '#merchants';
import { addStock, terminalById } from '#terminals';
import type { Ask } from '#platform/ask';
import { openDeadline } from '#platform/deadlines';
import { newDigits, newId } from '#platform/ids';
import { testDatabase } from '#testing/database';
import { makeWorld, TUESDAY, type World } from '#testing/world';
import { allocateOrder } from './allocate-order.ts';
import { cancelOrder, lapse } from './cancel-order.ts';
import { completeOrder } from './complete-order.ts';
import { countTurnover, endWindow, startWindow } from './deposit.ts';
import { openOrder, openReplacement } from './open-order.ts';
import { payOrder } from './pay-order.ts';
import { recordPayment } from './record-payment.ts';
import { handToCourier, shipOrder } from './ship-order.ts';
import { orderById, pageOfDeposits, pageOfOrders, type Deposit, type Order } from './store.ts';
import { trackParcel } from './track-parcel.ts';
import { unboxOrder } from './unbox-order.ts';

const test = testDatabase();
let world: World;

beforeAll(async () => {
  world = makeWorld(test);
  await world.transact(async (tx) => catalogueModule.seed?.(tx, world.services));
});

type Shop = { readonly merchantId: string; readonly owner: Ask };
const WITH_DEPOSIT = 'qinghe-steady'; // 100.00, back at 10,000.00 within 60 days
const WITHOUT = 'yunfan-zero';
const operator = () => world.ask('operator');
/** A merchant whose contract has just been signed. */
async function signedShop(planId = WITH_DEPOSIT): Promise<Shop> {
  const applicationId = newId('app', world.now());
  const ownerId = newId('usr', world.now());
  const merchantId = await world.transact(async (tx) => {
    await sql`insert into person (id, role, name, lang, phone, created_at)
      values (${ownerId}, 'owner', '王小明', 'zh-Hans', ${`138${newDigits(8)}`}, ${world.now()})
      `.execute(tx);
    const wanted = { ...WANTED, applicationId, ownerId, planId };
    const made = await createMerchant(tx, world.system(), { services: world.services, wanted });
    const signed = { applicationId, merchantId: made.merchant_id, contractId: `con_${ownerId}` };
    await openOrder(tx, world.system(), signed);
    await openOrder(tx, world.system(), signed); // the same news again
    return made.merchant_id;
  });
  return { merchantId, owner: world.ask('owner', { id: ownerId, merchantIds: [merchantId] }) };
}

const WANTED = {
  subjectType: 'individual',
  name: '小明便利店',
  receiptName: '小明便利店',
  subjectNo: '92310000MA1K000000',
  mcc: '5411',
  modelId: 'sail-s1',
  store: { name: '小明便利店', district: '310104', address: '漕溪北路 1 号' },
  account: { kind: 'personal', holder: '王小明', bankName: '样本银行', number: '6200000000000005' },
} as const;

async function orderOf({ merchantId }: Shop): Promise<Order> {
  const page = { after: undefined, limit: 10, status: undefined, merchantIds: [merchantId] };
  return (await pageOfOrders(test.db, page))[0] as Order;
}

async function depositOf({ merchantId }: Shop): Promise<Deposit | undefined> {
  const page = { after: undefined, limit: 10, merchantIds: [merchantId] };
  return (await pageOfDeposits(test.db, page))[0];
}

const balance = async (owner: string, code: string) =>
  (await balancesOf(test.db, owner)).find((row) => row.code === code)?.balance ?? money(0n);

const told = async (id: string, status: 'paid' | 'failed', amountMinor: bigint) =>
  world.transact(async (tx) => recordPayment(tx, world.system(), { id, status, amountMinor }));

/** The id of the collection that the bank was asked for. */
async function asked(shop: Shop): Promise<string> {
  await payOrder(world.services, shop.owner, (await orderOf(shop)).id);
  return world.outside.collections.at(-1)?.id ?? '';
}

async function paidShop(): Promise<Shop> {
  const shop = await signedShop();
  await told(await asked(shop), 'paid', 10_000n);
  return shop;
}

async function shippedShop(): Promise<{ shop: Shop; order: Order }> {
  const shop = await paidShop();
  const { id } = await orderOf(shop);
  await world.transact(async (tx) => {
    await addStock(tx, operator(), { modelId: 'sail-s1', serials: [`KT${newDigits(12)}`] });
    await allocateOrder(tx, operator(), id);
  });
  const packed = await world.transact(async (tx) => shipOrder(tx, operator(), id));
  await handToCourier(world.services, { orderId: id, parcelId: packed.parcel_id ?? '' });
  return { shop, order: await orderOf(shop) };
}

type Said = Parameters<typeof trackParcel>[2]['status'];
const courier = async ({ parcel_id, tracking }: Order, status: Said) =>
  world.transact(async (tx) =>
    trackParcel(tx, world.system(), { id: parcel_id ?? '', tracking: tracking ?? '', status }),
  );

const found = { appearance: true, powerCord: true, dataCable: true, manual: true };

describe('an order', () => {
  it('asks for the deposit of the plan within seven days', async () => {
    const shop = await signedShop();
    const order = await orderOf(shop);
    expect(order).toMatchObject({
      status: 'awaiting_payment',
      deposit_minor: 10_000n,
      to_phone_mask: expect.stringContaining('****'),
    });
    expect(await depositOf(shop)).toMatchObject({
      status: 'due',
      turnover_needed_minor: 1_000_000n,
    });
    const due = await openDeadline(test.db, 'orders.payBy', order.id);
    expect(due).toEqual(new Date(TUESDAY.getTime() + 7 * 86_400_000));
  });

  it('waits for nothing when the plan has no deposit', async () => {
    const shop = await signedShop(WITHOUT);
    const order = await orderOf(shop);
    expect(order).toMatchObject({ status: 'placed', deposit_minor: 0n });
    expect(await depositOf(shop)).toBeUndefined();
    await expect(payOrder(world.services, shop.owner, order.id)).rejects.toThrow(
      'order.notPayable',
    );
  });

  it("is nobody else's to pay", async () => {
    const shop = await signedShop();
    const { id } = await orderOf(shop);
    const stranger = world.ask('owner', { merchantIds: ['mer_other'] });
    await expect(payOrder(world.services, stranger, id)).rejects.toThrow('request.notFound');
  });

  it('asks the bank once for one collection, and pays once however often the bank tells', async () => {
    const shop = await signedShop();
    const { id } = await orderOf(shop);
    const before = world.outside.collections.length;
    const first = await payOrder(world.services, shop.owner, id);
    expect(await payOrder(world.services, shop.owner, id)).toEqual(first);
    expect(world.outside.collections).toHaveLength(before + 1);
    const collection = world.outside.collections.at(-1);
    expect(collection?.amountMinor).toBe(10_000n);
    const bank = await balance(HOUSE, '1200');
    await told(collection?.id ?? '', 'paid', 10_000n);
    await told(collection?.id ?? '', 'paid', 10_000n);
    expect((await orderOf(shop)).status).toBe('placed');
    expect(await depositOf(shop)).toMatchObject({ status: 'collected' });
    expect(await balance(shop.merchantId, '2200')).toEqual(yuan('100'));
    expect((await balance(HOUSE, '1200')).minor - bank.minor).toBe(10_000n);
    expect(await openDeadline(test.db, 'orders.payBy', id)).toBeUndefined();
  });
});

describe('a payment', () => {
  it('may be tried again after the bank said no', async () => {
    const shop = await signedShop();
    const failed = await asked(shop);
    await told(failed, 'failed', 10_000n);
    const second = await asked(shop);
    expect(second).not.toBe(failed);
    await told(second, 'paid', 10_000n);
    expect((await orderOf(shop)).status).toBe('placed');
  });

  it('keeps money of another amount aside and stays unpaid', async () => {
    const shop = await signedShop();
    const before = await balance(HOUSE, '2910');
    await told(await asked(shop), 'paid', 9_999n);
    expect(await orderOf(shop)).toMatchObject({
      status: 'awaiting_payment',
      set_aside_minor: 9_999n,
      set_aside_reason: 'amountDiffers',
    });
    expect((await balance(HOUSE, '2910')).minor - before.minor).toBe(9_999n);
    expect(await balance(shop.merchantId, '2200')).toEqual(money(0n));
  });
});

it('knows nothing of a collection that is not ours', async () => {
  await expect(told('col_unknown', 'paid', 1n)).rejects.toThrow('request.notFound');
});

describe('the end of an order', () => {
  it('comes when it is not paid, and money that comes later is kept aside', async () => {
    const shop = await signedShop();
    const collectionId = await asked(shop);
    const { id } = await orderOf(shop);
    await world.transact(async (tx) => lapse(tx, world.system(), id));
    expect((await depositOf(shop))?.status).toBe('canceled');
    await told(collectionId, 'paid', 10_000n);
    expect(await orderOf(shop)).toMatchObject({ status: 'canceled', set_aside_reason: 'late' });
  });

  it('does not come when it is paid', async () => {
    const shop = await paidShop();
    const { id } = await orderOf(shop);
    await world.transact(async (tx) => lapse(tx, world.system(), id));
    expect((await orderOf(shop)).status).toBe('placed');
  });

  it('gives the deposit back', async () => {
    const shop = await paidShop();
    const { id } = await orderOf(shop);
    await world.transact(async (tx) => cancelOrder(tx, shop.owner, id));
    expect((await depositOf(shop))?.status).toBe('refunded');
    expect(await balance(shop.merchantId, '2200')).toEqual(money(0n));
    expect(await balance(shop.merchantId, '2110')).toEqual(yuan('100'));
  });
});

describe('a parcel', () => {
  it('carries the allocated terminal, once', async () => {
    const { order } = await shippedShop();
    expect(order).toMatchObject({ status: 'shipped', tracking: expect.stringMatching(/^T/) });
    const parcels = world.outside.parcels.length;
    await handToCourier(world.services, { orderId: order.id, parcelId: order.parcel_id ?? '' });
    expect(world.outside.parcels).toHaveLength(parcels);
    expect(world.outside.parcels.at(-1)?.content).toContain(order.serial);
  });

  it('refuses what is out of order', async () => {
    const shop = await signedShop();
    const { id } = await orderOf(shop);
    const act = async (verb: 'allocate' | 'ship' | 'unbox') =>
      world.transact(async (tx) => {
        if (verb === 'allocate') return allocateOrder(tx, operator(), id);
        if (verb === 'ship') return shipOrder(tx, operator(), id);
        return unboxOrder(tx, shop.owner, { orderId: id, found });
      });
    await expect(act('allocate')).rejects.toThrow('order.notAllocatable');
    await expect(act('ship')).rejects.toThrow('order.notShippable');
    await expect(act('unbox')).rejects.toThrow('order.notDelivered');
  });

  it('is delivered once, and found sound', async () => {
    const { shop, order } = await shippedShop();
    await courier(order, 'pickedUp');
    await courier(order, 'pickedUp');
    await courier(order, 'delivered');
    await courier(order, 'delivered');
    await courier(order, 'undeliverable'); // too late: changes nothing
    expect(await orderOf(shop)).toMatchObject({ status: 'delivered' });
    expect((await terminalById(test.db, order.terminal_id ?? ''))?.status).toBe('delivered');
    await world.transact(async (tx) => unboxOrder(tx, shop.owner, { orderId: order.id, found }));
    expect(await orderOf(shop)).toMatchObject({ status: 'unboxed', unboxing: { intact: true } });
  });
});

describe('a parcel in trouble', () => {
  it('with a missing part is a fault', async () => {
    const { shop, order } = await shippedShop();
    await courier(order, 'delivered');
    const short = { orderId: order.id, found: { ...found, manual: false, note: '少说明书' } };
    await world.transact(async (tx) => unboxOrder(tx, shop.owner, short));
    expect(await orderOf(shop)).toMatchObject({ status: 'faulty', unboxing: { intact: false } });
  });

  it('that comes back is shipped again under a new name', async () => {
    const { shop, order } = await shippedShop();
    await courier(order, 'undeliverable');
    const again = await world.transact(async (tx) => shipOrder(tx, operator(), order.id));
    expect(again.parcel_id).not.toBe(order.parcel_id);
    const twice = world.transact(async (tx) => shipOrder(tx, operator(), order.id));
    await expect(twice).rejects.toThrow('order.notShippable');
    // The courier's word overtakes its answer to our request.
    await courier({ ...again, tracking: 'T99' }, 'delivered');
    expect(await orderOf(shop)).toMatchObject({ status: 'delivered', tracking: 'T99' });
  });

  it('that is not ours is not found', async () => {
    const { order } = await shippedShop();
    await expect(courier({ ...order, parcel_id: 'shp_x' }, 'delivered')).rejects.toThrow(
      'request.notFound',
    );
    await expect(courier({ ...order, tracking: 'other' }, 'delivered')).rejects.toThrow(
      'request.notFound',
    );
  });
});

describe('a replacement', () => {
  it('goes straight to the warehouse, once a case, and costs nothing', async () => {
    const { shop, order } = await shippedShop();
    const failed = {
      merchantId: shop.merchantId,
      caseId: newId('cas', world.now()),
      terminalId: order.terminal_id ?? '',
    };
    await world.transact(async (tx) => openReplacement(tx, world.system(), failed));
    await world.transact(async (tx) => openReplacement(tx, world.system(), failed));
    const page = {
      after: undefined,
      limit: 10,
      status: 'placed',
      merchantIds: [shop.merchantId],
    } as const;
    expect(await pageOfOrders(test.db, page)).toMatchObject([
      {
        kind: 'replacement',
        deposit_minor: 0n,
        replaces_id: order.terminal_id,
        model_id: 'sail-s1',
      },
    ]);
  });
});

const inService = async ({ merchantId }: Shop, terminalId: string) =>
  world.transact(async (tx) => {
    await completeOrder(tx, world.system(), { merchantId, terminalId });
    await startWindow(tx, world.system(), merchantId);
  });
const cleared = async ({ merchantId }: Shop, on: Day, sales: string) =>
  world.transact(async (tx) =>
    countTurnover(tx, world.system(), { merchantId, day: on, salesMinor: yuan(sales).minor }),
  );

async function tradingShop(): Promise<Shop> {
  const { shop, order } = await shippedShop();
  await courier(order, 'delivered');
  await inService(shop, order.terminal_id ?? '');
  expect((await orderById(test.db, order.id))?.status).toBe('completed');
  return shop;
}

describe('a deposit', () => {
  it('is earned back by cleared turnover and goes to the available balance', async () => {
    const shop = await tradingShop();
    expect(await depositOf(shop)).toMatchObject({
      status: 'accumulating',
      window_start: '2026-03-10',
      window_end: '2026-05-08',
    });
    await cleared(shop, day('2026-03-09'), '9000'); // before the window
    await cleared(shop, day('2026-03-10'), '4999.99');
    await cleared(shop, day('2026-03-10'), '4999.99'); // the same day again
    await cleared(shop, day('2026-03-11'), '-100'); // more came back than was sold
    expect(await depositOf(shop)).toMatchObject({ turnover_minor: 489_999n, told_percent: 0 });
    await cleared(shop, day('2026-03-12'), '3600.01');
    expect(await depositOf(shop)).toMatchObject({ turnover_minor: 850_000n, told_percent: 80 });
    expect(await balance(shop.merchantId, '2110')).toEqual(money(0n));
    await cleared(shop, day('2026-03-13'), '1500');
    expect(await depositOf(shop)).toMatchObject({ status: 'refunded', told_percent: 100 });
    expect(await balance(shop.merchantId, '2110')).toEqual(yuan('100'));
    expect(await balance(shop.merchantId, '2200')).toEqual(money(0n));
    const { id } = (await depositOf(shop)) as Deposit;
    expect(await openDeadline(test.db, 'orders.depositWindow', id)).toBeUndefined();
  });

  it('is kept for the device when the window ends too early', async () => {
    const shop = await tradingShop();
    const { id } = (await depositOf(shop)) as Deposit;
    await world.transact(async (tx) => endWindow(tx, world.system(), id));
    expect(await depositOf(shop)).toMatchObject({ status: 'retained' });
    expect(await balance(shop.merchantId, '4130')).toEqual(yuan('100'));
    await cleared(shop, day('2026-05-01'), '99999');
    expect(await depositOf(shop)).toMatchObject({ status: 'retained' });
  });

  it('gets one more window where the plan says so', async () => {
    const shop = await tradingShop();
    const { id } = (await depositOf(shop)) as Deposit;
    await sql`update deposit set unmet = 'extend' where id = ${id}`.execute(test.db);
    await world.transact(async (tx) => endWindow(tx, world.system(), id));
    expect(await depositOf(shop)).toMatchObject({ status: 'extended', window_end: '2026-07-07' });
    await world.transact(async (tx) => endWindow(tx, world.system(), id));
    expect(await depositOf(shop)).toMatchObject({ status: 'retained' });
  });
});

it('leaves the books and the register in agreement', async () => {
  const findings = await verify(test.db);
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
});

it('sees a register that says something else than the books', async () => {
  await paidShop();
  const damaged = test.db.transaction().execute(async (tx) => {
    await sql`update deposit set status = 'canceled' where status = 'collected'`.execute(tx);
    const finding = (await verify(tx)).find(({ id }) => id === 'L17');
    throw new Error(`L17 found ${finding?.broken}`);
  });
  await expect(damaged).rejects.toThrow('L17 found 1');
});
