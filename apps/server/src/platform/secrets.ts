import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from './cannot-start.ts';

/** Encrypts and blinds with keys that all come from one master key; a purpose has keys of its own. */
export type Keeper = {
  /** Encrypts. `aad` names the row and column, so that a value copied elsewhere does not open. */
  readonly seal: (purpose: string, plaintext: Uint8Array | string, aad: string) => Uint8Array;
  readonly open: (purpose: string, sealed: Uint8Array, aad: string) => Uint8Array;
  /** The same text gives the same 64 letters, so that it can be looked up without being stored. */
  readonly blind: (purpose: string, text: string) => string;
};

const KEY_bytes = 32;
const VERSION = 1; // the first byte of what is sealed; a new way to seal takes the next number
const NONCE_bytes = 12; // random: safe for 2^32 values a purpose
const TAG_bytes = 16;

export function createKeeper(masterKey: Uint8Array): Keeper {
  if (masterKey.length !== KEY_bytes) throw new Error(`a master key has ${KEY_bytes} bytes`);
  const keys = new Map<string, Buffer>();
  const keyFor = (use: string) => {
    const key = keys.get(use) ?? Buffer.from(hkdfSync('sha256', masterKey, 'kaitong', use, 32));
    keys.set(use, key);
    return key;
  };
  return {
    seal: (purpose, plaintext, aad) => seal(keyFor(`seal ${purpose}`), plaintext, aad),
    open: (purpose, sealed, aad) => open(keyFor(`seal ${purpose}`), sealed, aad),
    blind: (purpose, text) =>
      createHmac('sha256', keyFor(`blind ${purpose}`))
        .update(text)
        .digest('hex'),
  };
}

/** AES-256-GCM: version, nonce, ciphertext, tag. */
function seal(key: Buffer, plaintext: Uint8Array | string, aad: string): Uint8Array {
  const nonce = randomBytes(NONCE_bytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(aad));
  const body = [cipher.update(plaintext), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([Uint8Array.of(VERSION), nonce, ...body]);
}

function open(key: Buffer, sealed: Uint8Array, aad: string): Uint8Array {
  const [head, tail] = [1 + NONCE_bytes, sealed.length - TAG_bytes];
  if (sealed[0] !== VERSION || tail < head) throw new Error('not a sealed value of this program');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, head), {
    authTagLength: TAG_bytes,
  });
  decipher.setAAD(Buffer.from(aad)).setAuthTag(sealed.subarray(tail));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(head, tail)), decipher.final()]);
  } catch (cause) {
    throw new Error('a sealed value does not open: other key, other place, or changed', { cause });
  }
}

/**
 * The master key. A sandbox makes it at first start. Live never does: a new key for an old database
 * would look like a start, and every secret in it would be lost.
 */
export function loadMasterKey(file: string, { mode }: { mode: 'sandbox' | 'live' }): Uint8Array {
  if (!fs.existsSync(file)) {
    if (mode === 'live') throw wrongKey(file, 'is missing', 'make it once, then keep a copy:');
    writeOnce(file, randomBytes(KEY_bytes));
  }
  const key = readOrSay(file);
  if (key.length !== KEY_bytes) {
    throw wrongKey(
      file,
      `has ${key.length} bytes instead of ${KEY_bytes}`,
      'bring back yours, or:',
    );
  }
  if (mode === 'live' && (fs.statSync(file).mode & 0o077) !== 0) {
    throw new CannotStart(
      `Live: others may read the master key: chmod 600 ${file}, or set KAITONG_MASTER_KEY_FILE ` +
        'to a file that only its owner may read.',
    );
  }
  return key;
}

/** A random text in a file, made when missing: sessions outlive a restart of the sandbox. */
export function keptSecret(file: string): string {
  if (!fs.existsSync(file)) writeOnce(file, randomBytes(KEY_bytes).toString('hex'));
  return readOrSay(file).toString('utf8').trim();
}

function readOrSay(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function writeOnce(file: string, content: Uint8Array | string): void {
  try {
    // Others may pass, as PostgreSQL's own user must, but may not look around.
    fs.mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
    fs.writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function unusable(file: string, cause: unknown): CannotStart {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new CannotStart(
    `${file} can not be used (${why}): set KAITONG_DATA to a folder that this user may read and write.`,
    { cause },
  );
}

function wrongKey(file: string, what: string, cure: string): CannotStart {
  return new CannotStart(
    `KAITONG_MASTER_KEY_FILE: ${file} ${what}; ${cure} (umask 077; head -c ${KEY_bytes} /dev/urandom > ${file})`,
  );
}
