import { desCipher, fromHex, toHex } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { nativeDes, newDesKey } from './des.ts';

describe('the server cipher', () => {
  it.each([8, 16] as const)('does what the plain one does, with a key of %i bytes', (size) => {
    const key = newDesKey(size);
    const block = fromHex('4E6F772069732074');
    const sealed = nativeDes.encrypt(key, block);
    expect(toHex(sealed)).toBe(toHex(desCipher.encrypt(key, block)));
    expect(toHex(nativeDes.decrypt(key, sealed))).toBe(toHex(block));
  });

  it('makes keys with odd parity in every byte', () => {
    for (const byte of newDesKey(16)) {
      const ones = byte.toString(2).replaceAll('0', '').length;
      expect(ones % 2).toBe(1);
    }
  });

  it('refuses a key of another length', () => {
    expect(() => nativeDes.encrypt(new Uint8Array(7), new Uint8Array(8))).toThrow(RangeError);
  });
});
