import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Services } from '#platform/services';

const PURPOSE = 'vault-file-key';
const KEY_bytes = 32;
const NONCE_bytes = 12;
const TAG_bytes = 16;

/**
 * The place on disk. Each file has a key of its own, used once, and its id is bound in: bytes that
 * were swapped with those of another file do not open.
 */
export async function putOnShelf(
  { config, keeper }: Services,
  { id, bytes }: { id: string; bytes: Uint8Array },
): Promise<{ keySealed: Uint8Array }> {
  const key = randomBytes(KEY_bytes);
  const nonce = randomBytes(NONCE_bytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const body = [cipher.update(bytes), cipher.final(), cipher.getAuthTag()];
  await writeDurably(pathOf(config.data, id), Buffer.concat([nonce, ...body]));
  return { keySealed: keeper.seal(PURPOSE, key, id) };
}

/** The bytes as they were put; anything else is a fault, not an answer. */
export async function takeFromShelf(
  { config, keeper }: Services,
  { id, keySealed }: { id: string; keySealed: Uint8Array },
): Promise<Uint8Array> {
  const key = keeper.open(PURPOSE, keySealed, id);
  const stored = await readFile(pathOf(config.data, id));
  const end = stored.length - TAG_bytes;
  const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, NONCE_bytes), {
    authTagLength: TAG_bytes,
  });
  decipher.setAAD(Buffer.from(id)).setAuthTag(stored.subarray(end));
  try {
    return Buffer.concat([decipher.update(stored.subarray(NONCE_bytes, end)), decipher.final()]);
  } catch (cause) {
    throw new Error(`file ${id} was changed on disk`, { cause });
  }
}

/** Spread over folders by the last two letters, which are random. */
export function pathOf(data: string, id: string): string {
  return join(data, 'vault', id.slice(-2), id);
}

/** Whole or not at all, even when the power goes: written aside, flushed, then renamed. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${path}.part`;
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
  const entry = await open(folder, 'r');
  await entry.sync().finally(async () => entry.close());
}
