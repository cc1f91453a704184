/** What the console shows of the terminal line: messages taken apart, connections, counters. */
import { api, type ReplyOf } from '@kaitong/contract';
import {
  encode,
  framed,
  fromHex,
  MAC_CAUSES,
  pinBlock,
  sealPin,
  toHex,
  unionpay,
  withMac,
  type Message,
} from '@kaitong/iso8583';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayModule } from '#gateway';
import { nativeDes } from '#platform/des';
import type { Services } from '#platform/services';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { dial, makePos, type Pos } from '#testing/pos';
import { makeWorld, type World } from '#testing/world';

type Listed = ReplyOf<typeof api.gateway.listMessages>;
type Detail = ReplyOf<typeof api.gateway.readMessage>;
type Connections = ReplyOf<typeof api.gateway.listConnections>;
type Counters = ReplyOf<typeof api.gateway.readCounters>;

const test = testDatabase();
const PAN = '6200000000000005';
const TRACK = `${PAN}=30121010000000000000`;
let world: World;
let services: Services;
let pos: Pos;
let port: number;
let stop: () => Promise<void>;

beforeAll(async () => {
  world = makeWorld(test);
  services = world.services;
  await seedCatalogue(world);
  const running = await gatewayModule.start?.(services);
  stop = async () => running?.stop();
  port = (await counters()).port;
  pos = await makePos(world, services, { port });
  await pos.terminal.signIn('01');
});
afterAll(async () => stop());

describe('a message of a terminal', () => {
  it('is kept with its answer, field by field, and found by terminal, trace, code and kind', async () => {
    const sale = saleOf(pos, '000900');
    const withPin = { ...sale, fields: { ...sale.fields, 26: '12', 52: sealedPin(pos) } };
    await send(withMac(unionpay, withPin, macOf(pos)));
    const row = await found({ terminalNo: pos.terminalNo, trace: '000900', kind: 'sale' });
    expect(row).toMatchObject({
      terminalNo: pos.terminalNo,
      merchantNo: pos.merchantNo,
      merchantId: pos.merchantId,
      terminalId: pos.terminalId,
      mti: '0200',
      batch: '000001',
      outcome: 'answered',
      // The outside world of this test says nothing.
      code: '98',
      mac: 'right',
      channel: 'tcp',
      address: '127.0.0.1',
    });
    expect(row.amount?.minor).toBe(100n);
    expect(row.duration_ms).toBeGreaterThan(0);
    expect((await list({ code: '98' })).rows.map(({ id }) => id)).toEqual([row.id]);
    expect((await list({ code: '55' })).rows).toEqual([]);
    const { request, reply } = await read(row.id);
    expect(request.bytes).toBe(row.requestBytes);
    expect(request.hex).toHaveLength(2 * request.bytes);
    expect(request.parts.find(({ path }) => path === 'F4')).toMatchObject({
      field: 4,
      name: '交易金额',
      shown: '000000000100',
    });
    expect(reply?.parts.find(({ path }) => path === 'F39')).toMatchObject({ shown: '98' });
  });

  it('never shows or keeps a card number, a track, a PIN block or a key', async () => {
    const { id } = await found({ terminalNo: pos.terminalNo, trace: '000900' });
    const { parts, hex } = (await read(id)).request;
    const shown = Object.fromEntries(parts.map(({ path, shown: text }) => [path, text]));
    expect(shown).toMatchObject({ F2: '620000******0005', F14: '****', F52: '*** (8)' });
    const f2 = parts.find(({ path }) => path === 'F2');
    expect(hex.slice(2 * (f2?.offset ?? 0), 2 * ((f2?.offset ?? 0) + (f2?.length ?? 0)))).toMatch(
      /^\d\d\*+$/,
    );
    const { rows } = await sql<{ text: string }>`
      select m::text as text from terminal_message m`.execute(test.db);
    const kept = rows.map(({ text }) => text).join('\n');
    expect(rows.length).toBeGreaterThan(1);
    for (const secret of [PAN, TRACK, TRACK.replace('=', 'D'), toHex(sealedPin(pos))])
      expect(kept).not.toContain(secret);
    const { pik = '', mak = '' } = pos.state()?.keys ?? {};
    for (const key of [pik, mak]) expect(kept.toUpperCase()).not.toContain(key.toUpperCase());
  });

  it('with a wrong MAC says so', async () => {
    const wrong = { ...macOf(pos), key: new Uint8Array(8).fill(7) };
    await send(withMac(unionpay, saleOf(pos, '000901'), wrong));
    expect(await found({ trace: '000901' })).toMatchObject({
      code: 'A0',
      mac: 'wrong',
      outcome: 'refused',
    });
    const otherMode = { ...macOf(pos), algorithm: 'x9.9' } as const;
    await send(withMac(unionpay, saleOf(pos, '000907'), otherMode));
    const { macCauses } = await read((await found({ trace: '000907' })).id);
    expect(macCauses).toEqual([{ cause: 'otherMode', words: MAC_CAUSES.otherMode }]);
    await send(encode(unionpay, saleOf(pos, '000902')));
    expect(await found({ trace: '000902' })).toMatchObject({ code: 'A0', mac: 'absent' });
  });
});

describe('a message that is no good', () => {
  it('because it is of a stranger is kept under the name it gave itself, and belongs to nobody', async () => {
    const stranger = { ...saleOf(pos, '000903'), mti: '0820' };
    const fields = { ...stranger.fields, 41: '99999999', 60: '00000001301' };
    await send(encode(unionpay, { ...stranger, fields }));
    const row = await found({ terminalNo: '99999999' });
    expect(row).toMatchObject({ code: '97', kind: 'echo' });
    expect(row.merchantId).toBeUndefined();
  });

  it('because it can not be read is kept with where and why reading stopped', async () => {
    const bytes = withMac(unionpay, saleOf(pos, '000904'), macOf(pos));
    await send(bytes.subarray(0, bytes.length - 20));
    const row = await found({ outcome: 'closed' });
    expect(row).toMatchObject({ kind: 'unreadable', mac: 'unchecked' });
    const { request, closedWords, reply } = await read(row.id);
    expect(request.error).toMatchObject({ reason: 'truncated', words: { en: 'Cut short' } });
    expect(closedWords?.en).toBe('Unreadable frame');
    expect(reply).toBeUndefined();
  });

  it('because its head is not where it should be shows no byte that could be of a card', async () => {
    const whole = encode(unionpay, saleOf(pos, '000905'));
    // Without TPDU and header, and with the card number first: it would stand where the bitmap is.
    await send(Buffer.concat([fromHex(PAN), fromHex(PAN), fromHex(PAN), whole.subarray(11, 60)]));
    const row = await found({ outcome: 'closed' });
    const { request } = await read(row.id);
    expect(request.hex).toMatch(/^6200\*+$/);
    for (const { shown } of request.parts) expect(shown).toMatch(/^\*\*\* \(\d+\)$/);
  });

  it('because it has a NUL letter, which the database does not know, hurts no other row', async () => {
    const nul = { ...saleOf(pos, '000906'), mti: '0820' };
    await send(encode(unionpay, { ...nul, fields: { ...nul.fields, 63: '01\0' } }));
    const { id } = await found({ trace: '000906' });
    expect((await read(id)).request.parts.at(-1)).toMatchObject({ path: 'F63', shown: '01\uFFFD' });
    await send(encode(unionpay, { ...nul, fields: { ...nul.fields, 41: '1234567\0' } }));
    expect(await found({ outcome: 'closed' })).toMatchObject({ kind: 'other', replyBytes: 0 });
    expect((await counters()).closed.find(({ reason }) => reason === 'fault')).toBeUndefined();
  });
});

describe('the list', () => {
  it('goes by day, and page by page', async () => {
    const all = await list({});
    const first = await list({ limit: 2 });
    expect(first.rows).toHaveLength(2);
    const second = await list({ limit: 2, ...(first.next ? { after: first.next } : {}) });
    expect(first.rows.concat(second.rows)).toEqual(all.rows.slice(0, 4));
    expect((await list({ day: '2026-03-10' })).rows).toHaveLength(all.rows.length);
    expect((await list({ day: '2026-03-09' })).rows).toEqual([]);
    await expect(read('msg_0000000000')).rejects.toThrow('request.notFound');
  });
});

describe('the line now', () => {
  it('lists its connections with the terminals on them', async () => {
    const socket = await dial(port);
    socket.write(framed(encode(unionpay, { ...saleOf(pos, '000910'), mti: '0820' })));
    await expect
      .poll(async () => (await connections({ terminalNo: pos.terminalNo })).rows[0])
      .toMatchObject({ channel: 'tcp', frames: 1, terminalNos: [pos.terminalNo], isBusy: false });
    const { rows } = await connections({});
    expect(rows[0]?.bytesIn).toBeGreaterThan(40);
    expect((await connections({ address: '127.0.0.9' })).rows).toEqual([]);
    expect(await counters()).toMatchObject({ open: rows.length, workingMax: 200, openTls: 0 });
    socket.destroy();
    await expect.poll(async () => (await counters()).terminals).toBe(0);
  });

  it('counts what it kept of the messages', async () => {
    await expect.poll(async () => (await counters()).log.waiting).toBe(0);
    const { log } = await counters();
    expect(log).toMatchObject({ dropped: 0, waiting: 0 });
    const { rows } = await sql<{ kept: bigint }>`
      select count(*) as kept from terminal_message`.execute(test.db);
    expect(log.kept).toBe(Number(rows[0]?.kept));
  });
});

it('forgets what is older than it is kept for', async () => {
  const before = (await list({ limit: 100 })).rows.length;
  expect(before).toBeGreaterThan(5);
  world.setNow(new Date(world.now().getTime() + 29 * 86_400_000));
  expect(await restarted()).toBe(before);
  world.setNow(new Date(world.now().getTime() + 2 * 86_400_000));
  await expect.poll(restarted).toBe(0);
});

/** What is left after the gateway started anew: it forgets at once, then every few minutes. */
async function restarted(): Promise<number> {
  await stop();
  const running = await gatewayModule.start?.(services);
  stop = async () => running?.stop();
  return (await list({ limit: 100 })).rows.length;
}

type Query = Partial<Record<string, string | number>>;

async function ask<T>(path: string, input: { query?: Query; params?: object }): Promise<T> {
  const routes = gatewayModule.routes?.(services) ?? [];
  const route = routes.find(({ endpoint }) => endpoint.path === path);
  return (await route?.run(test.db, world.ask('technician'), input as never)) as T;
}
const list = async (query: Query) =>
  ask<Listed>('/v1/gateway/messages', { query: { limit: 50, ...query } });
const read = async (id: string) => ask<Detail>('/v1/gateway/messages/:id', { params: { id } });
const connections = async (query: Query) =>
  ask<Connections>('/v1/gateway/connections', { query: { limit: 50, ...query } });
const counters = async () => ask<Counters>('/v1/gateway/counters', {});

/** The newest message that fits, once it has been written. */
async function found(query: Query): Promise<Listed['rows'][number]> {
  await expect.poll(async () => (await counters()).log.waiting).toBe(0);
  await expect.poll(async () => (await list(query)).rows.length).toBeGreaterThan(0);
  const [row] = (await list(query)).rows;
  if (!row) throw new Error('no such message');
  return row;
}

/** Sends a frame and waits for the answer, or for the end of the connection. */
async function send(frame: Uint8Array): Promise<void> {
  // Messages are in the order of their moments.
  world.setNow(new Date(world.now().getTime() + 1_000));
  const before = (await counters()).log;
  const socket = await dial(port);
  socket.write(framed(frame));
  await new Promise((resolve) => {
    socket.once('data', resolve);
    socket.once('close', resolve);
  });
  socket.destroy();
  await expect.poll(async () => (await counters()).log.kept).toBeGreaterThan(before.kept);
}

/** The PIN of the card under the PIN key of the terminal. */
function sealedPin(of: Pos): Uint8Array {
  const key = fromHex(of.state()?.keys?.pik ?? '');
  return sealPin(pinBlock('123456', PAN), { key, cipher: nativeDes });
}

function macOf(of: Pos) {
  const key = fromHex(of.state()?.keys?.mak ?? '');
  return { algorithm: 'cupEcb', key, cipher: nativeDes } as const;
}

function saleOf({ terminalNo, merchantNo }: Pos, trace: string): Message {
  return {
    tpdu: '6000030000',
    header: '603100311000',
    mti: '0200',
    fields: {
      2: PAN,
      3: '000000',
      4: '000000000100',
      11: trace,
      14: '3012',
      22: '021',
      25: '00',
      35: TRACK,
      41: terminalNo,
      42: merchantNo,
      49: '156',
      60: '22000001000600',
    },
  };
}
