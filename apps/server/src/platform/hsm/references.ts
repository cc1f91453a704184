/**
 * References to keys: bytes as long as the key, that say which key and which part of it. Everything
 * that takes a key and a cipher works with a reference and the cipher of its book; whoever reads the
 * reference learns a number.
 */
import type { BlockCipher, KeyUse } from '@kaitong/iso8583';

/** One block under one key, or under one half of it. */
export type BlockOps = {
  readonly encrypt: (block: Uint8Array) => Uint8Array;
  readonly decrypt: (block: Uint8Array) => Uint8Array;
};

export type Referred = {
  readonly blockBytes: 8 | 16;
  readonly bytes: 8 | 16;
  readonly whole: BlockOps;
  /** The retail MAC works with the halves of its key. */
  readonly halves?: readonly [BlockOps, BlockOps];
};

export type ReferenceBook = {
  readonly refer: (to: Referred) => { readonly id: number; readonly use: KeyUse };
  readonly strike: (id: number) => void;
};

const WHOLE = 0;
const LEFT = 1;
const RIGHT = 2;
const PART_BYTES = 8;

export function createReferences(): ReferenceBook {
  const known = new Map<number, Referred>();
  let last = 0;

  function opsOf(reference: Uint8Array): BlockOps {
    const view = new DataView(reference.buffer, reference.byteOffset, reference.length);
    const referred = known.get(view.getUint32(4));
    if (referred === undefined) throw new Error('a key was put away while it was in use');
    const part = reference.length === PART_BYTES ? reference[0] : WHOLE;
    const ops = part === WHOLE ? referred.whole : referred.halves?.[part === LEFT ? 0 : 1];
    if (ops === undefined) throw new RangeError('this key has no halves');
    return ops;
  }

  const cipherOf = (blockBytes: 8 | 16): BlockCipher => ({
    blockBytes,
    encrypt: (reference, block) => opsOf(reference).encrypt(block),
    decrypt: (reference, block) => opsOf(reference).decrypt(block),
  });
  const ciphers = { 8: cipherOf(8), 16: cipherOf(16) };

  return {
    refer: (to) => {
      last++;
      known.set(last, to);
      return { id: last, use: { key: referenceTo(last, to), cipher: ciphers[to.blockBytes] } };
    },
    strike: (id) => void known.delete(id),
  };
}

function referenceTo(id: number, { bytes }: Referred): Uint8Array {
  const reference = new Uint8Array(bytes);
  const view = new DataView(reference.buffer);
  const parts = bytes === PART_BYTES ? [WHOLE] : [LEFT, RIGHT];
  for (const [i, part] of parts.entries()) {
    view.setUint8(PART_BYTES * i, part);
    view.setUint32(PART_BYTES * i + 4, id);
  }
  return reference;
}
