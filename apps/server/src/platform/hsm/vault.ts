/** What an implementation brings: how keys become blocks and blocks become keys that can be used. */
import type { KeyUse } from '@kaitong/iso8583';
import {
  KeyTrouble,
  type HeldKey,
  type Hsm,
  type KeyAlgorithm,
  type KeyPurpose,
  type KeySpec,
} from './port.ts';

export type Vault = Pick<Hsm, 'kind' | 'algorithms' | 'storageKey' | 'forget' | 'close'> & {
  readonly random: (count: number) => Uint8Array;
  /** A block of the key, which is the caller's to zero. */
  readonly wrap: (spec: KeySpec, key: Uint8Array) => string;
  readonly generate: (spec: KeySpec) => string;
  /** A reference to the key, when it is for this purpose and was found at its place. */
  readonly open: (held: HeldKey, purpose: KeyPurpose | undefined) => KeyUse;
  /** A main key in clear, on its way out under another; the caller's to zero. */
  readonly reveal: (held: HeldKey) => Uint8Array;
  readonly rewrap: (held: HeldKey) => string;
};

/** How a key block says what it is for (X9.143): usage and mode. */
export const USAGES: Readonly<Record<KeyPurpose, readonly [usage: string, mode: string]>> = {
  main: ['K0', 'B'],
  pin: ['P0', 'B'],
  mac: ['M0', 'C'],
  data: ['D0', 'B'],
};

/** The letter of an algorithm in a key block; 4 is a private agreement. */
export function letterOf({ algorithm, bytes }: Pick<KeySpec, 'algorithm' | 'bytes'>): string {
  if (algorithm === 'sm4') return '4';
  return bytes === 8 ? 'D' : 'T';
}

/** What a usage of a key block is for. */
export function purposeOf(usage: string): KeyPurpose {
  const purposes = Object.keys(USAGES) as KeyPurpose[];
  const purpose = purposes.find((one) => USAGES[one][0] === usage);
  if (purpose === undefined) throw new KeyTrouble('purpose');
  return purpose;
}

export function algorithmOf(letter: string): KeyAlgorithm {
  return letter === '4' ? 'sm4' : 'des';
}
