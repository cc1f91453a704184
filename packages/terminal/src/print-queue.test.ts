import { describe, expect, it } from 'vitest';
import { slipText } from './slip-text.ts';
import type { Slip } from './slip.ts';
import { Terminal } from './terminal.ts';
import { CARD, PROFILE, readyBench } from './testing/bench.ts';

const sale = { amountMinor: 500n, card: CARD };

/** A printer with a roll that may be empty. */
class Printer {
  readonly printed: Slip[] = [];
  hasPaper = true;

  readonly print = async (slip: Slip): Promise<'paperOut' | void> => {
    if (!this.hasPaper) return 'paperOut';
    this.printed.push(slip);
    return undefined;
  };
}

describe('a slip', () => {
  it('is printed with its payment, and a second print says that it is one', async () => {
    const printer = new Printer();
    const { terminal } = await readyBench({ print: printer.print });
    await terminal.sale(sale);
    expect(await terminal.slips()).toMatchObject([
      { id: '000007-000002', status: 'printed', prints: 1, slip: { amountMinor: 500n } },
    ]);
    expect(await terminal.print()).toEqual({ printed: 0, waiting: 0 });
    expect(await terminal.print('000007-000002')).toEqual({ printed: 1, waiting: 0 });
    expect(printer.printed.map((slip) => slipText(slip, 'en').join().includes('REPRINT'))).toEqual([
      false,
      true,
    ]);
  });

  it('waits without paper while the payment stands, also over a loss of power', async () => {
    const printer = new Printer();
    printer.hasPaper = false;
    const { terminal, disk, ports } = await readyBench({ print: printer.print });
    expect(await terminal.sale(sale)).toMatchObject({ kind: 'approved' });
    expect(await terminal.print()).toEqual({ printed: 0, waiting: 1 });
    printer.hasPaper = true;
    const again = new Terminal(disk, ports);
    expect(await again.print()).toEqual({ printed: 1, waiting: 0 });
    expect(printer.printed).toMatchObject([{ kind: 'payment', isReprint: false }]);
  });

  it('may be sent instead, and outlives the settlement', async () => {
    const { terminal } = await readyBench();
    await terminal.sale(sale);
    await terminal.settle();
    expect(await terminal.markSlipSent('000007-000002')).toBe(true);
    expect(await terminal.markSlipSent('000007-000099')).toBe(false);
    expect(await terminal.slips()).toMatchObject([
      { status: 'sent' },
      {
        id: '000007-settlement',
        status: 'waiting',
        slip: { totals: { domestic: { debitMinor: 500n } } },
      },
    ]);
  });
});

describe('a memory', () => {
  it('warns at 80 % and refuses new sales when it is full, but still takes back', async () => {
    const { terminal } = await readyBench();
    await terminal.install({ ...PROFILE, parameters: { logEntriesMax: 5 } });
    await terminal.signIn('01');
    for (let i = 0; i < 4; i++)
      // oxlint-disable-next-line no-await-in-loop
      await terminal.sale(sale);
    expect(await terminal.status()).toMatchObject({
      memory: { used: 4, max: 5, isNearlyFull: true },
    });
    const last = await terminal.sale(sale);
    expect(await terminal.sale(sale)).toMatchObject({ kind: 'refused', reason: 'batchFull' });
    const trace = 'trace' in last ? last.trace : '';
    expect(await terminal.voidSale({ trace })).toMatchObject({ kind: 'approved' });
    await terminal.settle();
    expect(await terminal.sale(sale)).toMatchObject({ kind: 'approved' });
  });
});

describe('a signature', () => {
  const image = Uint8Array.of(1, 2, 3, 4);

  it('is kept and told before the settlement', async () => {
    const { terminal, host } = await readyBench();
    await terminal.sale(sale);
    expect(await terminal.sign({ trace: '000002', image })).toEqual({ kind: 'done' });
    await terminal.settle();
    expect(host.log).toEqual(['0200', '0820/800', '0500/201', '0320/207']);
    const { 64: mac, ...fields } = host.heard[1]?.fields ?? {};
    expect(mac).toHaveLength(8);
    expect(fields).toMatchObject({ 4: '000000000500', 11: '000002', 60: '07000007800', 62: image });
  });

  it('that the host does not take does not stop the day, and is let go after three tries', async () => {
    const { terminal, host } = await readyBench();
    await terminal.sale(sale);
    await terminal.sign({ trace: '000002', image });
    host.will('silent', 'silent');
    expect(await terminal.sendSignatures()).toBe(false);
    expect(await terminal.settle()).toMatchObject({ kind: 'equal' });
    expect(await terminal.status()).toMatchObject({ owed: 1 });
    host.will({ code: '40' });
    await terminal.sendSignatures();
    expect(await terminal.status()).toMatchObject({ owed: 0 });
  });

  it.each([
    ['000099', image, 'originalNotFound'],
    ['000002', new Uint8Array(), 'imageNotValid'],
    ['000002', new Uint8Array(1_000), 'imageNotValid'],
  ] as const)('on %s is refused when it can not be', async (trace, picture, reason) => {
    const { terminal } = await readyBench();
    await terminal.sale(sale);
    expect(await terminal.sign({ trace, image: picture })).toMatchObject({ reason });
  });
});
