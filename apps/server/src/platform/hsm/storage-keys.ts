/**
 * The storage keys of the software HSM: a file with one line of 64 hex digits for each, newest last.
 * Older ones stay until nothing is under them any more.
 */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '../cannot-start.ts';

const KEY_bytes = 32;

export type StorageKeySource = {
  readonly mode: 'sandbox' | 'live';
  /** The keys themselves, as the environment has them; then there is no file. */
  readonly keys: readonly string[] | undefined;
  readonly file: string;
};

/**
 * Reads the storage keys. A sandbox makes the first at its first start, readable by its owner only.
 * Live never does: a new key for an old database would look like a start, and every terminal would
 * be without keys.
 */
export function loadStorageKeys({ mode, keys, file }: StorageKeySource): Uint8Array[] {
  if (keys !== undefined) return keys.map(keyOf);
  if (!fs.existsSync(file)) {
    if (mode === 'live') throw wrongFile(file, 'is missing');
    addStorageKey(file);
  }
  const lines = readOrSay(file)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.some((line) => !/^[\dA-Fa-f]{64}\s*$/.test(line)))
    throw wrongFile(file, 'has other lines than 64 hex digits');
  if (mode === 'live' && (fs.statSync(file).mode & 0o077) !== 0)
    throw new CannotStart(`Live: others may read the storage keys: chmod 600 ${file}.`);
  return lines.map((line) => keyOf(line.trim()));
}

/** Adds a storage key: from the next start on, new blocks are made under it and old ones moved. */
export function addStorageKey(file: string): void {
  const line = `${randomBytes(KEY_bytes).toString('hex')}\n`;
  try {
    // Others may pass, as PostgreSQL's own user must, but may not look around.
    fs.mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
    fs.appendFileSync(file, line, { mode: 0o600, flush: true });
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function keyOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

function readOrSay(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function unusable(file: string, cause: unknown): CannotStart {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new CannotStart(`KAITONG_HSM_KEY_FILE: ${file} can not be used (${why}).`, { cause });
}

function wrongFile(file: string, what: string): CannotStart {
  return new CannotStart(
    `KAITONG_HSM_KEY_FILE: ${file} ${what}; bring back yours, or, for a new house only: ` +
      `(umask 077; openssl rand -hex ${KEY_bytes} > ${file})`,
  );
}
