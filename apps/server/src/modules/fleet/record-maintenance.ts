import { tell } from '#audit';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { MaintenanceReply } from './model.ts';
import { fleetTerminal, insertMaintenance, saveFleetTerminal, type Maintenance } from './store.ts';

type Done = {
  readonly terminalId: string;
  readonly kind: MaintenanceReply['kind'];
  readonly note: string;
};

/** Writes down what was done to a terminal. */
export async function recordMaintenance(
  tx: Tx,
  ask: Ask,
  { terminalId, kind, note }: Done,
): Promise<Maintenance> {
  const terminal = await fleetTerminal(tx, terminalId);
  if (!terminal) throw refuse('request.notFound');
  const { merchant_id: merchantId } = terminal;
  const maintenance: Maintenance = {
    merchant_id: merchantId,
    maintenance_id: newId('mnt', ask.now),
    terminal_id: terminalId,
    kind,
    note,
    by_name: personOf(ask).name,
    at: ask.now,
  };
  await insertMaintenance(tx, maintenance);
  await saveFleetTerminal(tx, { ...terminal, last_maintained_at: ask.now });
  await tell(tx, ask, { type: 'fleet.maintained', payload: { merchantId, terminalId, kind } });
  return maintenance;
}
