import { createHmac, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { TERMINAL_HEADERS } from '@kaitong/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '#ledger';
import { paymentInvariants } from '#payments';
import { silentLog } from '#platform/log';
import { createServer, mount } from '#platform/server';
import {
  authenticateTerminal,
  issueCode,
  recordSelfTest,
  setGateItem,
  suspend,
  unbind,
} from '#terminals';
import { testDatabase } from '#testing/database';
import { makeMerchant, makeTerminal, seedCatalogue } from '#testing/merchant';
import { sayYes } from '#testing/shop';
import { makeWorld, type World } from '#testing/world';
import { jsonLineModule } from './index.ts';

const test = testDatabase();
const TOKEN = '6200000000000005';
let world: World;
let base: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
  sayYes(world);
  const { services } = world;
  const edge = {
    db: test.db,
    clock: services.clock,
    log: silentLog,
    secure: false,
    authenticate: async () => undefined,
    authenticateTerminal: async (request: Parameters<typeof authenticateTerminal>[1]) =>
      authenticateTerminal(services, request),
  };
  const server = await createServer(edge);
  mount(server, edge, jsonLineModule.routes?.(services) ?? []);
  await server.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  stop = async () => server.close();
});
afterAll(async () => stop());

type Reply = { status: number; body: Record<string, unknown> };
type Till = { terminalNo: string; terminalId: string; merchantId: string; key: string };

async function post(path: string, body: string, headers: Record<string, string>): Promise<Reply> {
  const response = await fetch(`${base}/v1/terminal/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

type Signing = { readonly at?: Date; readonly nonce?: string };

function signed(till: Till, path: string, body: string, { at, nonce }: Signing = {}) {
  const timestamp = String(Math.floor((at ?? world.now()).getTime() / 1000));
  const once = nonce ?? randomBytes(12).toString('hex');
  const text = [timestamp, once, `POST /v1/terminal/${path}`, body].join('\n');
  const hmac = createHmac('sha256', Buffer.from(till.key, 'hex')).update(text).digest('hex');
  return {
    [TERMINAL_HEADERS.terminalNo]: till.terminalNo,
    [TERMINAL_HEADERS.timestamp]: timestamp,
    [TERMINAL_HEADERS.nonce]: once,
    [TERMINAL_HEADERS.signature]: hmac,
  };
}

async function ask(till: Till, path: string, content: object, how: Signing = {}): Promise<Reply> {
  const body = JSON.stringify(content);
  return post(path, body, signed(till, path, body, how));
}

async function withCode() {
  const { merchant_id: merchantId } = await makeMerchant(world);
  const { id, serial } = await makeTerminal(world, { merchantId, orderId: 'ord_1' });
  const owner = world.ask('owner', { merchantIds: [merchantId] });
  const { keeper } = world.services;
  const { code = '' } = await world.transact(async (tx) =>
    issueCode(tx, owner, { terminalId: id, keeper }),
  );
  return { merchantId, id, serial, code };
}

async function newTill(): Promise<Till> {
  const { merchantId, id, serial, code } = await withCode();
  const { body } = await post('activate', JSON.stringify({ serial, code, device: 'box-1' }), {});
  await world.transact(async (tx) => {
    for (const item of ['application', 'contract', 'payment', 'visit', 'training'] as const)
      await setGateItem(tx, world.system(), { merchantId, item, ok: true });
    const good = { card: true, qr: true, refund: true, print: true };
    await recordSelfTest(tx, world.system(), { terminalId: id, test: good });
  });
  const { terminalNo, terminalKey } = body as { terminalNo: string; terminalKey: string };
  return { terminalNo, terminalId: id, merchantId, key: terminalKey };
}

const yuan = (minor: string) => ({ minor, currency: 'CNY' });
const sale = (clientSn: string, minor = '1000') => ({
  clientSn,
  amount: yuan(minor),
  cardToken: TOKEN,
});

describe('activation by code', () => {
  it('gives numbers and a key once', async () => {
    const { serial, code } = await withCode();
    const claim = JSON.stringify({ serial, code });
    const first = await post('activate', claim, {});
    expect(first.body).toMatchObject({
      terminalKey: expect.stringMatching(/^[0-9a-f]{64}$/),
      keyNo: 1,
    });
    expect((await post('activate', claim, {})).body['code']).toBe('terminals.noCode');
  });

  it('counts wrong codes, and takes none after five or after seven days', async () => {
    const { serial, code } = await withCode();
    const wrong = JSON.stringify({ serial, code: code === '00000000' ? '1' : '00000000' });
    for (let left = 4; left >= 0; left--) await post('activate', wrong, {});
    const right = JSON.stringify({ serial, code });
    expect((await post('activate', right, {})).status).toBe(423);
    const late = await withCode();
    world.setNow(new Date(world.now().getTime() + 7 * 86_400_000));
    const claim = JSON.stringify({ serial: late.serial, code: late.code });
    expect((await post('activate', claim, {})).body['code']).toBe('terminals.codeExpired');
  });
});

describe('a signature', () => {
  it('is taken once, within five minutes, for this body and this call only', async () => {
    const till = await newTill();
    const nonce = 'aaaaaaaaaaaaaaaa';
    expect((await ask(till, 'check-in', {}, { nonce })).status).toBe(200);
    expect((await ask(till, 'check-in', {}, { nonce })).body['code']).toBe('jsonLine.replayed');
    const off = new Date(world.now().getTime() - 301_000);
    expect((await ask(till, 'check-in', {}, { at: off })).body['code']).toBe('jsonLine.clock');
    const body = JSON.stringify(sale('x1'));
    const headers = signed(till, 'sales', body);
    const other = await post('sales', JSON.stringify(sale('x1', '9000')), headers);
    expect(other.body['code']).toBe('jsonLine.signature');
    expect((await post('refunds', body, headers)).body['code']).toBe('jsonLine.signature');
    expect((await post('sales', body, headers)).status).toBe(200); // a wrong one used nothing up
  });

  it.each([
    ['none', {}],
    ['no number', { [TERMINAL_HEADERS.terminalNo]: '12' }],
    ['a short nonce', { [TERMINAL_HEADERS.nonce]: 'short' }],
    ['letters for a time', { [TERMINAL_HEADERS.timestamp]: 'yesterday!' }],
    ['half an HMAC', { [TERMINAL_HEADERS.signature]: 'ab' }],
  ])('%s: 401', async (what, but) => {
    const till = await newTill();
    const headers = what === 'none' ? {} : { ...signed(till, 'check-in', '{}'), ...but };
    const reply = await post('check-in', '{}', headers);
    expect([reply.status, reply.body['code']]).toEqual([401, 'access.signatureNeeded']);
  });

  it('of a stranger, of another key, and of a terminal that was taken away: 401', async () => {
    const [till, other] = [await newTill(), await newTill()];
    const wrong = [
      { ...till, terminalNo: '99999999' },
      { ...till, key: other.key },
    ];
    for (const one of wrong)
      expect((await ask(one, 'check-in', {})).body['code']).toBe('jsonLine.signature');
    const { hsm } = world.services;
    const gone = { terminalId: till.terminalId, reason: 'moved', hsm };
    await world.transact(async (tx) => unbind(tx, world.ask('operator'), gone));
    expect((await ask(till, 'check-in', {})).body['code']).toBe('jsonLine.signature');
  });
});

describe('a check-in', () => {
  it('brings a new key; the one before stays valid, and the one before that does not', async () => {
    const till = await newTill();
    const { terminalKey: second } = (await ask(till, 'check-in', {})).body as {
      terminalKey: string;
    };
    expect((await ask(till, 'sales', sale('a'))).status).toBe(200);
    const newer = { ...till, key: second };
    const { terminalKey: third } = (await ask(newer, 'check-in', {})).body as {
      terminalKey: string;
    };
    expect((await ask(newer, 'sales', sale('b'))).status).toBe(200);
    expect((await ask({ ...till, key: third }, 'sales', sale('c'))).status).toBe(200);
    expect((await ask(till, 'sales', sale('d'))).body['code']).toBe('jsonLine.signature');
  });
});

describe('the verbs of the card line', () => {
  it('sale, query, void, refund, settlement', async () => {
    const till = await newTill();
    const sold = await ask(till, 'sales', sale('s1'));
    expect(sold.body).toMatchObject({ code: '00', approved: true, trace: '000001' });
    const byCode = { clientSn: 's2', amount: yuan('500'), payCode: '6212345678901234567' };
    expect((await ask(till, 'sales', byCode)).body).toMatchObject({ code: '00' });
    expect((await ask(till, 'queries', { clientSn: 's1' })).body).toEqual(sold.body);
    const taken = { clientSn: 'v1', amount: yuan('500'), saleSn: 's2' };
    expect((await ask(till, 'voids', taken)).body).toMatchObject({ code: '00' });
    const back = { clientSn: 'r1', amount: yuan('300'), rrn: sold.body['rrn'] };
    expect((await ask(till, 'refunds', back)).body).toMatchObject({ code: '00' });
    const sums = {
      clientSn: 'e1',
      debit: { count: 2, amount: yuan('1500') },
      credit: { count: 2, amount: yuan('800') },
    };
    const settled = await ask(till, 'settlements', sums);
    expect(settled.body).toMatchObject({ equal: true, closed: true, batchNo: '000001' });
    expect((await ask(till, 'settlements', sums)).body).toEqual(settled.body);
    expect((await ask(till, 'sales', sale('s3'))).body).toMatchObject({ batchNo: '000002' });
  });

  it('the same number again is the same request; with other content 94', async () => {
    const till = await newTill();
    const first = await ask(till, 'sales', sale('n1'));
    expect((await ask(till, 'sales', sale('n1'))).body).toEqual(first.body);
    expect((await ask(till, 'sales', sale('n1', '2000'))).body).toMatchObject({ code: '94' });
    const other = { clientSn: 'n1', amount: yuan('100'), rrn: '606900000001' };
    expect((await ask(till, 'refunds', other)).body).toMatchObject({ code: '94' });
    expect(await countOf(till)).toBe(1);
  });

  it('a reversal takes back what got no answer, also before it comes', async () => {
    const till = await newTill();
    await ask(till, 'sales', sale('u1'));
    const reversal = { clientSn: 'u1', amount: yuan('1000') };
    expect((await ask(till, 'reversals', reversal)).body).toMatchObject({ code: '00' });
    const early = { clientSn: 'u2', amount: yuan('700') };
    expect((await ask(till, 'reversals', early)).body).toMatchObject({ code: '25' });
    expect((await ask(till, 'sales', sale('u2', '700'))).body).toMatchObject({ approved: false });
  });

  it('unequal sums are closed with the lines of the terminal', async () => {
    const till = await newTill();
    await ask(till, 'sales', sale('q1'));
    const none = { count: 0, amount: yuan('0') };
    const sums = { clientSn: 'e2', debit: none, credit: none };
    expect((await ask(till, 'settlements', sums)).body).toMatchObject({
      equal: false,
      closed: false,
      debit: { count: 1, amount: yuan('1000') },
    });
    const lines = [{ clientSn: 'q1', amount: yuan('1000') }];
    expect((await ask(till, 'settlements', { ...sums, lines })).body).toMatchObject({
      equal: false,
      closed: true,
    });
  });
});

describe('what is refused as on the card line', () => {
  it.each([
    ['an amount of nothing', sale('z1', '0'), '13'],
    ['another currency', { ...sale('z2'), amount: { minor: '100', currency: 'USD' } }, '30'],
  ])('%s: %s', async (_, body, code) => {
    expect((await ask(await newTill(), 'sales', body)).body).toMatchObject({
      code,
      approved: false,
    });
  });

  it('a suspended terminal, and one that misses something: 58', async () => {
    const till = await newTill();
    const { merchantId, terminalId } = till;
    const item = { merchantId, item: 'notLimited' } as const;
    await world.transact(async (tx) => setGateItem(tx, world.system(), { ...item, ok: false }));
    expect((await ask(till, 'sales', sale('m1'))).body).toMatchObject({ code: '58' });
    await world.transact(async (tx) => setGateItem(tx, world.system(), { ...item, ok: true }));
    const stopIt = { terminalId, reason: 'lost' } as const;
    await world.transact(async (tx) => suspend(tx, world.ask('operator'), stopIt));
    expect((await ask(till, 'sales', sale('m2'))).body).toMatchObject({ code: '58' });
  });

  it.each([
    ['sales', { clientSn: 'b1', amount: yuan('1') }],
    ['sales', { ...sale('b2'), payCode: '6212345678901234567' }],
    ['sales', sale('a number with spaces')],
    ['sales', { ...sale('b3'), cardToken: '62' }],
    ['refunds', { clientSn: 'b4', amount: yuan('1'), rrn: 'x' }],
    ['settlements', { clientSn: 'b5' }],
  ])('%s with a body that says too little or too much: 422', async (path, body) => {
    expect((await ask(await newTill(), path, body)).status).toBe(422);
  });

  it('what nobody knows: 404', async () => {
    const till = await newTill();
    const taken = { clientSn: 'k1', amount: yuan('1'), saleSn: 'never' };
    expect((await ask(till, 'voids', taken)).status).toBe(404);
    expect((await ask(till, 'queries', { clientSn: 'never' })).status).toBe(404);
  });
});

it('and after all of this the books hold, and no card number is kept', async () => {
  await world.hearAll();
  const findings = await verify(test.db, paymentInvariants);
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from payment p where p::text like '%' || ${TOKEN} || '%'
      union all select 1 from json_request r where r::text like '%' || ${TOKEN} || '%'
      union all select 1 from exchange e where e::text like '%' || ${TOKEN} || '%'
    ) as found`.execute(test.db);
  expect(rows[0]?.found).toBe(false);
});

async function countOf({ merchantId }: Till): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from payment where merchant_id = ${merchantId}`.execute(test.db);
  return rows[0]?.n ?? 0;
}
