import { expect, it } from 'vitest';
import { fromAscii, fromHex } from './bytes.ts';
import { describe } from './describe.ts';
import { encode } from './encode.ts';
import { partName } from './field-names.ts';
import { iso87Ascii, iso87Binary } from './iso87.ts';
import { RESPONSE_CODES, isSuccess, responseOf } from './responses.ts';
import vectors from './testing/frames.json' with { type: 'json' };
import { writeF59 } from './text-tlv.ts';
import { writeBerTlv } from './tlv.ts';
import { unionpay } from './unionpay.ts';

const pan = '6200000000000005';
const secrets = encode(unionpay, {
  tpdu: '6000030000',
  header: '603100000000',
  mti: '0200',
  fields: {
    2: pan,
    14: '3012',
    35: `${pan}D30122011234`,
    36: `99${pan}D1561000000`,
    48: `01000000010000${pan}000000000100`,
    52: fromHex('0123456789ABCDEF'),
    55: writeBerTlv([
      { tag: '5A', value: fromHex(pan) },
      { tag: '57', value: fromHex(`${pan}D30122011234`) },
      { tag: '9F36', value: fromHex('0047') },
    ]),
    57: `CARD ${pan}`,
    59: writeF59([{ tag: 'A3', value: fromAscii(pan) }]),
    62: fromHex('CA5D92598DCA48CE8A4C76361A9269E9'),
    63: `01 ${pan}`,
  },
});

it('shows the whole frame without gaps', () => {
  const { parts } = describe(unionpay, secrets);
  const ends = parts.map(({ offset, length }) => offset + length);
  expect(parts.map(({ offset }) => offset)).toEqual([0, ...ends.slice(0, -1)]);
  expect(ends.at(-1)).toBe(secrets.length);
});

it('covers card numbers, tracks, PIN and keys', () => {
  const { parts } = describe(unionpay, secrets);
  const shown = parts.map((part) => part.shown).join('\n');
  for (const secret of [pan, '30122011234', '0123456789ABCDEF', 'CA5D92598DCA48CE', '3012'])
    expect(shown).not.toContain(secret);
  expect(parts.find(({ field }) => field === 2)?.shown).toBe('620000******0005');
  expect(parts.find(({ field }) => field === 35)?.shown).toBe('620000******0005=***');
  expect(parts.find(({ field }) => field === 55)?.shown).toBe('5A=*** (8) 57=*** (14) 9F36=0047');
});

it.each([
  ['zh-Hans', '交易金额'],
  ['zh-Hant', '交易金額'],
  ['en', 'Amount'],
] as const)('names a field in %s', (lang, name) => {
  const bytes = fromHex(vectors.vectors.find(({ id }) => id === 'V12')?.hex.slice(4) ?? '');
  const { parts } = describe(unionpay, bytes, { lang });
  expect(parts.find(({ field }) => field === 4)).toEqual({
    path: 'F4',
    field: 4,
    offset: 35,
    length: 6,
    name,
    shown: '000000073700',
    hex: '00 00 00 07 37 00',
    children: [],
  });
});

it('describes a broken frame up to where it breaks', () => {
  const { parts, error } = describe(unionpay, secrets.subarray(0, 25));
  expect(parts.map(({ path }) => path)).toEqual(['tpdu', 'header', 'mti', 'bitmap']);
  expect(error).toEqual({ offset: 22, path: 'F2', reason: 'truncated' });
});

it.each([unionpay, iso87Binary, iso87Ascii])(
  'knows a name for each field of $name',
  ({ fields }) => {
    const nameless = Object.keys(fields).filter(
      (field) => partName(`F${field}`).en === 'Private field',
    );
    expect(nameless).toEqual([]);
  },
);

it('has words in three languages for each answer code', () => {
  expect(RESPONSE_CODES).toHaveLength(79);
  for (const { words } of RESPONSE_CODES) expect(Object.values(words).every(Boolean)).toBe(true);
  expect(
    RESPONSE_CODES.filter(({ category }) => category === 'success').map(({ code }) => code),
  ).toEqual(['00', '10', '11', 'A2', 'A4', 'A5', 'A6']);
});

it('takes an unknown answer code for a failure', () => {
  expect(responseOf('Z9')).toEqual({
    code: 'Z9',
    category: 'unknown',
    words: { 'zh-Hans': '交易失败（Z9）', 'zh-Hant': '交易失敗（Z9）', en: 'Failed (Z9)' },
  });
  expect(isSuccess('Z9')).toBe(false);
  expect(isSuccess('A5')).toBe(true);
});
