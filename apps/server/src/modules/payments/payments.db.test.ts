import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { NetworkMessage } from '#connectors/card-network';
import { ledgerInvariants, verify } from '#ledger';
import { setMerchantStatus } from '#merchants';
import { transact } from '#platform/db';
import { approve, CREDIT, DEBIT, useTill } from '#testing/till';
import { paymentInvariants } from './invariants.ts';
import { openReversals } from './legs/store.ts';
import { recover } from './recover.ts';
import { sendReversal } from './reversals.ts';
import { begin, sale } from './sale.ts';
import { firstSaleAt } from './store.ts';

const { test, world, till, ask, requestOf, last, listed, pay, paid, reverse, balance } = useTill();

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
    expect(await firstSaleAt(test.db, till().merchantId)).toEqual(world().now());
    const { rows } = await sql<{ type: string }>`
      select type from event where payload->>'paymentId' = ${payment.id}`.execute(test.db);
    expect(rows).toEqual([{ type: 'payment.approved' }]);
  });

  it('tells the network the card number, and keeps it nowhere', async () => {
    await pay({ amount: '100', pan: CREDIT });
    expect(world().outside.networkRequests.at(-1)?.fields[2]).toBe(CREDIT);
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
    world().outside.networkAnswer = async (request) => approve(request, { 39: '51' });
    expect(await pay({ amount: '100' })).toMatchObject({ code: '51' });
    expect(await last()).toMatchObject({ status: 'declined', answered_by: 'network' });
    expect(await balance('2100')).toBe(0n);
    const { rows } = await sql<{ amount_minor: bigint }>`
      select amount_minor from risk_usage where merchant_id = ${till().merchantId}`.execute(
      test.db,
    );
    expect(rows[0]?.amount_minor).toBe(0n);
  });

  it.each([
    ['over the single limit', '20000.01', DEBIT, '61'],
    ['with a card of no known bank', '1', '9999000000000007', '15'],
  ])('%s is refused without asking anyone', async (_, amount, pan, code) => {
    const asked = world().outside.networkRequests.length;
    expect(await pay({ amount, pan })).toEqual({ code });
    expect(world().outside.networkRequests).toHaveLength(asked);
  });

  it('is refused for a merchant that may not trade, and in a batch that is not open', async () => {
    expect(await pay({ amount: '1', key: { batchNo: '000099' } })).toEqual({ code: '77' });
    await world().transact(async (tx) => setMerchantStatus(tx, till().merchantId, 'suspended'));
    expect(await pay({ amount: '1' })).toEqual({ code: '03' });
  });
});

describe('a sale again', () => {
  it('asked twice is one sale; with other content it is refused', async () => {
    const request = requestOf({ amount: '100' });
    const first = await sale(world().services, ask(), request);
    expect(await sale(world().services, ask(), request)).toEqual(first);
    expect(await sale(world().services, ask(), { ...request, fingerprint: 'other' })).toEqual({
      code: '94',
    });
    expect(await balance('2100')).toBe(9_950n);
  });

  it.each(['0220:30', '0200:36', '0100:10'] as const)(
    'a message of another kind (%s) under its number is refused, and the line goes on',
    async (kind) => {
      const request = requestOf({ amount: '100' });
      await sale(world().services, ask(), request);
      expect(await sale(world().services, ask(), { ...request, kind })).toEqual({ code: '94' });
      expect(await balance('2100')).toBe(9_950n);
    },
  );

  it('asked twice at once is one sale, and the second waits for the answer of the first', async () => {
    const request = requestOf({ amount: '100' });
    const answers = await Promise.all([
      sale(world().services, ask(), request),
      sale(world().services, ask(), request),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await balance('2100')).toBe(9_950n);
  });

  it('raises an alert after three declines of one card', async () => {
    world().outside.networkAnswer = async (request) => approve(request, { 39: '05' });
    for (let times = 0; times < 3; times++) await pay({ amount: '10' });
    const { rows } = await sql`
      select rule from risk_alert where merchant_id = ${till().merchantId}`.execute(test.db);
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
    world().outside.networkAnswer = networkAnswer;
    expect(await pay({ amount: '100' })).toMatchObject({ code: '98' });
    expect((await last()).status).toBe('unknown');
    expect(await balance('2100')).toBe(0n);
    world().outside.networkAnswer = async (request) => approve(request);
    await world().hearAll();
    expect((await last()).status).toBe('reversed');
    const sent = world().outside.networkRequests.at(-1);
    expect(sent?.mti).toBe('0420');
    expect(sent?.fields[2]).toBeUndefined();
    expect(String(sent?.fields[90])).toMatch(/^0200\d{38}$/);
  });

  it('keeps being reversed until the network confirms, and twenty five is confirmed too', async () => {
    world().outside.networkAnswer = async () => undefined;
    await pay({ amount: '100' });
    const leg = (await openReversals(test.db, 100)).find(
      ({ merchant_id }) => merchant_id === till().merchantId,
    );
    const task = { merchantId: till().merchantId, legId: leg?.id ?? '' };
    await expect(sendReversal(world().services, task)).rejects.toThrow('no answer');
    world().outside.networkAnswer = async (request) => approve(request, { 39: '96' });
    await expect(sendReversal(world().services, task)).rejects.toThrow('96');
    world().outside.networkAnswer = async (request) => approve(request, { 39: '25' });
    await sendReversal(world().services, task);
    expect((await last()).status).toBe('reversed');
  });

  it('because we died in between is found at the next start and reversed', async () => {
    const request = requestOf({ amount: '100' });
    const killed = await transact(test.db, async (tx) =>
      begin(tx, ask(), { services: world().services, request }),
    );
    expect(killed.kind).toBe('sending');
    expect(await recover(world().services, { olderThan_ms: 60_000 })).toBe(0);
    expect(await recover(world().services, { olderThan_ms: 0 })).toBe(1);
    expect((await last()).status).toBe('unknown');
    expect(await sale(world().services, ask(), request)).toMatchObject({ code: '98' });
    await world().hearAll();
    expect((await last()).status).toBe('reversed');
  });

  it('that comes after the terminal gave up is noted and never believed', async () => {
    const request = requestOf({ amount: '100' });
    world().outside.networkAnswer = async (message) => {
      world().outside.networkAnswer = async (later) => approve(later);
      expect(await reverse(request.key, '100')).toEqual({ code: '00' });
      return approve(message);
    };
    expect(await sale(world().services, ask(), request)).toMatchObject({ code: '98' });
    await world().hearAll();
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
    await world().hearAll();
    expect((await last()).status).toBe('reversed');
    expect(await listed()).toEqual([]);
  });

  it('before its sale is remembered: the sale is refused when it comes', async () => {
    const request = requestOf({ amount: '100' });
    expect(await reverse(request.key, '100')).toEqual({ code: '25' });
    expect(await reverse(request.key, '100')).toEqual({ code: '25' });
    expect(await sale(world().services, ask(), request)).toEqual({ code: '12' });
    expect(await balance('2100')).toBe(0n);
  });

  it('with another amount is refused, and of a declined sale there is nothing to do', async () => {
    const { key } = await paid('100');
    expect(await reverse(key, '99')).toEqual({ code: '64' });
    world().outside.networkAnswer = async (request) => approve(request, { 39: '51' });
    const declined = requestOf({ amount: '100' });
    await sale(world().services, ask(), declined);
    expect(await reverse(declined.key, '100')).toEqual({ code: '12' });
  });
});

it('and after all of this every rule of the books holds', async () => {
  const findings = await verify(test.db, [...ledgerInvariants, ...paymentInvariants]);
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
});
