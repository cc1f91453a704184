/** Holds, tips, balance and faults over real sockets: terminal messages, gateway, card network, back. */
import {
  bytesOf,
  F59_PAY_CODE,
  F59_VOUCHER,
  fromAscii,
  fromHex,
  pinBlock,
  readF59,
  sealPin,
  textOf,
  tlvValue,
  toAscii,
  writeBerTlv,
  writeF59,
  type Message,
} from '@kaitong/iso8583';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardNetworkTcp } from '#connectors/card-network-tcp';
import { zoneKeysOf } from '#connectors/zone-key';
import { gatewayModule } from '#gateway';
import { ledgerInvariants, verify } from '#ledger';
import { ACQUIRER, paymentInvariants, paymentsModule } from '#payments';
import { nativeDes } from '#platform/des';
import type { Services } from '#platform/services';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { makePos, type Pos } from '#testing/pos';
import { exchange } from '#testing/wire';
import { makeWorld, TUESDAY, type World } from '#testing/world';
import { startCardNetwork, type PlayedNetwork } from './sandbox/card-network.ts';
import { createFaults } from './sandbox/faults.ts';

const test = testDatabase();
const faults = createFaults();
const PAN = '6200000000000005';
const stops: (() => Promise<unknown>)[] = [];
let world: World;
let services: Services;
let network: ReturnType<typeof cardNetworkTcp>;
let played: PlayedNetwork;
let port: number;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
  const { config, clock, log, hsm, zoneKeys } = world.services;
  const { zmk, zpk } = zoneKeysOf(config);
  const keys = { zoneKey: zpk, zoneMasterKey: zmk };
  const waits = { slow_ms: 50, late_ms: 900 };
  played = await startCardNetwork({ db: test.db, clock, log, ...keys, faults, ...waits });
  network = cardNetworkTcp({
    ...played.address,
    institution: ACQUIRER,
    hsm,
    main: zoneKeys.main,
    filesBase: '',
    log,
    clock,
    answer_ms: 600,
  });
  const { connectors } = world.services;
  services = { ...world.services, connectors: { ...connectors, cardNetwork: network } };
  const gateway = await gatewayModule.start?.(services);
  const payments = await paymentsModule.start?.(services);
  const stop = async () => payments?.stop();
  stops.push(played.stop, network.close, stop, async () => gateway?.stop());
  const [route] = gatewayModule.routes?.(services) ?? [];
  const counters = await route?.run(test.db, world.ask('admin'), {} as never);
  port = (counters as { port: number }).port;
});
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop();
});
beforeEach(() => {
  faults.set('network', 'none', 0);
  world.setNow(new Date(Math.max(world.now().getTime(), TUESDAY.getTime()) + 60_000));
});

type Till = { readonly pos: Pos; readonly mak: Uint8Array; readonly pik: Uint8Array };
type Fields = Readonly<Record<number, string | Uint8Array>>;

async function signedIn(): Promise<Till> {
  const pos = await makePos(world, services, { port });
  await pos.terminal.signIn('01');
  const { mak = '', pik = '' } = pos.state()?.keys ?? {};
  return { pos, mak: fromHex(mak), pik: fromHex(pik) };
}

let traces = 700;
const nextTrace = () => String(++traces).padStart(6, '0');

/** A message of a terminal; F60 is its type in batch 1. */
function message({ pos }: Till, mti: string, type: string, fields: Fields): Message {
  const all = {
    2: PAN,
    11: nextTrace(),
    22: '012',
    25: '00',
    41: pos.terminalNo,
    42: pos.merchantNo,
    49: '156',
    60: `${type}000001000600`,
    ...fields,
  };
  const given = Object.entries(all).filter(([, value]) => value !== '');
  const header = { tpdu: '6000030000', header: '603100311000' };
  return { ...header, mti, fields: Object.fromEntries(given) };
}

async function send({ pos, mak }: Till, asked: Message): Promise<Message> {
  const key = { algorithm: 'cupEcb', key: mak, cipher: nativeDes } as const;
  // Settlement and upload carry no MAC.
  return exchange(pos.port, asked, /^0[35]/.test(asked.mti) ? undefined : key);
}

const ask = async (till: Till, mti: string, type: string, fields: Fields) => {
  const asked = message(till, mti, type, fields);
  const answer = await send(till, asked);
  return { asked, answer, code: textOf(answer, 39) };
};
const amount = (yuan: string) => yuan.replace('.', '').padStart(12, '0');
const HOLD = { 3: '030000', 25: '06' } as const;
const DONE = { 3: '000000', 25: '06' } as const;
const UNDO = { 3: '200000', 25: '06' } as const;

async function held(till: Till, yuan: string) {
  const { asked, answer, code } = await ask(till, '0100', '10', { ...HOLD, 4: amount(yuan) });
  const authCode = textOf(answer, 38) ?? '';
  const f61 = `000001${textOf(asked, 11) ?? ''}${textOf(answer, 13) ?? ''}`;
  return { code, asked, answer, names: { 38: authCode, 61: f61 } };
}

async function statuses({ pos }: Till): Promise<string[]> {
  const { rows } = await sql<{ kind: string; status: string }>`
    select kind, status from payment where merchant_id = ${pos.merchantId}
    order by rrn`.execute(test.db);
  return rows.map(({ kind, status }) => `${kind} ${status}`);
}

/** News and tasks, with the card network on its real socket. */
async function hearAll(): Promise<void> {
  const before = world.outside.networkAnswer;
  world.outside.networkAnswer = network.ask;
  await world.hearAll();
  world.outside.networkAnswer = before;
}

describe('a hold over the line', () => {
  it('is made, added to, completed, voided, let go', async () => {
    const till = await signedIn();
    const { code, answer, names } = await held(till, '100.00');
    expect(code).toBe('00');
    expect(textOf(answer, 44)).toContain(ACQUIRER);
    const more = await ask(till, '0100', '10', { ...HOLD, 25: '60', 4: amount('20.00'), ...names });
    expect(textOf(more.answer, 54)).toBe('TA000000012000000000');
    const over = await ask(till, '0200', '20', { ...DONE, 4: amount('138.01'), ...names });
    expect(over.code).toBe('61');
    const done = await ask(till, '0200', '20', { ...DONE, 4: amount('130.00'), ...names });
    expect(done.code).toBe('00');
    const completion = {
      37: textOf(done.answer, 37) ?? '',
      38: textOf(done.answer, 38) ?? '',
      61: `000001${textOf(done.asked, 11) ?? ''}${textOf(done.answer, 13) ?? ''}`,
    };
    const undone = await ask(till, '0200', '21', { ...UNDO, 4: amount('130.00'), ...completion });
    expect(undone.code).toBe('00');
    const free = await ask(till, '0100', '11', { ...UNDO, 4: amount('120.00'), ...names });
    expect(free.code).toBe('00');
    expect(await statuses(till)).toEqual(['preauth voided', 'preauth voided', 'completion voided']);
  });

  it.each([
    ['a completion without its approval code', '0200', '20', { ...DONE, 38: '' }, '30'],
    ['a completion without its original', '0200', '20', { ...DONE, 61: '' }, '30'],
    ['a completion of nothing', '0200', '20', { ...DONE, 4: amount('0.00') }, '13'],
    ['a completion with another approval code', '0200', '20', { ...DONE, 38: '000000' }, '25'],
    ['a completion with another card', '0200', '20', { ...DONE, 2: '6200010000000008' }, '14'],
    ['a void without its approval code', '0100', '11', { ...UNDO, 38: '' }, '30'],
    ['a void of a part', '0100', '11', { ...UNDO, 4: amount('1.00') }, '64'],
    ['a completion void without reference', '0200', '21', { ...UNDO, 37: '' }, '30'],
    ['a sale by the code of a chip that asked nobody', '0200', '36', { 3: '000000' }, '30'],
    ['an offline sale that nobody approved', '0220', '30', { 3: '000000', 38: '' }, '30'],
    ['a tip without its size', '0220', '34', { 3: '000000', 25: '00' }, '30'],
  ] as const)('refuses %s', async (_, mti, type, but, code) => {
    const till = await signedIn();
    const { names } = await held(till, '100.00');
    expect((await ask(till, mti, type, { 4: amount('100.00'), ...names, ...but })).code).toBe(code);
  });

  it('is reversed by the terminal, before or after its answer', async () => {
    const till = await signedIn();
    const { asked } = await held(till, '100.00');
    const reversal = { ...HOLD, 4: amount('100.00'), 11: textOf(asked, 11) ?? '', 39: '98' };
    expect((await ask(till, '0400', '10', reversal)).code).toBe('00');
    expect((await ask(till, '0400', '10', reversal)).code).toBe('00');
    const trace = nextTrace();
    expect((await ask(till, '0400', '10', { ...reversal, 11: trace })).code).toBe('25');
    const late = await ask(till, '0100', '10', { ...HOLD, 4: amount('100.00'), 11: trace });
    expect(late.code).toBe('12');
    await hearAll();
    expect(await statuses(till)).toEqual(['preauth reversed']);
  });

  it('has its PIN translated as a sale has', async () => {
    const till = await signedIn();
    const pin = (digits: string) => ({
      ...HOLD,
      4: amount('10.00'),
      22: '051',
      26: '12',
      52: sealPin(pinBlock(digits, PAN), { key: till.pik, cipher: nativeDes }),
      53: '2600000000000000',
    });
    expect((await ask(till, '0100', '10', pin('123456'))).code).toBe('00');
    expect((await ask(till, '0100', '10', pin('000000'))).code).toBe('55');
  });
});

const shown = async (till: Till) => {
  const { answer, code } = await ask(till, '0200', '60', {
    2: '',
    3: '700000',
    4: amount('9.00'),
    22: '030',
  });
  const f59 = readF59(bytesOf(answer, 59) ?? new Uint8Array()) ?? [];
  const text = toAscii(tlvValue(f59, F59_PAY_CODE) ?? new Uint8Array()) ?? '';
  const voucher = tlvValue(f59, F59_VOUCHER) ?? new Uint8Array();
  const query = async (value = voucher) =>
    ask(till, '0200', '60', {
      2: '',
      3: '730000',
      4: amount('9.00'),
      22: '030',
      59: writeF59([{ tag: F59_VOUCHER, value }]),
    });
  return { code, text, query };
};

describe('a code that the terminal shows', () => {
  it('is sold when somebody paid it, once, under the number of the question', async () => {
    const till = await signedIn();
    const { code, text, query } = await shown(till);
    expect([code, text]).toEqual(['00', expect.stringMatching(/^https:/)]);
    expect((await query()).code).toBe('09');
    expect(await statuses(till)).toEqual(['qr shown']);
    expect(await played.payCode(text)).toBe(true);
    expect(await played.payCode(text)).toBe(false);
    const paid = await query();
    expect(paid.code).toBe('00');
    expect((await query()).code).toBe('12');
    const { rows } = await sql`
      select status, trace, tender from payment
      where merchant_id = ${till.pos.merchantId}`.execute(test.db);
    expect(rows).toEqual([{ status: 'approved', trace: textOf(paid.asked, 11), tender: 'qr' }]);
    expect((await query(fromAscii('0'.repeat(20)))).code).toBe('25');
  });

  it('that nobody paid in time is taken back, so that nobody pays it later', async () => {
    const till = await signedIn();
    const { text, query } = await shown(till);
    world.setNow(new Date(world.now().getTime() + 6 * 60_000));
    const before = world.outside.networkAnswer;
    world.outside.networkAnswer = network.ask;
    await world.fireDue();
    world.outside.networkAnswer = before;
    expect(await statuses(till)).toEqual(['qr reversed']);
    expect(await played.payCode(text)).toBe(false);
    expect((await query()).code).toBe('12');
  });

  it('is not shown when the network makes none', async () => {
    const till = await signedIn();
    faults.set('network', 'loseReply', 1);
    expect((await shown(till)).code).toBe('98');
    await hearAll();
    expect(await statuses(till)).toEqual(['qr reversed']);
  });
});

describe('over the line', () => {
  it('a balance comes in F54, and has no amount', async () => {
    const till = await signedIn();
    const { code, answer } = await ask(till, '0200', '01', { 3: '310000', 4: '' });
    expect(code).toBe('00');
    expect(textOf(answer, 54)).toMatch(/^1002156C\d{12}$/);
    expect(answer.fields[4]).toBeUndefined();
    expect(await statuses(till)).toEqual([]);
  });

  it('a chip that approved by itself, a phone approval and a tip are told afterwards', async () => {
    const till = await signedIn();
    const chip = writeBerTlv([{ tag: '8A', value: fromAscii('Y1') }]);
    const sale = { 3: '000000', 4: amount('20.00') };
    expect((await ask(till, '0200', '36', { ...sale, 22: '052', 55: chip })).code).toBe('00');
    const told = await ask(till, '0220', '30', { ...sale, 38: '123456' });
    expect(told.code).toBe('00');
    const f61 = `000001${textOf(told.asked, 11) ?? ''}`;
    const tip = { ...sale, 4: amount('23.00'), 48: amount('3.00'), 61: f61 };
    expect((await ask(till, '0220', '34', tip)).code).toBe('00');
    expect(await statuses(till)).toEqual(['offline approved', 'offline approved', 'tip approved']);
  });

  it('a part comes with 10 and its own amount, only to who can take it', async () => {
    const till = await signedIn();
    const sale = { 3: '000000', 4: amount('15.11') };
    const whole = await ask(till, '0200', '22', sale);
    expect([whole.code, textOf(whole.answer, 4)]).toEqual(['11', amount('15.11')]);
    const part = await ask(till, '0200', '22', { ...sale, 60: '22000001000601' });
    expect([part.code, textOf(part.answer, 4)]).toEqual(['10', amount('7.55')]);
  });

  it.each(['12.11', '14.11'])('%s has no answer that counts, and is reversed', async (yuan) => {
    const till = await signedIn();
    const { code } = await ask(till, '0200', '22', { 3: '000000', 4: amount(yuan) });
    expect(code).toBe('98');
    expect((await held(till, yuan)).code).toBe('98');
    await hearAll();
    expect(await statuses(till)).toEqual(['card reversed', 'preauth reversed']);
  });

  it.each([
    ['11.51', '51'],
    ['11.11', '11'],
    ['13.11', '11'],
    ['15.51', '51'],
  ])('%s is answered %s, for card, code and hold alike', async (yuan, code) => {
    const till = await signedIn();
    const card = { 3: '000000', 4: amount(yuan) };
    expect((await ask(till, '0200', '22', card)).code).toBe(code);
    expect((await held(till, yuan)).code).toBe(code);
    const qr = await till.pos.terminal.qrSale({
      amountMinor: BigInt(amount(yuan)),
      code: '6212345678901234567',
    });
    expect(qr).toMatchObject({ code });
  });

  it('an answer that comes late is noted on its message, and nothing follows from it', async () => {
    const till = await signedIn();
    faults.set('network', 'late', 1);
    expect((await ask(till, '0200', '22', { 3: '000000', 4: amount('10.00') })).code).toBe('98');
    const noted = async () => {
      const { rows } = await sql<{ late_code: string | null; status: string }>`
        select late_code, status from upstream_leg
        where merchant_id = ${till.pos.merchantId} and kind = 'sale'`.execute(test.db);
      return rows;
    };
    await expect.poll(noted).toEqual([{ late_code: '00', status: 'unknown' }]);
    await hearAll();
    expect(await statuses(till)).toEqual(['card reversed']);
  });
});

it('and after all of this every rule of the books holds, and no card number is kept', async () => {
  await hearAll();
  const findings = await verify(test.db, [...ledgerInvariants, ...paymentInvariants]);
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from payment p where p::text like '%' || ${PAN} || '%'
      union all select 1 from exchange e where e::text like '%' || ${PAN} || '%'
      union all select 1 from upstream_leg l where l::text like '%' || ${PAN} || '%'
      union all select 1 from sandbox_network_txn n where n::text like '%' || ${PAN} || '%'
    ) as found`.execute(test.db);
  expect(rows[0]?.found).toBe(false);
});
