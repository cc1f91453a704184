import { createHash } from 'node:crypto';
import { pinBlock, sealPin } from '@kaitong/iso8583';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardNetworkTcp } from '#connectors/card-network-tcp';
import type { CardNetwork, NetworkMessage } from '#connectors/card-network';
import { zoneKeysOf } from '#connectors/zone-key';
import type { NetworkLine } from '#connectors/network-connection';
import { clockAt } from '#platform/clock';
import { transact } from '#platform/db';
import { nativeDes } from '#platform/des';
import { importZoneKey } from '#platform/hsm/ceremony';
import type { HeldKey, KeySpec } from '#platform/hsm/port';
import { softwareHsm } from '#platform/hsm/software';
import { createZoneKeys, zoneKeySpec } from '#platform/hsm/zone-keys';
import { silentLog } from '#platform/log';
import { testDatabase } from '#testing/database';
import { clearingFileOf, startCardNetwork, type PlayedNetwork } from './card-network.ts';
import { answer } from './card-network/answer.ts';
import { after, cases, holdOf, INSTITUTION, PAN, saleOf } from './card-network/cases.ts';
import { createFaults } from './faults.ts';

const CREDIT = '6200010000000008';
const test = testDatabase();
const clock = clockAt(new Date('2026-11-23T02:00:00Z'));
const faults = createFaults();
const secret = 'a secret of the tests';
const { zpk: zoneKey, zmk: masterKey } = zoneKeysOf({
  zoneKey: undefined,
  zoneMasterKey: undefined,
  secret,
});
const hsm = softwareHsm([new Uint8Array(32).fill(5)]);
const held = (key: Uint8Array, spec: KeySpec = zoneKeySpec('zmk')) =>
  hsm.adopt(spec, Uint8Array.from(key));
const zmk: HeldKey = held(masterKey);
const late: NetworkMessage[] = [];
let played: PlayedNetwork;
let line: ReturnType<typeof cardNetworkTcp>;

const to = (
  address: { host: string; port: number },
  but: Partial<Pick<NetworkLine, 'main'>> = {},
) =>
  cardNetworkTcp({
    ...address,
    institution: INSTITUTION,
    hsm,
    main: async () => zmk,
    filesBase: '',
    log: silentLog,
    clock,
    answer_ms: 250,
    random: () => 0,
    ...but,
  });

beforeAll(async () => {
  const keys = { zoneKey, zoneMasterKey: masterKey };
  const waits = { late_ms: 350, slow_ms: 50 };
  played = await startCardNetwork({
    db: test.db,
    clock,
    log: silentLog,
    ...keys,
    faults,
    ...waits,
  });
  line = to(played.address);
  line.hearLate((message) => late.push(message));
});
afterAll(async () => {
  await line.close();
  await played.stop();
});

/** The book of the network, asked without a line. */
const direct: CardNetwork['ask'] = async ({ mti, fields }) => {
  const message = { mti, fields };
  const asked = { message, now: clock.now(), zoneKey };
  return (await transact(test.db, async (tx) => answer(tx, asked))).message;
};

describe.each([
  ['the book of the sandbox', async () => direct],
  ['the adapter, over a socket', async () => line.ask],
] as const)('%s', (_, made) => {
  it.each(cases)('$name', async ({ run }) => {
    await expect(run(await made())).resolves.toBeUndefined();
  });

  it('opens a PIN block under the zone key, and knows one wrong PIN', async () => {
    const ask = await made();
    const zone = { key: zoneKey, cipher: nativeDes };
    const withPin = (pin: string) => saleOf('10.00', { 52: sealPin(pinBlock(pin, PAN), zone) });
    expect((await ask(withPin('123456')))?.fields[39]).toBe('00');
    expect((await ask(withPin('000000')))?.fields[39]).toBe('55');
    const scrambled = saleOf('10.00', { 52: new Uint8Array(8).fill(1) });
    expect((await ask(scrambled))?.fields[39]).toBe('99');
  });
});

describe('what the hundreds digit adds, on the socket', () => {
  it('slow comes in time', async () => {
    expect((await line.ask(saleOf('11.11')))?.fields[39]).toBe('11');
    expect((await line.ask(saleOf('11.51')))?.fields[39]).toBe('51');
  });

  it('lost was booked, and the same again is answered', async () => {
    const before = line.counters.timedOut;
    const request = saleOf('12.11');
    expect(await line.ask(request)).toBeUndefined();
    expect(line.counters.timedOut).toBe(before + 1);
    expect((await line.ask(request))?.fields[39]).toBe('11');
  });

  it('duplicate is one answer, and one that nobody waits for', async () => {
    const before = line.counters.late;
    expect((await line.ask(saleOf('13.11')))?.fields[39]).toBe('11');
    await expect.poll(() => line.counters.late).toBe(before + 1);
  });

  it('a wrong MAC is no answer', async () => {
    const before = line.counters.wrongMac;
    expect(await line.ask(saleOf('14.11'))).toBeUndefined();
    expect(await line.ask(holdOf('14.51'))).toBeUndefined();
    expect(line.counters.wrongMac).toBe(before + 2);
  });
});

describe('an answer that does not come', () => {
  it.each(['loseRequest', 'loseReply', 'disconnect', 'garbage'] as const)(
    '%s is unknown, and the next request works',
    async (fault) => {
      faults.set('network', fault, 1);
      expect(await line.ask(saleOf('10.00'))).toBeUndefined();
      expect((await line.ask(saleOf('10.00')))?.fields[39]).toBe('00');
    },
  );

  it('that comes late is told to who listens, and to nobody else', async () => {
    const before = line.counters.late;
    faults.set('network', 'late', 1);
    const request = saleOf('10.00');
    expect(await line.ask(request)).toBeUndefined();
    await expect.poll(() => line.counters.late).toBe(before + 1);
    expect(late.at(-1)?.fields[11]).toBe(request.fields[11]);
  });
});

describe('the line', () => {
  it('is signed on to, and goes on under a new key that the network brings', async () => {
    played.changeKeys();
    expect((await line.ask(saleOf('10.00')))?.fields[39]).toBe('00');
    played.changeKeys();
    played.changeKeys();
    await expect.poll(async () => (await line.ask(saleOf('10.00')))?.fields[39]).toBe('00');
  });

  it('with another master key does not come about', async () => {
    const stranger = to(played.address, { main: async () => held(new Uint8Array(16).fill(7)) });
    expect(await stranger.ask(saleOf('10.00'))).toBeUndefined();
    expect(stranger.counters.connections).toBe(0);
    await stranger.close();
  });

  it.each([
    ['for another purpose', { ...zoneKeySpec('zmk'), purpose: 'pin' }],
    ['of another place', { ...zoneKeySpec('zmk'), place: 'zone_key:zpk' }],
  ] as const)('does not come about under a key %s', async (_, spec) => {
    const { block } = held(masterKey, spec);
    const wrong = to(played.address, { main: async () => ({ ...zmk, block }) });
    expect(await wrong.ask(saleOf('10.00'))).toBeUndefined();
    expect(wrong.counters.connections).toBe(0);
    await wrong.close();
  });

  it('takes a key under a ZMK that two people brought since, and none under the one before', async () => {
    const keys = { zoneKey, zoneMasterKey: Uint8Array.from(masterKey) };
    const setting = { db: test.db, hsm, now: clock.now, given: { zpk: zoneKey, zmk: masterKey } };
    const other = await startCardNetwork({ db: test.db, clock, log: silentLog, ...keys, faults });
    const own = to(other.address, { main: async () => createZoneKeys(setting).main() });
    expect((await own.ask(saleOf('10.00')))?.fields[39]).toBe('00');
    const answers = ['0123456789ABCDEF'.repeat(2), 'FEDCBA9876543210'.repeat(2), 'yes'];
    const people = { ask: async () => answers.shift() ?? '', say: () => {} };
    await importZoneKey({ ...setting, ...people }, 'zmk');
    keys.zoneMasterKey.fill(0xff);
    other.changeKeys();
    other.changeKeys();
    other.changeKeys(); // the key of the start is not accepted any more
    await expect.poll(async () => (await own.ask(saleOf('10.00')))?.fields[39]).toBe('00');
    expect(own.counters.connections).toBe(1);
    await own.close();
    await other.stop();
  });

  it('to a network that is not there is unknown, at once while it is left alone', async () => {
    const nowhere = to({ host: '127.0.0.1', port: 1 });
    expect(await nowhere.ask(saleOf('10.00'))).toBeUndefined();
    expect(await nowhere.ask(saleOf('10.00'))).toBeUndefined();
    await nowhere.close();
  });

  it('is made anew when the network was away', async () => {
    const keys = { zoneKey, zoneMasterKey: masterKey };
    const second = await startCardNetwork({ db: test.db, clock, log: silentLog, ...keys, faults });
    const own = to(second.address);
    expect((await own.ask(saleOf('10.00')))?.fields[39]).toBe('00');
    await second.stop();
    await expect.poll(async () => own.ask(saleOf('10.00'))).toBeUndefined();
    expect(own.counters.connections).toBe(1);
    await own.close();
  });
});

describe('the clearing file', () => {
  it('has what moved money on the day, adds up, and never changes', async () => {
    clock.set(new Date('2026-01-05T02:00:00Z'));
    const [kept, voided] = [saleOf('128.00', {}, CREDIT), saleOf('7.00')];
    await line.ask(kept);
    await line.ask(voided);
    await line.ask(after(voided, '0200', '7.00'));
    await line.ask(saleOf('9.51'));
    await line.ask(after(kept, '0220', '28.00'));
    const hold = holdOf('50.00');
    await line.ask(hold);
    await line.ask(after(hold, '0200', '45.00', { 3: '000000', 25: '06' }));
    const free = holdOf('60.00');
    await line.ask(free);
    clock.set(new Date('2026-01-05T15:00:00Z')); // 23:00 in Shanghai: the next day has begun
    await line.ask(after(kept, '0420', '128.00'));
    await line.ask(after(free, '0100', '60.00')); // no money, in no file
    const text = (await clearingFileOf(test.db, '2026-01-05')) ?? '';
    const [header, first, refund, completion, trailer, ...rest] = text.split('\n');
    expect(rest).toEqual(['']);
    expect(header).toBe('HDR 48021000    20260105 01 ACOM');
    expect(first).toHaveLength(167);
    expect(first).toContain('620001******0008    000000012800 0200 000000');
    expect(first?.slice(-32)).toBe('D00000000058 D00000000004 000000');
    expect(refund).toContain('000000002800 0220 200000');
    expect(refund).toContain(` ${String(kept.fields[11])}`);
    expect(completion).toContain('000000004500 0200 000000');
    const body = [header, first, refund, completion, ''].join('\n');
    const hash = createHash('sha256').update(body).digest('hex');
    expect(trailer).toBe(`TRL 0000000003 C0000000000014500 D0000000000000065 ${hash}`);
    expect(await clearingFileOf(test.db, '2026-01-05')).toBe(text);
    const next = (await clearingFileOf(test.db, '2026-01-06')) ?? '';
    expect(next).toContain('000000012800 0400 000000');
  });

  it('is not there before the day is over', async () => {
    await sql`update business_clock set offset_ms = 0`.execute(test.db);
    expect(await clearingFileOf(test.db, '2099-01-01')).toBeUndefined();
    expect(await clearingFileOf(test.db, 'no day')).toBeUndefined();
  });
});
