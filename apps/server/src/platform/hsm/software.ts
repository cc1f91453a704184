/**
 * Keys in this process: blocks of X9.143, version D, under a storage key. Opened keys are kept, for
 * speed, until they are forgotten or too many; then they are zeroed.
 */
import { randomBytes } from 'node:crypto';
import {
  cmacKcvOf,
  toHex,
  unwrapKeyBlock,
  wrapKeyBlock,
  type KeyBlockContent,
  type KeyBlockHeader,
  type KeyUse,
} from '@kaitong/iso8583';
import { assert } from '@kaitong/values';
import { nativeAes } from '../aes.ts';
import { nativeDes, newDesKey } from '../des.ts';
import { forgetKey } from '../native-cipher.ts';
import { nativeSm4 } from '../sm4.ts';
import { keepOpened } from './opened.ts';
import { hsmOver } from './operations.ts';
import { KeyTrouble, type Hsm, type KeyPurpose, type KeySpec } from './port.ts';
import { createReferences, type Referred } from './references.ts';
import { algorithmOf, letterOf, purposeOf, USAGES, type Vault } from './vault.ts';

/** Blocks of X9.143: what a key is called, and which storage key protects it. */
const PLACE = 'LB';
const PROTECTOR = 'KP';
const BY_CMAC = '01';

/** The storage keys, each of 32 bytes; new blocks are made under the last of them. */
export function softwareHsm(storageKeys: readonly Uint8Array[]): Hsm {
  return hsmOver(softwareVault(storageKeys));
}

function softwareVault(storageKeys: readonly Uint8Array[]): Vault {
  const blocks = blocksUnder(storageKeys);
  const references = createReferences();
  const opened = keepOpened(
    (block) => {
      const { header, key } = blocks.unwrap(block);
      // The key and its halves are each known to the ciphers by themselves.
      const parts = [key, key.subarray(0, 8), key.subarray(8)];
      return { ...references.refer(referredTo(parts, header)), key, parts, header };
    },
    ({ id, parts }) => {
      references.strike(id);
      for (const part of parts) forgetKey(part);
    },
  );
  return {
    kind: 'software',
    algorithms: ['des', 'sm4'],
    storageKey: blocks.storageKey,
    random: randomBytes,
    wrap: blocks.wrap,
    generate: (spec) => {
      const key = spec.algorithm === 'des' ? newDesKey(spec.bytes) : randomBytes(spec.bytes);
      const block = blocks.wrap(spec, key);
      key.fill(0);
      return block;
    },
    open: (held, purpose) => {
      const { header, use } = opened.of(held.block);
      checkUse(header, held.place, purpose);
      return use;
    },
    reveal: (held) => {
      const { header, key } = opened.of(held.block);
      checkUse(header, held.place, 'main');
      if (header.exportability !== 'E') throw new KeyTrouble('export');
      return key.slice();
    },
    rewrap: ({ block, place }) => {
      const { header, key } = blocks.unwrap(block);
      checkUse(header, place, undefined);
      const again = blocks.wrap(specOf(header, { place, bytes: key.length === 8 ? 8 : 16 }), key);
      key.fill(0);
      return again;
    },
    forget: opened.forget,
    close: opened.forgetAll,
  };
}

type Blocks = {
  readonly storageKey: string;
  readonly wrap: Vault['wrap'];
  readonly unwrap: (block: string) => KeyBlockContent;
};

function blocksUnder(storageKeys: readonly Uint8Array[]): Blocks {
  const protectors = storageKeys.map((key): KeyUse => ({ key, cipher: nativeAes }));
  const newest = newestOf(protectors);
  const storageKey = toHex(cmacKcvOf(newest));
  return {
    storageKey,
    wrap: ({ purpose, place, ...kind }, key) => {
      const [usage, mode] = USAGES[purpose];
      const header: KeyBlockHeader = {
        version: 'D',
        usage,
        mode,
        algorithm: letterOf(kind),
        keyVersion: '00',
        exportability: purpose === 'main' ? 'E' : 'N',
        blocks: [
          { id: PROTECTOR, value: BY_CMAC + storageKey },
          { id: PLACE, value: place },
        ],
      };
      return wrapKeyBlock({ header, key }, newest, randomBytes);
    },
    unwrap: (block) => {
      for (const protector of protectors.toReversed()) {
        const read = unwrapKeyBlock(block, protector);
        if (read.ok) return read;
      }
      throw new KeyTrouble('block');
    },
  };
}

function newestOf(protectors: readonly KeyUse[]): KeyUse {
  const newest = protectors.at(-1);
  assert(newest, 'a software HSM has a storage key');
  return newest;
}

function checkUse(header: KeyBlockHeader, place: string, purpose: KeyPurpose | undefined): void {
  if (header.blocks.find(({ id }) => id === PLACE)?.value !== place) throw new KeyTrouble('place');
  if (purpose !== undefined && header.usage !== USAGES[purpose][0]) throw new KeyTrouble('purpose');
}

function specOf(header: KeyBlockHeader, more: Pick<KeySpec, 'place' | 'bytes'>): KeySpec {
  return {
    purpose: purposeOf(header.usage),
    algorithm: algorithmOf(header.algorithm),
    ...more,
  };
}

function referredTo(parts: readonly Uint8Array[], { algorithm }: KeyBlockHeader): Referred {
  const cipher = algorithmOf(algorithm) === 'sm4' ? nativeSm4 : nativeDes;
  const [key, left, right] = parts.map((part) => ({
    bytes: part.length,
    encrypt: (block: Uint8Array) => cipher.encrypt(part, block),
    decrypt: (block: Uint8Array) => cipher.decrypt(part, block),
  }));
  assert(key && left && right, 'a key has two halves');
  const { blockBytes } = cipher;
  if (key.bytes === 8) return { blockBytes, bytes: 8, whole: key };
  return { blockBytes, bytes: 16, whole: key, halves: [left, right] };
}
