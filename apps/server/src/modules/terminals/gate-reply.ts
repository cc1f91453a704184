import type { api, ReplyOf } from '@kaitong/contract';
import type { Db, Tx } from '#platform/db';
import { GATE, itemOk, missingOf } from './model.ts';
import { isSelfTested } from './gate.ts';
import { gateItemsOf, terminalsOf } from './store.ts';

/** The gate of a merchant for people: every item with who acts next, and what each terminal misses. */
export async function gateReply(
  tx: Tx | Db,
  merchantId: string,
): Promise<ReplyOf<typeof api.terminals.readGate>> {
  const rows = new Map((await gateItemsOf(tx, merchantId)).map((row) => [row.item, row] as const));
  const items = new Map([...rows].map(([item, { ok }]) => [item as string, ok]));
  const terminals = await terminalsOf(tx, merchantId);
  const anyTested = terminals.some(isSelfTested);
  return {
    merchantId,
    items: GATE.map(({ item, who }) => {
      const at = item === 'selfTest' ? undefined : rows.get(item)?.at;
      const ok = item === 'selfTest' ? anyTested : itemOk(items, item);
      return { item, ok, who, ...(at ? { since: at } : {}) };
    }),
    terminals: terminals.map((terminal) => {
      const missing = missingOf(items, { selfTested: isSelfTested(terminal) });
      return {
        terminalId: terminal.id,
        serial: terminal.serial,
        ...(terminal.terminal_no === null ? {} : { terminalNo: terminal.terminal_no }),
        status: terminal.status,
        mayTrade: missing.length === 0 && terminal.status === 'in_service',
        missing,
      };
    }),
  };
}
