import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '#testing/database';
import { callRoute } from '#testing/call';
import { makeMerchant, makeTerminal, seedCatalogue } from '#testing/merchant';
import { makeWorld, type World } from '#testing/world';
import { issueCode } from './issue-code.ts';
import { newWorkKeys } from './keys.ts';
import { redeem } from './redeem.ts';
import { routes } from './routes.ts';
import { unbind } from './unbind.ts';

const test = testDatabase();
const { publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
let world: World;
let merchantId: string;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
  ({ merchant_id: merchantId } = await makeMerchant(world));
});

it('shows the keys of a terminal by check value, and what became of them, but never a key', async () => {
  const { services } = world;
  const terminalId = await activated();
  await world.transact(async (tx) =>
    newWorkKeys(tx, world.system(), {
      house: services,
      holder: { merchantId, terminalId, epoch: 1 },
      code: '003',
      macMode: 'cupEcb',
    }),
  );
  const live = await keysOf(terminalId);
  expect(live.map(({ kind }) => String(kind)).toSorted(inOrder)).toEqual(['mak', 'pik', 'tmk']);
  for (const key of live) {
    expect(key['kcv']).toMatch(/^[0-9A-F]{6,8}$/);
    expect(Object.keys(key).toSorted(inOrder)).toEqual([
      'algorithm',
      'epoch',
      'kcv',
      'kind',
      'madeAt',
      'slot',
    ]);
  }
  await world.transact(async (tx) =>
    unbind(tx, world.ask('operator'), { terminalId, hsm: services.hsm, reason: 'broken' }),
  );
  expect((await keysOf(terminalId)).map((key) => key['destroyedWhy'])).toEqual(
    live.map(() => 'unbound'),
  );
});

it('knows no keys of a terminal that is none', async () => {
  await expect(keysOf('trm_0000000000')).rejects.toMatchObject({ code: 'request.notFound' });
});

type Row = Readonly<Record<string, unknown>>;

async function keysOf(id: string): Promise<readonly Row[]> {
  const { rows } = await callRoute<{ rows: readonly Row[] }>(world, routes(world.services), {
    at: 'GET /v1/terminals/:id/keys',
    ask: world.ask('technician'),
    params: { id },
  });
  return rows;
}

async function activated(): Promise<string> {
  const { services } = world;
  const { id, serial } = await makeTerminal(world, { merchantId, orderId: 'ord_1' });
  const owner = world.ask('owner', { merchantIds: [merchantId] });
  const { code = '' } = await world.transact(async (tx) =>
    issueCode(tx, owner, { terminalId: id, keeper: services.keeper }),
  );
  await redeem(services, world.system(), { serial, code, publicKey });
  return id;
}

function inOrder(a: string, b: string): number {
  return a.localeCompare(b);
}
