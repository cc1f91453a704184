/**
 * Business time as the server counts it, which a sandbox moves. The browser's own clock may be wrong
 * and is never asked for the date: it only measures what has passed since the server last told.
 */
import { useSyncExternalStore } from 'react';

let told = { now_ms: performance.timeOrigin, at_ms: 0 };
const listeners = new Set<() => void>();

/** The server said what time it is. */
export function tellNow(now: Date): void {
  told = { now_ms: now.getTime(), at_ms: performance.now() };
  for (const listen of listeners) listen();
}

/** Business time, drawn again every `every_ms`. */
export function useNow(every_ms = 30_000): Date {
  const now_ms = useSyncExternalStore(
    (listen) => {
      const timer = setInterval(listen, every_ms);
      listeners.add(listen);
      return () => {
        clearInterval(timer);
        listeners.delete(listen);
      };
    },
    // Whole steps, so that two readings within one are the same and nothing is drawn twice.
    () => Math.floor(readNow() / every_ms) * every_ms,
  );
  return new Date(now_ms);
}

/** Business time of this moment, for what happens now and is not drawn. */
export function businessNow(): Date {
  return new Date(readNow());
}

function readNow(): number {
  return told.now_ms + performance.now() - told.at_ms;
}
