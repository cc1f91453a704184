import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromAscii, fromHex, toHex } from './bytes.ts';
import { writeAmount } from './decimal.ts';
import { readDetails, readF48, readTotals, writeDetails, writeTotals } from './settlement.ts';
import {
  readF60,
  readF61,
  readF63,
  readF63Blocks,
  writeF60,
  writeF61,
  writeF63Blocks,
} from './subfields.ts';
import vectors from './testing/frames.json' with { type: 'json' };
import { readF59, writeF59 } from './text-tlv.ts';
import { readBerTlv, tlvValue, writeBerTlv } from './tlv.ts';

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
  ['000065000123082601', { batch: '000065', trace: '000123', date: '0826', authorisation: '01' }],
  [
    '00006500012308260248025800000',
    {
      batch: '000065',
      trace: '000123',
      date: '0826',
      authorisation: '02',
      organisation: '48025800000',
    },
  ],
])('F61 %s', (digits, parts) => {
  expect(readF61(digits)).toEqual(parts);
  expect(writeF61(parts)).toBe(digits);
});

it.each(['', '00006500012', '000065000123082', '0000650001230826012345678901234'])(
  'F61 is not %j',
  (digits) => {
    expect(readF61(digits)).toBeUndefined();
  },
);

it('F61 has zeros where a part before the last is not known', () => {
  expect(writeF61({ batch: '000001', trace: '000002', organisation: '48025800' })).toBe(
    '00000100000200000048025800',
  );
});

describe('F63', () => {
  const issuer = fromHex('B3C9B9A6');
  it('has blocks of twenty bytes that may be Chinese', () => {
    const blocks = { organisation: 'CUP', issuer, unionpay: fromAscii('OK'), terminal: issuer };
    const bytes = writeF63Blocks(blocks);
    expect(bytes).toHaveLength(3 + 60 + 4);
    expect(readF63Blocks(bytes)).toEqual({ ...blocks, acquirer: new Uint8Array() });
  });

  it.each(['', 'CU', `CUP${'x'.repeat(121)}`])('is not %j', (text) => {
    expect(readF63Blocks(text)).toBeUndefined();
  });

  it('refuses a block that is too long', () => {
    expect(() => writeF63Blocks({ organisation: 'CUP', issuer: new Uint8Array(21) })).toThrow(
      'the issuer block of F63 has 20 bytes',
    );
  });
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

  it.each([
    ['0500', '201', '0'.repeat(62), 'totals'],
    ['0510', '201', '0'.repeat(62), 'totals'],
    ['0320', '201', '00', 'details'],
    ['0320', '207', '0042', 'count'],
    ['0330', '202', '0042', 'count'],
    ['0220', '000', '000000000500', 'tip'],
    ['0500', '201', '0042', undefined],
    ['0320', '201', '0042', undefined],
    ['0320', '202', '42', undefined],
    ['0220', '000', '500', undefined],
  ])('of a %s with code %s is told by its message', (mti, code, digits, use) => {
    expect(readF48(digits, { mti, code })?.use).toBe(use);
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
