/**
 * Keys in an HSM by PKCS#11. Main keys and storage keys stay in the token; working keys pass through
 * this process once, when they are made for F62, because no standard mechanism wraps in ECB; so does
 * a main key on its way under RSA, because few tokens know OAEP with SHA-256. What passed is zeroed.
 * A PIN is clear here between two calls, as bytes that are zeroed: PKCS#11 has no translation.
 */
import type * as Pkcs11 from 'pkcs11js';
import { assert } from '@kaitong/values';
import { sameBytes } from '@kaitong/iso8583';
import { CannotStart } from '../cannot-start.ts';
import { setOddParity } from '../des.ts';
import { keepOpened } from './opened.ts';
import { hsmOver } from './operations.ts';
import { KeyTrouble, type HeldKey, type Hsm, type KeyPurpose, type KeySpec } from './port.ts';
import { createReferences, type BlockOps, type Referred } from './references.ts';
import { readTokenBlock, writeTokenBlock, type TokenBlock } from './token-block.ts';
import {
  openToken,
  type KeyType,
  type Pair,
  type Token,
  type TokenSetting,
  type UnwrapAs,
} from './token.ts';
import type { Vault } from './vault.ts';

/**
 * Opens the HSM. A sandbox makes its storage keys at the first start; live never does, because new
 * keys for an old database would look like a start.
 */
export async function openPkcs11(
  setting: TokenSetting & { readonly mode: 'sandbox' | 'live' },
): Promise<Hsm> {
  const token = await openToken(setting);
  if (token.pairs().length === 0) {
    if (setting.mode === 'live') {
      token.close();
      throw new CannotStart(
        `The token ${setting.token} has no storage keys: bring back yours, or, for a new house only: ` +
          'npm run hsm -- new-storage-key',
      );
    }
    addTokenPair(token);
  }
  return hsmOver(tokenVault(token));
}

/** New storage keys: from the next start on, new blocks are made under them and old ones moved. */
export function addTokenPair(token: Token): void {
  token.makePair(String(token.pairs().length + 1).padStart(4, '0'));
}

type Protector = Pair & { readonly storageKey: string };

function tokenVault(token: Token): Vault {
  const protectors = token.pairs().map((pair): Protector => {
    const check = token.macOf(pair, new Uint8Array(16)).slice(0, 5);
    return { ...pair, storageKey: Buffer.from(check).toString('hex').toUpperCase() };
  });
  const newest = protectors.at(-1);
  assert(newest, 'a token has storage keys');
  const blocks = blocksIn(token, protectors, newest);
  const references = createReferences();
  const opened = keepOpened(
    (block) => {
      const { spec, handles } = blocks.unwrap(block, 'never');
      return { ...references.refer(referredTo(token, spec, handles)), spec, handles };
    },
    ({ id, handles }) => {
      references.strike(id);
      for (const handle of handles) token.destroy(handle);
    },
  );
  return {
    kind: 'pkcs11',
    algorithms: ['des'],
    storageKey: newest.storageKey,
    random: token.random,
    wrap: (spec, key) => blocks.wrap(spec, piecesOf(token, spec, key)),
    generate: (spec) => {
      if (spec.purpose === 'mac' || spec.bytes === 8) return generateHere(token, blocks, spec);
      return blocks.wrap(spec, [token.generateDes2()]);
    },
    open: (held, purpose) => {
      const { spec, use } = opened.of(held.block);
      checkUse(spec, held, purpose);
      return use;
    },
    reveal: (held) => {
      const { spec, handles } = blocks.unwrap(held.block, 'clear');
      try {
        checkUse(spec, held, 'main');
        const [handle] = handles;
        assert(handle, 'a key has a piece');
        return token.valueOf(handle);
      } finally {
        for (const handle of handles) token.destroy(handle);
      }
    },
    rewrap: (held) => {
      const { spec, handles } = blocks.unwrap(held.block, 'wrapped');
      if (spec.place !== held.place) {
        for (const handle of handles) token.destroy(handle);
        throw new KeyTrouble('place');
      }
      return blocks.wrap(spec, handles);
    },
    forget: opened.forget,
    close: () => {
      opened.forgetAll();
      token.close();
    },
  };
}

type Blocks = {
  /** Wraps the pieces and puts their handles away. */
  readonly wrap: (spec: KeySpec, handles: readonly Pkcs11.Handle[]) => string;
  readonly unwrap: (
    block: string,
    leaves: UnwrapAs['leaves'],
  ) => { readonly spec: KeySpec; readonly handles: readonly Pkcs11.Handle[] };
};

function blocksIn(token: Token, protectors: readonly Protector[], newest: Protector): Blocks {
  return {
    wrap: (spec, handles) => {
      const pieces = handles.map((handle) => token.wrap(newest, handle));
      for (const handle of handles) token.destroy(handle);
      const { storageKey } = newest;
      const covered = writeTokenBlock({ spec, storageKey, pieces });
      return (
        covered +
        Buffer.from(token.macOf(newest, bytesOf(covered)))
          .toString('hex')
          .toUpperCase()
      );
    },
    unwrap: (block, leaves) => {
      const { spec, storageKey, pieces, covered, mac } = readTokenBlock(block);
      const protector = protectors.find((one) => one.storageKey === storageKey);
      if (protector === undefined) throw new KeyTrouble('block');
      const expected = token.macOf(protector, bytesOf(covered));
      if (!sameBytes(expected, Buffer.from(mac, 'hex'))) throw new KeyTrouble('block');
      const handles = pieces.map((piece, i) =>
        token.unwrap(protector, piece, { type: typeOf(spec, i), leaves }),
      );
      return { spec, handles };
    },
  };
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** The first piece is the whole key, and those that follow are its halves, each three times. */
function typeOf({ bytes }: TokenBlock['spec'], i: number): KeyType {
  return i === 0 && bytes === 16 ? 'des2' : 'des3';
}

function piecesOf(token: Token, spec: KeySpec, key: Uint8Array): Pkcs11.Handle[] {
  const parts = spec.bytes === 8 ? [thrice(key)] : [key];
  if (spec.purpose === 'mac' && spec.bytes === 16)
    parts.push(thrice(key.subarray(0, 8)), thrice(key.subarray(8)));
  return parts.map((part, i) => {
    const handle = token.create(typeOf(spec, i), part);
    if (part !== key) part.fill(0);
    return handle;
  });
}

function thrice(key: Uint8Array): Uint8Array {
  return Uint8Array.from([...key, ...key, ...key]);
}

function generateHere(token: Token, blocks: Blocks, spec: KeySpec): string {
  const key = setOddParity(token.random(spec.bytes));
  const block = blocks.wrap(spec, piecesOf(token, spec, key));
  key.fill(0);
  return block;
}

function checkUse(spec: KeySpec, { place }: HeldKey, purpose: KeyPurpose | undefined): void {
  if (spec.place !== place) throw new KeyTrouble('place');
  if (purpose !== undefined && spec.purpose !== purpose) throw new KeyTrouble('purpose');
}

function referredTo(token: Token, { bytes }: KeySpec, handles: readonly Pkcs11.Handle[]): Referred {
  const [whole, left, right] = handles.map((handle): BlockOps => ({
    encrypt: (block) => token.encrypt(handle, block),
    decrypt: (block) => token.decrypt(handle, block),
  }));
  assert(whole, 'a key has a piece');
  const key = { blockBytes: 8, bytes, whole } as const;
  return left && right ? { ...key, halves: [left, right] } : key;
}
