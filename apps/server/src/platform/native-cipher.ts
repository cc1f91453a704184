/**
 * Block ciphers by OpenSSL. Making a cipher object costs 5 to 15 times what a block costs, so the
 * object of a key is kept for as long as the key itself: the cache holds keys weakly, and so can
 * neither outgrow nor outlive them. ECB without padding gives every block at once, so one object
 * serves all blocks of a key and `final` is never due.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { BlockCipher } from '@kaitong/iso8583';

type Kind = {
  readonly blockBytes: 8 | 16;
  /** The name that OpenSSL has for ECB under this key, and the key as that takes it. */
  readonly named: (key: Uint8Array) => { readonly name: string; readonly key: Uint8Array };
};

type Engine = { update(block: Uint8Array): Buffer };
type Kept = { readonly copy: Uint8Array; encrypt?: Engine; decrypt?: Engine };

const caches: WeakMap<Uint8Array, Kept>[] = [];

/** A cipher that keeps its objects by key. */
export function nativeCipher({ blockBytes, named }: Kind): BlockCipher {
  const cache = new WeakMap<Uint8Array, Kept>();
  caches.push(cache);

  function keptFor(key: Uint8Array): Kept {
    const before = cache.get(key);
    // A buffer that was filled anew since is another key.
    if (before !== undefined && isSame(before.copy, key)) return before;
    const kept = { copy: Uint8Array.from(key) };
    cache.set(key, kept);
    return kept;
  }

  function check(block: Uint8Array): void {
    // Half a block would wait inside the object and spoil the next one.
    if (block.length !== blockBytes) throw new RangeError(`a block has ${blockBytes} bytes`);
  }

  return {
    blockBytes,
    encrypt(key, block) {
      check(block);
      const kept = keptFor(key);
      kept.encrypt ??= engine(createCipheriv, named(key), key);
      return plain(kept.encrypt.update(block));
    },
    decrypt(key, block) {
      check(block);
      const kept = keptFor(key);
      kept.decrypt ??= engine(createDecipheriv, named(key), key);
      return plain(kept.decrypt.update(block));
    },
  };
}

/** Zeros a key and what the ciphers keep of it; from here on nothing can be done with it. */
export function forgetKey(key: Uint8Array): void {
  for (const cache of caches) {
    cache.get(key)?.copy.fill(0);
    cache.delete(key);
  }
  key.fill(0);
}

type Make = typeof createCipheriv | typeof createDecipheriv;

function engine(
  make: Make,
  { name, key }: ReturnType<Kind['named']>,
  original: Uint8Array,
): Engine {
  const made = make(name, key, null).setAutoPadding(false);
  // What was lengthened for OpenSSL is a copy, and ours to zero.
  if (key !== original) key.fill(0);
  return made;
}

/** A buffer as what it is below: `slice` of a Buffer would not copy. */
function plain({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}
