import type { CloseReason } from './model.ts';

/** What happened on the terminal line since the start; numbers only, for people who watch. */
export type Counters = {
  readonly since: Date;
  connections: number;
  frames: number;
  busy: number;
  readonly closed: Map<CloseReason, number>;
  readonly answers: Map<string, number>;
};

export function newCounters(since: Date): Counters {
  return {
    since,
    connections: 0,
    frames: 0,
    busy: 0,
    closed: new Map(),
    answers: new Map(),
  };
}

export function count<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
