import { addWorkingDays, CalendarHorizonError, day, isWorkingDay, yuan } from '@kaitong/values';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#testing/database';
import { makeWorld, type World } from '#testing/world';
import { advise } from './advise.ts';
import { adviceOf, choose } from './choose.ts';
import { mccOf, planOf } from './find.ts';
import { catalogueModule } from './index.ts';
import type { Needs } from './model.ts';
import { costOf, networkCost } from './network-cost.ts';
import { allModels, allPlans, allProviders, binOf, calendar, findMcc } from './store.ts';

const test = testDatabase();
let world: World;
const needs: Needs = {
  subjectType: 'micro',
  mcc: '5812',
  monthlyAmount: yuan('30000'),
  averageTicket: yuan('45'),
  share: { debit: 20, credit: 20, qr: 60 },
  counters: 1,
  mobility: 'mobile',
  network: 'sim',
  printedSlips: false,
  needsNextDay: false,
};

beforeAll(async () => {
  world = makeWorld(test);
  await world.transact(async (tx) => catalogueModule.seed?.(tx, world.services));
});

describe('base data', () => {
  it('is there once, however often it is loaded', async () => {
    await world.transact(async (tx) => catalogueModule.seed?.(tx, world.services));
    const counts = [allProviders, allPlans, allModels].map(
      async (all) => (await all(test.db)).length,
    );
    expect(await Promise.all(counts)).toEqual([4, 8, 6]);
  });

  it('comes back as it was given', async () => {
    const plan = await planOf(test.db, 'qinghe-steady');
    expect(plan.fees.debit).toEqual({ rate: 50_000, cap: yuan('20') });
    expect(plan.deposit).toEqual({
      amount: yuan('100'),
      turnoverNeeded: yuan('10000'),
      windowDays: 60,
    });
  });

  it.each([
    ['5812', ['5812']],
    ['581', ['5811', '5812', '5813', '5814']],
    ['餐馆', ['5812']],
    ['餐館', ['5812']],
    ['restaur', ['5812']],
    ['100%_', []],
    ['zh-Hans', []],
  ])('finds the trade for %s', async (search, codes) => {
    const found = await findMcc(test.db, { search, limit: 10 });
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('refuses a plan and a trade that are not there', async () => {
    await expect(planOf(test.db, 'none')).rejects.toMatchObject({ code: 'catalogue.planUnknown' });
    await expect(mccOf(test.db, '0000')).rejects.toMatchObject({ code: 'catalogue.mccUnknown' });
  });

  it.each([
    ['6200000000000005', 'debit', 'unionpay'],
    ['6200010000000004', 'credit', 'unionpay'],
    ['4111111111111111', 'credit', 'visa'],
    ['9999990000000000', undefined, undefined],
  ])('knows the bank of %s', async (pan, kind, scheme) => {
    const bin = await binOf(test.db, pan);
    expect([bin?.kind, bin?.scheme]).toEqual([kind, scheme]);
  });

  it('reckons what the network takes', async () => {
    const of = { on: day('2026-11-23'), tender: 'debit', priceClass: 'standard' } as const;
    const cost = await networkCost(test.db, of);
    expect(costOf(cost, yuan('10000'))).toEqual({ issuer: yuan('13'), network: yuan('3.25') });
  });
});

describe('the calendar', () => {
  it('goes on past the last decree in a sandbox', async () => {
    const days = await calendar(test.db);
    expect(addWorkingDays(days, day('2026-12-31'), 1)).toBe('2027-01-04');
  });

  it('ends with the last decree in live, whatever a sandbox left behind', async () => {
    const config = { ...world.services.config, mode: 'live' as const };
    await catalogueModule.start?.({ ...world.services, config });
    const days = await calendar(test.db);
    expect(isWorkingDay(days, day('2026-12-31'))).toBe(true);
    expect(() => addWorkingDays(days, day('2026-12-31'), 1)).toThrow(CalendarHorizonError);
  });
});

describe('advice', () => {
  it('keeps the comparison as it was shown', async () => {
    const made = await world.transact(async (tx) => advise(tx, world.ask('owner'), needs));
    const kept = await world.transact(async (tx) => adviceOf(tx, made.id));
    expect(kept).toEqual(made);
    expect(made.options.length).toBeGreaterThan(6);
  });

  it('keeps a choice that fits, and a change of mind', async () => {
    const ask = world.ask('owner');
    const { id, options } = await world.transact(async (tx) => advise(tx, ask, needs));
    const [first, second] = options;
    for (const { planId, modelId } of [first!, second!])
      await world.transact(async (tx) => choose(tx, ask, { id, planId, modelId }));
    const kept = await world.transact(async (tx) => adviceOf(tx, id));
    expect(kept.choice).toEqual({
      planId: second?.planId,
      modelId: second?.modelId,
      chosenAt: ask.now,
    });
  });

  it.each([
    ['what was not offered', { planId: 'qinghe-steady', modelId: 'none' }, 'catalogue.notOffered'],
    [
      'what does not fit',
      { planId: 'qinghe-steady', modelId: 'anchor-c2' },
      'catalogue.doesNotFit',
    ],
  ])('refuses the choice of %s', async (_, choice, code) => {
    const ask = world.ask('owner');
    const { id } = await world.transact(async (tx) => advise(tx, ask, needs));
    await expect(
      world.transact(async (tx) => choose(tx, ask, { id, ...choice })),
    ).rejects.toMatchObject({ code });
  });

  it('refuses a trade that is not known', async () => {
    await expect(
      world.transact(async (tx) => advise(tx, world.ask('owner'), { ...needs, mcc: '0000' })),
    ).rejects.toMatchObject({ code: 'catalogue.mccUnknown' });
  });
});
