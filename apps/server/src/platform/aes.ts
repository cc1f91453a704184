import { nativeCipher } from './native-cipher.ts';

/** AES by OpenSSL, with keys of 16, 24 or 32 bytes. */
export const nativeAes = nativeCipher({
  blockBytes: 16,
  named: (key) => {
    if (key.length !== 16 && key.length !== 24 && key.length !== 32)
      throw new RangeError('an AES key has 16, 24 or 32 bytes');
    return { name: `aes-${8 * key.length}-ecb`, key };
  },
});
