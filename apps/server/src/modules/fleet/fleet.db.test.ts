import type { Events, EventType } from '@kaitong/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ask } from '#platform/ask';
import { testDatabase } from '#testing/database';
import { callRoute, type GivenInput } from '#testing/call';
import { makeWorld, TUESDAY, type World } from '#testing/world';
import { hears } from './jobs.ts';
import { stateOf } from './model.ts';
import { routes } from './routes.ts';
import { seen } from './seen.ts';

const test = testDatabase();
const ONE = { merchantId: 'mer_000000000001', terminalId: 'trm_000000000001' };
const TWO = { merchantId: 'mer_000000000002', terminalId: 'trm_000000000002' };
let world: World;

beforeAll(() => {
  world = makeWorld(test);
});

beforeEach(async () => {
  world.setNow(TUESDAY);
  await sql`truncate fleet_terminal, maintenance`.execute(test.db);
});

const call = async <Reply>(at: `${string} /${string}`, ask: Ask, given: GivenInput = {}) =>
  callRoute<Reply>(world, routes(world.services), { at, ask, ...given });

const hear = async <T extends EventType>(type: T, news: Events[T]) =>
  world.transact(async (tx) => {
    const listener = hears()[type];
    await listener?.(tx, world.system(), news);
  });

const seenAt = async () =>
  (
    await sql<{ by: string; at: Date }>`
    select last_seen_by as by, last_seen_at as at from fleet_terminal`.execute(test.db)
  ).rows;

const later = (seconds: number) => world.setNow(new Date(TUESDAY.getTime() + seconds * 1000));
const states = async (query: object = {}) => {
  const { rows } = await call<{ rows: { terminalId: string; state: string }[] }>(
    'GET /v1/fleet',
    world.ask('operator'),
    { query },
  );
  return rows.map(({ state }) => state);
};

it.each([
  [true, 0, 'suspended'],
  [false, undefined, 'neverSeen'],
  [false, 0, 'online'],
  [false, 15, 'online'],
  [false, 16, 'quiet'],
] as const)('suspended %s, silent for %s minutes: %s', (suspended, minutes, state) => {
  const lastSeenAt = minutes === undefined ? null : new Date(TUESDAY.getTime() - minutes * 60_000);
  expect(stateOf({ suspended, lastSeenAt }, TUESDAY)).toBe(state);
});

describe('the fleet', () => {
  it('knows a terminal from its activation, and when it is suspended, restored and unbound', async () => {
    await hear('terminal.activated', ONE);
    expect(await states()).toEqual(['online']);
    await hear('terminal.suspended', { ...ONE, reason: 'network' });
    expect(await states()).toEqual(['suspended']);
    await hear('terminal.restored', ONE);
    expect(await states()).toEqual(['online']);
    await hear('terminal.unbound', ONE);
    expect(await states()).toEqual([]);
  });

  it('hears of sign-ins, echoes and sales, a minute apart', async () => {
    await hear('terminal.signedIn', ONE);
    later(59);
    await hear('payment.approved', { ...ONE, paymentId: 'pay_1', amountMinor: '1' });
    expect(await seenAt()).toEqual([{ by: 'signIn', at: TUESDAY }]);
    later(60);
    await world.transact(async (tx) => seen(tx, world.system(), { ...ONE, by: 'echo' }));
    expect(await seenAt()).toEqual([{ by: 'echo', at: world.now() }]);
  });

  it('is filtered by state, by merchant, and for its merchant', async () => {
    await hear('terminal.activated', ONE);
    later(3600);
    await hear('terminal.activated', TWO);
    expect(await states({ state: 'quiet' })).toEqual(['quiet']);
    expect(await states({ state: 'online' })).toEqual(['online']);
    expect(await states({ state: 'suspended' })).toEqual([]);
    expect(await states({ state: 'neverSeen' })).toEqual([]);
    expect(await states({ merchantId: ONE.merchantId })).toEqual(['quiet']);
    const owner = world.ask('owner', { merchantIds: [TWO.merchantId] });
    const mine = await call<{ rows: object[] }>('GET /v1/fleet', owner);
    expect(mine.rows).toMatchObject([{ terminalId: TWO.terminalId }]);
    await expect(
      call('GET /v1/fleet/:id', owner, { params: { id: ONE.terminalId } }),
    ).rejects.toMatchObject({ code: 'request.notFound' });
  });
});

describe('maintenance', () => {
  it('is written down by a technician and shown with the terminal', async () => {
    await hear('terminal.activated', ONE);
    const params = { id: ONE.terminalId };
    const body = { kind: 'cleaning', note: '清洁打印头' };
    await call('POST /v1/fleet/:id/maintenance', world.ask('technician'), { params, body });
    const shown = await call('GET /v1/fleet/:id', world.ask('support'), { params });
    expect(shown).toMatchObject({
      lastMaintainedAt: TUESDAY,
      maintenance: [{ kind: 'cleaning', note: '清洁打印头', by: 'technician', at: TUESDAY }],
    });
    const { rows } = await sql`
      select payload from event where type = 'fleet.maintained'`.execute(test.db);
    expect(rows).toEqual([{ payload: { ...ONE, kind: 'cleaning' } }]);
  });

  it('is not for a terminal that is not in use', async () => {
    const given = { params: { id: TWO.terminalId }, body: { kind: 'paper', note: '换纸' } };
    await expect(
      call('POST /v1/fleet/:id/maintenance', world.ask('technician'), given),
    ).rejects.toMatchObject({ code: 'request.notFound' });
  });
});
