import { api } from '@kaitong/contract';
import { isStaff, mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { stateOf, type Machine, type MaintenanceReply, type TerminalStatus } from './model.ts';
import { recordMaintenance } from './record-maintenance.ts';
import {
  fleetTerminal,
  maintenanceOf,
  pageOfFleet,
  statusOf,
  type FleetTerminal,
  type Maintenance,
} from './store.ts';

export function routes({ db }: Services): readonly Route[] {
  return [
    on(api.fleet.listFleet).handle(async (ask, { query }) => {
      const { role, merchantIds } = personOf(ask);
      const only = isStaff(role) ? undefined : merchantIds;
      const rows = await pageOfFleet(db, { ...query, after: query.after, only, now: ask.now });
      const last = rows.at(-1);
      return {
        rows: rows.map((row) => machineReply(ask, row)),
        ...(rows.length === query.limit && last ? { next: last.terminal_id } : {}),
      };
    }),
    on(api.fleet.fleetTerminal).handle(async (ask, { params }) => {
      const terminal = await fleetTerminal(db, params.id);
      if (!terminal) throw refuse('request.notFound');
      mustSeeMerchant(ask, terminal.merchant_id);
      const maintenance = await maintenanceOf(db, terminal);
      const status = await statusOf(db, terminal);
      return {
        ...machineReply(ask, terminal),
        maintenance: maintenance.map(maintenanceReply),
        ...(status ? { status: statusReply(status) } : {}),
      };
    }),
    on(api.fleet.recordMaintenance).transact(async (tx, ask, { params, body }) =>
      maintenanceReply(await recordMaintenance(tx, ask, { terminalId: params.id, ...body })),
    ),
  ];
}

function machineReply({ now }: Ask, terminal: FleetTerminal): Machine {
  const { suspended, last_seen_at: lastSeenAt, last_seen_by: lastSeenBy } = terminal;
  return {
    terminalId: terminal.terminal_id,
    merchantId: terminal.merchant_id,
    state: stateOf({ suspended, lastSeenAt }, now),
    ...(lastSeenAt === null || lastSeenBy === null ? {} : { lastSeenAt, lastSeenBy }),
    ...(terminal.last_maintained_at === null
      ? {}
      : { lastMaintainedAt: terminal.last_maintained_at }),
  };
}

function maintenanceReply(row: Maintenance): MaintenanceReply {
  const { maintenance_id: id, terminal_id: terminalId, merchant_id: merchantId } = row;
  return {
    id,
    terminalId,
    merchantId,
    kind: row.kind,
    note: row.note,
    by: row.by_name,
    at: row.at,
  };
}

function statusReply({ parts, parameters, at }: TerminalStatus & { readonly at: Date }) {
  return { parts, parameters, at };
}
