import {
  bytesOf,
  fromAscii,
  fromHex,
  readApplication,
  readApplicationList,
  readBinList,
  readCaKey,
  readCaKeyList,
  readContactless,
  readParameters,
  STATUS,
  textOf,
  toAscii,
  toHex,
  writeApplicationAsk,
  writeBinListAsk,
  writeCaKeyAsk,
  writeListAsk,
  writeParameters,
  type Message,
} from '@kaitong/iso8583';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadsModule } from '#downloads';
import { fleetModule } from '#fleet';
import { changeProfile } from '#terminals';
import { callRoute } from '#testing/call';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { makePos, type Pos } from '#testing/pos';
import { exchange, messageOf, openWire, type Wire } from '#testing/wire';
import { makeWorld, type World } from '#testing/world';

const test = testDatabase();
let world: World;
let wire: Wire;
let pos: Pos;
beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
  await world.transact(async (tx) => downloadsModule.seed?.(tx, world.services));
  wire = await openWire(test, world);
  pos = await newPos();
});
afterAll(async () => wire.stop());

const newPos = async () => makePos(world, wire.services, { port: wire.port });

type Given = { readonly mti?: string; readonly f62?: Uint8Array; readonly of?: Pos };

/** One management message, and what came in F62 of its answer. */
async function manage(code: string, { mti = '0800', f62, of = pos }: Given = {}) {
  const fields = { 11: '000009', 60: `00000000${code}`, ...(f62 ? { 62: f62 } : {}) };
  const answer = await exchange(wire.port, messageOf(of, mti, fields));
  return { answer, code: textOf(answer, 39), f62: bytesOf(answer, 62) ?? new Uint8Array() };
}

/** Digit 6 of the header: what the house wants. */
const asks = ({ header }: Message) => header?.[5];

async function replace(content: object, after: number): Promise<void> {
  await callRoute(world, downloadsModule.routes?.(wire.services) ?? [], {
    at: 'PUT /v1/downloads',
    ask: world.ask('admin'),
    body: { content, after, why: 'a test' },
  });
}

describe('the parameters of a terminal', () => {
  it('are what its settings say, with the name of its merchant in GB18030', async () => {
    const { code, f62 } = await manage('360');
    expect(code).toBe('00');
    const read = readParameters(f62);
    expect(read).toMatchObject({
      applicationType: '60',
      timeout_s: '30',
      retries: '3',
      hasTip: '0',
      tipPercent: '15',
      uploadsOfflineNext: '1',
      mainKeySlot: '0',
      offlineMax: '010',
    });
    const name = read?.['merchantName'] as Uint8Array;
    expect(new TextDecoder('gb18030').decode(name)).toBe('青禾小吃');
  });

  it('name the version of the program that should run', async () => {
    expect(toAscii((await manage('364')).f62)).toBe('1.0.0   ');
  });
});

const bins = async (code: string, from = 0) =>
  readBinList((await manage(code, { f62: writeBinListAsk(from) })).f62);

describe('keys and applications', () => {
  it('CA keys: a list, then each, each with a checksum', async () => {
    const list = readCaKeyList((await manage('372', { mti: '0820', f62: writeListAsk(0) })).f62);
    expect(list?.flag).toBe('1');
    expect(list?.names.length).toBe(6);
    for (const name of list?.names ?? []) {
      const { f62 } = await manage('370', { f62: writeCaKeyAsk(name) });
      const key = readCaKey(f62)?.key;
      expect(key).toMatchObject({ rid: name.rid, index: name.index });
      expect(key?.checksum).toHaveLength(20);
    }
    const after = await manage('372', { mti: '0820', f62: writeListAsk(6) });
    expect(readCaKeyList(after.f62)).toEqual({ flag: '0', names: [] });
  });

  it('an unknown key: 0', async () => {
    const f62 = writeCaKeyAsk({ rid: fromHex('A000000999'), index: fromHex('01') });
    expect(readCaKey((await manage('370', { f62 })).f62)).toEqual({ key: undefined });
  });

  it('applications: a list, then each', async () => {
    const list = readApplicationList(
      (await manage('382', { mti: '0820', f62: writeListAsk(0) })).f62,
    );
    expect(list?.names.map((name) => toHex(name))).toContain('A000000333010101');
    const [first] = list?.names ?? [];
    const { f62 } = await manage('380', { f62: writeApplicationAsk(first ?? new Uint8Array()) });
    const read = readApplication(f62)?.application;
    expect(toHex(read?.cvmLimit ?? new Uint8Array())).toBe('000000030000');
    const none = writeApplicationAsk(fromHex('A0000000999999'));
    expect(readApplication((await manage('380', { f62: none })).f62)).toEqual({
      application: undefined,
    });
  });
});

describe('settings and lists', () => {
  it('contactless settings, and the three lists of cards', async () => {
    expect(readContactless((await manage('394')).f62)).toMatchObject({
      hasNoPin: '1',
      noPinLimit: '000000030000',
    });
    expect(await bins('390')).toEqual({ flag: '1', last: 1, bins: ['629999'] });
    expect((await bins('396'))?.bins).toHaveLength(3);
    expect((await bins('398'))?.bins).toEqual(['62000009']);
  });

  it('a long list comes in pages', async () => {
    const rows = Array.from({ length: 75 }, (_, at) => `6299${String(at).padStart(2, '0')}`);
    await replace({ table: 'blacklist', rows }, 1);
    const first = await bins('390');
    expect(first).toMatchObject({ flag: '2', last: 70 });
    const second = await bins('390', first?.last);
    expect(second).toMatchObject({ flag: '1', last: 75 });
    expect([...(first?.bins ?? []), ...(second?.bins ?? [])]).toEqual(rows);
    expect(await bins('390', 75)).toEqual({ flag: '0', last: 0, bins: [] });
  });
});

describe('what is no request for a download', () => {
  it.each([
    ['370', 'a name without an index', fromHex('9F0605A000000333')],
    ['370', 'tags that break off', fromHex('9F0605A0')],
    ['370', 'nothing', new Uint8Array()],
    ['380', 'no AID', fromHex('9F220101')],
    ['372', 'a count of three digits', fromAscii('1000')],
    ['382', 'letters', fromAscii('1AB')],
    ['390', 'two digits', fromAscii('00')],
    ['396', 'nothing', new Uint8Array()],
    ['362', 'a code that no status has', fromAscii('991')],
    ['362', 'a part that is neither well nor broken', fromAscii('017')],
    ['362', 'parameters alone', fromAscii('1220')],
  ])('%s with %s: 30', async (code, _, f62) => {
    expect((await manage(code, { mti: code.endsWith('2') ? '0820' : '0800', f62 })).code).toBe(
      '30',
    );
  });

  it('are for terminals of ours only: 97, 03', async () => {
    expect((await manage('360', { of: { ...pos, terminalNo: '99999999' } })).code).toBe('97');
    expect((await manage('360', { of: { ...pos, merchantNo: '898110154110099' } })).code).toBe(
      '03',
    );
  });
});

describe('digit 6 of the header', () => {
  it('sends a terminal for what changed, one after the other, until it has it', async () => {
    const mine = await newPos();
    const echo = async () => asks((await manage('301', { mti: '0820', of: mine })).answer);
    expect(await echo()).toBe('0');
    const change = { terminalId: mine.terminalId, changes: { settings: { tipAllowed: true } } };
    await world.transact(async (tx) => changeProfile(tx, world.ask('operator'), change));
    world.setNow(new Date(world.now().getTime() + 1000));
    await replace({ table: 'noPinBins', rows: ['620000'] }, 1);
    expect(await echo()).toBe('1');
    expect(readParameters((await manage('360', { of: mine })).f62)).toMatchObject({ hasTip: '1' });
    expect(await echo()).toBe('1'); // until the terminal says that it has them all
    expect(asks((await manage('361', { of: mine })).answer)).toBe('B');
    expect(asks((await manage('397', { of: mine })).answer)).toBe('0');
    expect(await echo()).toBe('0');
  });

  it('is B for every other terminal too, and says nothing to those who are refused', async () => {
    expect(asks((await manage('301', { mti: '0820' })).answer)).toBe('7');
    expect(asks((await manage('391')).answer)).toBe('B');
    const other = { ...pos, merchantNo: '898110154110099' };
    expect(asks((await manage('301', { mti: '0820', of: other })).answer)).toBe('0');
  });
});

describe('the status of a terminal', () => {
  it('is kept, shown to who looks after it, and no longer asked for', async () => {
    const mine = await newPos();
    const parts = { keyboard: '1', pinPad: '1', reader: '1', printer: '0', display: '1' };
    const f62 = writeParameters(
      { ...parts, timeout_s: '30', functions: fromHex('80000000') },
      STATUS,
    );
    expect((await manage('362', { mti: '0820', f62, of: mine })).code).toBe('00');
    const shown = await callRoute<{ lastSeenBy: string; status: object }>(
      world,
      fleetModule.routes?.(wire.services) ?? [],
      {
        at: 'GET /v1/fleet/:id',
        ask: world.ask('technician'),
        params: { id: mine.terminalId },
      },
    );
    expect(shown.status).toMatchObject({
      parts: { keyboard: true, pinPad: true, reader: true, printer: false, display: true },
      parameters: { timeout_s: '30', functions: '80000000' },
    });
  });
});
