import {
  fromHex,
  openWorkKeys,
  bytesOf,
  textOf,
  toHex,
  writeBerTlv,
  type MacKey,
} from '@kaitong/iso8583';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paymentsModule } from '#payments';
import { nativeDes } from '#platform/des';
import type { FileReply } from '#platform/http';
import { suspend } from '#terminals';
import { callRoute } from '#testing/call';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { makePos, type Pos } from '#testing/pos';
import { exchange, messageOf, openWire, type Fields, type Wire } from '#testing/wire';
import { makeWorld, type World } from '#testing/world';

const test = testDatabase();
const PAN = '6200000000000005';
const IMAGE = fromHex('00010203FEFF');
let world: World;
let wire: Wire;
let till: Till;
beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
  wire = await openWire(test, world);
  till = await newTill();
});
afterAll(async () => wire.stop());

type Till = { readonly pos: Pos; readonly mak: MacKey };

async function newTill(): Promise<Till> {
  const pos = await makePos(world, wire.services, { port: wire.port });
  const message = messageOf(pos, '0800', { 11: '000001', 60: '00000000003', 63: '01 ' });
  const f62 = bytesOf(await exchange(wire.port, message), 62) ?? new Uint8Array();
  const read = openWorkKeys(f62, { key: pos.tmk, cipher: nativeDes });
  if (!read.ok) throw new Error(read.reason);
  return { pos, mak: { algorithm: 'cupEcb', key: read.keys.mak, cipher: nativeDes } };
}

let traces = 100;
const nextTrace = () => String(++traces).padStart(6, '0');

/** A sale, and what names it. */
async function sell({ pos, mak }: Till) {
  const trace = nextTrace();
  const fields = { 3: '000000', 4: '000000000100', 22: '052', 25: '00', 49: '156' };
  const rest = { 2: PAN, 11: trace, 60: '22000001000600' };
  const answer = await exchange(wire.port, messageOf(pos, '0200', { ...fields, ...rest }), mak);
  expect(textOf(answer, 39)).toBe('00');
  return { trace, rrn: textOf(answer, 37) ?? '' };
}

type Sold = Awaited<ReturnType<typeof sell>>;

async function sign({ pos, mak }: Till, { trace, rrn }: Sold, but: Fields = {}, key = mak) {
  const fields = { 2: PAN, 4: '000000000100', 11: trace, 37: rrn, 60: '07000001800', 62: IMAGE };
  const message = messageOf(pos, '0820', { ...fields, ...but });
  return textOf(await exchange(wire.port, message, key), 39);
}

const REPORT = writeBerTlv([
  { tag: '95', value: fromHex('0000008000') },
  { tag: '5A', value: fromHex(PAN) },
  { tag: 'DF31', value: fromHex('2000000000') },
]);

async function report({ pos, mak }: Till, { trace, rrn }: Sold, but: Fields = {}) {
  const names = { 11: nextTrace(), 37: rrn, 60: '00000001951', 61: `000001${trace}0310` };
  const fields = { 2: PAN, 3: '000000', 4: '000000000100', 22: '052', 55: REPORT };
  const message = messageOf(pos, '0620', { ...fields, ...names, ...but });
  return textOf(await exchange(wire.port, message, mak), 39);
}

type Row = { kind: string; trace: string; size: number; tags?: { tag: string; value: string }[] };

async function paymentIdOf({ pos }: Till, { trace }: Sold): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from payment
    where merchant_id = ${pos.merchantId} and trace = ${trace}`.execute(test.db);
  return rows[0]?.id ?? '';
}

const routes = () => paymentsModule.routes?.(wire.services) ?? [];

async function shown(of: Till, sold: Sold): Promise<Row[]> {
  const given = { ask: world.ask('risk'), params: { id: await paymentIdOf(of, sold) } };
  const at = 'GET /v1/payments/:id/evidence';
  return (await callRoute<{ rows: Row[] }>(world, routes(), { at, ...given })).rows;
}

describe('a signature', () => {
  it('is kept with its payment and shown as it came', async () => {
    const sold = await sell(till);
    expect(await sign(till, sold)).toBe('00');
    expect(await shown(till, sold)).toMatchObject([
      { kind: 'signature', trace: sold.trace, size: IMAGE.length },
    ]);
    const file = await callRoute<FileReply>(world, routes(), {
      at: 'GET /v1/payments/:id/signature',
      ask: world.ask('owner', { merchantIds: [till.pos.merchantId] }),
      params: { id: await paymentIdOf(till, sold) },
      query: { trace: sold.trace },
    });
    expect(toHex(file.bytes)).toBe(toHex(IMAGE));
  });

  it('again is a yes, another one 94: what was signed stays', async () => {
    const sold = await sell(till);
    expect(await sign(till, sold)).toBe('00');
    expect(await sign(till, sold)).toBe('00');
    expect(await sign(till, sold, { 62: fromHex('FF') })).toBe('94');
    expect(await sign(till, sold, { 60: '07000001301' })).toBe('00'); // the code of a dialect
  });

  it('of no payment, of another terminal, without an image or with a wrong MAC: no', async () => {
    const sold = await sell(till);
    expect(await sign(till, { ...sold, trace: '009999' })).toBe('25');
    expect(await sign(till, { ...sold, rrn: '000000000000' })).toBe('25');
    expect(await sign(await newTill(), sold)).toBe('25');
    expect(await sign(till, sold, { 62: new Uint8Array() })).toBe('30');
    const wrong = { ...till.mak, key: till.mak.key.toReversed() };
    expect(await sign(till, sold, {}, wrong)).toBe('A0');
    expect(await shown(till, sold)).toEqual([]);
  });

  it('is taken from a terminal that was stopped since, and is nobody else’s to see', async () => {
    const mine = await newTill();
    const sold = await sell(mine);
    const stop = { terminalId: mine.pos.terminalId, reason: 'lost' } as const;
    await world.transact(async (tx) => suspend(tx, world.ask('operator'), stop));
    expect(await sign(mine, sold)).toBe('00');
    const stranger = world.ask('owner', { merchantIds: [till.pos.merchantId] });
    const params = { id: await paymentIdOf(mine, sold) };
    const at = 'GET /v1/payments/:id/evidence';
    await expect(callRoute(world, routes(), { at, ask: stranger, params })).rejects.toThrow(
      expect.objectContaining({ code: 'request.notFound' }),
    );
  });
});

describe('a chip’s report on issuer commands', () => {
  it('is kept with its payment, without what names the card', async () => {
    const sold = await sell(till);
    expect(await report(till, sold)).toBe('00');
    expect(await shown(till, sold)).toMatchObject([
      {
        kind: 'script',
        tags: [
          { tag: '95', value: '0000008000' },
          { tag: 'DF31', value: '2000000000' },
        ],
      },
    ]);
  });

  it.each([
    ['no such payment', { 61: '0000010099990310' }, '25'],
    ['no result', { 55: fromHex('95050000008000') }, '30'],
    ['tags that break off', { 55: fromHex('DF3105') }, '30'],
    ['no original', { 61: '' }, '30'],
    ['another code', { 60: '00000001952' }, '30'],
  ])('with %s: no', async (_, but, code) => {
    const sold = await sell(till);
    const { 61: original, ...rest } = but as Record<number, string | Uint8Array>;
    const given = original === '' ? { ...rest, 61: '000000' } : but;
    expect(await report(till, sold, given)).toBe(code);
  });
});
