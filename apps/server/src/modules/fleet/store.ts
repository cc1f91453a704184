import type { Db, Tx } from '#platform/db';
import {
  onlineSince,
  type FleetState,
  type MaintenanceReply,
  type SeenBy,
  type TerminalStatus,
} from './model.ts';

type Tables = {
  fleet_terminal: {
    merchant_id: string;
    terminal_id: string;
    suspended: boolean;
    last_seen_at: Date | null;
    last_seen_by: SeenBy | null;
    last_maintained_at: Date | null;
  };
  fleet_status: {
    terminal_id: string;
    merchant_id: string;
    parts: TerminalStatus['parts'];
    parameters: TerminalStatus['parameters'];
    at: Date;
  };
  maintenance: {
    merchant_id: string;
    maintenance_id: string;
    terminal_id: string;
    kind: MaintenanceReply['kind'];
    note: string;
    by_name: string;
    at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type FleetTerminal = Tables['fleet_terminal'];
export type Maintenance = Tables['maintenance'];

export async function fleetTerminal(tx: Tx | Db, id: string): Promise<FleetTerminal | undefined> {
  return on(tx)
    .selectFrom('fleet_terminal')
    .selectAll()
    .where('terminal_id', '=', id)
    .executeTakeFirst();
}

export type Sighting = {
  readonly merchantId: string;
  readonly terminalId: string;
  readonly at: Date;
  readonly by: SeenBy;
  /** Written later than this, the row says enough. */
  readonly since: Date;
};

/** One statement, for terminals echo by the thousand. */
export async function noteSighting(tx: Tx | Db, sighting: Sighting): Promise<void> {
  const { merchantId, terminalId, at, by, since } = sighting;
  await on(tx)
    .insertInto('fleet_terminal')
    .values({
      merchant_id: merchantId,
      terminal_id: terminalId,
      suspended: false,
      last_seen_at: at,
      last_seen_by: by,
      last_maintained_at: null,
    })
    .onConflict((c) =>
      c
        .columns(['merchant_id', 'terminal_id'])
        .doUpdateSet({ last_seen_at: at, last_seen_by: by })
        .where((w) =>
          w.or([
            w('fleet_terminal.last_seen_at', 'is', null),
            w('fleet_terminal.last_seen_at', '<=', since),
          ]),
        ),
    )
    .execute();
}

export async function saveFleetTerminal(tx: Tx, terminal: FleetTerminal): Promise<void> {
  const { suspended, last_seen_at, last_seen_by, last_maintained_at } = terminal;
  await on(tx)
    .insertInto('fleet_terminal')
    .values(terminal)
    .onConflict((c) =>
      c
        .columns(['merchant_id', 'terminal_id'])
        .doUpdateSet({ suspended, last_seen_at, last_seen_by, last_maintained_at }),
    )
    .execute();
}

/** It is no longer in use; what was done to it stays written. */
export async function removeFleetTerminal(tx: Tx, id: string): Promise<void> {
  await on(tx).deleteFrom('fleet_terminal').where('terminal_id', '=', id).execute();
  await on(tx).deleteFrom('fleet_status').where('terminal_id', '=', id).execute();
}

export type FleetFilter = {
  readonly after: string | undefined;
  readonly limit: number;
  readonly merchantId?: string | undefined;
  readonly state?: FleetState | undefined;
  /** Undefined: all merchants. */
  readonly only: readonly string[] | undefined;
  readonly now: Date;
};

export async function pageOfFleet(tx: Tx | Db, filter: FleetFilter): Promise<FleetTerminal[]> {
  let query = on(tx)
    .selectFrom('fleet_terminal')
    .selectAll()
    .orderBy('terminal_id', 'desc')
    .limit(filter.limit);
  if (filter.after !== undefined) query = query.where('terminal_id', '<', filter.after);
  if (filter.only !== undefined) query = query.where('merchant_id', 'in', [...filter.only, '']);
  if (filter.merchantId !== undefined) query = query.where('merchant_id', '=', filter.merchantId);
  if (filter.state === undefined) return query.execute();
  const since = onlineSince(filter.now);
  query = query.where('suspended', '=', filter.state === 'suspended');
  if (filter.state === 'neverSeen') query = query.where('last_seen_at', 'is', null);
  if (filter.state === 'online') query = query.where('last_seen_at', '>=', since);
  if (filter.state === 'quiet') query = query.where('last_seen_at', '<', since);
  return query.execute();
}

export async function saveStatus(
  tx: Tx,
  { terminal_id, ...said }: Tables['fleet_status'],
): Promise<void> {
  await on(tx)
    .insertInto('fleet_status')
    .values({ terminal_id, ...said })
    .onConflict((c) => c.column('terminal_id').doUpdateSet(said))
    .execute();
}

export async function statusOf(
  tx: Tx | Db,
  { merchant_id, terminal_id }: Pick<FleetTerminal, 'merchant_id' | 'terminal_id'>,
): Promise<Tables['fleet_status'] | undefined> {
  return on(tx)
    .selectFrom('fleet_status')
    .selectAll()
    .where('terminal_id', '=', terminal_id)
    .where('merchant_id', '=', merchant_id)
    .executeTakeFirst();
}

export async function insertMaintenance(tx: Tx, maintenance: Maintenance): Promise<void> {
  await on(tx).insertInto('maintenance').values(maintenance).execute();
}

const SHOWN_MAX = 100;

export async function maintenanceOf(
  tx: Tx | Db,
  { merchant_id, terminal_id }: Pick<FleetTerminal, 'merchant_id' | 'terminal_id'>,
): Promise<Maintenance[]> {
  return on(tx)
    .selectFrom('maintenance')
    .selectAll()
    .where('merchant_id', '=', merchant_id)
    .where('terminal_id', '=', terminal_id)
    .orderBy('maintenance_id', 'desc')
    .limit(SHOWN_MAX)
    .execute();
}
