import { textOf } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { Terminal } from './terminal.ts';
import { CARD, PROFILE, readyBench } from './testing/bench.ts';

async function soldBench() {
  const bench = await readyBench();
  await bench.terminal.sale({ amountMinor: 10_000n, card: CARD });
  bench.host.heard.length = 0;
  return bench;
}

describe('a tip', () => {
  it('is kept, told with the next payment, and counted as a debit', async () => {
    const { terminal, host } = await soldBench();
    expect(await terminal.tip({ trace: '000002', tipMinor: 1_500n })).toMatchObject({
      kind: 'stored',
      slip: { type: 'tip', amountMinor: 1_500n },
    });
    expect(await terminal.status()).toMatchObject({ owed: 1 });
    await terminal.sale({ amountMinor: 1n, card: CARD });
    expect(host.log).toEqual(['0200', '0220']);
    expect(host.heard[1]?.fields).toMatchObject({
      4: '000000011500',
      11: '000003',
      48: '000000001500',
      60: '34000007000600',
      61: '0000070000020315',
    });
    expect(await terminal.settle()).toMatchObject({
      totals: { domestic: { debitMinor: 11_501n, debitCount: 3 } },
    });
  });

  it.each([
    ['000099', 100n, 'originalNotFound'],
    ['000002', 0n, 'tipTooHigh'],
    ['000002', 1_501n, 'tipTooHigh'],
  ] as const)('on %s of %s is refused', async (trace, tipMinor, reason) => {
    const { terminal } = await soldBench();
    expect(await terminal.tip({ trace, tipMinor })).toMatchObject({ kind: 'refused', reason });
  });

  it('is given once, and not on a voided sale', async () => {
    const { terminal } = await soldBench();
    await terminal.tip({ trace: '000002', tipMinor: 100n });
    expect(await terminal.tip({ trace: '000002', tipMinor: 100n })).toMatchObject({
      reason: 'tipGiven',
    });
    expect(await terminal.voidSale({ trace: '000002' })).toMatchObject({ reason: 'tipGiven' });
    const other = await soldBench();
    await other.terminal.voidSale({ trace: '000002' });
    expect(await other.terminal.tip({ trace: '000002', tipMinor: 1n })).toMatchObject({
      reason: 'alreadyVoided',
    });
  });
});

const sale = { amountMinor: 700n, card: CARD, authCode: 'T12345' };

describe('an offline sale', () => {
  it('is told at settlement at the latest, before the sums', async () => {
    const { terminal, host } = await readyBench();
    expect(await terminal.offlineSale(sale)).toMatchObject({ kind: 'stored' });
    expect(await terminal.settle()).toMatchObject({
      kind: 'equal',
      totals: { domestic: { debitMinor: 700n } },
    });
    expect(host.log).toEqual(['0220', '0500/201', '0320/207']);
    expect(host.heard[0]?.fields).toMatchObject({
      38: 'T12345',
      60: '30000007000600',
      61: '000000000000000001',
    });
  });

  it('that is not answered holds the settlement back and is told again', async () => {
    const { terminal, host, disk, ports } = await readyBench();
    await terminal.offlineSale(sale);
    host.will('silent');
    expect(await terminal.settle()).toMatchObject({ reason: 'advicesPending' });
    expect(await new Terminal(disk, ports).settle()).toMatchObject({ kind: 'equal' });
    expect(host.log).toEqual(['0220', '0220', '0500/201', '0320/207']);
  });

  it('that the host has already (94) is told', async () => {
    const { terminal, host } = await readyBench();
    await terminal.offlineSale(sale);
    host.will('silent', { code: '94' });
    expect(await terminal.sendAdvices()).toBe(false);
    expect(await terminal.sendAdvices()).toBe(true);
    expect(await terminal.status()).toMatchObject({ owed: 0 });
  });

  it.each(['96', '98', 'A0'])('that nobody has judged yet (%s) is told again', async (code) => {
    const { terminal, host } = await readyBench();
    await terminal.offlineSale(sale);
    host.will({ code });
    expect(await terminal.sendAdvices()).toBe(false);
    expect(await terminal.settle()).toMatchObject({
      kind: 'equal',
      totals: { domestic: { debitMinor: 700n } },
    });
  });

  it('whose number the host knows from something else (94 at once) gets another', async () => {
    const { terminal, host } = await readyBench();
    await terminal.offlineSale(sale);
    host.will({ code: '94' });
    expect(await terminal.sendAdvices()).toBe(true);
    expect(host.heard.map((message) => textOf(message, 11))).toEqual(['000002', '000003']);
    expect(await terminal.status()).toMatchObject({
      owed: 0,
      transactions: [{ kind: 'offlineSale', trace: '000003' }],
    });
    expect(await terminal.settle()).toMatchObject({ totals: { domestic: { debitCount: 1 } } });
  });

  it('for which no number is free was not taken', async () => {
    const { terminal, host } = await readyBench();
    await terminal.offlineSale(sale);
    host.will(...Array.from({ length: 5 }, () => ({ code: '94' })));
    await terminal.sendAdvices();
    expect(await terminal.settle()).toMatchObject({ totals: { domestic: { debitCount: 0 } } });
  });
});

describe('an offline sale that is not taken', () => {
  it('that the host refuses counts in no sum and goes up as failed', async () => {
    const { terminal, host } = await readyBench();
    await terminal.offlineSale(sale);
    host.will({ code: '14' });
    expect(await terminal.settle()).toMatchObject({
      kind: 'equal',
      totals: { domestic: { debitMinor: 0n, debitCount: 0 } },
    });
    expect(host.log).toEqual(['0220', '0500/201', '0320/204', '0320/207']);
    expect(await terminal.status()).toMatchObject({ owed: 0, transactions: [] });
  });

  it('waits in a drawer of limited size', async () => {
    const { terminal } = await readyBench();
    await terminal.install({ ...PROFILE, parameters: { advicesMax: 1 } });
    await terminal.signIn('01');
    await terminal.offlineSale(sale);
    expect(await terminal.offlineSale(sale)).toMatchObject({ reason: 'advicesFull' });
  });

  it('needs the code that the bank said', async () => {
    const { terminal } = await readyBench();
    expect(await terminal.offlineSale({ ...sale, authCode: '' })).toMatchObject({
      reason: 'originalNotFound',
    });
  });
});

describe('a code that the merchant shows', () => {
  it('is made by the host, asked after, and sold once', async () => {
    const { terminal, host } = await readyBench();
    const shown = await terminal.showQr(900n);
    if (shown.kind !== 'shown') throw new Error(shown.kind);
    expect(shown.qr).toBe('https://pay.example/q/1');
    host.will({ code: '09' });
    expect(await terminal.checkQr(shown)).toMatchObject({ kind: 'declined', code: '09' });
    host.will('silent');
    expect(await terminal.checkQr(shown)).toMatchObject({ kind: 'unknown' });
    expect(await terminal.checkQr(shown)).toMatchObject({
      kind: 'approved',
      slip: { type: 'shownQr', voucher: shown.order },
    });
    expect(await terminal.checkQr(shown)).toMatchObject({ reason: 'alreadyPaid' });
    expect(await terminal.status()).toMatchObject({ openReversals: 0, doubts: [] });
    expect(host.heard.map(({ fields }) => fields[3])).toEqual([
      '700000',
      '730000',
      '730000',
      '730000',
    ]);
  });

  it.each([0n, -1n])('for %s is refused', async (amount) => {
    const { terminal } = await readyBench();
    expect(await terminal.showQr(amount)).toMatchObject({ reason: 'amountNotValid' });
  });
});
