import { textOf } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { CARD, readyBench } from './testing/bench.ts';
import type { Bench } from './testing/bench.ts';

const hold = { amountMinor: 50_000n, card: CARD };

/** A hold of 500.00, and what its slip says. */
async function heldBench() {
  const bench = await readyBench();
  const result = await bench.terminal.preAuth(hold);
  if (result.kind !== 'approved') throw new Error(result.kind);
  const of = { ...hold, authCode: 'A12345', date: '0315', batch: '000007', trace: '000002' };
  return { ...bench, of };
}

function last({ host }: Bench) {
  return host.heard.at(-1) ?? { mti: 'none', fields: {} };
}

describe('a pre-authorisation', () => {
  it('asks for a hold and counts in no sum', async () => {
    const bench = await heldBench();
    expect(last(bench)).toMatchObject({
      mti: '0100',
      fields: { 3: '030000', 25: '06', 60: '10000007000600' },
    });
    expect(await bench.terminal.settle()).toMatchObject({
      totals: { domestic: { debitMinor: 0n, creditMinor: 0n } },
    });
  });

  it.each([
    ['addPreAuth', '0100', { 3: '030000', 25: '60', 38: 'A12345' }],
    ['voidPreAuth', '0100', { 3: '200000', 25: '06', 38: 'A12345' }],
    ['complete', '0200', { 3: '000000', 25: '06', 38: 'A12345' }],
  ] as const)('goes on by %s', async (verb, mti, fields) => {
    const bench = await heldBench();
    expect(await bench.terminal[verb](bench.of)).toMatchObject({ kind: 'approved' });
    expect(last(bench)).toMatchObject({
      mti,
      fields: { ...fields, 61: '0000070000020315' },
    });
  });

  it('of another day is named by zeros and its date', async () => {
    const bench = await readyBench();
    const of = { ...hold, authCode: 'B54321', date: '0310' };
    expect(await bench.terminal.complete(of)).toMatchObject({ kind: 'approved' });
    expect(textOf(last(bench), 61)).toBe('0000000000000310');
  });

  it('is completed or voided once', async () => {
    const { terminal, of } = await heldBench();
    await terminal.complete(of);
    expect(await terminal.complete(of)).toMatchObject({ reason: 'alreadyCompleted' });
    const voided = await heldBench();
    await voided.terminal.voidPreAuth(voided.of);
    expect(await voided.terminal.complete(voided.of)).toMatchObject({ reason: 'alreadyVoided' });
  });

  it.each([{ authCode: '' }, { date: '1332' }, { amountMinor: 0n }])(
    'is not gone on from with %o',
    async (wrong) => {
      const { terminal, of, host } = await heldBench();
      host.heard.length = 0;
      expect(await terminal.complete({ ...of, ...wrong })).toMatchObject({ kind: 'refused' });
      expect(host.log).toEqual([]);
    },
  );

  it('without an answer is reversed', async () => {
    const { terminal, host } = await readyBench();
    host.will('silent');
    expect(await terminal.preAuth(hold)).toMatchObject({ kind: 'unknown' });
    expect(await terminal.flushReversals()).toBe(true);
    expect(host.log).toEqual(['0100', '0400']);
  });
});

describe('a completion', () => {
  it('is a debit, and its void a credit that names it with its date', async () => {
    const bench = await heldBench();
    const { terminal, of } = bench;
    const done = await terminal.complete(of);
    const trace = 'trace' in done ? done.trace : '';
    expect(await terminal.voidCompletion({ trace })).toMatchObject({ kind: 'approved' });
    expect(last(bench).fields).toMatchObject({ 3: '200000', 25: '06', 61: '0000070000030315' });
    expect(await terminal.voidCompletion({ trace })).toMatchObject({ reason: 'alreadyVoided' });
    expect(await terminal.voidCompletion({ trace: '000099' })).toMatchObject({
      reason: 'originalNotFound',
    });
    expect(await terminal.settle()).toMatchObject({
      totals: { domestic: { debitMinor: 50_000n, creditMinor: 50_000n } },
    });
  });

  it('by advice is kept, told with the next payment, and counted', async () => {
    const { terminal, of, host } = await heldBench();
    host.heard.length = 0;
    expect(await terminal.adviseCompletion(of)).toMatchObject({ kind: 'stored' });
    expect(host.log).toEqual([]);
    await terminal.sale({ amountMinor: 1n, card: CARD });
    expect(host.log).toEqual(['0200', '0220']);
    expect(host.heard[1]?.fields).toMatchObject({ 11: '000003', 60: '24000007000600' });
    expect(await terminal.status()).toMatchObject({ owed: 0 });
    expect(await terminal.settle()).toMatchObject({
      totals: { domestic: { debitMinor: 50_001n, debitCount: 2 } },
    });
  });
});

describe('a balance', () => {
  it('is read from the answer, without an amount, a log entry or a reversal', async () => {
    const { terminal, host } = await readyBench();
    expect(await terminal.balance(CARD)).toMatchObject({
      kind: 'answered',
      balanceMinor: 12_345n,
      currency: '156',
    });
    expect(host.heard[0]?.fields).toMatchObject({ 3: '310000', 60: '010000070006' });
    expect(host.heard[0]?.fields).not.toHaveProperty('4');
    host.will('silent');
    expect(await terminal.balance(CARD)).toMatchObject({ kind: 'unknown' });
    expect(await terminal.status()).toMatchObject({ openReversals: 0, transactions: [] });
  });

  it('is declined with the code of the bank', async () => {
    const { terminal, host } = await readyBench();
    host.will({ code: '55' });
    expect(await terminal.balance(CARD)).toMatchObject({ kind: 'declined', code: '55' });
  });
});
