/** The whole way of a payment over real sockets: terminal, gateway, card network and back. */
import { createHash } from 'node:crypto';
import { encode, framed, fromHex, textOf, unionpay, type Message } from '@kaitong/iso8583';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { zoneKeysOf } from '#connectors/zone-key';
import { cardNetworkTcp } from '#connectors/card-network-tcp';
import { gatewayModule } from '#gateway';
import { ledgerInvariants, verify } from '#ledger';
import { ACQUIRER, paymentInvariants } from '#payments';
import { nativeDes } from '#platform/des';
import type { Services } from '#platform/services';
import { restore, setGateItem, suspend } from '#terminals';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { dial, makePos, type Pos } from '#testing/pos';
import { exchange } from '#testing/wire';
import { makeWorld, TUESDAY, type World } from '#testing/world';
import { startCardNetwork, type PlayedNetwork } from './sandbox/card-network.ts';
import { createFaults } from './sandbox/faults.ts';

const test = testDatabase();
const faults = createFaults();
const DEBIT = { pan: '6200000000000005', expiry: '3012', entry: 'chip' } as const;
const stops: (() => Promise<void>)[] = [];
let world: World;
let services: Services;
let network: PlayedNetwork;
let port: number;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
  const { config, clock, log, hsm, zoneKeys } = world.services;
  const { zmk, zpk } = zoneKeysOf(config);
  const keys = { zoneKey: zpk, zoneMasterKey: zmk };
  network = await startCardNetwork({ db: test.db, clock, log, ...keys, faults });
  const line = cardNetworkTcp({
    ...network.address,
    institution: ACQUIRER,
    hsm,
    main: zoneKeys.main,
    filesBase: '',
    log,
    clock,
    answer_ms: 300,
  });
  services = {
    ...world.services,
    connectors: { ...world.services.connectors, cardNetwork: line },
  };
  const gateway = await gatewayModule.start?.(services);
  stops.push(network.stop, line.close, async () => gateway?.stop());
  port = (await counters()).port;
});
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop();
});
beforeEach(() => {
  faults.set('network', 'none', 0);
  world.setNow(new Date(Math.max(world.now().getTime(), TUESDAY.getTime()) + 60_000));
});

describe('a terminal of ours', () => {
  it('signs in, sells, voids, refunds and settles equal', async () => {
    const { terminal } = await newPos();
    expect(await terminal.signIn('01')).toMatchObject({ kind: 'done', batch: '000001' });
    expect(await terminal.echo()).toMatchObject({ kind: 'done' });
    const first = await terminal.sale({ amountMinor: 100_000n, card: DEBIT });
    expect(first).toMatchObject({ kind: 'approved', code: '00' });
    const withPin = { ...DEBIT, entry: 'swipe', pin: '123456' } as const;
    const second = await terminal.sale({ amountMinor: 2_000n, card: withPin });
    expect(second).toMatchObject({ kind: 'approved' });
    expect(
      await terminal.sale({ amountMinor: 2_000n, card: { ...withPin, pin: '000000' } }),
    ).toMatchObject({ kind: 'declined', code: '55' });
    expect(await terminal.sale({ amountMinor: 2_051n, card: DEBIT })).toMatchObject({
      kind: 'declined',
      code: '51',
    });
    const qr = await terminal.qrSale({ amountMinor: 500n, code: '6212345678901234567' });
    expect(qr).toMatchObject({ kind: 'approved' });
    if (second.kind !== 'approved' || qr.kind !== 'approved' || first.kind !== 'approved')
      throw new Error('not approved');
    expect(await terminal.voidSale({ trace: second.trace })).toMatchObject({ kind: 'approved' });
    expect(await terminal.voidSale({ trace: qr.trace })).toMatchObject({ kind: 'approved' });
    const refund = { rrn: first.rrn, date: '0310', amountMinor: 10_000n, card: DEBIT };
    expect(await terminal.refund(refund)).toMatchObject({ kind: 'approved' });
    expect(await terminal.settle()).toMatchObject({ kind: 'equal' });
    expect(await terminal.sale({ amountMinor: 100n, card: DEBIT })).toMatchObject({
      kind: 'approved',
      batch: '000002',
    });
  });
});

describe('when an answer gets lost, a terminal', () => {
  it('is told 98 when the network is silent, and the network is told to forget it', async () => {
    const { terminal, merchantId } = await signedIn();
    for (const fault of ['loseReply', 'loseRequest', 'disconnect', 'garbage'] as const) {
      faults.set('network', fault, 1);
      expect(await terminal.sale({ amountMinor: 700n, card: DEBIT })).toMatchObject({
        kind: 'declined',
        code: '98',
      });
    }
    await hearAll();
    expect(await statuses(merchantId)).toEqual(['reversed', 'reversed', 'reversed', 'reversed']);
    const { rows } = await sql<{ status: string }>`
      select distinct t.status from sandbox_network_txn t join merchant m using (merchant_no)
      where m.merchant_id = ${merchantId}`.execute(test.db);
    expect(rows.map(({ status }) => status).toSorted()).toEqual(['reversed', 'unseen']);
  });

  it('that lost its line reverses before it sells again', async () => {
    const { terminal, merchantId, ports } = await signedIn();
    ports.cutBeforeAnswer = 1;
    expect(await terminal.sale({ amountMinor: 900n, card: DEBIT })).toMatchObject({
      kind: 'unknown',
    });
    expect((await terminal.status()).openReversals).toBe(1);
    await expect.poll(async () => statuses(merchantId)).toEqual(['approved']);
    expect(await terminal.sale({ amountMinor: 900n, card: DEBIT })).toMatchObject({
      kind: 'approved',
    });
    expect((await terminal.status()).openReversals).toBe(0);
    await hearAll();
    expect((await statuses(merchantId)).toSorted()).toEqual(['approved', 'reversed']);
  });

  it('that missed the answer to a refund counts otherwise, uploads its lines, and closes', async () => {
    const { terminal, ports, merchantId } = await signedIn();
    const sold = await terminal.sale({ amountMinor: 1_200n, card: DEBIT });
    if (sold.kind !== 'approved') throw new Error('not approved');
    ports.cutBeforeAnswer = 1;
    const refund = { rrn: sold.rrn, date: '0310', amountMinor: 200n, card: DEBIT };
    expect(await terminal.refund(refund)).toMatchObject({ kind: 'unknown' });
    await expect.poll(async () => refunds(merchantId)).toEqual(['succeeded']);
    expect(await terminal.settle()).toMatchObject({ kind: 'unequal', uploaded: 1 });
    const { rows } = await sql`
      select status, is_equal from batch where merchant_id = ${merchantId} order by batch_no
    `.execute(test.db);
    expect(rows).toEqual([
      { status: 'closed', is_equal: false },
      { status: 'open', is_equal: null },
    ]);
  });
});

describe('what the gateway refuses, in this order', () => {
  it.each([
    ['an unknown terminal', { 41: '99999999' }, '97'],
    ['the number of another merchant', { 42: '898110154110099' }, '03'],
    ['another batch', { 60: '22000099000600' }, '77'],
    ['a message without an amount', { 4: '' }, '30'],
    ['a currency that we do not take', { 49: '840' }, '30'],
    ['an amount of nothing', { 4: '000000000000' }, '13'],
    ['a PIN block that is none', { 52: new Uint8Array(8).fill(9), 53: '2600000000000000' }, '99'],
    ['a transaction that we do not serve', { 60: '47000001000600' }, '40'],
  ])('%s', async (_, but, code) => {
    const { pos: mine, mak } = await withKeys();
    expect(textOf(await send(mine, saleMessage(mine, but), mak), 39)).toBe(code);
  });

  it('a wrong MAC, and a message without one', async () => {
    const { pos: mine, mak } = await withKeys();
    const wrong = mak.map((byte) => byte ^ 0x10);
    expect(textOf(await send(mine, saleMessage(mine), wrong), 39)).toBe('A0');
    expect(textOf(await send(mine, saleMessage(mine)), 39)).toBe('A0');
  });

  it('a terminal that has not signed in, or has signed out', async () => {
    const fresh = await newPos();
    const mak = new Uint8Array(8).fill(1);
    expect(textOf(await send(fresh, saleMessage(fresh), mak), 39)).toBe('77');
    await fresh.terminal.signIn('01');
    await fresh.terminal.signOut();
    expect(textOf(await send(fresh, saleMessage(fresh), mak), 39)).toBe('77');
  });

  it('a suspended terminal, until it is restored', async () => {
    const { terminal, terminalId } = await signedIn();
    await world.transact(async (tx) =>
      suspend(tx, world.ask('operator'), { terminalId, reason: 'hardware_fault' }),
    );
    expect(await terminal.sale({ amountMinor: 100n, card: DEBIT })).toMatchObject({ code: '58' });
    expect(await terminal.signIn('01')).toMatchObject({ code: '58' });
    await world.transact(async (tx) => restore(tx, world.ask('operator'), terminalId));
    expect(await terminal.sale({ amountMinor: 100n, card: DEBIT })).toMatchObject({ code: '00' });
  });

  it('a merchant that misses something', async () => {
    const { terminal, merchantId } = await signedIn();
    const item = { merchantId, item: 'notLimited' } as const;
    await world.transact(async (tx) => setGateItem(tx, world.system(), { ...item, ok: false }));
    expect(await terminal.sale({ amountMinor: 100n, card: DEBIT })).toMatchObject({ code: '58' });
    await world.transact(async (tx) => setGateItem(tx, world.system(), { ...item, ok: true }));
    expect(await terminal.sale({ amountMinor: 100n, card: DEBIT })).toMatchObject({ code: '00' });
  });

  it('the same message twice gets the same answer, another under its number 94', async () => {
    const { pos: mine, mak } = await withKeys();
    const message = saleMessage(mine);
    const first = await send(mine, message, mak);
    expect(textOf(first, 39)).toBe('00');
    expect((await send(mine, message, mak)).fields[37]).toBe(first.fields[37]);
    const other = { ...message, fields: { ...message.fields, 4: '000000000200' } };
    expect(textOf(await send(mine, other, mak), 39)).toBe('94');
  });
});

describe('a line that is full of noise', () => {
  const noise: readonly (readonly [string, Uint8Array, string])[] = [
    ['garbage in a frame', framed(Uint8Array.of(1, 2, 3)), 'malformed'],
    ['a length beyond all frames', Uint8Array.of(0xff, 0xff, 1), 'tooLong'],
    ['a length of nothing', Uint8Array.of(0, 0, 1), 'empty'],
    ['an answer instead of a request', framed(encode(unionpay, echoAnswer())), 'notServed'],
  ];
  it.each(noise)('%s ends that connection, and says why', async (_, bytes, reason) => {
    const before = await closedFor(reason);
    expect(await ended(bytes)).toBe(true);
    expect(await closedFor(reason)).toBe(before + 1);
  });

  it('a frame that is cut short ends with the connection', async () => {
    const before = await closedFor('truncated');
    const socket = await dial(port);
    socket.end(Uint8Array.of(0, 50, 1, 2, 3));
    await new Promise((resolve) => socket.once('close', resolve));
    await expect.poll(async () => closedFor('truncated')).toBe(before + 1);
  });

  it('of 200 random buffers hurts nobody: a good terminal still sells', async () => {
    const { terminal } = await signedIn();
    const buffers = Array.from({ length: 200 }, (_, seed) => random(seed));
    await Promise.all(
      buffers.map(async (bytes) => {
        const socket = await dial(port);
        socket.end(bytes);
        socket.resume();
        await new Promise((resolve) => socket.once('close', resolve));
      }),
    );
    expect(await terminal.sale({ amountMinor: 100n, card: DEBIT })).toMatchObject({ code: '00' });
  });
});

it('and after all of this every rule of the books holds, and no card number is kept', async () => {
  await hearAll();
  const findings = await verify(test.db, [...ledgerInvariants, ...paymentInvariants]);
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from payment p where p::text like '%' || ${DEBIT.pan} || '%'
      union all select 1 from exchange e where e::text like '%' || ${DEBIT.pan} || '%'
      union all select 1 from sandbox_network_txn n where n::text like '%' || ${DEBIT.pan} || '%'
      union all select 1 from event v where v::text like '%' || ${DEBIT.pan} || '%'
    ) as found`.execute(test.db);
  expect(rows[0]?.found).toBe(false);
});

async function newPos(): Promise<Pos> {
  return makePos(world, services, { port });
}

async function signedIn(): Promise<Pos> {
  const made = await newPos();
  await made.terminal.signIn('01');
  return made;
}

async function withKeys(): Promise<{ pos: Pos; mak: Uint8Array }> {
  const made = await signedIn();
  return { pos: made, mak: fromHex(made.state()?.keys?.mak ?? '') };
}

type CounterReply = { port: number; closed: { reason: string; count: number }[] };

async function counters(): Promise<CounterReply> {
  const [route] = gatewayModule.routes?.(services) ?? [];
  return (await route?.run(test.db, world.ask('admin'), {} as never)) as CounterReply;
}

async function closedFor(reason: string): Promise<number> {
  const { closed } = await counters();
  return closed.find((one) => one.reason === reason)?.count ?? 0;
}

/** Whether the other side hangs up on these bytes. */
async function ended(bytes: Uint8Array): Promise<boolean> {
  const socket = await dial(port);
  socket.resume();
  socket.write(bytes);
  return new Promise((resolve) => socket.once('close', () => resolve(true)));
}

let traces = 500;

function saleMessage(
  { terminalNo, merchantNo }: Pos,
  but: Readonly<Record<number, string | Uint8Array>> = {},
): Message {
  const fields = {
    2: DEBIT.pan,
    3: '000000',
    4: '000000000100',
    11: String(++traces).padStart(6, '0'),
    22: '012',
    25: '00',
    41: terminalNo,
    42: merchantNo,
    49: '156',
    60: '22000001000600',
    ...but,
  };
  const given = Object.entries(fields).filter(([, value]) => value !== '');
  return {
    tpdu: '6000030000',
    header: '603100311000',
    mti: '0200',
    fields: Object.fromEntries(given),
  };
}

function echoAnswer(): Message {
  return {
    tpdu: '6000030000',
    header: '603100311000',
    mti: '0830',
    fields: { 41: '10000001', 42: '898110154110001', 60: '00000001301' },
  };
}

/** Sends one message, with a MAC when there is a key, and gives the answer. */
async function send({ port: to }: Pos, message: Message, mak?: Uint8Array): Promise<Message> {
  return exchange(to, message, mak && { algorithm: 'cupEcb', key: mak, cipher: nativeDes });
}

/** News and tasks, with the card network on its real socket. */
async function hearAll(): Promise<void> {
  const before = world.outside.networkAnswer;
  world.outside.networkAnswer = async (message) => services.connectors.cardNetwork.ask(message);
  await world.hearAll();
  world.outside.networkAnswer = before;
}

async function statuses(merchantId: string): Promise<string[]> {
  const { rows } = await sql<{ status: string }>`
    select status from payment where merchant_id = ${merchantId} order by at, id`.execute(test.db);
  return rows.map(({ status }) => status);
}

async function refunds(merchantId: string): Promise<string[]> {
  const { rows } = await sql<{ status: string }>`
    select status from refund where merchant_id = ${merchantId} order by at, id`.execute(test.db);
  return rows.map(({ status }) => status);
}

/** The same buffer for the same seed: noise, sometimes behind an honest length. */
function random(seed: number): Uint8Array {
  const bytes = createHash('sha512').update(`noise ${seed}`).digest();
  const noise = bytes.subarray(0, (bytes[0] ?? 0) % 64);
  return seed % 2 === 0 && noise.length > 0 ? framed(noise) : noise;
}
