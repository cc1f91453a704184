import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import type { Hsm } from '#platform/hsm/port';
import type { KeyEnd } from './model.ts';
import { liveKeysOf, saveKey, type TerminalKey } from './store.ts';

/** Erases every key of a terminal; that each was destroyed, and why, stands in the audit chain. */
export async function destroyKeysOf(
  tx: Tx,
  ask: Ask,
  { hsm, terminalId, why }: { hsm: Hsm; terminalId: string; why: KeyEnd },
): Promise<void> {
  for (const row of await liveKeysOf(tx, terminalId)) {
    await eraseKey(tx, ask, { hsm, row, why });
    const { merchant_id: merchantId, kind, slot, kcv } = row;
    await tell(tx, ask, {
      type: 'terminal.keyDestroyed',
      payload: { merchantId, terminalId, kind, slot, kcv, why },
    });
  }
}

/** Erases one key; its row stays and says when and why. */
export async function eraseKey(
  tx: Tx,
  ask: Ask,
  { hsm, row, why }: { hsm: Hsm; row: TerminalKey; why: KeyEnd },
): Promise<void> {
  const gone = { block: null, wrapped_under: null, sealed: null };
  await saveKey(tx, { ...row, ...gone, destroyed_at: ask.now, destroyed_why: why });
  if (row.block !== null) hsm.forget(row.block);
}
