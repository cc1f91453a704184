/**
 * DUKPT with triple DES (ANSI X9.24-1:2009, annex A): every transaction has keys of its own, which
 * follow from the initial key and the key serial number, and from which no earlier key follows.
 */
import { concat, xorInto } from './bytes.ts';
import type { BlockCipher, KeyUse } from './cipher.ts';
import {
  counterAfter,
  counterIn,
  isCounter,
  stepsTo,
  withCounter,
  type CounterRule,
} from './dukpt-counter.ts';

const KSN_BYTES = 10;
const RULE: CounterRule = { bits: 21, onesMax: 10 };

/** What a transaction's key is for; each has a variant of its own. */
export type TdesDukptUse = 'pin' | 'macRequest' | 'macResponse' | 'dataRequest' | 'dataResponse';

/** Which byte of each half a use turns over. */
const VARIANT_BYTE: Readonly<Record<TdesDukptUse, number>> = {
  pin: 7,
  macRequest: 6,
  macResponse: 4,
  dataRequest: 5,
  dataResponse: 3,
};

/**
 * The initial key of a terminal, 16 bytes, from the base key of 16 and the key serial number of 10,
 * whose counter does not matter. Throws a RangeError for other lengths.
 */
export function initialTdesKey(bdk: KeyUse, ksn: Uint8Array): Uint8Array {
  checkKsn(ksn);
  checkKey(bdk.key);
  const serial = withCounter(ksn, 0, RULE).subarray(0, 8);
  const left = bdk.cipher.encrypt(bdk.key, serial);
  const right = bdk.cipher.encrypt(masked(bdk.key), serial);
  return concat([left, right]);
}

/**
 * The key of one transaction for one use, 16 bytes, from the initial key. Throws a RangeError for
 * other lengths, and for a counter that no terminal may use: zero, or with more than ten ones.
 */
export function tdesDukptKey(initial: KeyUse, ksn: Uint8Array, use: TdesDukptUse): Uint8Array {
  checkKsn(ksn);
  checkKey(initial.key);
  const counter = counterIn(ksn, RULE);
  if (!isCounter(counter, RULE))
    throw new RangeError('a KSN counts from 1 and has ten ones at most');
  const { cipher } = initial;
  const transaction = stepsTo(counter).reduce(
    (key, step) => nextKey(key, withCounter(ksn, step, RULE).subarray(2), cipher),
    initial.key,
  );
  const key = transaction.slice();
  for (const half of [0, 8]) {
    const at = half + VARIANT_BYTE[use];
    key[at] = (key[at] ?? 0) ^ 0xff;
  }
  transaction.fill(0);
  return use.startsWith('data') ? oneWay(key, cipher) : key;
}

/** The serial number of the next transaction; nothing when the initial key is used up. */
export function nextTdesKsn(ksn: Uint8Array): Uint8Array | undefined {
  checkKsn(ksn);
  const next = counterAfter(counterIn(ksn, RULE), RULE);
  return next === undefined ? undefined : withCounter(ksn, next, RULE);
}

/** The special encipherment of annex A: left half from the masked key, right half from the key. */
function nextKey(key: Uint8Array, register: Uint8Array, cipher: BlockCipher): Uint8Array {
  const right = special(key, register, cipher);
  const left = special(masked(key), register, cipher);
  return concat([left, right]);
}

function special(key: Uint8Array, register: Uint8Array, cipher: BlockCipher): Uint8Array {
  const [left, right] = [key.subarray(0, 8), key.subarray(8)];
  return xorInto(cipher.encrypt(left, xorInto(Uint8Array.from(register), right)), right);
}

/** Data keys go through the cipher once more, under themselves, so that they tell nothing of PIN keys. */
function oneWay(key: Uint8Array, cipher: BlockCipher): Uint8Array {
  return concat([cipher.encrypt(key, key.subarray(0, 8)), cipher.encrypt(key, key.subarray(8))]);
}

function masked(key: Uint8Array): Uint8Array {
  return key.map((byte, i) => (i % 8 < 4 ? byte ^ 0xc0 : byte));
}

function checkKsn(ksn: Uint8Array): void {
  if (ksn.length !== KSN_BYTES) throw new RangeError('a KSN of triple DES has 10 bytes');
}

function checkKey(key: Uint8Array): void {
  if (key.length !== 16) throw new RangeError('a DUKPT key of triple DES has 16 bytes');
}
