import { day, yuan } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import { ledgerInvariants, verify } from '#ledger';
import { approve, card, CREDIT, DEBIT, useTill } from '#testing/till';
import { endUpload, settleBatch, uploadLines } from './batch.ts';
import { legByKeys, markCleared } from './clear.ts';
import { paymentInvariants } from './invariants.ts';
import { paymentById, refundsOf } from './store.ts';
import { voidPayment } from './void.ts';

const { test, world, batch, ask, nextKey, nextBatch, ...does } = useTill();
const { clearable, listed, pay, paid, reverse, undo, giveBack, balance } = does;

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
    const original = { batchNo: batch.no, trace: key.trace, rrn: payment.rrn, ...but };
    const payer = 'pan' in but ? { payer: card(but.pan) } : {};
    const request = { key: nextKey(), amount: yuan(amount), original, ...payer, fingerprint: 'f' };
    expect(await voidPayment(world().services, ask(), request)).toEqual({ code });
  });

  it('that the network declines leaves the payment standing', async () => {
    const { key, payment } = await paid('100');
    world().outside.networkAnswer = async (request) => approve(request, { 39: '12' });
    expect(await undo(key, '100', payment.rrn)).toMatchObject({ code: '12' });
    expect((await paymentById(test.db, payment.id))?.status).toBe('approved');
  });

  it('without an answer is itself reversed, and the payment stands', async () => {
    const { key, payment } = await paid('100');
    world().outside.networkAnswer = async () => undefined;
    expect(await undo(key, '100', payment.rrn)).toMatchObject({ code: '98' });
    expect((await paymentById(test.db, payment.id))?.status).toBe('void_unknown');
    world().outside.networkAnswer = async (request) => approve(request);
    await world().hearAll();
    expect((await paymentById(test.db, payment.id))?.status).toBe('approved');
    expect(await balance('2100')).toBe(9_950n);
    expect(await listed()).toEqual(['sale']);
  });

  it('can be taken back by the terminal, and then be done again', async () => {
    const { key, payment } = await paid('100');
    const voiding = nextKey();
    await undo(key, '100', payment.rrn, voiding);
    expect(await reverse(voiding, '100', '23')).toEqual({ code: '00' });
    expect((await paymentById(test.db, payment.id))?.status).toBe('approved');
    expect(await balance('2100')).toBe(9_950n);
    await world().hearAll();
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
    world().outside.networkAnswer = async () => undefined;
    expect(await giveBack(payment, '60')).toMatchObject({ code: '98' });
    world().outside.networkAnswer = async (request) => approve(request);
    await world().hearAll();
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
    const settled = await settleBatch(world().services, ask(), { key: nextKey(), theirs });
    expect(settled).toMatchObject({ code: '00', domesticEqual: true, foreignEqual: true });
    expect(await settleBatch(world().services, ask(), { key: nextKey(), theirs })).toEqual(settled);
    expect(await pay({ amount: '1' })).toEqual({ code: '77' });
    expect(await nextBatch()).toBe('000002');
    expect(await endUpload(world().services, ask(), end(0))).toEqual({ code: '00' });
  });

  it('settles unequal, takes the lines once each, and closes when all are there', async () => {
    await paid('100');
    const nothing = { debitMinor: '0', debitCount: 0, creditMinor: '0', creditCount: 0 };
    const theirs = { domestic: nothing, foreign: nothing };
    const settled = await settleBatch(world().services, ask(), { key: nextKey(), theirs });
    expect(settled).toMatchObject({ domesticEqual: false, foreignEqual: true });
    expect(settled.ours?.domestic.debitMinor).toBe('10000');
    const lines = [{ trace: '000001', pan: DEBIT, amountMinor: 10_000n }];
    const upload = { key: nextKey(), code: '201', lines };
    expect(await uploadLines(world().services, ask(), upload)).toEqual({ code: '00' });
    expect(await uploadLines(world().services, ask(), upload)).toEqual({ code: '00' });
    expect(await endUpload(world().services, ask(), end(2))).toEqual({ code: '79' });
    expect(await endUpload(world().services, ask(), end(1))).toEqual({ code: '00' });
    expect(await endUpload(world().services, ask(), end(1))).toEqual({ code: '00' });
  });

  it('that is settled gives nothing back by void or reversal any more', async () => {
    const { key, payment } = await paid('100');
    const debit = { debitMinor: '10000', debitCount: 1, creditMinor: '0', creditCount: 0 };
    const nothing = { debitMinor: '0', debitCount: 0, creditMinor: '0', creditCount: 0 };
    const theirs = { domestic: debit, foreign: nothing };
    await settleBatch(world().services, ask(), { key: nextKey(), theirs });
    expect(await reverse(key, '100')).toEqual({ code: '12' });
    await nextBatch();
    const original = { batchNo: '000001', trace: key.trace, rrn: payment.rrn };
    const request = { key: nextKey(), amount: yuan('100'), original, fingerprint: 'f' };
    expect(await voidPayment(world().services, ask(), request)).toEqual({ code: '12' });
  });
});

describe('what settlement sees', () => {
  it('lists each thing that moved money once, until it stood in a file', async () => {
    await paid('1000');
    const { payment } = await paid('100');
    await giveBack(payment, '10');
    expect((await listed()).toSorted()).toEqual(['refund', 'sale', 'sale']);
    const all = await clearable();
    const [leg] = all;
    await world().transact(async (tx) =>
      markCleared(tx, ask(), { day: day('2026-03-10'), ids: all.map(({ id }) => id) }),
    );
    expect(await listed()).toEqual([]);
    expect((await paymentById(test.db, payment.id))?.status).toBe('cleared');
    if (!leg) throw new Error('no leg');
    expect(await world().transact(async (tx) => legByKeys(tx, leg.keys))).toMatchObject({
      id: leg.id,
      status: 'cleared',
    });
  });

  it('keeps a void of a later day beside its sale', async () => {
    const { key, payment } = await paid('100');
    world().setNow(new Date('2026-03-10T15:00:00Z')); // 23:00 in Shanghai
    expect(await undo(key, '100', payment.rrn)).toMatchObject({ code: '00', day: '2026-03-11' });
    expect(await listed()).toEqual(['sale', 'void']);
  });
});

it('and after all of this every rule of the books holds', async () => {
  const findings = await verify(test.db, [...ledgerInvariants, ...paymentInvariants]);
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
});

function end(count: number) {
  return { key: { ...nextKey(), batchNo: '000001' }, count, fingerprint: `end ${count}` };
}
