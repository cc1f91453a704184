import type { api, ReplyOf } from '@kaitong/contract';

export type Machine = ReplyOf<typeof api.fleet.listFleet>['rows'][number];
export type FleetState = Machine['state'];
export type SeenBy = NonNullable<Machine['lastSeenBy']>;
export type TerminalStatus = Omit<
  NonNullable<ReplyOf<typeof api.fleet.fleetTerminal>['status']>,
  'at'
>;
export type MaintenanceReply = ReplyOf<typeof api.fleet.recordMaintenance>;

/** Longer silence than this is worth a look; terminals echo every five minutes. */
const ONLINE_MINUTES = 15;
/** Sales come by the second; the row need not be written for each. */
const NOTICE_SECONDS = 60;

export function onlineSince(now: Date): Date {
  return new Date(now.getTime() - ONLINE_MINUTES * 60_000);
}

/** Being seen now tells more than what is written when that is no later than this. */
export function newsSince(now: Date): Date {
  return new Date(now.getTime() - NOTICE_SECONDS * 1_000);
}

export function stateOf(
  { suspended, lastSeenAt }: { suspended: boolean; lastSeenAt: Date | null },
  now: Date,
): FleetState {
  if (suspended) return 'suspended';
  if (lastSeenAt === null) return 'neverSeen';
  return lastSeenAt >= onlineSince(now) ? 'online' : 'quiet';
}
