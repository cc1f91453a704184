import type { BlockCipher } from '@kaitong/iso8583';
import type { Slip } from './slip.ts';
import type { TerminalProfile, TerminalState } from './state.ts';

/** One call to the host. */
export type Connection = {
  send(bytes: Uint8Array): Promise<void>;
  /** The next bytes; nothing when the host hung up or the time for an answer is over. */
  receive(): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
};

/** A public key as the host sends it. */
export type RsaKey = { readonly modulus: Uint8Array; readonly exponent: Uint8Array };

/** What a terminal needs from the world around it. */
export type TerminalPorts = {
  /** Rejects when no line can be had; then nothing was sent. */
  dial(): Promise<Connection>;
  readonly cipher: BlockCipher;
  /** For sign-in with 005 and 006. */
  readonly sm4?: BlockCipher;
  readonly clock: { now(): Date };
  sleep(ms: number): Promise<void>;
  random(count: number): Uint8Array;
  /**
   * Prints a slip. When it fails after an approval, the payment is reversed with reason 96; without
   * paper the payment stands and the slip waits.
   */
  print?(slip: Slip): Promise<'paperOut' | void>;
  /** A slow hash: with it the terminal has operators with passwords. */
  hashPassword?(password: string, salt: Uint8Array): Promise<Uint8Array>;
  /** Enciphers a random key for the host's RSA key (main-key download, docs/protocol.md §7.1 C). */
  rsaEncrypt?(key: RsaKey, plain: Uint8Array): Promise<Uint8Array>;
  /** Trades an activation code for a main key, over another line than this one (§7.1 F). */
  redeem?(code: string): Promise<TerminalProfile | undefined>;
};

/**
 * What a terminal remembers, as plain JSON. `save` must be whole or not at all: money depends on
 * the reversal being on disk before the request is on the line.
 */
export type TerminalStore = {
  load(): Promise<TerminalState | undefined>;
  save(state: TerminalState): Promise<void>;
};
