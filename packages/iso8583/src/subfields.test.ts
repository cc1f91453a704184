import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromAscii, fromHex, toHex } from './bytes.ts';
import {
  readDetails,
  readF60,
  readF61,
  readF63,
  readTotals,
  writeAmount,
  writeDetails,
  writeF60,
  writeF61,
  writeTotals,
} from './subfields.ts';
import vectors from './testing/frames.json' with { type: 'json' };
import { readBerTlv, readF59, tlvValue, writeBerTlv, writeF59 } from './tlv.ts';

describe('F60', () => {
  it.each([
    ['00000006003', { type: '00', batch: '000006', code: '003' }],
    [
      '22000065000501',
      {
        type: '22',
        batch: '000065',
        code: '000',
        capability: '5',
        condition: '0',
        partial: '1',
      },
    ],
    ['220005120006', { type: '22', batch: '000512', code: '000', capability: '6' }],
  ])('%s', (digits, parts) => {
    expect(readF60(digits)).toEqual(parts);
    expect(writeF60(parts)).toBe(digits);
  });

  it('fills unused sub-fields before the last one with zeros', () => {
    expect(writeF60({ type: '22', batch: '000001', code: '000', account: '048' })).toBe(
      '22000001000000048',
    );
  });

  it.each(['', '2200000100', '22A00001000'])('is not %j', (digits) => {
    expect(readF60(digits)).toBeUndefined();
  });
});

it.each([
  ['000065000123', { batch: '000065', trace: '000123' }],
  ['0000000000000826', { batch: '000000', trace: '000000', date: '0826' }],
])('F61 %s', (digits, parts) => {
  expect(readF61(digits)).toEqual(parts);
  expect(writeF61(parts)).toBe(digits);
});

it('F63 begins with three letters', () => {
  expect(readF63('CUP00000000')).toEqual({ organisation: 'CUP', text: '00000000' });
});

describe('F48', () => {
  it('of the published settlement answer is equal', () => {
    const digits = vectors.vectors.find(({ id }) => id === 'V03')?.fields['48'] ?? '';
    const totals = readTotals(digits);
    expect(totals?.domestic).toEqual({
      debitMinor: 11n,
      debitCount: 11,
      creditMinor: 2n,
      creditCount: 2,
      flag: '1',
    });
    expect(totals && writeTotals(totals)).toBe(digits);
  });

  it('is not a shorter or longer text', () => {
    expect(readTotals('0'.repeat(61))).toBeUndefined();
    expect(readTotals('0'.repeat(63))).toBeUndefined();
  });

  it('lists uploaded details', () => {
    const details = [
      { isForeign: false, trace: '000012', pan: '6200000000000005', amountMinor: 100n },
      { isForeign: true, trace: '000013', pan: '4111111111111111', amountMinor: 999_999n },
    ];
    const digits = writeDetails(details);
    expect(digits).toHaveLength(82);
    expect(readDetails(digits)).toEqual(details);
    expect(readDetails(`03${digits.slice(2)}`)).toBeUndefined();
  });
});

it.each([
  [0n, '000000000000'],
  [999_999_999_999n, '999999999999'],
])('the amount %d is written %s', (minor, digits) => {
  expect(writeAmount(minor)).toBe(digits);
});

it.each([-1n, 10n ** 12n])('refuses the amount %d', (minor) => {
  expect(() => writeAmount(minor)).toThrow('12 digits');
});

describe('F55', () => {
  it.each(vectors.vectors.filter(({ fields }) => '55' in fields && fields['55'] !== undefined))(
    'of $id reads and writes the same',
    ({ fields }) => {
      const hex = fields['55'] ?? '';
      const entries = readBerTlv(fromHex(hex));
      expect(entries && toHex(writeBerTlv(entries))).toBe(hex);
    },
  );

  it('finds a value by its tag', () => {
    expect(tlvValue(readBerTlv(fromHex('9F3602004795050000000000')) ?? [], '9F36')).toEqual(
      fromHex('0047'),
    );
  });

  it.each([127, 128, 255, 256])('carries a value of %d bytes', (size) => {
    const entries = [{ tag: 'DF31', value: new Uint8Array(size).fill(7) }];
    expect(readBerTlv(writeBerTlv(entries))).toEqual(entries);
  });

  it.each(['9F', '9F36', '9F360200', '8A03303', '8480'])('is not %s', (hex) => {
    expect(readBerTlv(fromHex(hex.length % 2 === 0 ? hex : `${hex}0`))).toBeUndefined();
  });

  it('answers any bytes without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const entries = readBerTlv(bytes) ?? [];
        const size = entries.reduce((sum, { value }) => sum + value.length, 0);
        expect(size).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

describe('F59', () => {
  it('carries the pay code that a customer shows', () => {
    const entries = [{ tag: 'A3', value: fromAscii('6220000000000000000') }];
    expect(writeF59(entries)).toEqual(fromAscii('A30196220000000000000000'));
    expect(readF59(writeF59(entries))).toEqual(entries);
  });

  it.each(['A3', 'A3019', 'A3XYZ1', 'a3001x'])('is not %s', (text) => {
    expect(readF59(fromAscii(text))).toBeUndefined();
  });
});
