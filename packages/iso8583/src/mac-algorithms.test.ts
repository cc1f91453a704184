import { describe, expect, it } from 'vitest';
import { aesCipher } from './aes.ts';
import { fromAscii, fromHex, toAscii, toHex } from './bytes.ts';
import { cmacOf } from './cmac.ts';
import { desCipher } from './des.ts';
import { folded, macOf, type MacAlgorithm } from './mac-algorithms.ts';
import { sm4Cipher } from './sm4.ts';
import vectors from './testing/crypto.json' with { type: 'json' };

const double = fromHex('CA5D92598DCA48CE8A4C76361A9269E9');
const block = fromHex('0123456789ABCDEF');

describe('data folded for a MAC', () => {
  it.each(vectors.folds)('is that of $source', ({ size, data, text, fold }) => {
    const bytes = text === undefined ? fromHex(data ?? '') : fromAscii(text);
    expect(toHex(folded(bytes, size))).toBe(fold);
  });
});

describe('CMAC', () => {
  const use = { key: fromHex('2B7E151628AED2A6ABF7158809CF4F3C'), cipher: aesCipher };

  it.each(vectors.cmacs)('of $source', ({ data, mac }) => {
    expect(toHex(cmacOf(fromHex(data), use))).toBe(mac);
    const cut = macOf(fromHex(data), { algorithm: 'cmac', ...use });
    expect(toHex(cut)).toBe(mac.slice(0, 16));
  });

  it.each([
    // NIST SP 800-38B, appendix D.4: triple DES with three keys.
    ['', 'B7A688E122FFAF95'],
    ['6BC1BEE22E409F96', '8E8F293136283797'],
    ['6BC1BEE22E409F96E93D7E117393172AAE2D8A57', '743DDBE0CE2DC2ED'],
  ])('under triple DES of %s', (data, mac) => {
    const key = fromHex('8AA83BF8CBDA10620BC1BF19FBB6CD58BC313D4A371CA8B5');
    expect(toHex(cmacOf(fromHex(data), { key, cipher: desCipher }))).toBe(mac);
  });
});

describe('the SM4 variant', () => {
  it('is spelled in the first eight characters, as a sign of two passes', () => {
    const key = fromHex('0123456789ABCDEFFEDCBA9876543210');
    const spelled = fromAscii('02000202030004060106020403343734');
    const data = fromAscii(vectors.folds[1]?.text ?? '');
    const first = sm4Cipher.encrypt(key, spelled.subarray(0, 16));
    const second = sm4Cipher.encrypt(
      key,
      first.map((byte, i) => byte ^ (spelled[16 + i] ?? 0)),
    );
    const mac = macOf(data, { algorithm: 'cupEcb', key, cipher: sm4Cipher });
    expect(toAscii(mac)).toBe(toHex(second).slice(0, 8));
  });
});

describe('one block', () => {
  // C13 of docs/protocol.md: the retail MAC of one block is triple DES of it, and so is xor3des.
  it.each([
    ['x9.19', double, double],
    ['xor3des', double, double],
    ['x9.9', double, double.slice(0, 8)],
    ['x9.9', double.slice(0, 8), double.slice(0, 8)],
  ] as const)('under %s', (algorithm, key, same) => {
    const mac = macOf(block, { algorithm, key, cipher: desCipher });
    expect(mac).toEqual(desCipher.encrypt(same, block));
  });

  it('folded from many is what xor3des enciphers', () => {
    const data = fromHex('1234567890ABCDEFABCDEF1234567890');
    const mac = macOf(data, { algorithm: 'xor3des', key: double, cipher: desCipher });
    expect(mac).toEqual(desCipher.encrypt(double, fromHex('B9F9B96AA4FDB57F')));
  });
});

it('a MAC key of double length makes another CUP MAC than its first half', () => {
  const [long, short] = [double, double.slice(0, 8)].map((key) =>
    macOf(block, { algorithm: 'cupEcb', key, cipher: desCipher }),
  );
  expect(long).not.toEqual(short);
  expect(long).toHaveLength(8);
});

it.each([
  ['x9.19', double.slice(0, 8), desCipher],
  ['x9.19', double, sm4Cipher],
  ['x9.9', double, aesCipher],
  ['xor3des', double, sm4Cipher],
  ['cupEcb', double.slice(0, 7), desCipher],
] as const)('%s is not made with what does not fit it', (algorithm, key, cipher) => {
  const use = { algorithm: algorithm as MacAlgorithm, key, cipher };
  expect(() => macOf(block, use)).toThrow(RangeError);
});
