/** A shop out of nothing, and a terminal without a socket: what the browser terminal stands on. */
import { constants, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto';
import { framed, fromHex } from '@kaitong/iso8583';
import { Terminal, type TerminalState } from '@kaitong/terminal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatewayModule } from '#gateway';
import { nativeDes } from '#platform/des';
import type { Services } from '#platform/services';
import { redeem, terminalById } from '#terminals';
import { testDatabase } from '#testing/database';
import { makeTerminal, makeMerchant, seedCatalogue } from '#testing/merchant';
import { sayYes } from '#testing/shop';
import { makeWorld, type World } from '#testing/world';
import { callTerminalPort } from './sandbox-line.ts';
import { furnishShop, passSelfTest } from './sandbox-shop.ts';

const test = testDatabase();
const CARD = { pan: '6200000000000005', expiry: '3012', entry: 'manual' } as const;
let world: World;
let services: Services;
let stop: () => Promise<void>;

beforeAll(async () => {
  world = makeWorld(test);
  services = world.services;
  sayYes(world);
  await seedCatalogue(world);
  const gateway = await gatewayModule.start?.(services);
  stop = async () => gateway?.stop();
});
afterAll(async () => stop());

it('furnishes a shop whose terminal activates by its code and then sells over the line of a browser', async () => {
  const { terminals, name } = await furnish(1);
  const [made] = terminals;
  if (!made) throw new Error('no terminal was made');
  const { terminal, state } = await activate(made);
  expect(state()?.installed.merchantName).toBe(name);
  expect(await terminal.signIn('01')).toMatchObject({ kind: 'done' });
  expect(await terminal.sale({ amountMinor: 1_234n, card: CARD })).toMatchObject({ code: '58' });
  await world.transact(async (tx) => passSelfTest(tx, world.now(), made.terminalId));
  expect((await terminalById(test.db, made.terminalId))?.status).toBe('in_service');
  expect(await terminal.sale({ amountMinor: 1_234n, card: CARD })).toMatchObject({
    kind: 'approved',
    code: '00',
  });
});

it('furnishes many terminals at once, each with a serial number and code of its own', async () => {
  const { terminals } = await furnish(3);
  expect(new Set(terminals.map(({ serial }) => serial)).size).toBe(3);
  for (const { code, serial } of terminals) {
    expect(code).toMatch(/^\d{8}$/);
    // Not one of those that wait for orders.
    expect(serial).toMatch(/^TRAIN\d{11}$/);
  }
});

it('passes no self test of a terminal that came by an order', async () => {
  const { merchant_id: merchantId } = await makeMerchant(world);
  const { id } = await makeTerminal(world, { merchantId, orderId: 'ord_1' });
  await expect(
    world.transact(async (tx) => passSelfTest(tx, world.now(), id)),
  ).rejects.toMatchObject({ code: 'request.notFound' });
});

it('says nothing when the port hangs up on what it can not read', async () => {
  expect(await callTerminalPort(services, framed(new Uint8Array([1, 2, 3])))).toBeUndefined();
});

it('says where to try when no port answers', async () => {
  const elsewhere = { ...services, config: { ...services.config, iso8583Port: 1 } };
  await expect(callTerminalPort(elsewhere, new Uint8Array([0]))).rejects.toMatchObject({
    code: 'sandbox.noLine',
  });
});

async function furnish(terminals: number) {
  return world.transact(async (tx) => furnishShop(tx, services, { now: world.now(), terminals }));
}

/** As a browser does it: by code, then every call through the sandbox. */
async function activate({ serial, code }: { serial: string; code: string }) {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicKey = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const answer = await redeem(services, world.system(), { serial, code, publicKey });
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const tmk = privateDecrypt(
    { key: rsa.privateKey, ...padding },
    Buffer.from(answer.tmk, 'base64'),
  );
  let kept: TerminalState | undefined;
  const store = {
    load: async () => kept,
    save: async (state: TerminalState) => {
      kept = state;
    },
  };
  const terminal = new Terminal(store, {
    cipher: nativeDes,
    clock: { now: world.now },
    sleep: async () => {},
    random: (count) => randomBytes(count),
    dial: async () => {
      let reply: Uint8Array | undefined;
      return {
        send: async (bytes) => {
          reply = await callTerminalPort(services, bytes);
        },
        receive: async () => reply,
        close: async () => {},
      };
    },
  });
  await terminal.install({
    terminalNo: answer.terminal.terminal_no ?? '',
    merchantNo: answer.merchant.merchant_no,
    merchantName: answer.merchant.receipt_name,
    tmk: Uint8Array.from(tmk),
    tmkKcv: fromHex(answer.kcv),
    tpdu: '6000030000',
    header: '603100311000',
  });
  return { terminal, state: () => kept };
}
