/**
 * The port through which everything here ciphers. `desCipher`, `aesCipher` and `sm4Cipher` are plain
 * arithmetic, for places that have no cipher of their own; a server gives native ones.
 */
export type BlockCipher = {
  /** How many bytes a block has: 8 for DES and triple DES, 16 for AES and SM4. */
  readonly blockBytes: 8 | 16;
  /** One block under the key. Throws a RangeError when key or block has another size. */
  encrypt(key: Uint8Array, block: Uint8Array): Uint8Array;
  decrypt(key: Uint8Array, block: Uint8Array): Uint8Array;
};

/** A key and what ciphers it. */
export type KeyUse = { readonly key: Uint8Array; readonly cipher: BlockCipher };

/** Enciphers whole blocks one by one (ECB), as keys and PINs are carried in this trade. */
export function encryptBlocks(plain: Uint8Array, { key, cipher }: KeyUse): Uint8Array {
  return inBlocks(plain, cipher.blockBytes, (block) => cipher.encrypt(key, block));
}

/** Deciphers whole blocks one by one (ECB). */
export function decryptBlocks(secret: Uint8Array, { key, cipher }: KeyUse): Uint8Array {
  return inBlocks(secret, cipher.blockBytes, (block) => cipher.decrypt(key, block));
}

function inBlocks(
  bytes: Uint8Array,
  size: number,
  each: (block: Uint8Array) => Uint8Array,
): Uint8Array {
  if (bytes.length === 0 || bytes.length % size !== 0)
    throw new RangeError(`whole blocks of ${size} bytes are ciphered`);
  const out = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += size) out.set(each(bytes.subarray(at, at + size)), at);
  return out;
}
