import { api } from '@kaitong/contract';
import { personOf } from '#platform/ask';
import { transact } from '#platform/db';
import { on, type FileReply, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { previewOf } from './inspect.ts';
import { putFile } from './put-file.ts';
import { fileFor, readFile, type OpenedFile } from './read-file.ts';
import type { KeptFile } from './store.ts';

export function routes(services: Services): readonly Route[] {
  return [
    on(api.vault.keepDocument).transact(async (tx, ask, { body, file }) => {
      const owner = personOf(ask).id;
      const { fileId } = await putFile(tx, ask, { services, owner, kind: body.kind, ...file });
      return fileReply(await fileFor(tx, ask, fileId));
    }),
    on(api.vault.document).transact(async (tx, ask, { params }) =>
      fileReply(await fileFor(tx, ask, params.id)),
    ),
    on(api.vault.documentContent).handle(async (ask, { params, query }) => {
      const opened = await transact(services.db, async (tx) => {
        const { id: fileId, type } = await fileFor(tx, ask, params.id);
        if (query.preview && type === 'application/pdf') throw refuse('file.noPreview');
        const purpose = query.preview ? 'preview' : 'content';
        return readFile(tx, ask, { services, fileId, purpose });
      });
      return query.preview ? preview(opened) : opened;
    }),
  ];
}

async function preview({ bytes, name }: OpenedFile): Promise<FileReply> {
  return { bytes: await previewOf(bytes), type: 'image/jpeg', name: `${name}.jpg` };
}

function fileReply(file: KeptFile) {
  const { id, kind, name, type, size, sha256, width, height, created_at } = file;
  const pixels = width === null || height === null ? {} : { width, height };
  return { id, kind, name, type, size, sha256, ...pixels, at: created_at };
}
