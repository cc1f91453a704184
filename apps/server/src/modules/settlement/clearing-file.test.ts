import { day, money } from '@kaitong/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClearingFile, writeClearingFile, type ClearingLine } from './clearing-file.ts';

const DAY = day('2026-11-23');
const line: ClearingLine = {
  kind: 'sale',
  keys: { trace: '000123', sentAt: '1123101530', acquirer: '48021000', forwarder: '48021000' },
  card: '622588*********0005',
  amount: money(12_800n),
  terminalNo: 'T0000001',
  merchantNo: '898310000000001',
  reference: '112310000123',
  authCode: 'A1B2C3',
  interchange: money(58n),
  network: money(4n),
  originalTrace: '000000',
};
const refund: ClearingLine = {
  ...line,
  kind: 'refund',
  keys: { ...line.keys, trace: '000124' },
  amount: money(2_800n),
  interchange: money(13n),
  network: money(1n),
  originalTrace: '000123',
};
const text = writeClearingFile({ acquirer: '48021000', day: DAY, lines: [line, refund] });

describe('a clearing file', () => {
  it('has the layout that the network was told', () => {
    expect(text).toBe(
      [
        'HDR 48021000    20261123 01 ACOM',
        '48021000    48021000    000123 1123101530 622588*********0005 000000012800 0200 000000 T0000001 898310000000001 112310000123 A1B2C3 00 D00000000058 D00000000004 000000',
        '48021000    48021000    000124 1123101530 622588*********0005 000000002800 0220 200000 T0000001 898310000000001 112310000123 A1B2C3 00 C00000000013 C00000000001 000123',
        `TRL 0000000002 C0000000000010000 D0000000000000048 ${text.slice(-65, -1)}`,
        '',
      ].join('\n'),
    );
  });

  it('is read as it was written', () => {
    expect(readClearingFile(text, DAY)).toMatchObject({
      kind: 'read',
      file: {
        acquirer: '48021000',
        lines: [line, refund],
        gross: money(10_000n),
        fees: money(48n),
      },
    });
  });

  it('of a day on which more came back than was sold nets below zero', () => {
    const back = writeClearingFile({ acquirer: '48021000', day: DAY, lines: [refund] });
    expect(back).toContain('TRL 0000000001 D0000000000002800 C0000000000000014 ');
    expect(readClearingFile(back, DAY)).toMatchObject({ file: { gross: money(-2_800n) } });
  });

  it('of a day without a sale has no lines', () => {
    const empty = writeClearingFile({ acquirer: '48021000', day: DAY, lines: [] });
    expect(readClearingFile(empty, DAY)).toMatchObject({ kind: 'read', file: { lines: [] } });
  });
});

describe('a file is refused whole', () => {
  const rows = text.split('\n');
  const without = (index: number) => rows.filter((_, at) => at !== index).join('\n');
  it.each([
    ['', 'truncated'],
    ['not a file', 'truncated'],
    [text.slice(0, -1), 'truncated'],
    [text.slice(0, 200), 'truncated'],
    [without(3), 'truncated'],
    [without(2), 'count'],
    [without(0), 'layout'],
    [text.replace('000000012800', '000000012801'), 'sum'],
    [text.replace('D00000000058', 'D00000000057'), 'sum'],
    [text.replace('D00000000058', 'C00000000058'), 'layout'],
    [text.replace('A1B2C3', 'A1B2C4'), 'hash'],
    [text.replace(/[0-9a-f]{64}/, 'f'.repeat(64)), 'hash'],
    [text.replace(' 0200 ', ' 0100 '), 'layout'],
    [text.replace('000123 1123', '00012 1123'), 'layout'],
    [text.replace('000123 1123', '000123_1123'), 'layout'],
    [text.replace('20261123', '20261122'), 'day'],
  ])('%#: %s', (damaged, reason) => {
    expect(readClearingFile(damaged, DAY)).toEqual({ kind: 'refused', reason });
  });

  it('at any byte that is changed, lost or cut off', () => {
    const at = fc.nat({ max: text.length - 1 });
    fc.assert(
      fc.property(at, fc.constantFrom('cut', 'lose', 'change'), (index, how) => {
        const changed = text[index] === '7' ? '8' : '7';
        const damaged =
          how === 'cut'
            ? text.slice(0, index)
            : text.slice(0, index) + (how === 'lose' ? '' : changed) + text.slice(index + 1);
        expect(readClearingFile(damaged, DAY).kind).toBe('refused');
      }),
    );
  });

  it('never crashes on anything else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (anything) => {
        expect(readClearingFile(anything, DAY).kind).toBe('refused');
      }),
    );
  });
});
