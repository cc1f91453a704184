import { textOf } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import type { TerminalState } from './state.ts';
import { Terminal } from './terminal.ts';
import { CARD, Disk, makeBench, PROFILE, readyBench } from './testing/bench.ts';
import type { Bench } from './testing/bench.ts';

const sale = { amountMinor: 500n, card: CARD };

/** Reason, trace and authorisation code of each reversal that the host heard. */
function reversals({ host }: Bench): (string | undefined)[][] {
  return host.heard
    .filter(({ mti }) => mti === '0400')
    .map((message) => [textOf(message, 39), textOf(message, 11), textOf(message, 38)]);
}

describe('without a believable answer', () => {
  it.each([
    ['silent', 'noAnswer', '98', undefined],
    ['wrongMac', 'wrongMac', 'A0', 'A12345'],
    ['noMac', 'wrongMac', 'A0', 'A12345'],
    ['garbage', 'undecodable', '06', undefined],
    ['otherTrace', 'mismatch', '06', undefined],
  ] as const)('(%s) the next sale begins with a reversal', async (mood, reason, code, auth) => {
    const bench = await readyBench();
    bench.host.will(mood);
    expect(await bench.terminal.sale(sale)).toMatchObject({ kind: 'unknown', reason });
    expect(await bench.terminal.sale(sale)).toMatchObject({ kind: 'approved' });
    expect(bench.host.log).toEqual(['0200', '0400', '0200']);
    expect(reversals(bench)).toEqual([[code, '000002', auth]]);
    expect(await bench.terminal.status()).toMatchObject({ openReversals: 0 });
  });

  it('the reversal carries what the rules say, and no PIN or track', async () => {
    const { host, terminal } = await readyBench();
    const card = { ...CARD, entry: 'swipe', track2: '6200000000000005=3012201', pin: '123456' };
    host.will('silent');
    await terminal.sale({ amountMinor: 500n, card: { ...card, entry: 'swipe' } });
    expect(await terminal.flushReversals()).toBe(true);
    const { 64: mac, ...fields } = host.heard[1]?.fields ?? {};
    expect(mac).toHaveLength(8);
    expect(fields).toEqual({
      3: '000000',
      4: '000000000500',
      11: '000002',
      22: '021',
      25: '00',
      39: '98',
      41: '00000001',
      42: '123456789012345',
      49: '156',
      53: '2600000000000000',
      60: '22000007000601',
    });
  });

  it('the reversal of a void names the sale', async () => {
    const { host, terminal } = await readyBench();
    await terminal.sale(sale);
    host.will('silent');
    await terminal.voidSale({ trace: '000002' });
    await terminal.flushReversals();
    expect(host.heard[2]?.fields).toMatchObject({ 11: '000003', 61: '000007000002' });
    const { transactions } = await terminal.status();
    expect(transactions).toMatchObject([{ kind: 'sale', status: 'approved' }]);
  });
});

describe('a reversal under keys that the host no longer knows', () => {
  it.each(['A0', '77'])('is sent under new keys when the host says %s', async (code) => {
    const bench = await readyBench();
    bench.host.will('silent', { code });
    await bench.terminal.sale(sale);
    expect(await bench.terminal.flushReversals()).toBe(true);
    expect(bench.host.log).toEqual(['0200', '0400', '0800/003', '0400']);
    expect(reversals(bench).map(([reason]) => reason)).toEqual(['98', '98']);
    expect(await bench.terminal.status()).toMatchObject({ givenUpReversals: 0 });
  });

  it('is put aside when new keys do not help either', async () => {
    const { host, terminal } = await readyBench();
    const no = { code: 'A0' };
    host.will('silent', no, 'approve', no, no, no, 'approve', no);
    await terminal.sale(sale);
    await terminal.flushReversals();
    await terminal.flushReversals();
    expect(await terminal.status()).toMatchObject({ openReversals: 0, givenUpReversals: 1 });
  });
});

describe('a reversal', () => {
  it.each(['00', '12', '25'])('answered %s is done', async (code) => {
    const { host, terminal } = await readyBench();
    host.will('silent', { code });
    await terminal.sale(sale);
    expect(await terminal.flushReversals()).toBe(true);
  });

  it('goes again with reason 06 when it was refused', async () => {
    const bench = await readyBench();
    bench.host.will('silent', { code: '96' }, 'approve');
    await bench.terminal.sale(sale);
    expect(await bench.terminal.flushReversals()).toBe(true);
    expect(reversals(bench).map(([reason]) => reason)).toEqual(['98', '06']);
    expect(bench.naps).toEqual([1_000]);
  });

  it('that can not be sent holds the next sale back and does not count', async () => {
    const { host, terminal } = await readyBench();
    host.will('silent', 'noLine', 'noLine', 'noLine', 'noLine');
    await terminal.sale(sale);
    for (let i = 0; i < 4; i++)
      // oxlint-disable-next-line no-await-in-loop
      expect(await terminal.sale(sale)).toMatchObject({ reason: 'reversalPending' });
    expect(await terminal.sale(sale)).toMatchObject({ kind: 'approved' });
  });

  it('stops at once when its answer has a wrong MAC', async () => {
    const { host, terminal } = await readyBench();
    host.will('silent', 'wrongMac');
    await terminal.sale(sale);
    expect(await terminal.sale(sale)).toMatchObject({ reason: 'reversalPending' });
    expect(host.log).toEqual(['0200', '0400']);
    expect(await terminal.status()).toMatchObject({ openReversals: 1 });
  });

  it('is given up after three tries, shown, and sent once more at settlement', async () => {
    const { host, terminal } = await readyBench();
    host.will('silent', 'silent', 'silent', 'silent');
    await terminal.sale(sale);
    expect(await terminal.sale(sale)).toMatchObject({ reason: 'reversalPending' });
    expect(await terminal.status()).toMatchObject({ openReversals: 0, givenUpReversals: 1 });
    expect(await terminal.sale(sale)).toMatchObject({ kind: 'approved' });
    expect(await terminal.settle()).toMatchObject({ kind: 'equal' });
    expect(host.log).toEqual([
      '0200',
      '0400',
      '0400',
      '0400',
      '0200',
      '0400',
      '0500/201',
      '0320/207',
    ]);
    expect(await terminal.status()).toMatchObject({ givenUpReversals: 0 });
  });

  it('keeps the batch of its original after a new sign-in', async () => {
    const { host, terminal } = await readyBench();
    host.will('silent');
    await terminal.sale(sale);
    host.batch = '000008';
    await terminal.signIn('02');
    await terminal.sale(sale);
    expect(host.log).toEqual(['0200', '0800/003', '0400', '0200']);
    expect(host.heard[2]?.fields).toMatchObject({ 60: '22000007000601' });
    expect(host.heard[3]?.fields).toMatchObject({ 60: '22000008000601' });
  });
});

describe('a loss of power', () => {
  it('between request and answer ends in a reversal by the next terminal', async () => {
    const bench = await readyBench();
    const asked = new Promise<void>((resolve) => {
      const send = async () => resolve();
      const line = { send, receive: () => new Promise<undefined>(() => {}), close: async () => {} };
      const killed = new Terminal(bench.disk, { ...bench.ports, dial: async () => line });
      void killed.sale(sale);
    });
    await asked;
    const again = new Terminal(bench.disk, bench.ports);
    expect(await again.status()).toMatchObject({ openReversals: 1, transactions: [] });
    expect(await again.sale(sale)).toMatchObject({ kind: 'approved', trace: '000003' });
    expect(reversals(bench)).toEqual([['98', '000002', undefined]]);
  });

  it('after the answer loses nothing', async () => {
    const { terminal, disk, ports } = await readyBench();
    await terminal.sale(sale);
    const again = new Terminal(disk, ports);
    expect(await again.status()).toEqual(await terminal.status());
    expect(await again.voidSale({ trace: '000002' })).toMatchObject({ kind: 'approved' });
  });
});

describe('a disk that fails', () => {
  it('before the request keeps the request off the line', async () => {
    const { host, ports, disk } = await readyBench();
    const broken = {
      load: () => disk.load(),
      save: async () => Promise.reject(new Error('disk full')),
    };
    await expect(new Terminal(broken, ports).sale(sale)).rejects.toThrow('nothing was sent');
    expect(host.log).toEqual([]);
  });

  it('after the answer leaves the reversal', async () => {
    const bench = makeBench();
    const disk = new FailingDisk();
    const terminal = new Terminal(disk, bench.ports);
    await terminal.install(PROFILE);
    await terminal.signIn('01');
    // The reversal is saved, the header's wish is saved, and the approval is not.
    disk.failsAt = 3;
    await expect(terminal.sale(sale)).rejects.toThrow('disk full');
    expect(await terminal.status()).toMatchObject({ openReversals: 1, transactions: [] });
    expect(await terminal.flushReversals()).toBe(true);
  });
});

class FailingDisk extends Disk {
  failsAt = 0;

  override async save(state: TerminalState): Promise<void> {
    this.failsAt -= 1;
    if (this.failsAt === 0) throw new Error('disk full');
    await super.save(state);
  }
}

it('a printer that fails after an approval ends in a reversal with reason 96', async () => {
  const bench = await readyBench({ print: async () => Promise.reject(new Error('no paper')) });
  expect(await bench.terminal.sale(sale)).toMatchObject({
    kind: 'unknown',
    reason: 'terminalFault',
  });
  expect(await bench.terminal.flushReversals()).toBe(true);
  expect(reversals(bench)).toEqual([['96', '000002', 'A12345']]);
  expect(await bench.terminal.status()).toMatchObject({ transactions: [] });
});
