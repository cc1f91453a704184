import { yuan } from '@kaitong/values';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ask } from '#platform/ask';
import { callRoute } from '#testing/call';
import { testDatabase } from '#testing/database';
import { makeMerchant, type SampleMerchant } from '#testing/merchant';
import { makeWorld, TUESDAY, type World } from '#testing/world';
import { checkLimits, releaseLimits, startLimits } from './limits.ts';
import { routes } from './routes.ts';
import { insertNewcomer } from './store.ts';
import { watchApproved, watchDeclined } from './watch.ts';

const test = testDatabase();
let world: World;
let shop: SampleMerchant;

beforeAll(() => {
  world = makeWorld(test);
});
beforeEach(async () => {
  world.setNow(TUESDAY);
  shop = await makeMerchant(world);
  await world.transact(async (tx) => startLimits(tx, world.system(), shop.merchant_id));
});

const call = async <Reply>(at: `${string} /${string}`, ask: Ask, given: object = {}) =>
  callRoute<Reply>(world, routes(world.services), { at, ask, ...given });
const person = () => world.ask('risk');

async function take(amount: string) {
  const payment = { merchantId: shop.merchant_id, amount: yuan(amount), tender: 'debit' } as const;
  return world.transact(async (tx) => checkLimits(tx, world.system(), payment));
}

describe('limits in use', () => {
  it('count at once, give back, and begin anew at 23:00', async () => {
    for (let times = 0; times < 5; times++) expect(await take('20000')).toEqual({ kind: 'within' });
    expect(await take('0.01')).toMatchObject({ code: '61', limit: 'daily' });
    const back = {
      merchantId: shop.merchant_id,
      amount: yuan('20000'),
      tender: 'debit',
      day: '2026-03-10' as never,
    } as const;
    await world.transact(async (tx) => releaseLimits(tx, world.system(), back));
    expect(await take('20000')).toEqual({ kind: 'within' });
    world.setNow(new Date('2026-03-10T15:00:00Z'));
    expect(await take('20000')).toEqual({ kind: 'within' });
  });

  it('hold when two tills sell at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, async () => take('20000')));
    expect(all.filter(({ kind }) => kind === 'within')).toHaveLength(5);
  });

  it('are set by risk with their source, and the earlier ones stay', async () => {
    const params = { merchantId: shop.merchant_id };
    const body = {
      single: { minor: '100', currency: 'CNY' },
      daily: { minor: '500', currency: 'CNY' },
      monthly: { minor: '900', currency: 'CNY' },
      dailyCount: 9,
      source: 'a test of the limits',
    };
    await call('PUT /v1/risk/limits/:merchantId', person(), { params, body });
    expect(await take('1.01')).toMatchObject({ limit: 'single' });
    const read = await call('GET /v1/risk/limits/:merchantId', person(), { params });
    expect(read).toMatchObject({
      tier: 'special',
      source: 'a test of the limits',
      can: ['setLimits'],
      history: [{ tier: 'special' }, { tier: 'sole_proprietor' }],
    });
    const crooked = { ...body, daily: { minor: '50', currency: 'CNY' } };
    const refused = call('PUT /v1/risk/limits/:merchantId', person(), { params, body: crooked });
    await expect(refused).rejects.toMatchObject({ code: 'risk.limitsNotOrdered' });
    const stranger = world.ask('owner', { merchantIds: ['mer_other'] });
    const foreign = call('GET /v1/risk/limits/:merchantId', stranger, { params });
    await expect(foreign).rejects.toMatchObject({ code: 'request.notFound' });
  });
});

describe('alerts', () => {
  it('are raised once for a storm of declines, and decided once by a person', async () => {
    for (let times = 0; times < 7; times++) await declined(`pay_${times}`);
    const query = { merchantId: shop.merchant_id };
    const { rows } = await call<Alerts>('GET /v1/risk/alerts', person(), { query });
    expect(rows).toMatchObject([{ rule: 'T21', status: 'triggered', can: ['decide'] }]);
    const given = {
      params: { id: rows[0]?.id },
      body: { outcome: 'dismissed', note: 'a card with an empty account' },
    };
    const at = 'POST /v1/risk/alerts/:id/decide';
    expect(await call(at, person(), given)).toMatchObject({ status: 'dismissed', can: [] });
    await expect(call(at, person(), given)).rejects.toMatchObject({ code: 'risk.alertDecided' });
  });

  it.each([
    ['large, within a day', '5000', 1, 1],
    ['small', '4999.99', 1, 0],
    ['large, after a day', '5000', 25, 0],
  ])('watch a first sale that is %s', async (_, amount, hours, count) => {
    const seen = { merchantId: shop.merchant_id, terminalId: 'trm_1' };
    await world.transact(async (tx) => {
      await insertNewcomer(tx, {
        merchant_id: seen.merchantId,
        terminal_id: 'trm_1',
        in_service_at: world.now(),
      });
    });
    world.setNow(new Date(TUESDAY.getTime() + hours * 3_600_000));
    const sale = { ...seen, paymentId: 'pay_1', amount: yuan(amount) };
    await world.transact(async (tx) => watchApproved(tx, world.system(), sale));
    const { rows } = await sql`
      select rule from risk_alert where merchant_id = ${shop.merchant_id}`.execute(test.db);
    expect(rows).toHaveLength(count);
  });
});

async function declined(paymentId: string): Promise<void> {
  const seen = { merchantId: shop.merchant_id, terminalId: 'trm_1', paymentId };
  await world.transact(async (tx) =>
    watchDeclined(tx, world.system(), { ...seen, card: paymentId, code: '05' }),
  );
}

type Alerts = { rows: { id: string }[] };
