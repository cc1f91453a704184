import { putFile } from '#vault';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { lockToEdit } from './access.ts';
import { documentsFor } from './dictionary.ts';
import type { Application } from './model.ts';
import { deleteDocument, documentsOf, insertDocument } from './store.ts';

type Attach = {
  readonly services: Services;
  readonly id: string;
  readonly kind: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
};

/** Adds a photo or a PDF; where only one is wanted, it takes the place of the one before. */
export async function attachDocument(
  tx: Tx,
  ask: Ask,
  { services, id, kind, file }: Attach,
): Promise<Application> {
  const application = await lockToEdit(tx, ask, id);
  const entry = documentsFor(application.subjectType).find((one) => one.kind === kind);
  if (!entry) throw refuse('onboarding.documentUnknown', { kind });
  const limit = entry.files ?? 1;
  const before = (await documentsOf(tx, id)).filter((one) => one.kind === kind);
  if (limit > 1 && before.length >= limit) throw refuse('onboarding.tooManyDocuments', { limit });
  const owner = application.ownerId ?? application.enteredBy;
  const kept = await putFile(tx, ask, { services, owner, kind, ...file });
  if (limit === 1) for (const { fileId } of before) await deleteDocument(tx, id, fileId);
  await insertDocument(tx, id, {
    fileId: kept.fileId,
    kind,
    name: file.name.slice(0, NAME_MAX),
    type: kept.type,
    size: kept.size,
    addedAt: ask.now,
  });
  return application;
}

const NAME_MAX = 120;

/** Takes a document out; the file itself stays in the vault, as the law wants evidence kept. */
export async function removeDocument(
  tx: Tx,
  ask: Ask,
  { id, documentId }: { id: string; documentId: string },
): Promise<Application> {
  const application = await lockToEdit(tx, ask, id);
  const documents = await documentsOf(tx, id);
  if (!documents.some(({ fileId }) => fileId === documentId)) throw refuse('request.notFound');
  await deleteDocument(tx, id, documentId);
  return application;
}
