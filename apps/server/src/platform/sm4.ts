import { nativeCipher } from './native-cipher.ts';

/** SM4 (GB/T 32907-2016) by OpenSSL. */
export const nativeSm4 = nativeCipher({
  blockBytes: 16,
  named: (key) => {
    if (key.length !== 16) throw new RangeError('an SM4 key has 16 bytes');
    return { name: 'sm4-ecb', key };
  },
});
