import type { BlockCipher } from '@kaitong/iso8583';
import type { PaymentSlip } from './slip.ts';
import type { TerminalState } from './state.ts';

/** One call to the host. */
export type Connection = {
  send(bytes: Uint8Array): Promise<void>;
  /** The next bytes; nothing when the host hung up or the time for an answer is over. */
  receive(): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
};

/** What a terminal needs from the world around it. */
export type TerminalPorts = {
  /** Rejects when no line can be had; then nothing was sent. */
  dial(): Promise<Connection>;
  readonly cipher: BlockCipher;
  readonly clock: { now(): Date };
  sleep(ms: number): Promise<void>;
  random(count: number): Uint8Array;
  /** Prints a slip; when it fails after an approval, the payment is reversed with reason 96. */
  print?(slip: PaymentSlip): Promise<void>;
};

/**
 * What a terminal remembers, as plain JSON. `save` must be whole or not at all: money depends on
 * the reversal being on disk before the request is on the line.
 */
export type TerminalStore = {
  load(): Promise<TerminalState | undefined>;
  save(state: TerminalState): Promise<void>;
};
