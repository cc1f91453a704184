import { readDetails, textOf } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { Terminal } from './terminal.ts';
import { CARD, readyBench } from './testing/bench.ts';
import type { Bench } from './testing/bench.ts';

const foreign = { ...CARD, pan: '4111111111111111' };

/** Two sales, one void, one refund of 7.00 and a foreign sale. */
async function busyBench(): Promise<Bench> {
  const bench = await readyBench();
  const { terminal, host } = bench;
  await terminal.sale({ amountMinor: 1_000n, card: CARD });
  await terminal.qrSale({ amountMinor: 500n, code: '6220000000000000000' });
  await terminal.voidSale({ trace: '000002' });
  await terminal.refund({ rrn: '101102000002', date: '0314', amountMinor: 700n, card: CARD });
  await terminal.sale({ amountMinor: 90n, card: foreign });
  host.heard.length = 0;
  return bench;
}

describe('a settlement', () => {
  it('sends sales as debits, voids and refunds as credits, foreign cards apart', async () => {
    const { terminal, host } = await busyBench();
    await terminal.settle();
    expect(textOf(host.heard[0] ?? { mti: '', fields: {} }, 48)).toBe(
      ['0000000015000020000000017000020', '0000000000900010000000000000000'].join(''),
    );
  });

  it('that is equal closes the batch', async () => {
    const { terminal, host } = await busyBench();
    expect(await terminal.settle()).toMatchObject({
      kind: 'equal',
      batch: '000007',
      uploaded: 0,
      totals: { domestic: { debitMinor: 1_500n, debitCount: 2, creditMinor: 1_700n } },
    });
    expect(host.log).toEqual(['0500/201', '0320/207']);
    expect(await terminal.status()).toMatchObject({ batch: '000008', transactions: [] });
    await terminal.sale({ amountMinor: 1n, card: CARD });
    expect(host.heard.at(-1)?.fields).toMatchObject({ 60: '22000008000601' });
  });
});

describe('an unequal settlement', () => {
  it('uploads the details of that class and reports both sides', async () => {
    const { terminal, host } = await busyBench();
    host.will({ flags: '12' });
    expect(await terminal.settle()).toMatchObject({
      kind: 'unequal',
      uploaded: 1,
      hostTotals: { domestic: { flag: '1' }, foreign: { flag: '2' } },
    });
    expect(host.log).toEqual(['0500/201', '0320/201', '0320/202']);
    expect(uploaded(host.heard)).toEqual([
      { isForeign: true, trace: '000006', pan: '4111111111111111', amountMinor: 90n },
    ]);
    expect(host.heard[2]?.fields).toMatchObject({ 48: '0001' });
    expect(await terminal.status()).toMatchObject({ batch: '000008', transactions: [] });
  });

  it('uploads eight details a message', async () => {
    const { terminal, host } = await readyBench();
    await sell(terminal, 9);
    host.heard.length = 0;
    host.will({ flags: '21' });
    expect(await terminal.settle()).toMatchObject({ kind: 'unequal', uploaded: 9 });
    expect(host.log).toEqual(['0500/201', '0320/201', '0320/201', '0320/202']);
    expect(uploaded(host.heard).map(({ trace }) => Number(trace))).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it('goes on with the upload where power was lost', async () => {
    const { terminal, host, disk, ports } = await readyBench();
    await sell(terminal, 9);
    host.heard.length = 0;
    host.will({ flags: '22' }, 'approve', 'silent', 'silent', 'silent', 'silent');
    expect(await terminal.settle()).toMatchObject({ kind: 'unknown' });
    const again = new Terminal(disk, ports);
    expect(await again.sale({ amountMinor: 1n, card: CARD })).toMatchObject({
      kind: 'refused',
      reason: 'settlementOpen',
    });
    expect(await again.settle()).toMatchObject({ kind: 'unequal', uploaded: 9 });
    const upload = '0320/201';
    expect(host.log).toEqual(['0500/201', ...Array(6).fill(upload), '0320/202']);
  });

  it('takes 94 for details that the host has already', async () => {
    const { terminal, host } = await readyBench();
    await sell(terminal, 1);
    host.will({ flags: '21' }, { code: '94' });
    expect(await terminal.settle()).toMatchObject({ kind: 'unequal', uploaded: 1 });
  });
});

describe('a settlement that can not end', () => {
  it('without an answer stays open and is asked again', async () => {
    const { terminal, host } = await busyBench();
    host.will('silent', 'noLine');
    expect(await terminal.settle()).toMatchObject({ kind: 'unknown', reason: 'noAnswer' });
    expect(await terminal.settle()).toMatchObject({ kind: 'refused', reason: 'noLine' });
    expect(await terminal.voidSale({ trace: '000003' })).toMatchObject({
      reason: 'settlementOpen',
    });
    expect(await terminal.settle()).toMatchObject({ kind: 'equal' });
  });

  it('without a line, or declined, leaves the batch as it was', async () => {
    const { terminal, host } = await busyBench();
    host.will('noLine', { code: '77' });
    expect(await terminal.settle()).toMatchObject({ kind: 'refused', reason: 'noLine' });
    expect(await terminal.settle()).toMatchObject({ kind: 'declined', code: '77' });
    expect(await terminal.sale({ amountMinor: 1n, card: CARD })).toMatchObject({
      kind: 'approved',
      batch: '000007',
    });
  });

  it('waits for open reversals', async () => {
    const { terminal, host } = await readyBench();
    host.will('silent', 'noLine');
    await terminal.sale({ amountMinor: 1n, card: CARD });
    expect(await terminal.settle()).toMatchObject({ kind: 'refused', reason: 'reversalPending' });
    expect(await terminal.settle()).toMatchObject({ kind: 'equal' });
    expect(host.log).toEqual(['0200', '0400', '0500/201', '0320/207']);
  });
});

async function sell(terminal: Terminal, count: number): Promise<void> {
  for (let i = 0; i < count; i++)
    // oxlint-disable-next-line no-await-in-loop
    await terminal.sale({ amountMinor: BigInt(i + 1), card: CARD });
}

function uploaded(heard: Bench['host']['heard']) {
  return heard.flatMap((message) =>
    message.mti === '0320' ? (readDetails(textOf(message, 48) ?? '') ?? []) : [],
  );
}
