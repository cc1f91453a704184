import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromAscii, fromHex, toAscii, toHex } from './bytes.ts';
import { decode } from './decode.ts';
import type { Decoded } from './decode.ts';
import { encode } from './encode.ts';
import { iso87Ascii, iso87Binary } from './iso87.ts';
import type { FieldValue, Message, Profile } from './profile.ts';
import { messages } from './testing/messages.ts';
import vectors from './testing/frames.json' with { type: 'json' };
import { unionpay } from './unionpay.ts';

describe.each(vectors.vectors)('$id $title', (vector) => {
  const profile: Profile = { ...unionpay, hasRouting: vector.hasTpduAndHeader };
  const bytes = fromHex(vector.hasLength ? vector.hex.slice(4) : vector.hex);

  it('decodes to the published fields', () => {
    const decoded = decode(profile, bytes);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    expect(decoded.message.mti).toBe(vector.mti);
    expect(decoded.message.tpdu).toBe(vector.tpdu?.toUpperCase());
    expect(decoded.message.header).toBe(vector.header?.toUpperCase());
    expect(shown(decoded.message)).toEqual(expected(vector.fields));
  });

  // Every published frame is canonical: no exceptions to list.
  it('encodes to the same bytes', () => {
    const decoded = decode(profile, bytes);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    expect(toHex(encode(profile, decoded.message))).toBe(toHex(bytes));
  });
});

function shown(message: Message): Record<string, string> {
  return Object.fromEntries(
    Object.entries(message.fields).map(([field, value]) => [field, inPublishedForm(field, value)]),
  );
}

/** The publication shows binary as hex and Chinese as text; F62 is hex or text as it pleases. */
function inPublishedForm(field: string, value: FieldValue): string {
  if (typeof value === 'string') return value;
  const hex = toHex(value);
  if (field === '56') return CHINESE[hex] ?? hex;
  return hex;
}

const CHINESE: Readonly<Record<string, string>> = {
  B3C9B9A6: '成功',
  '30302BB3C9B9A6': '00+成功',
};

function expected(fields: object): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

describe.each([unionpay, iso87Binary, iso87Ascii])('$name', (profile) => {
  it('gives back every message that it wrote', () => {
    fc.assert(
      fc.property(messages(profile), (message) => {
        expect(decode(profile, encode(profile, message))).toEqual({ ok: true, message });
      }),
    );
  });

  it('answers any bytes with a message or an error inside them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(brokenAt(decode(profile, bytes))).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });

  it('answers a damaged message with a message or an error', () => {
    const damaged = fc.tuple(messages(profile), fc.nat(), fc.nat(255));
    fc.assert(
      fc.property(damaged, ([message, at, byte]) => {
        const bytes = encode(profile, message);
        bytes[at % bytes.length] = byte;
        expect(brokenAt(decode(profile, bytes))).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

describe('a bad frame', () => {
  const head = '6000030000603100000000';

  it.each([
    ['an empty frame', '', { offset: 0, path: 'tpdu', reason: 'truncated' }],
    ['a header cut off', '600003000060', { offset: 5, path: 'header', reason: 'truncated' }],
    ['letters in the MTI', `${head}0A00`, { offset: 11, path: 'mti', reason: 'notDigits' }],
    [
      'a second bitmap',
      `${head}02008000000000000000`,
      { offset: 13, path: 'bitmap', reason: 'secondBitmapNotAllowed' },
    ],
    [
      'a field of another dialect',
      `${head}02000200000000000000`,
      { offset: 13, path: 'F7', reason: 'unknownField' },
    ],
    [
      'a field cut off',
      `${head}020020000000000000000000`,
      { offset: 21, path: 'F3', reason: 'truncated' },
    ],
    [
      'letters in digits',
      `${head}0200200000000000000000000A`,
      { offset: 21, path: 'F3', reason: 'notDigits' },
    ],
    [
      'letters in a length',
      `${head}020040000000000000001A`,
      { offset: 21, path: 'F2', reason: 'badLength' },
    ],
    [
      'a length over the maximum',
      `${head}0200400000000000000020`,
      { offset: 21, path: 'F2', reason: 'overLength' },
    ],
    [
      'bytes after the end',
      `${head}0200200000000000000000000000`,
      { offset: 24, path: 'frame', reason: 'trailingBytes' },
    ],
  ] as const)('with %s is refused where it breaks', (_, hex, error) => {
    expect(decode(unionpay, fromHex(hex))).toEqual({ ok: false, error });
  });

  it('of more than 4096 bytes is refused unread', () => {
    expect(decode(unionpay, new Uint8Array(4097))).toEqual({
      ok: false,
      error: { offset: 0, path: 'frame', reason: 'frameTooLong' },
    });
  });
});

describe('encode', () => {
  const sale = { tpdu: '6000030000', header: '603100000000', mti: '0200' };

  it.each([
    [3, '00000', 'F3 is shorter than the field'],
    [2, '62000000000000000055', 'F2 is longer than the field'],
    [2, '6200 0000', 'F2 takes digits only'],
    [4, Uint8Array.of(1), 'F4 takes digits, not bytes'],
    [43, '商户', 'F43 text beyond ASCII must be given as bytes'],
    [7, '0101000000', 'F7 is not in unionpay'],
    [70, '301', 'F70 is not in unionpay'],
  ] as const)('refuses F%d %j', (field, value, words) => {
    expect(() => encode(unionpay, { ...sale, fields: { [field]: value } })).toThrow(words);
  });

  it('fills short text with spaces and writes = of a track as D', () => {
    const bytes = encode(unionpay, {
      ...sale,
      fields: { 35: '6200000000000005=2912', 41: '100' },
    });
    expect(toHex(bytes)).toContain('216200000000000005D29120');
    expect(toHex(bytes).endsWith('3130302020202020')).toBe(true);
  });
});

describe('what is not canonical', () => {
  const sale = { tpdu: '6000030000', header: '603100000000', mti: '0200' };

  it('may be any pad nibble of an odd count, and comes back', () => {
    const bytes = fromHex('600003000060310000000002000000040000000000022F');
    const message = { ...sale, fields: { 22: '022' }, pads: { 22: 'F' } };
    expect(decode(unionpay, bytes)).toEqual({ ok: true, message });
    expect(encode(unionpay, message)).toEqual(bytes);
  });

  it('is not the pad nibble of the dialect', () => {
    const dialect = { ...unionpay, padNibble: 'F' } as const;
    const bytes = encode(dialect, { ...sale, fields: { 60: '22000001000' } });
    expect(toHex(bytes).endsWith('001122000001000F')).toBe(true);
    expect(decode(dialect, bytes)).toEqual({
      ok: true,
      message: { ...sale, fields: { 60: '22000001000' } },
    });
  });

  it('may be a second bitmap that announces nothing', () => {
    const bytes = fromHex('0800A0000000000000000000000000000000000301');
    const message = { mti: '0800', fields: { 3: '000301' }, hasEmptyBitmap: true } as const;
    expect(decode(iso87Binary, bytes)).toEqual({ ok: true, message });
    expect(encode(iso87Binary, message)).toEqual(bytes);
  });

  it.each([
    [{ 22: 'FF' }, 'F22 takes one hex digit as its pad'],
    [{ 22: 'x' }, 'F22 takes one hex digit as its pad'],
  ])('is refused as the pad %j', (pads, words) => {
    expect(() => encode(unionpay, { ...sale, fields: { 22: '022' }, pads })).toThrow(words);
  });
});

describe('iso87Ascii', () => {
  it('spells digits, lengths, bitmaps and bytes where the profile does', () => {
    const bytes = encode(iso87Ascii, {
      mti: '0200',
      fields: {
        2: '6200000000000005',
        4: '000000000100',
        52: fromHex('0123456789ABCDEF'),
        70: '301',
      },
    });
    expect(toAscii(bytes)).toBe(
      '0200D00000000000100004000000000000001662000000000000050000000001000123456789ABCDEF301',
    );
  });

  it.each([
    ['lower-case hex in a bitmap', '0200d0000000000000000000000000000000', 'bitmap', 'notHex'],
    ['letters in digits', '02002000000000000000A00000', 'F3', 'notDigits'],
    ['letters in a length', '020040000000000000001x', 'F2', 'badLength'],
    ['letters in bytes', '02000000000000001000012345678abcdefg', 'F52', 'notHex'],
    ['a bitmap cut off', '0200A00000000000000', 'bitmap', 'truncated'],
  ])('refuses %s', (_, text, path, reason) => {
    expect(decode(iso87Ascii, fromAscii(text))).toMatchObject({
      ok: false,
      error: { path, reason },
    });
  });
});

/** Where the frame broke; 0 when it did not. */
function brokenAt(decoded: Decoded): number {
  return decoded.ok ? 0 : decoded.error.offset;
}
