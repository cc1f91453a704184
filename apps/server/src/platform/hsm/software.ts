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
import { hsmOver } from './operations.ts';
import { KeyTrouble, type HeldKey, type Hsm, type KeyPurpose, type KeySpec } from './port.ts';
import { createReferences, type Referred } from './references.ts';
import { algorithmOf, letterOf, OPENED_MAX, USAGES, type Vault } from './vault.ts';

/** Blocks of X9.143: what a key is called, and which storage key protects it. */
const PLACE = 'LB';
const PROTECTOR = 'KP';
const BY_CMAC = '01';

/** The storage keys, each of 32 bytes; new blocks are made under the last of them. */
export function softwareHsm(storageKeys: readonly Uint8Array[]): Hsm {
  return hsmOver(softwareVault(storageKeys));
}

type Opened = {
  readonly id: number;
  readonly use: KeyUse;
  readonly key: Uint8Array;
  /** The key and its halves, each known to the ciphers by itself. */
  readonly parts: readonly Uint8Array[];
  readonly header: KeyBlockHeader;
};

function softwareVault(storageKeys: readonly Uint8Array[]): Vault {
  const protectors = storageKeys.map((key): KeyUse => ({ key, cipher: nativeAes }));
  const current = newestOf(protectors);
  const storageKey = toHex(cmacKcvOf(current));
  const references = createReferences();
  const opened = new Map<string, Opened>();

  function wrap({ purpose, place, ...kind }: KeySpec, key: Uint8Array): string {
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
    return wrapKeyBlock({ header, key }, current, randomBytes);
  }

  function unwrap(block: string): KeyBlockContent {
    for (const protector of protectors.toReversed()) {
      const read = unwrapKeyBlock(block, protector);
      if (read.ok) return read;
      if (read.reason !== 'mac') break;
    }
    throw new KeyTrouble('block');
  }

  function openedOf(block: string): Opened {
    const before = opened.get(block);
    if (before !== undefined) {
      // What was used last stands last, and so is put away last.
      opened.delete(block);
      opened.set(block, before);
      return before;
    }
    const { header, key } = unwrap(block);
    const parts = [key, key.subarray(0, 8), key.subarray(8)];
    const fresh = { ...references.refer(referredTo(parts, header)), key, parts, header };
    opened.set(block, fresh);
    for (const oldest of opened.keys()) {
      if (opened.size <= OPENED_MAX) break;
      forget(oldest);
    }
    return fresh;
  }

  function forget(block: string): void {
    const found = opened.get(block);
    if (found === undefined) return;
    opened.delete(block);
    references.strike(found.id);
    for (const part of found.parts) forgetKey(part);
  }

  function open(held: HeldKey, purpose: KeyPurpose | undefined): KeyUse {
    const { header, use } = openedOf(held.block);
    checkUse(header, held.place, purpose);
    return use;
  }

  return {
    kind: 'software',
    algorithms: ['des', 'sm4'],
    storageKey,
    random: randomBytes,
    wrap,
    generate: (spec) => {
      const key = spec.algorithm === 'des' ? newDesKey(spec.bytes) : randomBytes(spec.bytes);
      const block = wrap(spec, key);
      key.fill(0);
      return block;
    },
    open,
    reveal: (held) => {
      const { header, key } = openedOf(held.block);
      checkUse(header, held.place, 'main');
      if (header.exportability !== 'E') throw new KeyTrouble('export');
      return key.slice();
    },
    rewrap: ({ block, place }) => {
      const { header, key } = unwrap(block);
      checkUse(header, place, undefined);
      const again = wrap(specOf(header, { place, bytes: key.length === 8 ? 8 : 16 }), key);
      key.fill(0);
      return again;
    },
    forget,
    close: () => {
      for (const block of opened.keys()) forget(block);
    },
  };
}

function checkUse(header: KeyBlockHeader, place: string, purpose: KeyPurpose | undefined): void {
  if (header.blocks.find(({ id }) => id === PLACE)?.value !== place) throw new KeyTrouble('place');
  if (purpose !== undefined && header.usage !== USAGES[purpose][0]) throw new KeyTrouble('purpose');
}

function specOf(header: KeyBlockHeader, more: Pick<KeySpec, 'place' | 'bytes'>): KeySpec {
  const purposes = Object.keys(USAGES) as KeyPurpose[];
  const purpose = purposes.find((one) => USAGES[one][0] === header.usage);
  if (purpose === undefined) throw new KeyTrouble('purpose');
  return { purpose, algorithm: algorithmOf(header.algorithm), ...more };
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

function newestOf(protectors: readonly KeyUse[]): KeyUse {
  const newest = protectors.at(-1);
  assert(newest, 'a software HSM has a storage key');
  return newest;
}
