import { secret, yuan } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import { ledgerInvariants, verify } from '#ledger';
import { sql } from 'kysely';
import { approve, card, CREDIT, DEBIT, useTill } from '#testing/till';
import { settleBatch, uploadLines } from './batch.ts';
import { differencesOf, lockBatch } from './exchanges/store.ts';
import { inquireBalance } from './inquire.ts';
import { paymentInvariants } from './invariants.ts';
import type { MessageKey } from './model.ts';
import { recover } from './recover.ts';
import { sale } from './sale.ts';

const { test, world, till, ask, nextBatch, nextKey, requestOf, last, ...does } = useTill();
const { follow, pay, paid, undo, reverse, balance, listed } = does;

const silent = () => {
  world().outside.networkAnswer = async () => undefined;
};
const speaking = () => {
  world().outside.networkAnswer = async (request) => approve(request);
};
const sold = async (amount: string) => {
  const { key, payment } = await paid(amount);
  return { of: { key, authCode: '123456', date: '0310' }, payment, key };
};
const asked = () => world().outside.networkRequests;

const inquiry = (key = nextKey()) => ({
  key,
  payer: { kind: 'card', pan: secret(DEBIT) } as const,
  reading: { entryMode: '021' },
  fingerprint: 'balance',
});

describe('a balance inquiry', () => {
  it('says what is on the card, moves nothing, and says the same when asked again', async () => {
    const f54 = '1002156C000000123456';
    world().outside.networkAnswer = async (request) => approve(request, { 54: f54 });
    const request = inquiry();
    const answer = await inquireBalance(world().services, ask(), request);
    expect(answer).toMatchObject({ code: '00', balance: f54 });
    const count = asked().length;
    expect(await inquireBalance(world().services, ask(), request)).toEqual(answer);
    expect(asked()).toHaveLength(count);
    expect(asked().at(-1)).toMatchObject({ mti: '0200', fields: { 3: '310000' } });
    expect(asked().at(-1)?.fields[4]).toBeUndefined();
    expect([await balance('2100'), await listed()]).toEqual([0n, []]);
  });

  it('without an answer is 98, and nothing is reversed', async () => {
    silent();
    expect(await inquireBalance(world().services, ask(), inquiry())).toMatchObject({ code: '98' });
    const count = asked().length;
    await world().hearAll();
    expect(asked()).toHaveLength(count);
  });

  it('of a process that died is answered 98 by the next', async () => {
    const request = inquiry();
    world().outside.networkAnswer = async () => {
      throw new Error('killed');
    };
    await expect(inquireBalance(world().services, ask(), request)).rejects.toThrow('killed');
    expect(await recover(world().services, { olderThan_ms: 0 })).toBe(1);
    expect(await inquireBalance(world().services, ask(), request)).toEqual({ code: '98' });
  });
});

const partly = (amount: string) => {
  const made = requestOf({ amount });
  return { ...made, reading: { ...made.reading, partial: true } };
};
const half = () => {
  world().outside.networkAnswer = async (message) =>
    message.fields[3] === '000000'
      ? approve(message, { 4: '000000004000', 39: '10' })
      : approve(message);
};

describe('a part of the amount', () => {
  it('is sold where the terminal can take it, with its own fee and limit', async () => {
    half();
    const answer = await sale(world().services, ask(), partly('100'));
    expect(answer).toMatchObject({ code: '10', amountMinor: '4000' });
    expect(await last()).toMatchObject({
      status: 'approved',
      amount_minor: 4_000n,
      asked_minor: 10_000n,
    });
    expect(await balance('2100')).toBe(3_980n);
    const { rows } = await sql`
      select amount_minor, count from risk_usage where merchant_id = ${till().merchantId}`.execute(
      test.db,
    );
    expect(rows).toEqual([{ amount_minor: 4_000n, count: 1 }]);
  });

  it('is taken back under either amount, and voided under its own', async () => {
    half();
    const first = partly('100');
    await sale(world().services, ask(), first);
    expect(await reverse(first.key, '99')).toEqual({ code: '64' });
    const { rrn } = await last();
    expect(await undo(first.key, '100', rrn)).toEqual({ code: '64' });
    expect(await undo(first.key, '40', rrn)).toMatchObject({ code: '00' });
    const second = partly('100');
    await sale(world().services, ask(), second);
    expect(await reverse(second.key, '100')).toEqual({ code: '00' });
  });

  it('of nothing, or of more than was asked, is no answer', async () => {
    for (const amount of ['000000000000', '000000010000', '000000020000']) {
      world().outside.networkAnswer = async (message) => approve(message, { 4: amount, 39: '10' });
      expect(await sale(world().services, ask(), partly('100'))).toMatchObject({ code: '98' });
    }
    speaking();
    await world().hearAll();
  });
});

describe('a tip', () => {
  it('is a payment of its own, by the terms of its sale', async () => {
    const { of, payment } = await sold('100');
    expect(await follow('0220:34', { of, amount: '115', tip: '15' })).toMatchObject({ code: '00' });
    expect(await last()).toMatchObject({ kind: 'tip', amount_minor: 1_500n, of_id: payment.id });
    expect(await balance('2100')).toBe(9_950n + 1_492n);
    expect(asked().at(-1)).toMatchObject({ mti: '0220', fields: { 4: '000000001500' } });
    expect(await listed()).toEqual(['sale', 'sale']);
  });

  it.each([
    ['of nothing', { original: { trace: '999999' } }, '115', '15', '25'],
    ['of another card', { pan: CREDIT }, '115', '15', '14'],
    ['with a sum that is none', {}, '116', '15', '64'],
    ['that gives something back', {}, '99', '15', '13'],
    ['above a fifth', {}, '120.01', '20.01', '61'],
  ])('%s is refused', async (_, but, amount, tip, code) => {
    const { of } = await sold('100');
    expect(await follow('0220:34', { of, amount, tip, ...but })).toEqual({ code });
  });

  it('comes once, and then its sale is not voided', async () => {
    const { of, key, payment } = await sold('100');
    await follow('0220:34', { of, amount: '110', tip: '10' });
    expect(await follow('0220:34', { of, amount: '110', tip: '10' })).toEqual({ code: '12' });
    expect(await undo(key, '100', payment.rrn)).toEqual({ code: '12' });
  });

  it('in the next batch is too late', async () => {
    const { of } = await sold('100');
    const nothing = { debitMinor: '0', debitCount: 0, creditMinor: '0', creditCount: 0 };
    await settleBatch(world().services, ask(), {
      key: nextKey(),
      theirs: { domestic: { ...nothing, debitMinor: '10000', debitCount: 1 }, foreign: nothing },
    });
    await nextBatch();
    expect(await follow('0220:34', { of, amount: '110', tip: '10' })).toEqual({ code: '12' });
  });
});

const offline = (kind: '0220:30' | '0200:36', key = nextKey()) => ({
  key,
  kind,
  amount: yuan('40'),
  payer: card(DEBIT),
  reading: { entryMode: '051' },
  authCode: '777777',
  fingerprint: `offline ${kind}`,
});

describe('an offline sale', () => {
  it('is told to the network as an advice, and is a sale in the books', async () => {
    expect(await sale(world().services, ask(), offline('0200:36'))).toMatchObject({ code: '00' });
    expect(asked().at(-1)).toMatchObject({ mti: '0220', fields: { 38: '777777' } });
    expect(await last()).toMatchObject({ kind: 'offline', status: 'approved', counted: false });
    expect(await balance('2100')).toBe(3_980n);
  });

  it('above the limits is taken all the same: it has happened', async () => {
    const request = { ...offline('0220:30'), amount: yuan('30000') };
    expect(await sale(world().services, ask(), request)).toMatchObject({ code: '00' });
  });

  it('unanswered is told again under its own number, and counted once', async () => {
    silent();
    const request = offline('0220:30');
    expect(await sale(world().services, ask(), request)).toMatchObject({ code: '98' });
    expect(await last()).toMatchObject({ status: 'waiting' });
    expect(await sale(world().services, ask(), { ...request, fingerprint: 'other' })).toEqual({
      code: '94',
    });
    speaking();
    expect(await sale(world().services, ask(), request)).toMatchObject({ code: '00' });
    expect(await sale(world().services, ask(), request)).toMatchObject({ code: '00' });
    expect(await balance('2100')).toBe(3_980n);
    expect(await reverse(request.key, '40')).toEqual({ code: '25' }); // it has no reversal
  });

  it('is adjusted upwards', async () => {
    const request = offline('0220:30');
    await sale(world().services, ask(), request);
    const of = { key: request.key, authCode: '123456', date: '0310' };
    expect(await follow('0220:32', { of, amount: '39' })).toEqual({ code: '13' });
    expect(await follow('0220:32', { of, amount: '50' })).toMatchObject({ code: '00' });
    expect(await last()).toMatchObject({ kind: 'tip', amount_minor: 1_000n });
  });
});

it('all count in their batch as the terminal counts them', async () => {
  const { of } = await sold('100');
  await follow('0220:34', { of, amount: '110', tip: '10' });
  const { of: voided, key, payment } = await sold('50');
  await undo(key, '50', payment.rrn);
  expect(voided.key).toBe(key);
  await pay({ amount: '7' });
  const totals = { debitMinor: '16700', debitCount: 4, creditMinor: '5000', creditCount: 1 };
  const nothing = { debitMinor: '0', debitCount: 0, creditMinor: '0', creditCount: 0 };
  const theirs = { domestic: totals, foreign: nothing };
  const settled = await settleBatch(world().services, ask(), { key: nextKey(), theirs });
  expect(settled).toMatchObject({ domesticEqual: true, ours: theirs });
});

const line = (trace: string, amountMinor: bigint) => ({ trace, pan: DEBIT, amountMinor });

it('and what they do not count alike is said item by item', async () => {
  const first = await sold('100');
  const second = await sold('50');
  await sold('20');
  const nothing = { debitMinor: '0', debitCount: 0, creditMinor: '0', creditCount: 0 };
  const key = nextKey();
  const theirs = { domestic: { ...nothing, debitMinor: '15001', debitCount: 3 }, foreign: nothing };
  const settled = await settleBatch(world().services, ask(), { key, theirs });
  expect(settled.domesticEqual).toBe(false);
  const lines = [
    line(first.key.trace, 10_000n),
    line(second.key.trace, 5_001n),
    line('999999', 0n),
  ];
  expect(await uploadLines(world().services, ask(), { key, code: '201', lines })).toEqual({
    code: '00',
  });
  const batch = await lockBatchOf(key);
  const found = await differencesOf(test.db, batch);
  expect(found.map(({ ours, theirs: other }) => [ours, other])).toEqual([
    [5_000n, 5_001n],
    [2_000n, null],
    [null, 0n],
  ]);
});

const lockBatchOf = async (key: MessageKey) => {
  const batch = await world().transact(async (tx) => lockBatch(tx, key));
  if (!batch) throw new Error('no batch');
  return batch;
};

it('and after all of this every rule of the books holds', async () => {
  const findings = await verify(test.db, [...ledgerInvariants, ...paymentInvariants]);
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
});
