/**
 * Where keys live. Whoever uses a key holds a key block and names what it is for; the clear key stays
 * inside. Two implementations pass the same cases (testing/hsm-cases.ts): `software` and `pkcs11`.
 *
 * What is given out to make a MAC or to open a track is a reference: as long as a key and of no use
 * to anyone but the cipher beside it. A PIN key is not given out at all.
 */
import type { KeyObject } from 'node:crypto';
import type { KeyUse, MacAlgorithm, MacKey, PinFormat, WorkKeyForm } from '@kaitong/iso8583';

export type KeyAlgorithm = 'des' | 'sm4';

/** `main` carries other keys, `pin` enciphers PINs, `mac` makes MACs, `data` enciphers tracks. */
export type KeyPurpose = 'main' | 'pin' | 'mac' | 'data';

/**
 * What a key is to be. Its place is bound to it, so that a row copied to another place does not
 * open. Only main keys may leave the house, and only under another key.
 */
export type KeySpec = {
  readonly purpose: KeyPurpose;
  readonly algorithm: KeyAlgorithm;
  readonly bytes: 8 | 16;
  readonly place: string;
};

/** A key as it is kept: its block, and the place where it must have been found. */
export type HeldKey = { readonly block: string; readonly place: string };

/** A key that was just made, with its check value: 8 hex digits. */
export type FreshKey = HeldKey & { readonly kcv: string };

/** A PIN on one line. */
type PinLine = {
  readonly key: HeldKey;
  readonly format: PinFormat;
  readonly pan?: string;
};

type WorkKeySpecs = {
  readonly pik: KeySpec;
  readonly mak: KeySpec;
  readonly tdk?: KeySpec;
};

type MadeWorkKeys = {
  /** F62: the new keys under the main key. */
  readonly f62: Uint8Array;
  readonly pik: FreshKey;
  readonly mak: FreshKey;
  readonly tdk?: FreshKey;
};

export type Hsm = {
  readonly kind: 'software' | 'pkcs11';
  readonly algorithms: readonly KeyAlgorithm[];
  /** The check value of the key under which new blocks are made; 10 hex digits. */
  readonly storageKey: string;
  /** A new key that nobody has seen. */
  readonly generate: (spec: KeySpec) => FreshKey;
  /** A key that two people or more bring in parts. The parts are zeroed. */
  readonly importComponents: (spec: KeySpec, components: readonly Uint8Array[]) => FreshKey;
  /** A key that comes from outside in clear. It is zeroed. */
  readonly adopt: (spec: KeySpec, key: Uint8Array) => FreshKey;
  /** A key that comes from outside under a main key, block by block. */
  readonly importUnder: (spec: KeySpec, wrapped: Uint8Array, main: HeldKey) => FreshKey;
  /** New working keys, and how they travel to the terminal that holds the main key. */
  readonly makeWorkKeys: (
    specs: WorkKeySpecs,
    under: { readonly main: HeldKey; readonly form: WorkKeyForm },
  ) => MadeWorkKeys;
  /** A main key under an RSA key (OAEP, SHA-256), for the terminal that it is for. */
  readonly sealForRsa: (main: HeldKey, rsa: KeyObject) => Uint8Array;
  /** A main key under a key that the receiver chose, block by block. */
  readonly sealUnder: (main: HeldKey, use: KeyUse) => Uint8Array;
  readonly kcvOf: (held: HeldKey) => string;
  /** Makes and checks MACs with the functions of the iso8583 package. */
  readonly macKey: (held: HeldKey, algorithm: MacAlgorithm) => MacKey;
  /** Opens and seals tracks with the functions of the iso8583 package. */
  readonly dataKey: (held: HeldKey) => KeyUse;
  /** From one line to the other; undefined when the block does not open under its key and card. */
  readonly translatePin: (asked: {
    readonly sealed: Uint8Array;
    readonly from: PinLine;
    readonly to: PinLine;
  }) => Uint8Array | undefined;
  /** The same key under the storage key of now. */
  readonly rewrap: (held: HeldKey) => HeldKey;
  /** Nothing of the key stays in memory. Its block is worthless only once it is erased, too. */
  readonly forget: (block: string) => void;
  readonly close: () => void;
};

/** Why a key could not be used; says nothing of the key. */
export class KeyTrouble extends Error {
  readonly reason: 'block' | 'place' | 'purpose' | 'algorithm' | 'export';

  constructor(reason: KeyTrouble['reason'], options?: ErrorOptions) {
    super(`a key can not be used: ${reason}`, options);
    this.name = 'KeyTrouble';
    this.reason = reason;
  }
}
