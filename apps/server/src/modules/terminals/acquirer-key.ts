/** The house's own RSA key, under which a terminal sends the random key for its main key (352, 350). */
import {
  constants,
  createPrivateKey,
  generateKeyPair,
  privateDecrypt,
  randomBytes,
} from 'node:crypto';
import { promisify } from 'node:util';
import { transact, type Db } from '#platform/db';
import type { Keeper } from '#platform/secrets';
import type { Services } from '#platform/services';
import { acquirerKeyRow, insertAcquirerKey, type AcquirerKeyRow } from './acquirer/store.ts';

/** As terminals ask for it: whose key, and which of theirs. */
export const ACQUIRER_KEY = { rid: 'A000000333', index: '01' } as const;
const PURPOSE = 'acquirer-key';
const BITS = 2048;
const RANDOM_KEY_BYTES = 16;

export type AcquirerKey = { readonly modulus: Uint8Array; readonly exponent: Uint8Array };

/** The public half; made when it is asked for first. */
export async function acquirerKeyOf({ db, keeper, clock }: Services): Promise<AcquirerKey> {
  const before = await acquirerKeyRow(db, ACQUIRER_KEY.index);
  if (before) return before;
  const fresh = await makeKey(keeper, clock.now());
  await transact(db, async (tx) => insertAcquirerKey(tx, fresh));
  return (await acquirerKeyRow(db, ACQUIRER_KEY.index)) ?? fresh;
}

async function makeKey(keeper: Keeper, now: Date): Promise<AcquirerKeyRow> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS });
  const { n = '', e = '' } = privateKey.export({ format: 'jwk' });
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
  return {
    key_index: ACQUIRER_KEY.index,
    sealed: Buffer.from(keeper.seal(PURPOSE, pkcs8, ACQUIRER_KEY.index)),
    modulus: Buffer.from(n, 'base64url'),
    exponent: Buffer.from(e, 'base64url'),
    made_at: now,
  };
}

/**
 * The random key that a terminal sent (PKCS #1 v1.5, as these terminals make it). What does not open
 * gives a key that nobody knows: its check value fails like that of any other wrong key, and the
 * sender learns nothing about the padding (Bleichenbacher 1998).
 */
export async function openRandomKey(
  { db, keeper }: { readonly db: Db; readonly keeper: Keeper },
  wrapped: Uint8Array,
): Promise<Uint8Array> {
  const nobodys = randomBytes(RANDOM_KEY_BYTES);
  const row = await acquirerKeyRow(db, ACQUIRER_KEY.index);
  if (wrapped.length !== row?.modulus.length) return nobodys;
  const der = Buffer.from(keeper.open(PURPOSE, row.sealed, ACQUIRER_KEY.index));
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  try {
    const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, wrapped);
    return isPadded(block) ? block.subarray(-RANDOM_KEY_BYTES) : nobodys;
  } catch {
    return nobodys; // a number beyond the modulus
  }
}

/** 00 02, at least eight bytes that are not zero, 00, and the sixteen bytes of the key. */
function isPadded(block: Uint8Array): boolean {
  const end = block.length - RANDOM_KEY_BYTES - 1;
  let wrong = (block[0] ?? 1) | ((block[1] ?? 0) ^ 2) | (block[end] ?? 1);
  for (let at = 2; at < end; at++) wrong |= block[at] === 0 ? 1 : 0;
  return wrong === 0;
}
