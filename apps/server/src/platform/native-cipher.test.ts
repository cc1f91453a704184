import { aesCipher, desCipher, sm4Cipher } from '@kaitong/iso8583';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nativeAes } from './aes.ts';
import { nativeDes } from './des.ts';
import { forgetKey } from './native-cipher.ts';
import { nativeSm4 } from './sm4.ts';

describe.each([
  ['DES', nativeDes, desCipher, [8, 16, 24]],
  ['AES', nativeAes, aesCipher, [16, 24, 32]],
  ['SM4', nativeSm4, sm4Cipher, [16]],
] as const)('%s by OpenSSL', (_, native, plain, sizes) => {
  const { blockBytes } = native;

  it('does what plain arithmetic does, block after block under one key', () => {
    const given = fc
      .constantFrom(...sizes)
      .chain((size) => fc.tuple(bytes(size), fc.array(bytes(blockBytes), { maxLength: 4 })));
    fc.assert(
      fc.property(given, ([key, blocks]) => {
        for (const block of blocks) {
          const sealed = native.encrypt(key, block);
          expect(Uint8Array.from(sealed)).toEqual(plain.encrypt(key, block));
          expect(Uint8Array.from(native.decrypt(key, sealed))).toEqual(block);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('notices that a buffer holds another key than before', () => {
    const [key, block] = [new Uint8Array(sizes[0]).fill(1), new Uint8Array(blockBytes)];
    const before = native.encrypt(key, block);
    key.fill(0x76);
    expect(native.encrypt(key, block)).not.toEqual(before);
    expect(Uint8Array.from(native.encrypt(key, block))).toEqual(plain.encrypt(key, block));
  });

  it('zeros a key that is forgotten', () => {
    const [key, block] = [new Uint8Array(sizes[0]).fill(0x2a), new Uint8Array(blockBytes)];
    const before = native.encrypt(key, block);
    forgetKey(key);
    expect(key).toEqual(new Uint8Array(sizes[0]));
    expect(native.encrypt(key, block)).not.toEqual(before);
  });

  it('refuses keys and blocks of other sizes, and stays whole after it', () => {
    const [key, block] = [new Uint8Array(sizes[0]).fill(7), new Uint8Array(blockBytes)];
    const whole = native.encrypt(key, block);
    expect(() => native.encrypt(key, block.subarray(1))).toThrow(RangeError);
    expect(() => native.decrypt(key, new Uint8Array(2 * blockBytes))).toThrow(RangeError);
    expect(() => native.encrypt(new Uint8Array(7), block)).toThrow(RangeError);
    expect(native.encrypt(key, block)).toEqual(whole);
  });
});

function bytes(count: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: count, maxLength: count });
}
