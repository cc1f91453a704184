import { createHash } from 'node:crypto';
import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Services } from '#platform/services';
import { inspect } from './inspect.ts';
import { tidyName, type FileType } from './model.ts';
import { putOnShelf } from './shelf.ts';
import { insertFile, type KeptFile } from './store.ts';

export type NewFile = {
  readonly services: Services;
  /** The person (`usr_…`) or merchant (`mer_…`) whose file it is and who may read it. */
  readonly owner: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly name: string;
};

export type PutFile = {
  readonly fileId: string;
  readonly sha256: string;
  readonly type: FileType;
  readonly size: number;
  readonly width?: number;
  readonly height?: number;
};

/**
 * Keeps a file, encrypted, once its content was judged. Should the transaction fail after this, a
 * file stays on disk that nobody has the key of.
 */
export async function putFile(tx: Tx, ask: Ask, file: NewFile): Promise<PutFile> {
  const seen = await inspect(file.bytes);
  const id = newId('doc', ask.now);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const { keySealed } = await putOnShelf(file.services, { id, bytes: file.bytes });
  const kept: KeptFile = {
    id,
    owner: file.owner,
    kind: file.kind,
    name: tidyName(file.name),
    type: seen.type,
    size: file.bytes.length,
    sha256,
    width: seen.width ?? null,
    height: seen.height ?? null,
    key_sealed: Buffer.from(keySealed),
    created_at: ask.now,
  };
  await insertFile(tx, kept);
  const payload = { fileId: id, kind: file.kind, sha256 };
  await tell(tx, ask, { type: 'file.kept', payload });
  return { fileId: id, sha256, size: kept.size, ...seen };
}
