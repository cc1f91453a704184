/**
 * DUKPT with AES-128 (ANSI X9.24-3:2017, §6): every transaction has keys of its own, which follow from
 * the initial key and the key serial number, and from which no earlier key follows.
 */
import type { BlockCipher, KeyUse } from './cipher.ts';
import {
  counterAfter,
  counterIn,
  isCounter,
  stepsTo,
  withCounter,
  type CounterRule,
} from './dukpt-counter.ts';

const KSN_BYTES = 12;
const RULE: CounterRule = { bits: 32, onesMax: 16 };

/** What a transaction's key is for (table 2 of the standard). */
export type AesDukptUse =
  | 'keyEncryption'
  | 'pin'
  | 'macGeneration'
  | 'macVerification'
  | 'macBoth'
  | 'dataEncryption'
  | 'dataDecryption'
  | 'dataBoth';

const PURPOSES: Readonly<Record<AesDukptUse, number>> = {
  keyEncryption: 0x0002,
  pin: 0x1000,
  macGeneration: 0x2000,
  macVerification: 0x2001,
  macBoth: 0x2002,
  dataEncryption: 0x3000,
  dataDecryption: 0x3001,
  dataBoth: 0x3002,
};
const DERIVE = 0x8000;
const DERIVE_INITIAL = 0x8001;

/**
 * The initial key of a terminal, 16 bytes, from the base key of 16 and the key serial number of 12,
 * whose counter does not matter. Throws a RangeError for other lengths.
 */
export function initialAesKey(bdk: KeyUse, ksn: Uint8Array): Uint8Array {
  checkKsn(ksn);
  checkKey(bdk.key);
  return derived(bdk.key, {
    cipher: bdk.cipher,
    purpose: DERIVE_INITIAL,
    tail: ksn.subarray(0, 8),
  });
}

/**
 * The key of one transaction for one use, 16 bytes, from the initial key. Throws a RangeError for
 * other lengths, and for a counter that no terminal may use: zero, or with more than sixteen ones.
 */
export function aesDukptKey(initial: KeyUse, ksn: Uint8Array, use: AesDukptUse): Uint8Array {
  checkKsn(ksn);
  checkKey(initial.key);
  const counter = counterIn(ksn, RULE);
  if (!isCounter(counter, RULE))
    throw new RangeError('a KSN counts from 1 and has sixteen ones at most');
  const { cipher } = initial;
  const tailAt = (step: number) => withCounter(ksn, step, RULE).subarray(4);
  const transaction = stepsTo(counter).reduce(
    (key, step) => derived(key, { cipher, purpose: DERIVE, tail: tailAt(step) }),
    initial.key,
  );
  const key = derived(transaction, { cipher, purpose: PURPOSES[use], tail: tailAt(counter) });
  transaction.fill(0);
  return key;
}

/** The serial number of the next transaction; nothing when the initial key is used up. */
export function nextAesKsn(ksn: Uint8Array): Uint8Array | undefined {
  checkKsn(ksn);
  const next = counterAfter(counterIn(ksn, RULE), RULE);
  return next === undefined ? undefined : withCounter(ksn, next, RULE);
}

type Derivation = {
  readonly cipher: BlockCipher;
  readonly purpose: number;
  /** The initial key's id, or its second half with the counter. */
  readonly tail: Uint8Array;
};

/** One block: version 1, block 1, purpose, AES-128, 128 bits, and whose key it is. */
function derived(key: Uint8Array, { cipher, purpose, tail }: Derivation): Uint8Array {
  const data = new Uint8Array(16);
  data.set([1, 1, purpose >> 8, purpose & 0xff, 0, 2, 0, 128]);
  data.set(tail, 8);
  return cipher.encrypt(key, data);
}

function checkKsn(ksn: Uint8Array): void {
  if (ksn.length !== KSN_BYTES) throw new RangeError('a KSN of AES has 12 bytes');
}

function checkKey(key: Uint8Array): void {
  if (key.length !== 16) throw new RangeError('a DUKPT key of AES-128 has 16 bytes');
}
