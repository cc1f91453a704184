import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import {
  bytesOf,
  fromAscii,
  fromHex,
  isKcv,
  kcvOf,
  openWorkKeys,
  readCaKey,
  readMainKeyDownload,
  textOf,
  unwrapKey,
  writeMainKeyDownload,
  writeSerialInit,
  type Message,
} from '@kaitong/iso8583';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeProfile, issueCode, suspend } from '#terminals';
import { nativeDes } from '#platform/des';
import { nativeSm4 } from '#platform/sm4';
import { testDatabase } from '#testing/database';
import { makeMerchant, makeTerminal, seedCatalogue } from '#testing/merchant';
import { makePos } from '#testing/pos';
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

type Device = { id: string; serial: string; terminalNo: string; merchantNo: string };

/** Delivered, and allowed to fetch its key when somebody of the house issued a code. */
async function device(by?: 'technician' | 'operator' | 'owner'): Promise<Device> {
  const merchant = await makeMerchant(world);
  const owner = { merchantId: merchant.merchant_id, orderId: 'ord_1' };
  const { id, serial } = await makeTerminal(world, owner);
  const made = { id, serial, terminalNo: '', merchantNo: '' };
  if (by) await allow(made, by, merchant.merchant_id);
  return made;
}

async function allow({ id }: Device, by: 'technician' | 'operator' | 'owner', merchantId = '') {
  world.setNow(new Date(world.now().getTime() + 1000)); // so that the last code is the newest
  const ask = world.ask(by, { merchantIds: [merchantId] });
  const { keeper } = wire.services;
  await world.transact(async (tx) => issueCode(tx, ask, { terminalId: id, keeper }));
}

async function send(of: Device, code: string, fields: Fields = {}, mti = '0800') {
  const { terminalNo, merchantNo } = of;
  const base = { 11: '000001', 60: `00000000${code}`, ...fields };
  const message: Message = messageOf({ terminalNo, merchantNo }, mti, base);
  const { 41: no, ...rest } = message.fields;
  const { 42: __, ...bare } = rest;
  const answer = await exchange(wire.port, no === '' ? { ...message, fields: bare } : message);
  return { answer, code: textOf(answer, 39), f62: bytesOf(answer, 62) ?? new Uint8Array() };
}

const serialInit = (serial: string) =>
  writeSerialInit({ manufacturer: 'KAITONG', serial, baseStation: '1234567890', version: '01' });

/** 101: and the numbers that it brought. */
async function initialise(of: Device) {
  const { answer, code } = await send(of, '101', { 59: serialInit(of.serial) });
  const [terminalNo, merchantNo] = [textOf(answer, 41) ?? '', textOf(answer, 42) ?? ''];
  return { code, device: { ...of, terminalNo, merchantNo } };
}

const NAME = { rid: fromHex('A000000333'), index: fromHex('01') };

async function wrapped(of: Device, random: Uint8Array): Promise<Uint8Array> {
  const { f62 } = await send(of, '352', { 62: writeMainKeyDownload(NAME) }, '0820');
  const key = readCaKey(f62)?.key;
  const [n = '', e = ''] = [key?.modulus, key?.exponent].map((part) =>
    Buffer.from(part ?? []).toString('base64url'),
  );
  const rsa = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' });
  return publicEncrypt({ key: rsa, padding: constants.RSA_PKCS1_PADDING }, random);
}

async function fetchKey(of: Device, cipher = nativeDes) {
  const random = randomBytes(16);
  const f62 = writeMainKeyDownload({
    ...NAME,
    wrappedRandom: await wrapped(of, random),
    randomCheckValue: kcvOf({ key: random, cipher }),
  });
  const reply = await send(of, '350', { 62: f62 });
  const { wrappedKey, checkValue } = readMainKeyDownload(reply.f62) ?? {};
  const tmk = wrappedKey && unwrapKey(wrappedKey, { key: random, cipher });
  return { code: reply.code, tmk: tmk ?? new Uint8Array(16), kcv: checkValue ?? new Uint8Array() };
}

describe('a terminal that a technician allowed', () => {
  it('gets its numbers, its main key under RSA, and signs in', async () => {
    const fresh = await device('technician');
    const { code, device: mine } = await initialise(fresh);
    expect([code, mine.terminalNo]).toEqual(['00', expect.stringMatching(/^\d{8}$/)]);
    const again = await initialise(fresh);
    expect(again.device.terminalNo).toBe(mine.terminalNo);
    const { tmk, kcv } = await fetchKey(mine);
    expect(isKcv({ key: tmk, cipher: nativeDes }, kcv)).toBe(true);
    expect((await send(mine, '003', { 63: '01 ' })).code).toBe('58'); // not before 351
    expect((await send(mine, '351')).code).toBe('00');
    expect((await send(mine, '351')).code).toBe('00');
    const signed = await send(mine, '003', { 63: '01 ' });
    expect(openWorkKeys(signed.f62, { key: tmk, cipher: nativeDes }).ok).toBe(true);
    expect(await audited(mine)).toEqual([
      'terminal.initialised',
      'terminal.keyLoaded',
      'terminal.activated',
    ]);
  });

  it('gets an SM4 key when it signs in with SM4 only', async () => {
    const fresh = await device('operator');
    const changes = { signInCodes: ['005' as const], tmkSlot: 3 };
    await world.transact(async (tx) =>
      changeProfile(tx, world.ask('operator'), { terminalId: fresh.id, changes }),
    );
    const { device: mine } = await initialise(fresh);
    const { tmk, kcv } = await fetchKey(mine, nativeSm4);
    expect(isKcv({ key: tmk, cipher: nativeSm4 }, kcv)).toBe(true);
    await send(mine, '351');
    const { f62 } = await send(mine, '005', { 63: '01 ' });
    expect(openWorkKeys(f62, { key: tmk, cipher: nativeSm4 }).ok).toBe(true);
    const { rows } = await sql`select kind, slot from terminal_key
      where terminal_id = ${mine.id} and kind = 'tmk'`.execute(test.db);
    expect(rows).toEqual([{ kind: 'tmk', slot: 3 }]);
  });

  it('fetches its key twice when the answer was lost, and the last one counts', async () => {
    const { device: mine } = await initialise(await device('technician'));
    const first = await fetchKey(mine);
    const second = await fetchKey(mine);
    expect(second.tmk).not.toEqual(first.tmk);
    await send(mine, '351');
    const { f62 } = await send(mine, '003', { 63: '01 ' });
    expect(openWorkKeys(f62, { key: second.tmk, cipher: nativeDes }).ok).toBe(true);
  });
});

describe('no key is given', () => {
  it('to a serial that nobody has: 97; to one that nobody of the house allowed: 58', async () => {
    const unknown = { ...(await device()), serial: 'SNNOBODY0001' };
    expect((await initialise(unknown)).code).toBe('97');
    expect((await initialise(await device())).code).toBe('58');
    expect((await initialise(await device('owner'))).code).toBe('58');
  });

  it('to one that is activated, until somebody allows it anew', async () => {
    const pos = await makePos(world, wire.services, { port: wire.port });
    const mine = { id: pos.terminalId, ...pos };
    expect((await initialise(mine)).code).toBe('58');
    expect((await fetchKey(mine)).code).toBe('58');
    expect((await send(mine, '351')).code).toBe('58');
    const stop = { terminalId: pos.terminalId, reason: 'hardware_fault' } as const;
    await world.transact(async (tx) => suspend(tx, world.ask('operator'), stop));
    await allow(mine, 'technician', pos.merchantId);
    expect((await initialise(mine)).code).toBe('00');
    expect((await fetchKey(mine)).code).toBe('00');
    expect((await send(mine, '351')).code).toBe('00');
  });

  it('after five failures: each is A7, counted and audited', async () => {
    const { device: mine } = await initialise(await device('technician'));
    const random = randomBytes(16);
    const sealed = await wrapped(mine, random);
    const bad = [
      { wrappedRandom: sealed, randomCheckValue: fromHex('00000000') },
      {
        wrappedRandom: sealed.toReversed(),
        randomCheckValue: kcvOf({ key: random, cipher: nativeDes }),
      },
      { wrappedRandom: new Uint8Array(256).fill(255), randomCheckValue: fromHex('00000000') },
      { wrappedRandom: new Uint8Array(3), randomCheckValue: fromHex('00000000') },
      { wrappedRandom: sealed, randomCheckValue: new Uint8Array(2) },
    ];
    for (const one of bad) {
      const f62 = writeMainKeyDownload({ ...NAME, ...one });
      expect((await send(mine, '350', { 62: f62 })).code).toBe('A7');
    }
    expect((await fetchKey(mine)).code).toBe('58');
    expect((await audited(mine)).filter((type) => type === 'terminal.keyRefused')).toHaveLength(5);
  });

  it.each([
    ['101', 'an F59 that is too short', { 59: fromAscii('KAITONG') }],
    ['101', 'no F59', {}],
    ['350', 'no F62', {}],
    ['350', 'a random key without its check value', { 62: fromHex('DF2301FF') }],
    ['352', 'no name', { 62: fromAscii('1') }],
  ] as const)('for %s with %s: 30', async (code, _, fields) => {
    const { device: mine } = await initialise(await device('technician'));
    expect((await send(mine, code, fields)).code).toBe('30');
  });

  it('under another RSA key than ours: there is none', async () => {
    const { device: mine } = await initialise(await device('technician'));
    const other = writeMainKeyDownload({ ...NAME, index: fromHex('02') });
    const { f62 } = await send(mine, '352', { 62: other }, '0820');
    expect(readCaKey(f62)).toEqual({ key: undefined });
  });
});

async function audited({ id }: Device): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`select type from audit_record
    where payload->>'terminalId' = ${id} and type <> 'terminal.codeIssued'
    order by seq`.execute(test.db);
  return rows.map(({ type }) => type);
}
