import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aesCipher } from './aes.ts';
import { fromHex, toHex } from './bytes.ts';
import { desCipher } from './des.ts';
import { sm4Cipher } from './sm4.ts';

describe('AES', () => {
  // FIPS 197, appendix C.
  it.each([
    ['000102030405060708090A0B0C0D0E0F', '69C4E0D86A7B0430D8CDB78070B4C55A'],
    ['000102030405060708090A0B0C0D0E0F1011121314151617', 'DDA97CA4864CDFE06EAF70A0EC0D7191'],
    [
      '000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F',
      '8EA2B7CA516745BFEAFC49904B496089',
    ],
  ])('under %s gives the block of the standard', (key, secret) => {
    const plain = '00112233445566778899AABBCCDDEEFF';
    expect(toHex(aesCipher.encrypt(fromHex(key), fromHex(plain)))).toBe(secret);
    expect(toHex(aesCipher.decrypt(fromHex(key), fromHex(secret)))).toBe(plain);
  });
});

describe('SM4', () => {
  // GB/T 32907-2016, appendix A.1 (C11 of docs/protocol.md): key and block are the same.
  const block = '0123456789ABCDEFFEDCBA9876543210';

  it('gives the block of the standard', () => {
    const secret = '681EDF34D206965E86B3E94F536E4246';
    expect(toHex(sm4Cipher.encrypt(fromHex(block), fromHex(block)))).toBe(secret);
    expect(toHex(sm4Cipher.decrypt(fromHex(block), fromHex(secret)))).toBe(block);
  });
});

describe.each([
  ['DES', desCipher, [8, 16, 24]],
  ['AES', aesCipher, [16, 24, 32]],
  ['SM4', sm4Cipher, [16]],
] as const)('%s', (_, cipher, sizes) => {
  it('gives back what it took and changes neither key nor block', () => {
    const given = fc.constantFrom(...sizes).chain((size) => {
      return fc.tuple(bytes(size), bytes(cipher.blockBytes));
    });
    fc.assert(
      fc.property(given, ([key, block]) => {
        const before = [key.slice(), block.slice()];
        expect(cipher.decrypt(key, cipher.encrypt(key, block))).toEqual(block);
        expect([key, block]).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses keys and blocks of other sizes', () => {
    const key = new Uint8Array(sizes[0]);
    const block = new Uint8Array(cipher.blockBytes);
    expect(() => cipher.encrypt(new Uint8Array(7), block)).toThrow(RangeError);
    expect(() => cipher.encrypt(key, block.subarray(1))).toThrow(RangeError);
    expect(() => cipher.decrypt(key, new Uint8Array(cipher.blockBytes + 1))).toThrow(RangeError);
  });
});

function bytes(count: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: count, maxLength: count });
}
