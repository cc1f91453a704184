import type { Db, Tx } from '#platform/db';
import type { FileType } from './model.ts';

type Tables = {
  kept_file: {
    id: string;
    owner: string;
    kind: string;
    name: string;
    type: FileType;
    size: number;
    sha256: string;
    width: number | null;
    height: number | null;
    key_sealed: Buffer;
    created_at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type KeptFile = Tables['kept_file'];

export async function insertFile(tx: Tx, file: KeptFile): Promise<void> {
  await on(tx).insertInto('kept_file').values(file).execute();
}

export async function fileById(tx: Tx | Db, id: string): Promise<KeptFile | undefined> {
  return on(tx).selectFrom('kept_file').selectAll().where('id', '=', id).executeTakeFirst();
}
