import { bytesOf, fromHex, readBerTlv, textOf, tlvValue, toAscii } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { Terminal } from './terminal.ts';
import { CHIP_CARD, readyBench } from './testing/bench.ts';

const sale = { amountMinor: 1_000n, card: CHIP_CARD };
const SCRIPT = fromHex('9F360200477203860100');

const declines = async () => ({ accepts: false, tags: fromHex('95058000000000') });
const misses = async () => ({ accepts: true, hasArpcFailed: true });

describe('a chip', () => {
  it('that ran commands is reported before the next reversal and request', async () => {
    const { terminal, host } = await readyBench();
    host.issuer = SCRIPT;
    await terminal.sale(sale);
    host.issuer = undefined;
    host.will('approve', 'silent');
    await terminal.sale(sale);
    await terminal.sale(sale);
    expect(host.log).toEqual(['0200', '0620/951', '0200', '0400', '0200']);
    const notice = host.heard[1] ?? { mti: '', fields: {} };
    expect(notice.fields).toMatchObject({ 61: '0000070000020315', 37: '101102000002' });
    const tags = readBerTlv(bytesOf(notice, 55) ?? new Uint8Array()) ?? [];
    expect(tlvValue(tags, 'DF31')).toEqual(fromHex('2000000000'));
    expect(await terminal.status()).toMatchObject({ owed: 0 });
  });

  it('whose report nobody answers is let go after three tries, and payments go on', async () => {
    const { terminal, host, disk, ports } = await readyBench();
    host.issuer = SCRIPT;
    await terminal.sale(sale);
    host.issuer = undefined;
    for (let i = 0; i < 3; i++) {
      host.will('silent');
      // oxlint-disable-next-line no-await-in-loop
      expect(await new Terminal(disk, ports).sale(sale)).toMatchObject({ kind: 'approved' });
    }
    const again = new Terminal(disk, ports);
    expect(await again.status()).toMatchObject({ owed: 0 });
  });

  it('that declines an approval is reversed with reason 96 and its own words', async () => {
    const { terminal, host } = await readyBench();
    const result = await terminal.sale({ ...sale, card: { ...CHIP_CARD, finish: declines } });
    expect(result).toMatchObject({ kind: 'unknown', reason: 'cardDeclined' });
    expect(await terminal.flushReversals()).toBe(true);
    const reversal = host.heard[1] ?? { mti: '', fields: {} };
    expect(textOf(reversal, 39)).toBe('96');
    const tags = readBerTlv(bytesOf(reversal, 55) ?? new Uint8Array()) ?? [];
    expect(tags.map(({ tag }) => tag)).toEqual(['9F36', '95', '9F10']);
  });

  it('leaves a certificate that goes up at settlement, equal or not', async () => {
    const { terminal, host } = await readyBench();
    await terminal.sale(sale);
    host.heard.length = 0;
    expect(await terminal.settle()).toMatchObject({ kind: 'equal', uploaded: 1 });
    expect(host.log).toEqual(['0500/201', '0320/203', '0320/207']);
    expect(toAscii(bytesOf(host.heard[1] ?? { mti: '', fields: {} }, 62) ?? fromHex(''))).toBe(
      '610000000000001000156',
    );
    await terminal.sale(sale);
    host.heard.length = 0;
    host.will({ flags: '21' });
    expect(await terminal.settle()).toMatchObject({ kind: 'unequal', uploaded: 2 });
    expect(host.log).toEqual(['0500/201', '0320/201', '0320/205', '0320/202']);
    expect(textOf(host.heard.at(-1) ?? { mti: '', fields: {} }, 48)).toBe('0002');
  });

  it('whose issuer failed goes up as such', async () => {
    const { terminal, host } = await readyBench();
    await terminal.sale({ ...sale, card: { ...CHIP_CARD, finish: misses } });
    await terminal.settle();
    expect(host.log.slice(1)).toEqual(['0500/201', '0320/204', '0320/207']);
  });
});

describe('an unequal settlement', () => {
  it('goes up in the order of the book: offline, online, advices, chips, end', async () => {
    const { terminal, host } = await readyBench();
    await terminal.sale(sale);
    await terminal.sale({ ...sale, card: { ...CHIP_CARD, entry: 'manual' } });
    await terminal.tip({ trace: '000003', tipMinor: 100n });
    const refund = { rrn: '101102000002', date: '0314', amountMinor: 700n, card: CHIP_CARD };
    await terminal.refund({ ...refund, card: { ...CHIP_CARD, entry: 'manual' } });
    host.heard.length = 0;
    host.will({ flags: '21' });
    expect(await terminal.settle()).toMatchObject({ kind: 'unequal', uploaded: 5 });
    const told = host.heard.map(
      ({ fields }) => String(fields[60]).slice(0, 2) + String(fields[60]).slice(8, 11),
    );
    expect(told).toEqual(['00201', '34000', '00201', '25000', '00205', '00202']);
    expect(host.heard.filter(({ fields }) => fields[64] !== undefined)).toEqual([]);
  });

  it('asks again in a second round for what was not answered, and only for that', async () => {
    const { terminal, host } = await readyBench();
    await terminal.sale(sale);
    host.heard.length = 0;
    host.will({ flags: '21' }, 'silent');
    expect(await terminal.settle()).toMatchObject({ kind: 'unequal' });
    expect(host.log).toEqual(['0500/201', '0320/201', '0320/205', '0320/201', '0320/202']);
  });
});
