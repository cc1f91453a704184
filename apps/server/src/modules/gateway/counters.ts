import type { CloseReason } from './model.ts';

/** What happened on the terminal line since the start; numbers only, for people who watch. */
export type Counters = {
  readonly since: Date;
  port: number;
  open: number;
  connections: number;
  frames: number;
  readonly closed: Map<CloseReason, number>;
  readonly answers: Map<string, number>;
};

export function newCounters(since: Date): Counters {
  return {
    since,
    port: 0,
    open: 0,
    connections: 0,
    frames: 0,
    closed: new Map(),
    answers: new Map(),
  };
}

export function count<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
