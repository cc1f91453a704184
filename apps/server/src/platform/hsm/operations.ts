import { constants, publicEncrypt } from 'node:crypto';
import {
  decryptBlocks,
  kcvOf,
  keyFromComponents,
  sealWorkKeys,
  toHex,
  translatePin,
  wrapKey,
  type KeyUse,
} from '@kaitong/iso8583';
import { nativeDes, setOddParity } from '../des.ts';
import { forgetKey } from '../native-cipher.ts';
import { nativeSm4 } from '../sm4.ts';
import { KeyTrouble, type FreshKey, type HeldKey, type Hsm, type KeySpec } from './port.ts';
import type { Vault } from './vault.ts';

/** Everything that both implementations do in the same way. */
export function hsmOver(vault: Vault): Hsm {
  const { kind, algorithms, storageKey, forget, close, random } = vault;

  function fresh(spec: KeySpec, block: string): FreshKey {
    const held = { block, place: spec.place };
    return { ...held, kcv: kcv(held) };
  }

  function kcv(held: HeldKey): string {
    return toHex(kcvOf(vault.open(held, undefined)));
  }

  function adopt(spec: KeySpec, key: Uint8Array): FreshKey {
    check(spec);
    try {
      return fresh(spec, vault.wrap(spec, key));
    } finally {
      forgetKey(key);
    }
  }

  function check({ algorithm }: KeySpec): void {
    if (!algorithms.includes(algorithm)) throw new KeyTrouble('algorithm');
  }

  function newKey(spec: KeySpec): Uint8Array {
    check(spec);
    const key = random(spec.bytes);
    // Key loaders expect odd parity of DES keys.
    if (spec.algorithm === 'des') setOddParity(key);
    return key;
  }

  return {
    kind,
    algorithms,
    storageKey,
    forget,
    close,
    kcvOf: kcv,
    adopt,
    generate: (spec) => {
      check(spec);
      return fresh(spec, vault.generate(spec));
    },
    importComponents: (spec, components) => {
      const key = keyFromComponents(components);
      for (const component of components) component.fill(0);
      return adopt(spec, key);
    },
    importUnder: (spec, wrapped, main) =>
      adopt(spec, decryptBlocks(wrapped, vault.open(main, 'main'))),
    makeWorkKeys: (specs, { main, form }) => {
      const pik = newKey(specs.pik);
      const mak = newKey(specs.mak);
      const tdk = specs.tdk && newKey(specs.tdk);
      try {
        const keys = { pik, mak, ...(tdk ? { tdk } : {}) };
        const f62 = sealWorkKeys(keys, carrierOf(vault.open(main, 'main')), form);
        const kept = { f62, pik: adopt(specs.pik, pik), mak: adopt(specs.mak, mak) };
        return specs.tdk && tdk ? { ...kept, tdk: adopt(specs.tdk, tdk) } : kept;
      } finally {
        // Also when the main key does not open, or the form and the keys do not fit.
        for (const key of [pik, mak, tdk]) if (key) forgetKey(key);
      }
    },
    sealForRsa: (main, rsa) => {
      const key = vault.reveal(main);
      const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
      try {
        return publicEncrypt({ key: rsa, ...padding }, key);
      } finally {
        key.fill(0);
      }
    },
    sealUnder: (main, use) => {
      const key = vault.reveal(main);
      try {
        return wrapKey(key, use);
      } finally {
        key.fill(0);
      }
    },
    macKey: (held, algorithm) => ({ ...vault.open(held, 'mac'), algorithm }),
    dataKey: (held) => vault.open(held, 'data'),
    translatePin: ({ sealed, from, to }) =>
      translatePin({
        sealed,
        from: { ...from, ...vault.open(from.key, 'pin') },
        to: { ...to, ...vault.open(to.key, 'pin') },
        chance: random,
      }),
    rewrap: (held) => ({ ...held, block: vault.rewrap(held) }),
  };
}

/** Enciphers under the main key, and checks new keys by themselves, which no book knows yet. */
function carrierOf({ key: reference, cipher }: KeyUse): KeyUse {
  const native = cipher.blockBytes === 16 ? nativeSm4 : nativeDes;
  const cipherFor = (key: Uint8Array) => (key === reference ? cipher : native);
  return {
    key: reference,
    cipher: {
      blockBytes: cipher.blockBytes,
      encrypt: (key, block) => cipherFor(key).encrypt(key, block),
      decrypt: (key, block) => cipherFor(key).decrypt(key, block),
    },
  };
}
