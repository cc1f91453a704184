import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { mayRead, type FileType } from './model.ts';
import { takeFromShelf } from './shelf.ts';
import { fileById, type KeptFile } from './store.ts';

export type OpenedFile = {
  readonly bytes: Uint8Array;
  readonly type: FileType;
  readonly name: string;
  readonly sha256: string;
};

type Wish = { readonly services: Services; readonly fileId: string; readonly purpose: string };

/** Opens a file for a module that has judged itself who may see it, and records why. */
export async function readFile(tx: Tx, ask: Ask, wish: Wish): Promise<OpenedFile> {
  const file = await fileById(tx, wish.fileId);
  if (!file) throw refuse('request.notFound');
  const bytes = await takeFromShelf(wish.services, { id: file.id, keySealed: file.key_sealed });
  const payload = { fileId: file.id, purpose: wish.purpose };
  await tell(tx, ask, { type: 'file.opened', payload });
  return { bytes, type: file.type, name: file.name, sha256: file.sha256 };
}

/** What a file is, for who may read it; for others there is none. */
export async function fileFor(tx: Tx, ask: Ask, fileId: string): Promise<KeptFile> {
  const file = await fileById(tx, fileId);
  if (!file || !mayRead(ask.by, file)) throw refuse('request.notFound');
  return file;
}
