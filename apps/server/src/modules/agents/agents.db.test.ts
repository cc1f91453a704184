import { beforeAll, describe, expect, it } from 'vitest';
import { agentsModule } from '#agents';
import { catalogueModule } from '#catalogue';
import { identityModule, personByLogin } from '#identity';
import { testDatabase } from '#testing/database';
import { makeWorld, type World } from '#testing/world';
import { activeAgent } from './active.ts';
import { changeStatus } from './change-status.ts';
import type { Agent } from './model.ts';
import { register } from './register.ts';
import { checkReply } from './routes.ts';
import { agentByCode, agentOfPerson } from './store.ts';

const test = testDatabase();
let world: World;
let sample: Agent;
const wanted = {
  login: 'agent',
  name: '陆推',
  providerId: 'qinghe',
  authorisationNo: 'AUTH-1',
  filingNo: 'FILING-1',
  filing: 'referral',
  territory: ['310000'],
  validTo: '2030-01-01',
} as const;

beforeAll(async () => {
  world = makeWorld(test);
  for (const { seed } of [identityModule, catalogueModule, agentsModule, agentsModule])
    await world.transact(async (tx) => seed?.(tx, world.services));
  const person = await personByLogin(test.db, 'agent');
  sample = (await agentOfPerson(test.db, person!.id))!;
});

describe('registering', () => {
  it.each([
    ['a login of nobody', { login: 'nobody' }, 'agents.personUnknown'],
    ['a login of staff', { login: 'reviewer1' }, 'agents.personUnknown'],
    ['someone twice', {}, 'agents.known'],
  ])('refuses %s', async (_, change, code) => {
    const body = { ...wanted, ...change, territory: [...wanted.territory] };
    await expect(
      world.transact(async (tx) => register(tx, world.ask('admin'), body)),
    ).rejects.toMatchObject({ code });
  });
});

describe('checking a code', () => {
  it('shows what is on the badge, and no more', async () => {
    const found = await agentByCode(test.db, sample.code);
    expect(checkReply(sample.code, found, world.now())).toMatchObject({
      found: true,
      genuine: true,
      name: '陆*',
      providerId: 'qinghe',
      advice: ['agents.advice.noCash', 'agents.advice.noCode'],
    });
  });

  it('warns of a code that nobody has', () => {
    expect(checkReply('A9999999', undefined, world.now())).toEqual({
      found: false,
      genuine: false,
      code: 'A9999999',
      advice: ['agents.advice.unknown'],
    });
  });

  it('is not genuine after the authorisation ran out', () => {
    const late = new Date('2031-07-01T00:00:00Z');
    expect(checkReply(sample.code, sample, late).genuine).toBe(false);
  });
});

describe('the life of an agent', () => {
  it('stops, goes on, and ends for good', async () => {
    const admin = world.ask('admin');
    const own = world.ask('agent', { id: sample.personId });
    const change = async (
      wish: { type: 'suspend' | 'end'; reason: string } | { type: 'restore' },
    ) => world.transact(async (tx) => changeStatus(tx, admin, { ...wish, id: sample.id }));
    const mayWork = async () => world.transact(async (tx) => activeAgent(tx, own));

    await expect(mayWork()).resolves.toMatchObject({ code: sample.code });
    await change({ type: 'suspend', reason: '投诉核实中' });
    await expect(mayWork()).rejects.toMatchObject({ code: 'agents.notActive' });
    await change({ type: 'restore' });
    await expect(mayWork()).resolves.toMatchObject({ status: 'active' });
    await change({ type: 'end', reason: '合作到期' });
    await expect(change({ type: 'restore' })).rejects.toMatchObject({
      code: 'agents.notAllowedNow',
    });
  });
});
