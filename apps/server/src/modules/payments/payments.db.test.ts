import { money, secret, yuan } from '@kaitong/values';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NetworkMessage } from '#connectors/card-network';
import { balancesOf, ledgerInvariants, verify } from '#ledger';
import { setMerchantStatus } from '#merchants';
import { transact } from '#platform/db';
import { testDatabase } from '#testing/database';
import { makeMerchant, seedCatalogue, type SampleMerchant } from '#testing/merchant';
import { makeWorld, TUESDAY, type World } from '#testing/world';
import { endUpload, openBatch, settleBatch, uploadLines } from './batch.ts';
import { clearables, legByKeys, markCleared } from './clear.ts';
import { paymentInvariants } from './invariants.ts';
import { wallClock, type MessageKey, type Till } from './model.ts';
import { recover } from './recover.ts';
import { refundPayment } from './refund.ts';
import { reversePayment } from './reverse.ts';
import { sendReversal } from './reversals.ts';
import { begin, sale, type SaleRequest } from './sale.ts';
import { firstSaleAt, lockByTrace, paymentById, refundsOf, type Payment } from './store.ts';
import { openReversals } from './legs/store.ts';
import { voidPayment } from './void.ts';

const test = testDatabase();
const DEBIT = '6200000000000005';
const CREDIT = '6200010000000008';
let world: World;
let shop: SampleMerchant;
let till: Till;
let batchNo: string;
let trace = 0;
let terminals = 0;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
});

/** A merchant and a till of its own for every test, so that limits and batches do not mix. */
beforeEach(async () => {
  world.setNow(TUESDAY);
  world.outside.networkAnswer = async (request) => approve(request);
  shop = await makeMerchant(world);
  await world.transact(async (tx) => setMerchantStatus(tx, shop.merchant_id, 'active'));
  till = await newTill();
});

describe('a sale', () => {
  it('is approved with its journal, its fee by the signed plan, and its news', async () => {
    const answer = await pay({ amount: '100' });
    expect(answer).toMatchObject({ code: '00', authCode: '123456', day: '2026-03-10' });
    const payment = await last();
    expect(payment).toMatchObject({
      status: 'approved',
      tender: 'debit',
      fee_minor: 50n,
      interchange_minor: 27n, // 0.35 % × 0.78, a supermarket
      network_minor: 3n,
      card_masked: '620000******0005',
      business_day: '2026-03-10',
    });
    expect(await balance('2100')).toBe(9_950n);
    expect(await firstSaleAt(test.db, shop.merchant_id)).toEqual(world.now());
    const { rows } = await sql<{ type: string }>`
      select type from event where payload->>'paymentId' = ${payment.id}`.execute(test.db);
    expect(rows).toEqual([{ type: 'payment.approved' }]);
  });

  it('tells the network the card number, and keeps it nowhere', async () => {
    await pay({ amount: '100', pan: CREDIT });
    expect(world.outside.networkRequests.at(-1)?.fields[2]).toBe(CREDIT);
    const { rows } = await sql<{ found: string }>`
      select coalesce(string_agg(t::text, ' '), '') as found from (
        select to_jsonb(p) as t from payment p union all select to_jsonb(e) from exchange e
        union all select to_jsonb(l) from upstream_leg l union all select to_jsonb(v) from event v
      ) everything`.execute(test.db);
    expect(rows[0]?.found).not.toContain(CREDIT);
  });

  it.each([
    ['a code', { qr: '6212345678901234567' }, 'qr', 38n, 22n],
    ['a credit card', { pan: CREDIT }, 'credit', 60n, 3n],
  ] as const)('of %s is charged by its own rule', async (_, payer, tender, fee, network) => {
    await pay({ amount: '100', ...payer });
    expect(await last()).toMatchObject({ tender, fee_minor: fee, network_minor: network });
  });

  it('that the network declines moves no money and no limit', async () => {
    world.outside.networkAnswer = async (request) => approve(request, { 39: '51' });
    expect(await pay({ amount: '100' })).toMatchObject({ code: '51' });
    expect(await last()).toMatchObject({ status: 'declined', answered_by: 'network' });
    expect(await balance('2100')).toBe(0n);
    const { rows } = await sql<{ amount_minor: bigint }>`
      select amount_minor from risk_usage where merchant_id = ${shop.merchant_id}`.execute(test.db);
    expect(rows[0]?.amount_minor).toBe(0n);
  });

  it.each([
    ['over the single limit', '20000.01', DEBIT, '61'],
    ['with a card of no known bank', '1', '9999000000000007', '15'],
  ])('%s is refused without asking anyone', async (_, amount, pan, code) => {
    const asked = world.outside.networkRequests.length;
    expect(await pay({ amount, pan })).toEqual({ code });
    expect(world.outside.networkRequests).toHaveLength(asked);
  });

  it('is refused for a merchant that may not trade, and in a batch that is not open', async () => {
    expect(await pay({ amount: '1', key: { batchNo: '000099' } })).toEqual({ code: '77' });
    await world.transact(async (tx) => setMerchantStatus(tx, shop.merchant_id, 'suspended'));
    expect(await pay({ amount: '1' })).toEqual({ code: '03' });
  });
});

describe('a sale again', () => {
  it('asked twice is one sale; with other content it is refused', async () => {
    const request = requestOf({ amount: '100' });
    const first = await sale(world.services, ask(), request);
    expect(await sale(world.services, ask(), request)).toEqual(first);
    expect(await sale(world.services, ask(), { ...request, fingerprint: 'other' })).toEqual({
      code: '94',
    });
    expect(await balance('2100')).toBe(9_950n);
  });

  it('asked twice at once is one sale, and the second waits for the answer of the first', async () => {
    const request = requestOf({ amount: '100' });
    const answers = await Promise.all([
      sale(world.services, ask(), request),
      sale(world.services, ask(), request),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await balance('2100')).toBe(9_950n);
  });

  it('raises an alert after three declines of one card', async () => {
    world.outside.networkAnswer = async (request) => approve(request, { 39: '05' });
    for (let times = 0; times < 3; times++) await pay({ amount: '10' });
    const { rows } = await sql`
      select rule from risk_alert where merchant_id = ${shop.merchant_id}`.execute(test.db);
    expect(rows).toEqual([{ rule: 'T21' }]);
  });
});

describe('an answer that does not come', () => {
  it.each([
    ['nothing', async () => undefined],
    ['another amount', async (m: NetworkMessage) => approve(m, { 4: '000000000001' })],
    ['no answer code', async (m: NetworkMessage) => approve(m, { 39: new Uint8Array(2) })],
    ['only a part approved', async (m: NetworkMessage) => approve(m, { 39: '10' })],
  ] as const)('(%s) is unknown, answered 98, and reversed', async (_, networkAnswer) => {
    world.outside.networkAnswer = networkAnswer;
    expect(await pay({ amount: '100' })).toMatchObject({ code: '98' });
    expect((await last()).status).toBe('unknown');
    expect(await balance('2100')).toBe(0n);
    world.outside.networkAnswer = async (request) => approve(request);
    await world.hearAll();
    expect((await last()).status).toBe('reversed');
    const sent = world.outside.networkRequests.at(-1);
    expect(sent?.mti).toBe('0420');
    expect(sent?.fields[2]).toBeUndefined();
    expect(String(sent?.fields[90])).toMatch(/^0200\d{38}$/);
  });

  it('keeps being reversed until the network confirms, and twenty five is confirmed too', async () => {
    world.outside.networkAnswer = async () => undefined;
    await pay({ amount: '100' });
    const leg = (await openReversals(test.db, 100)).find(
      ({ merchant_id }) => merchant_id === shop.merchant_id,
    );
    const task = { merchantId: shop.merchant_id, legId: leg?.id ?? '' };
    await expect(sendReversal(world.services, task)).rejects.toThrow('no answer');
    world.outside.networkAnswer = async (request) => approve(request, { 39: '96' });
    await expect(sendReversal(world.services, task)).rejects.toThrow('96');
    world.outside.networkAnswer = async (request) => approve(request, { 39: '25' });
    await sendReversal(world.services, task);
    expect((await last()).status).toBe('reversed');
  });

  it('because we died in between is found at the next start and reversed', async () => {
    const request = requestOf({ amount: '100' });
    const killed = await transact(test.db, async (tx) =>
      begin(tx, ask(), { services: world.services, request }),
    );
    expect(killed.kind).toBe('sending');
    expect(await recover(world.services, { olderThan_ms: 60_000 })).toBe(0);
    expect(await recover(world.services, { olderThan_ms: 0 })).toBe(1);
    expect((await last()).status).toBe('unknown');
    expect(await sale(world.services, ask(), request)).toMatchObject({ code: '98' });
    await world.hearAll();
    expect((await last()).status).toBe('reversed');
  });

  it('that comes after the terminal gave up is noted and never believed', async () => {
    const request = requestOf({ amount: '100' });
    world.outside.networkAnswer = async (message) => {
      world.outside.networkAnswer = async (later) => approve(later);
      expect(await reverse(request.key, '100')).toEqual({ code: '00' });
      return approve(message);
    };
    expect(await sale(world.services, ask(), request)).toMatchObject({ code: '98' });
    await world.hearAll();
    expect((await last()).status).toBe('reversed');
    expect(await balance('2100')).toBe(0n);
  });
});

describe('a reversal by the terminal', () => {
  it('takes an approved sale back at once and tells the network until it knows', async () => {
    const { key } = await paid('100');
    expect(await reverse(key, '100')).toEqual({ code: '00' });
    expect((await last()).status).toBe('reversal_pending');
    expect(await balance('2100')).toBe(0n);
    expect(await reverse(key, '100')).toEqual({ code: '00' });
    await world.hearAll();
    expect((await last()).status).toBe('reversed');
    expect(await listed()).toEqual([]);
  });

  it('before its sale is remembered: the sale is refused when it comes', async () => {
    const request = requestOf({ amount: '100' });
    expect(await reverse(request.key, '100')).toEqual({ code: '25' });
    expect(await reverse(request.key, '100')).toEqual({ code: '25' });
    expect(await sale(world.services, ask(), request)).toEqual({ code: '12' });
    expect(await balance('2100')).toBe(0n);
  });

  it('with another amount is refused, and of a declined sale there is nothing to do', async () => {
    const { key } = await paid('100');
    expect(await reverse(key, '99')).toEqual({ code: '64' });
    world.outside.networkAnswer = async (request) => approve(request, { 39: '51' });
    const declined = requestOf({ amount: '100' });
    await sale(world.services, ask(), declined);
    expect(await reverse(declined.key, '100')).toEqual({ code: '12' });
  });
});

describe('a void', () => {
  it('takes the whole payment back, once', async () => {
    const { key, payment } = await paid('100');
    expect(await undo(key, '100', payment.rrn)).toMatchObject({ code: '00' });
    expect((await paymentById(test.db, payment.id))?.status).toBe('voided');
    expect(await balance('2100')).toBe(0n);
    expect(await undo(key, '100', payment.rrn)).toEqual({ code: '12' });
    expect(await listed()).toEqual([]);
  });

  it.each([
    ['of nothing', { trace: '999999' }, '100', '25'],
    ['with the wrong reference', { rrn: '000000000000' }, '100', '25'],
    ['of another card', { pan: CREDIT }, '100', '14'],
    ['of another amount', {}, '99', '64'],
  ])('%s is refused', async (_, but, amount, code) => {
    const { key, payment } = await paid('100');
    const original = { batchNo, trace: key.trace, rrn: payment.rrn, ...but };
    const payer = 'pan' in but ? { payer: card(but.pan) } : {};
    const request = { key: nextKey(), amount: yuan(amount), original, ...payer, fingerprint: 'f' };
    expect(await voidPayment(world.services, ask(), request)).toEqual({ code });
  });

  it('that the network declines leaves the payment standing', async () => {
    const { key, payment } = await paid('100');
    world.outside.networkAnswer = async (request) => approve(request, { 39: '12' });
    expect(await undo(key, '100', payment.rrn)).toMatchObject({ code: '12' });
    expect((await paymentById(test.db, payment.id))?.status).toBe('approved');
  });

  it('without an answer is itself reversed, and the payment stands', async () => {
    const { key, payment } = await paid('100');
    world.outside.networkAnswer = async () => undefined;
    expect(await undo(key, '100', payment.rrn)).toMatchObject({ code: '98' });
    expect((await paymentById(test.db, payment.id))?.status).toBe('void_unknown');
    world.outside.networkAnswer = async (request) => approve(request);
    await world.hearAll();
    expect((await paymentById(test.db, payment.id))?.status).toBe('approved');
    expect(await balance('2100')).toBe(9_950n);
    expect(await listed()).toEqual(['sale']);
  });

  it('can be taken back by the terminal, and then be done again', async () => {
    const { key, payment } = await paid('100');
    const voiding = nextKey();
    await undo(key, '100', payment.rrn, voiding);
    expect(await reverse(voiding, '100', 'void')).toEqual({ code: '00' });
    expect((await paymentById(test.db, payment.id))?.status).toBe('approved');
    expect(await balance('2100')).toBe(9_950n);
    await world.hearAll();
    expect(await undo(key, '100', payment.rrn)).toMatchObject({ code: '00' });
    expect(await balance('2100')).toBe(0n);
  });
});

describe('a refund', () => {
  it('comes in parts, and the parts of the fee add up', async () => {
    await paid('1000'); // so that the merchant has money to give back
    const { payment } = await paid('333.33', CREDIT);
    const before = await balance('4100');
    for (const part of ['111.11', '111.11', '111.11'])
      expect(await giveBack(payment, part)).toMatchObject({ code: '00' });
    const refunds = await refundsOf(test.db, payment);
    expect(refunds.map(({ fee_minor }) => fee_minor)).toEqual([67n, 66n, 67n]);
    expect(await paymentById(test.db, payment.id)).toMatchObject({
      refunded_minor: 33_333n,
      fee_returned_minor: 200n,
    });
    expect(before - (await balance('4100'))).toBe(200n);
    expect(await giveBack(payment, '0.01')).toEqual({ code: '64' });
  });

  it.each([
    ['of an unknown reference', { rrn: '999999999999' }, '1', '25'],
    ['of another day', { date: '0101' }, '1', '25'],
    ['of another card', { pan: CREDIT }, '1', '14'],
    ['of more than was sold', {}, '100.01', '64'],
    ['of more than the merchant has', {}, '100', '51'],
  ])('%s is refused', async (_, but, amount, code) => {
    const { payment } = await paid('100');
    expect(await giveBack(payment, amount, but)).toEqual({ code });
  });

  it('without an answer stays unknown, is not reversed, and blocks its amount', async () => {
    await paid('1000');
    const { payment } = await paid('100');
    world.outside.networkAnswer = async () => undefined;
    expect(await giveBack(payment, '60')).toMatchObject({ code: '98' });
    world.outside.networkAnswer = async (request) => approve(request);
    await world.hearAll();
    const [refund] = await refundsOf(test.db, payment);
    expect(refund?.status).toBe('unknown');
    expect(await giveBack(payment, '60')).toEqual({ code: '64' });
  });
});

describe('a batch', () => {
  it('settles equal: sales are debits, voids and refunds credits, the next batch is open', async () => {
    const { key, payment } = await paid('100');
    await paid('50', '4111110000000002');
    await undo(key, '100', payment.rrn);
    const theirs = {
      domestic: { debitMinor: '10000', debitCount: 1, creditMinor: '10000', creditCount: 1 },
      foreign: { debitMinor: '5000', debitCount: 1, creditMinor: '0', creditCount: 0 },
    };
    const settled = await settleBatch(world.services, ask(), { key: nextKey(), theirs });
    expect(settled).toMatchObject({ code: '00', domesticEqual: true, foreignEqual: true });
    expect(await settleBatch(world.services, ask(), { key: nextKey(), theirs })).toEqual(settled);
    expect(await pay({ amount: '1' })).toEqual({ code: '77' });
    expect(await world.transact(async (tx) => openBatch(tx, ask(), till))).toBe('000002');
    expect(await endUpload(world.services, ask(), end(0))).toEqual({ code: '00' });
  });

  it('settles unequal, takes the lines once each, and closes when all are there', async () => {
    await paid('100');
    const nothing = { debitMinor: '0', debitCount: 0, creditMinor: '0', creditCount: 0 };
    const theirs = { domestic: nothing, foreign: nothing };
    const settled = await settleBatch(world.services, ask(), { key: nextKey(), theirs });
    expect(settled).toMatchObject({ domesticEqual: false, foreignEqual: true });
    expect(settled.ours?.domestic.debitMinor).toBe('10000');
    const lines = [{ trace: '000001', pan: DEBIT, amountMinor: 10_000n }];
    const upload = { key: nextKey(), code: '201', lines };
    expect(await uploadLines(world.services, ask(), upload)).toEqual({ code: '00' });
    expect(await uploadLines(world.services, ask(), upload)).toEqual({ code: '00' });
    expect(await endUpload(world.services, ask(), end(2))).toEqual({ code: '79' });
    expect(await endUpload(world.services, ask(), end(1))).toEqual({ code: '00' });
    expect(await endUpload(world.services, ask(), end(1))).toEqual({ code: '00' });
  });

  it('that is settled gives nothing back by void or reversal any more', async () => {
    const { key, payment } = await paid('100');
    const debit = { debitMinor: '10000', debitCount: 1, creditMinor: '0', creditCount: 0 };
    const nothing = { debitMinor: '0', debitCount: 0, creditMinor: '0', creditCount: 0 };
    const theirs = { domestic: debit, foreign: nothing };
    await settleBatch(world.services, ask(), { key: nextKey(), theirs });
    expect(await reverse(key, '100')).toEqual({ code: '12' });
    batchNo = await world.transact(async (tx) => openBatch(tx, ask(), till));
    const original = { batchNo: '000001', trace: key.trace, rrn: payment.rrn };
    const request = { key: nextKey(), amount: yuan('100'), original, fingerprint: 'f' };
    expect(await voidPayment(world.services, ask(), request)).toEqual({ code: '12' });
  });
});

describe('what settlement sees', () => {
  it('lists each thing that moved money once, until it stood in a file', async () => {
    await paid('1000');
    const { payment } = await paid('100');
    await giveBack(payment, '10');
    expect(await listed()).toEqual(['sale', 'sale', 'refund']);
    const all = await own();
    const [leg] = all;
    await world.transact(async (tx) =>
      markCleared(tx, ask(), { day: all[0]?.day ?? neverDay, ids: all.map(({ id }) => id) }),
    );
    expect(await listed()).toEqual([]);
    expect((await paymentById(test.db, payment.id))?.status).toBe('cleared');
    if (!leg) throw new Error('no leg');
    expect(await world.transact(async (tx) => legByKeys(tx, leg.keys))).toMatchObject({
      id: leg.id,
      status: 'cleared',
    });
  });

  it('keeps a void of a later day beside its sale', async () => {
    const { key, payment } = await paid('100');
    world.setNow(new Date('2026-03-10T15:00:00Z')); // 23:00 in Shanghai
    expect(await undo(key, '100', payment.rrn)).toMatchObject({ code: '00', day: '2026-03-11' });
    expect(await listed()).toEqual(['sale', 'void']);
  });
});

it('and after all of this every rule of the books holds', async () => {
  const findings = await verify(test.db, [...ledgerInvariants, ...paymentInvariants]);
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
});

const neverDay = '2026-03-10' as never;
const ask = () => world.system();
const card = (pan: string) => ({ kind: 'card', pan: secret(pan) }) as const;

async function newTill(): Promise<Till> {
  const made = {
    merchantId: shop.merchant_id,
    merchantNo: shop.merchant_no,
    terminalId: `trm_${++terminals}`,
    terminalNo: String(10_000_000 + terminals),
    epoch: 1,
  };
  batchNo = await world.transact(async (tx) => openBatch(tx, ask(), made));
  return made;
}

/** A second passes between two messages, so that ids sort as things happened. */
function nextKey(): MessageKey {
  world.setNow(new Date(world.now().getTime() + 1000));
  return { ...till, batchNo, trace: String(++trace).padStart(6, '0') };
}

type Wanted = { amount: string; pan?: string; qr?: string; key?: Partial<MessageKey> };

function requestOf({ amount, pan = DEBIT, qr, key = {} }: Wanted): SaleRequest {
  const payer = qr === undefined ? card(pan) : ({ kind: 'qr', code: secret(qr) } as const);
  return {
    key: { ...nextKey(), ...key },
    amount: yuan(amount),
    payer,
    reading: { entryMode: qr === undefined ? '051' : '032' },
    fingerprint: `sale of ${amount}`,
  };
}

async function pay(wanted: Wanted) {
  return sale(world.services, ask(), requestOf(wanted));
}

async function paid(amount: string, pan = DEBIT): Promise<{ key: MessageKey; payment: Payment }> {
  const request = requestOf({ amount, pan });
  await sale(world.services, ask(), request);
  return { key: request.key, payment: await last() };
}

async function reverse(key: MessageKey, amount: string, of: 'sale' | 'void' = 'sale') {
  const request = { key, of, amount: yuan(amount), fingerprint: `reverse ${amount}` };
  return reversePayment(world.services, ask(), request);
}

async function undo(original: MessageKey, amount: string, rrn: string, key = nextKey()) {
  return voidPayment(world.services, ask(), {
    key,
    amount: yuan(amount),
    original: { batchNo: original.batchNo, trace: original.trace, rrn },
    fingerprint: `void ${rrn}`,
  });
}

async function giveBack(
  payment: Payment,
  amount: string,
  but: { rrn?: string; date?: string; pan?: string } = {},
) {
  return refundPayment(world.services, ask(), {
    key: nextKey(),
    amount: yuan(amount),
    original: {
      rrn: but.rrn ?? payment.rrn,
      date: but.date ?? wallClock(payment.at).slice(0, 4),
    },
    ...(but.pan === undefined ? {} : { payer: card(but.pan) }),
    fingerprint: `refund ${amount}`,
  });
}

function end(count: number) {
  return { key: { ...nextKey(), batchNo: '000001' }, count, fingerprint: `end ${count}` };
}

/** The newest payment of this test's merchant. */
async function last(): Promise<Payment> {
  const { rows } = await sql<{ trace: string }>`
    select trace from payment where merchant_id = ${shop.merchant_id}
    order by id desc limit 1`.execute(test.db);
  const by = { ...till, batchNo: '000001', trace: rows[0]?.trace ?? '' };
  const payment = await world.transact(async (tx) => lockByTrace(tx, by));
  if (!payment) throw new Error('no payment');
  return payment;
}

async function balance(code: string): Promise<bigint> {
  const balances = await balancesOf(test.db, shop.merchant_id);
  return (balances.find((one) => one.code === code)?.balance ?? money(0n)).minor;
}

async function own() {
  const all = await world.transact(async (tx) => clearables(tx, '2026-03-12' as never));
  return all.filter(({ merchantId }) => merchantId === shop.merchant_id);
}

async function listed(): Promise<string[]> {
  return (await own()).map(({ kind }) => kind);
}

/** What a network that says yes would answer. */
function approve(
  { mti, fields }: NetworkMessage,
  but: Readonly<Record<number, string | Uint8Array>> = {},
): NetworkMessage {
  const { 2: _, 48: __, 52: ___, 90: ____, ...echo } = fields;
  const answer = { ...echo, 38: '123456', 39: '00', ...but };
  return { mti: `${mti.slice(0, 2)}${Number(mti[2]) + 1}0`, fields: answer };
}
