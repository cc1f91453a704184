import type { api, BodyOf } from '@kaitong/contract';
import { tell } from '#audit';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { askAllTerminals } from '#terminals';
import { ASK_FOR, checksumOf, keysOf, type Content } from './model.ts';
import { insertTable, lockTable, newestTable } from './store.ts';

type Replacement = BodyOf<typeof api.downloads.replaceTable>;

/** Puts another table in the place of the one that was read; every terminal is asked to load it. */
export async function replaceTable(
  tx: Tx,
  ask: Ask,
  { content, after, why }: Replacement,
): Promise<{ version: number; at: Date; by: string }> {
  const { table } = content;
  await lockTable(tx, table);
  const before = (await newestTable(tx, table))?.version ?? 0;
  if (before !== after) throw refuse('downloads.moved', { version: before });
  mustBeSound(content);
  const version = before + 1;
  const by = personOf(ask).name;
  await insertTable(tx, {
    name: table,
    version,
    rows: content.rows,
    by_name: by,
    why,
    at: ask.now,
  });
  await askAllTerminals(tx, ask, ASK_FOR[table]);
  await tell(tx, ask, { type: 'downloads.replaced', payload: { table, version, why } });
  return { version, at: ask.now, by };
}

function mustBeSound(content: Content): void {
  const keys = keysOf(content);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) throw refuse('downloads.twice', { key: twice });
  if (content.table !== 'caKeys') return;
  const wrong = content.rows.find((row) => checksumOf(row) !== row.checksum);
  if (wrong) throw refuse('downloads.checksum', { key: `${wrong.rid} ${wrong.index}` });
}
