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
  return {
    kind,
    algorithms,
    storageKey,
    forget,
    close,
    ...making(vault),
    ...sending(vault),
    kcvOf: (held) => kcv(vault, held),
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

type Making = Pick<Hsm, 'generate' | 'importComponents' | 'adopt' | 'importUnder' | 'makeWorkKeys'>;

/** How keys come in, or come to be. */
function making(vault: Vault): Making {
  const adopt = (spec: KeySpec, key: Uint8Array) => adopted(vault, spec, key);
  return {
    adopt,
    generate: (spec) => {
      check(vault, spec);
      return fresh(vault, spec, vault.generate(spec));
    },
    importComponents: (spec, components) => {
      const key = keyFromComponents(components);
      for (const component of components) component.fill(0);
      return adopt(spec, key);
    },
    importUnder: (spec, wrapped, main) =>
      adopt(spec, decryptBlocks(wrapped, vault.open(main, 'main'))),
    makeWorkKeys: (specs, { main, form }) => {
      const pik = newKey(vault, specs.pik);
      const mak = newKey(vault, specs.mak);
      const tdk = specs.tdk && newKey(vault, specs.tdk);
      try {
        const keys = { pik, mak, ...(tdk ? { tdk } : {}) };
        const f62 = sealWorkKeys(keys, carrierOf(vault.open(main, 'main')), form);
        const made = { f62, pik: adopt(specs.pik, pik), mak: adopt(specs.mak, mak) };
        return specs.tdk && tdk ? { ...made, tdk: adopt(specs.tdk, tdk) } : made;
      } finally {
        // Also when the main key does not open, or the form and the keys do not fit.
        for (const key of [pik, mak, tdk]) if (key) forgetKey(key);
      }
    },
  };
}

/** How main keys leave: under a key that their receiver has. */
function sending(vault: Vault): Pick<Hsm, 'sealForRsa' | 'sealUnder'> {
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  function sealed(main: HeldKey, seal: (key: Uint8Array) => Uint8Array): Uint8Array {
    const key = vault.reveal(main);
    try {
      return seal(key);
    } finally {
      key.fill(0);
    }
  }
  return {
    sealForRsa: (main, rsa) => sealed(main, (key) => publicEncrypt({ key: rsa, ...padding }, key)),
    sealUnder: (main, use) => sealed(main, (key) => wrapKey(key, use)),
  };
}

function fresh(vault: Vault, { place }: KeySpec, block: string): FreshKey {
  const held = { block, place };
  return { ...held, kcv: kcv(vault, held) };
}

function kcv(vault: Vault, held: HeldKey): string {
  return toHex(kcvOf(vault.open(held, undefined)));
}

function adopted(vault: Vault, spec: KeySpec, key: Uint8Array): FreshKey {
  try {
    check(vault, spec);
    return fresh(vault, spec, vault.wrap(spec, key));
  } finally {
    forgetKey(key);
  }
}

function check({ algorithms }: Vault, { algorithm }: KeySpec): void {
  if (!algorithms.includes(algorithm)) throw new KeyTrouble('algorithm');
}

function newKey(vault: Vault, spec: KeySpec): Uint8Array {
  check(vault, spec);
  const key = vault.random(spec.bytes);
  // Key loaders expect odd parity of DES keys.
  return spec.algorithm === 'des' ? setOddParity(key) : key;
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
