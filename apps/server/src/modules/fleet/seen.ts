import type { Ask } from '#platform/ask';
import type { Db, Tx } from '#platform/db';
import { newsSince, type SeenBy } from './model.ts';
import { fleetTerminal, noteSighting, saveFleetTerminal, type FleetTerminal } from './store.ts';

type Seen = { readonly merchantId: string; readonly terminalId: string; readonly by: SeenBy };

/** The terminal was heard of: by its echo, a sign-in, a sale. At most one write a minute. */
export async function seen(
  tx: Tx | Db,
  { now: at }: Pick<Ask, 'now'>,
  { merchantId, terminalId, by }: Seen,
): Promise<void> {
  await noteSighting(tx, { merchantId, terminalId, by, at, since: newsSince(at) });
}

/** Stopped or let go again; the list shows it at once. */
export async function markSuspended(
  tx: Tx,
  _: Ask,
  {
    merchantId,
    terminalId,
    suspended,
  }: { merchantId: string; terminalId: string; suspended: boolean },
): Promise<void> {
  const before = (await fleetTerminal(tx, terminalId)) ?? freshTerminal(merchantId, terminalId);
  await saveFleetTerminal(tx, { ...before, suspended });
}

function freshTerminal(merchantId: string, terminalId: string): FleetTerminal {
  return {
    merchant_id: merchantId,
    terminal_id: terminalId,
    suspended: false,
    last_seen_at: null,
    last_seen_by: null,
    last_maintained_at: null,
  };
}
