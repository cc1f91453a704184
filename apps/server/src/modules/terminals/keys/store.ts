import type { MacAlgorithm } from '@kaitong/iso8583';
import type { Db, Tx } from '#platform/db';
import type { KeyAlgorithm } from '#platform/hsm/port';
import type { KeyEnd, KeyHolder, KeyKind } from './model.ts';

type Tables = {
  terminal_key: {
    merchant_id: string;
    terminal_id: string;
    epoch: number;
    kind: KeyKind;
    slot: number;
    algorithm: KeyAlgorithm;
    mac_mode: MacAlgorithm | null;
    /** The key block; undefined only in rows of before, whose key is sealed. */
    block: string | null;
    wrapped_under: string | null;
    sealed: Buffer | null;
    kcv: string;
    made_at: Date;
    destroyed_at: Date | null;
    destroyed_why: KeyEnd | null;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type TerminalKey = Tables['terminal_key'];

export async function saveKey(tx: Tx, key: TerminalKey): Promise<void> {
  const { merchant_id: _, terminal_id: __, epoch: ___, kind: ____, slot: _____, ...rest } = key;
  await on(tx)
    .insertInto('terminal_key')
    .values(key)
    .onConflict((c) =>
      c.columns(['merchant_id', 'terminal_id', 'epoch', 'kind', 'slot']).doUpdateSet(rest),
    )
    .execute();
}

/** The keys of a terminal that can be used. */
export async function keysOf(
  tx: Tx | Db,
  { merchantId, terminalId, epoch }: KeyHolder,
): Promise<TerminalKey[]> {
  return on(tx)
    .selectFrom('terminal_key')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('terminal_id', '=', terminalId)
    .where('epoch', '=', epoch)
    .where('destroyed_at', 'is', null)
    .execute();
}

/** Every key that this terminal ever had, newest first. */
export async function keyRecordsOf(tx: Tx | Db, terminalId: string): Promise<TerminalKey[]> {
  return on(tx)
    .selectFrom('terminal_key')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .orderBy('made_at', 'desc')
    .orderBy('epoch', 'desc')
    .orderBy('kind')
    .orderBy('slot')
    .limit(200)
    .execute();
}

/** The keys of a terminal under every binding that can still be used. */
export async function liveKeysOf(tx: Tx, terminalId: string): Promise<TerminalKey[]> {
  return on(tx)
    .selectFrom('terminal_key')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .where('destroyed_at', 'is', null)
    .orderBy('epoch')
    .orderBy('kind')
    .orderBy('slot')
    .forUpdate()
    .execute();
}

export type KeyPosition = Pick<TerminalKey, 'terminal_id' | 'epoch' | 'kind' | 'slot'>;

/** Some of the keys that do not stand under this storage key; whoever else moves keys gets others. */
export async function keysToMove(
  tx: Tx,
  { storageKey, after, limit }: { storageKey: string; after: KeyPosition; limit: number },
): Promise<TerminalKey[]> {
  const { terminal_id, epoch, kind, slot } = after;
  return on(tx)
    .selectFrom('terminal_key')
    .selectAll()
    .where('destroyed_at', 'is', null)
    .where((e) => e.or([e('wrapped_under', 'is', null), e('wrapped_under', '!=', storageKey)]))
    .where((e) =>
      e(
        e.refTuple('terminal_id', 'epoch', 'kind', 'slot'),
        '>',
        e.tuple(terminal_id, epoch, kind, slot),
      ),
    )
    .orderBy('terminal_id')
    .orderBy('epoch')
    .orderBy('kind')
    .orderBy('slot')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}
