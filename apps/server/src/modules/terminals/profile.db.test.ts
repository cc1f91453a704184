import { ZodError } from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { callRoute } from '#testing/call';
import { testDatabase } from '#testing/database';
import { makeMerchant, makeTerminal, seedCatalogue } from '#testing/merchant';
import { makeWorld, type World } from '#testing/world';
import { routes } from './routes.ts';
import { askAllTerminals, doneAsking } from './change-profile.ts';
import { FIRST_PROFILE, whyNotSignIn, type ProfileReply } from './profile/model.ts';

const test = testDatabase();
let world: World;
beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
});

async function terminal() {
  const { merchant_id: merchantId } = await makeMerchant(world);
  const { id } = await makeTerminal(world, { merchantId, orderId: 'ord_1' });
  return { id, merchantId };
}

const call = async (at: `${string} /${string}`, id: string, body: object = {}) =>
  callRoute<ProfileReply>(world, routes(world.services), {
    at,
    ask: world.ask('technician'),
    params: { id },
    body,
  });

describe('the profile of a terminal', () => {
  it('is the first one until somebody changes it', async () => {
    const { id } = await terminal();
    expect(await call('GET /v1/terminals/:id/profile', id)).toEqual({
      terminalId: id,
      ...FIRST_PROFILE,
      asks: [],
    });
  });

  it('changes only in what is given, and asks the terminal for what follows', async () => {
    const { id } = await terminal();
    const first = { macMode: 'x9.9', settings: { tipAllowed: true } };
    const changed = await call('PUT /v1/terminals/:id/profile', id, first);
    expect(changed).toMatchObject({ macMode: 'x9.9', signInCodes: ['003', '004'], version: 1 });
    expect(changed.settings).toEqual({ ...FIRST_PROFILE.settings, tipAllowed: true });
    expect(changed.asks.map(({ ask }) => ask)).toEqual(['1', '3']);
    const version = { settings: { appVersion: '1.1.0' } };
    const again = await call('PUT /v1/terminals/:id/profile', id, version);
    expect(again).toMatchObject({ macMode: 'x9.9', version: 2 });
    expect(again.asks.map(({ ask }) => ask)).toEqual(['1', '3', '6']);
  });

  it.each([
    ['an unknown code', { signInCodes: ['007'] }],
    ['no code', { signInCodes: [] }],
    ['a slot that no terminal has', { tmkSlot: 10 }],
    ['a MAC of its own', { macMode: 'sum' }],
    ['switches that are not 32 bits', { settings: { functions: 'FFF' } }],
  ])('takes not %s', async (_, body) => {
    const { id } = await terminal();
    await expect(call('PUT /v1/terminals/:id/profile', id, body)).rejects.toThrow(ZodError);
  });

  it('is not for a stranger', async () => {
    const { id } = await terminal();
    const ask = world.ask('owner', { merchantIds: ['mer_someoneelse'] });
    const given = { at: 'GET /v1/terminals/:id/profile', ask, params: { id } } as const;
    await expect(callRoute(world, routes(world.services), given)).rejects.toThrow(
      expect.objectContaining({ code: 'request.notFound' }),
    );
  });
});

describe('what a terminal is asked for', () => {
  it('stays until it is done, and is asked once', async () => {
    const { id } = await terminal();
    await callRoute(world, routes(world.services), {
      at: 'POST /v1/terminals/:id/asks',
      ask: world.ask('technician'),
      params: { id },
      body: { ask: '2' },
    });
    await world.transact(async (tx) => {
      await askAllTerminals(tx, world.system(), '4'); // only terminals under a binding
      await doneAsking(tx, world.system(), { terminalId: id, wish: '9' });
    });
    const asks = async () => (await call('GET /v1/terminals/:id/profile', id)).asks;
    expect((await asks()).map(({ ask }) => ask)).toEqual(['2']);
    await world.transact(async (tx) =>
      doneAsking(tx, world.system(), { terminalId: id, wish: '2' }),
    );
    expect(await asks()).toEqual([]);
  });
});

describe('a sign-in that a profile does not allow', () => {
  it.each([
    [{}, '003', undefined],
    [{}, '001', 'it may sign in with 003, 004 only'],
    [{ line: 'json' }, '003', 'its line is json'],
    [{ macMode: 'x9.19', signInCodes: ['001'] }, '001', '001 has no room for a MAC key of x9.19'],
  ] as const)('%o %s', (but, code, why) => {
    expect(whyNotSignIn({ ...FIRST_PROFILE, ...but } as typeof FIRST_PROFILE, code)).toBe(why);
  });
});
