import { createHash } from 'node:crypto';
import { pinBlock, sealPin } from '@kaitong/iso8583';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardNetworkTcp } from '#connectors/card-network-tcp';
import type { NetworkMessage } from '#connectors/card-network';
import { zoneKeyOf } from '#connectors/zone-key';
import { clockAt } from '#platform/clock';
import { nativeDes } from '#platform/des';
import { silentLog } from '#platform/log';
import { testDatabase } from '#testing/database';
import { clearingFileOf, startCardNetwork, type PlayedNetwork } from './card-network.ts';
import { createFaults } from './faults.ts';

const test = testDatabase();
const clock = clockAt(new Date('2026-11-23T02:00:00Z'));
const faults = createFaults();
const zoneKey = zoneKeyOf({ zoneKey: undefined, secret: 'a secret of the tests' });
let played: PlayedNetwork;
let line: ReturnType<typeof cardNetworkTcp>;
let traces = 0;

beforeAll(async () => {
  played = await startCardNetwork({
    db: test.db,
    clock,
    log: silentLog,
    zoneKey,
    faults,
    late_ms: 250,
  });
  const answer_ms = 150;
  line = cardNetworkTcp({ ...played.address, filesBase: '', log: silentLog, clock, answer_ms });
});
afterAll(async () => {
  await line.close();
  await played.stop();
});

describe('what the network answers', () => {
  it.each([
    ['10.00', '00'],
    ['10.51', '51'],
    ['10.05', '05'],
    ['10.10', '00'], // 10 would mean yes: an approval
    ['10.99', '99'],
    ['10.88', '00'], // no such code
  ])('%s → %s', async (amount, code) => {
    const answer = await line.ask(sale(amount));
    expect(answer?.mti).toBe('0210');
    expect(answer?.fields[39]).toBe(code);
    expect(answer?.fields[15]).toBe('1123');
    expect(typeof answer?.fields[38]).toBe(code === '00' ? 'string' : 'undefined');
  });

  it('gives the same keys the same answer', async () => {
    const request = sale('12.00');
    const first = await line.ask(request);
    expect((await line.ask(request))?.fields[38]).toBe(first?.fields[38]);
  });

  it('opens a PIN block under the zone key, and knows one wrong PIN', async () => {
    const zone = { key: zoneKey, cipher: nativeDes };
    const withPin = (pin: string) => sale('10.00', { 52: sealPin(pinBlock(pin, PAN), zone) });
    expect((await line.ask(withPin('123456')))?.fields[39]).toBe('00');
    expect((await line.ask(withPin('000000')))?.fields[39]).toBe('55');
    const scrambled = sale('10.00', { 52: new Uint8Array(8).fill(1) });
    expect((await line.ask(scrambled))?.fields[39]).toBe('99');
  });

  it('voids once, with the exact amount, and nothing that was refunded', async () => {
    const request = sale('20.00');
    await line.ask(request);
    expect((await line.ask(undoing(request, '0200', '19.00')))?.fields[39]).toBe('64');
    expect((await line.ask(undoing(request, '0200', '20.00')))?.fields[39]).toBe('00');
    expect((await line.ask(undoing(request, '0200', '20.00')))?.fields[39]).toBe('12');
    expect((await line.ask(undoing(sale('1.00'), '0200', '1.00')))?.fields[39]).toBe('25');
  });

  it('refunds in parts, never more than was sold', async () => {
    const request = sale('30.00');
    await line.ask(request);
    expect((await line.ask(undoing(request, '0220', '20.00')))?.fields[39]).toBe('00');
    expect((await line.ask(undoing(request, '0220', '10.01')))?.fields[39]).toBe('64');
    expect((await line.ask(undoing(request, '0220', '10.00')))?.fields[39]).toBe('00');
  });

  it('reverses as often as it is asked, and a reversed void lets the sale stand', async () => {
    const request = sale('40.00');
    await line.ask(request);
    const voiding = undoing(request, '0200', '40.00');
    await line.ask(voiding);
    expect((await line.ask(undoing(voiding, '0420', '40.00')))?.fields[39]).toBe('00');
    expect((await line.ask(undoing(voiding, '0420', '40.00')))?.fields[39]).toBe('00');
    expect((await line.ask(undoing(request, '0420', '40.00')))?.mti).toBe('0430');
    expect((await line.ask(undoing(request, '0200', '40.00')))?.fields[39]).toBe('12');
  });

  it('remembers a reversal that came before its sale, and refuses the sale', async () => {
    const request = sale('50.00');
    expect((await line.ask(undoing(request, '0420', '50.00')))?.fields[39]).toBe('25');
    expect((await line.ask(request))?.fields[39]).toBe('12');
  });
});

describe('an answer that does not come', () => {
  it.each(['loseRequest', 'loseReply', 'disconnect', 'garbage'] as const)(
    '%s is unknown, and the next request works',
    async (fault) => {
      faults.set('network', fault, 1);
      expect(await line.ask(sale('10.00'))).toBeUndefined();
      expect((await line.ask(sale('10.00')))?.fields[39]).toBe('00');
    },
  );

  it('that comes late is counted and dropped', async () => {
    const before = line.counters.late;
    faults.set('network', 'late', 1);
    expect(await line.ask(sale('10.00'))).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(line.counters.late).toBe(before + 1);
  });

  it('from a network that is not there is unknown too', async () => {
    const nowhere = cardNetworkTcp({
      host: '127.0.0.1',
      port: 1,
      filesBase: '',
      log: silentLog,
      clock,
    });
    expect(await nowhere.ask(sale('10.00'))).toBeUndefined();
  });
});

describe('the clearing file', () => {
  it('has what moved money on the day, adds up, and never changes', async () => {
    clock.set(new Date('2026-01-05T02:00:00Z'));
    const [kept, voided] = [sale('128.00', {}, CREDIT), sale('7.00')];
    await line.ask(kept);
    await line.ask(voided);
    await line.ask(undoing(voided, '0200', '7.00'));
    await line.ask(sale('9.51'));
    await line.ask(undoing(kept, '0220', '28.00'));
    clock.set(new Date('2026-01-05T15:00:00Z')); // 23:00 in Shanghai: the next day has begun
    await line.ask(undoing(kept, '0420', '128.00'));
    const text = (await clearingFileOf(test.db, '2026-01-05')) ?? '';
    const [header, first, refund, trailer, ...rest] = text.split('\n');
    expect(rest).toEqual(['']);
    expect(header).toBe('HDR 48021000    20260105 01 ACOM');
    expect(first).toHaveLength(167);
    expect(first).toContain('620001******0008    000000012800 0200 000000');
    expect(first?.slice(-32)).toBe('D00000000058 D00000000004 000000');
    expect(refund).toContain('000000002800 0220 200000');
    expect(refund).toContain(` ${String(kept.fields[11])}`);
    const hash = createHash('sha256').update([header, first, refund, ''].join('\n')).digest('hex');
    expect(trailer).toBe(`TRL 0000000002 C0000000000010000 D0000000000000048 ${hash}`);
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

const PAN = '6200000000000005';
const CREDIT = '6200010000000008';

function sale(
  amount: string,
  more: Readonly<Record<number, string | Uint8Array>> = {},
  pan = PAN,
): NetworkMessage {
  return { mti: '0200', fields: { ...fields(amount), 2: pan, 3: '000000', ...more } };
}

function undoing(
  of: NetworkMessage,
  mti: '0200' | '0220' | '0420',
  amount: string,
): NetworkMessage {
  const original = `${of.mti}${String(of.fields[11])}${String(of.fields[7])}${'0'.repeat(22)}`;
  const code = mti === '0420' ? String(of.fields[3]) : '200000';
  return { mti, fields: { ...fields(amount), 3: code, 90: original } };
}

function fields(amount: string): Record<number, string> {
  const trace = String(++traces).padStart(6, '0');
  return {
    4: amount.replace('.', '').padStart(12, '0'),
    7: '1123100000',
    11: trace,
    18: '5812',
    32: '48021000',
    33: '48021000',
    37: trace.padStart(12, '0'),
    41: '10000001',
    42: '898110058120001',
    49: '156',
  };
}
