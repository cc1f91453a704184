import type { LineSettings } from '#config';

/** What the line may cost us. Machine time throughout. */
export type LineLimits = LineSettings & {
  /** Whoever connects says something within this time; a TLS handshake counts. */
  readonly firstFrame_ms: number;
  /** From the first byte of a frame to its last: a dripped frame holds a connection no longer. */
  readonly wholeFrame_ms: number;
  /** Frames of one connection that wait their turn. */
  readonly waitingMax: number;
  /** Bytes of all frames that wait, on all connections. */
  readonly waitingBytesMax: number;
  /** So long a message waits for its turn before it is answered busy; a terminal waits 30 s for us. */
  readonly turn_ms: number;
  /** Bytes of answers that one connection has not taken. */
  readonly unsentBytesMax: number;
};

const FIXED = {
  firstFrame_ms: 10_000,
  wholeFrame_ms: 10_000,
  waitingMax: 8,
  waitingBytesMax: 64 * 1024 * 1024,
  turn_ms: 10_000,
  unsentBytesMax: 64 * 1024,
} as const;

export function limitsOf(settings: LineSettings): LineLimits {
  return { ...FIXED, ...settings };
}
