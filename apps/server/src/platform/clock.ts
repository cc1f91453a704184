import { sql } from 'kysely';
import type { Db } from './db.ts';

/**
 * Two clocks, kept apart. Business time decides deadlines, T+1 and expiry, and may be moved forward
 * in a sandbox. Machine time drives time-outs and leases, and can not be moved.
 */
export type Clock = {
  readonly now: () => Date;
  /** Milliseconds of the machine since some start; only differences mean anything. */
  readonly machine_ms: () => number;
};

export type MovableClock = Clock & {
  readonly offset_ms: () => number;
  /** Moves business time forward for everyone and keeps it over a restart. */
  readonly advance: (by_ms: number) => Promise<Date>;
  /** Learns of a move that another process made. */
  readonly refresh: () => Promise<void>;
};

export const systemClock: Clock = {
  now: () => new Date(),
  machine_ms: () => performance.now(),
};

/** A clock that stands where a test puts it. */
export function clockAt(start: Date): Clock & { set: (now: Date) => void } {
  let now = start;
  return {
    now: () => now,
    machine_ms: () => performance.now(),
    set: (next) => {
      now = next;
    },
  };
}

export async function movableClock(db: Db): Promise<MovableClock> {
  let offset_ms = await readOffset(db);
  const now = () => new Date(Date.now() + offset_ms);
  return {
    now,
    machine_ms: () => performance.now(),
    offset_ms: () => offset_ms,
    advance: async (by_ms) => {
      if (by_ms < 0) throw new RangeError('business time only moves forward');
      await sql`update business_clock set offset_ms = offset_ms + ${Math.round(by_ms)}`.execute(db);
      offset_ms = await readOffset(db);
      return now();
    },
    refresh: async () => {
      offset_ms = await readOffset(db);
    },
  };
}

async function readOffset(db: Db): Promise<number> {
  const { rows } = await sql<{ offset_ms: bigint }>`select offset_ms from business_clock`.execute(
    db,
  );
  return Number(rows[0]?.offset_ms ?? 0n);
}
