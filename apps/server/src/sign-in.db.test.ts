import {
  bytesOf,
  encryptTrack,
  fromAscii,
  openWorkKeys,
  textOf,
  writeSignInSerial,
  type MacKey,
  type Message,
} from '@kaitong/iso8583';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeProfile } from '#terminals';
import { nativeDes } from '#platform/des';
import { nativeSm4 } from '#platform/sm4';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { makePos, type Pos } from '#testing/pos';
import { exchange, messageOf, openWire, type Fields, type Wire } from '#testing/wire';
import { makeWorld, type World } from '#testing/world';

const test = testDatabase();
let world: World;
let wire: Wire;
beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
  wire = await openWire(test, world);
});
afterAll(async () => wire.stop());

type Changes = Parameters<typeof changeProfile>[2]['changes'];
const newPos = async (changes: Changes = {}): Promise<Pos> =>
  makePos(world, wire.services, { port: wire.port, changes });

async function signIn(pos: Pos, code: string, more: Fields = {}): Promise<Message> {
  const fields = { 11: '000001', 60: `00000000${code}`, 63: '01 ', ...more };
  return exchange(wire.port, messageOf(pos, '0800', fields));
}

let traces = 100;
const sale = (pos: Pos, more: Fields = {}): Message =>
  messageOf(pos, '0200', {
    3: '000000',
    4: '000000000100',
    11: String(++traces).padStart(6, '0'),
    22: '022',
    25: '00',
    35: '6200000000000005=30122011234567890',
    49: '156',
    60: '22000001000600',
    ...more,
  });

describe('a sign-in brings the keys that it asks for', () => {
  it.each([
    ['001', 24, nativeDes, { pik: 8, mak: 8, tdk: 0 }],
    ['003', 40, nativeDes, { pik: 16, mak: 8, tdk: 0 }],
    ['004', 60, nativeDes, { pik: 16, mak: 8, tdk: 16 }],
    ['005', 60, nativeSm4, { pik: 16, mak: 16, tdk: 16 }],
    ['006', 60, nativeSm4, { pik: 16, mak: 16, tdk: 16 }],
  ] as const)('%s: %i bytes', async (code, length, cipher, sizes) => {
    const pos = await newPos({ signInCodes: [code] });
    const answer = await signIn(pos, code);
    expect(textOf(answer, 39)).toBe('00');
    expect(textOf(answer, 60)).toBe(`00000001${code}`);
    const f62 = bytesOf(answer, 62) ?? new Uint8Array();
    expect(f62).toHaveLength(length);
    const read = openWorkKeys(f62, { key: pos.tmk, cipher });
    if (!read.ok) throw new Error(read.reason);
    const { pik, mak, tdk = [] } = read.keys;
    expect({ pik: pik.length, mak: mak.length, tdk: tdk.length }).toEqual(sizes);
  });
});

describe('what a terminal may not sign in with', () => {
  it('another code than its profile allows: 57', async () => {
    const pos = await newPos();
    expect(textOf(await signIn(pos, '001'), 39)).toBe('57');
    expect(textOf(await signIn(pos, '005'), 39)).toBe('57');
    expect(textOf(await signIn(pos, '004'), 39)).toBe('00');
  });

  it('SM4 while its main key is a DES key, until it has another: A7', async () => {
    const pos = await newPos();
    const changes = { signInCodes: ['005' as const] };
    await world.transact(async (tx) =>
      changeProfile(tx, world.ask('operator'), { terminalId: pos.terminalId, changes }),
    );
    expect(textOf(await signIn(pos, '005'), 39)).toBe('A7');
  });

  it('single-length keys where the MAC needs a double-length one: 57', async () => {
    const pos = await newPos({ signInCodes: ['001'], macMode: 'x9.19' });
    expect(textOf(await signIn(pos, '001'), 39)).toBe('57');
  });

  it('a code that no terminal knows: 40', async () => {
    expect(textOf(await signIn(await newPos(), '099'), 39)).toBe('40');
  });
});

describe('the machine that a sign-in names', () => {
  it('is told to the log when it is another, and stops nobody', async () => {
    const pos = await newPos();
    const warned: string[] = [];
    const { log } = wire.services;
    const before = log.warn.bind(log);
    log.warn = (what: { said?: string }) => {
      warned.push(what.said ?? '');
    };
    const named = async (serial: string) =>
      signIn(pos, '003', { 62: writeSignInSerial({ certificate: '3060', serial }) });
    expect(textOf(await named(pos.serial.slice(-8)), 39)).toBe('00');
    expect(textOf(await named('99999999'), 39)).toBe('00');
    expect(textOf(await signIn(pos, '003', { 62: fromAscii('Sequence No12') }), 39)).toBe('00');
    log.warn = before;
    expect(warned).toEqual(['99999999']);
  });
});

describe('the MAC is made as the profile says', () => {
  it.each(['x9.19', 'x9.9', 'xor3des'] as const)('%s', async (algorithm) => {
    const pos = await newPos({ macMode: algorithm });
    const mak = { ...(await keysOf(pos, '003')).mak, algorithm };
    expect(mak.key).toHaveLength(algorithm === 'x9.9' ? 8 : 16);
    const answer = await exchange(wire.port, sale(pos), mak);
    expect(textOf(answer, 39)).toBe('00');
    expect(bytesOf(answer, 64)).toHaveLength(8);
    const other = { ...mak, algorithm: 'cupEcb' } as const;
    expect(textOf(await exchange(wire.port, sale(pos), other), 39)).toBe('A0');
  });
});

describe('a terminal with SM4 keys', () => {
  it('makes its MAC with SM4, whatever the profile says of DES', async () => {
    const pos = await newPos({ signInCodes: ['005'], macMode: 'x9.19' });
    const answer = await signIn(pos, '005');
    const f62 = bytesOf(answer, 62) ?? new Uint8Array();
    const read = openWorkKeys(f62, { key: pos.tmk, cipher: nativeSm4 });
    if (!read.ok) throw new Error(read.reason);
    const mak: MacKey = { algorithm: 'cupEcb', key: read.keys.mak, cipher: nativeSm4 };
    expect(textOf(await exchange(wire.port, sale(pos), mak), 39)).toBe('00');
    const wrong = { ...mak, key: mak.key.toReversed() };
    expect(textOf(await exchange(wire.port, sale(pos), wrong), 39)).toBe('A0');
  });
});

describe('a track under the track key', () => {
  it('is opened before the card is read', async () => {
    const pos = await newPos();
    const { mak, tdk } = await keysOf(pos, '004');
    const use = { key: tdk, cipher: nativeDes };
    const sealed = encryptTrack('6200000000000005=30122011234567890', use);
    expect(sealed).not.toContain('3012201123');
    const answer = await exchange(
      wire.port,
      sale(pos, { 35: sealed, 53: '0010000000000000' }),
      mak,
    );
    expect(textOf(answer, 39)).toBe('00');
  });

  it('is no format when it does not open: 30', async () => {
    const pos = await newPos();
    const { mak } = await keysOf(pos, '004');
    const message = sale(pos, { 53: '0010000000000000' });
    expect(textOf(await exchange(wire.port, message, mak), 39)).toBe('30');
  });

  it('is no format of a terminal that has no track key: 30', async () => {
    const pos = await newPos();
    const { mak } = await keysOf(pos, '003');
    const message = sale(pos, { 53: '0010000000000000' });
    expect(textOf(await exchange(wire.port, message, mak), 39)).toBe('30');
  });
});

async function keysOf(pos: Pos, code: string) {
  const answer = await signIn(pos, code);
  const tmk = { key: pos.tmk, cipher: nativeDes };
  const read = openWorkKeys(bytesOf(answer, 62) ?? new Uint8Array(), tmk);
  if (!read.ok) throw new Error(read.reason);
  const mak: MacKey = { algorithm: 'cupEcb', key: read.keys.mak, cipher: nativeDes };
  return { mak, tdk: read.keys.tdk ?? new Uint8Array() };
}
