/** All that a terminal remembers through a loss of power. Plain JSON: keys are hex, amounts F4. */
import { fromHex, toHex } from '@kaitong/iso8583';
import type { FieldValue, MacAlgorithm } from '@kaitong/iso8583';
import type { TerminalPorts, TerminalStore } from './ports.ts';

/** What activation gives. */
export type TerminalProfile = {
  readonly terminalNo: string;
  readonly merchantNo: string;
  readonly merchantName: string;
  readonly tmk: Uint8Array;
  readonly tmkKcv: Uint8Array;
  readonly tpdu: string;
  readonly header: string;
  readonly macAlgorithm?: MacAlgorithm;
  readonly parameters?: Partial<TerminalParameters>;
};

export type TerminalParameters = {
  /** How often a reversal is sent before a person must look at it. */
  readonly reversalTries: number;
  readonly reversalPause_ms: number;
};

export const DEFAULT_PARAMETERS: TerminalParameters = {
  reversalTries: 3,
  reversalPause_ms: 1_000,
};

export type Installed = {
  readonly terminalNo: string;
  readonly merchantNo: string;
  readonly merchantName: string;
  readonly tmk: string;
  readonly tpdu: string;
  readonly header: string;
  readonly macAlgorithm: MacAlgorithm;
  readonly parameters: TerminalParameters;
};

export type TransactionKind = 'sale' | 'qrSale' | 'void' | 'qrVoid' | 'refund';

/** An approved transaction of the batch. */
export type LogEntry = {
  readonly kind: TransactionKind;
  readonly status: 'approved' | 'voided';
  readonly batch: string;
  readonly trace: string;
  /** Twelve digits, as in F4. */
  readonly amount: string;
  /** In full, because a void and the batch upload need it; nobody outside gets it. */
  readonly pan?: string;
  readonly expiry?: string;
  /** Digits 1–2 of F22. */
  readonly entry: string;
  readonly rrn: string;
  readonly authCode?: string;
  /** F59 A4: what the host calls a QR payment. */
  readonly voucher?: string;
  readonly isForeign: boolean;
};

/** Saved before a request is sent, gone when a valid answer has been processed. */
export type PendingReversal = {
  readonly reason: '98' | 'A0' | '06' | '96';
  readonly trace: string;
  readonly batch: string;
  readonly fields: StoredFields;
  readonly tries: number;
};

/** Fields of a message as JSON: binary ones are hex with `x:` in front. */
export type StoredFields = Readonly<Record<number, string>>;

/** A settlement that was begun; power may be lost in between. */
type Settling = {
  readonly stage: 'asked' | 'uploading';
  /** F48 of the host's answer. */
  readonly hostTotals?: string;
  /** How many details have been uploaded. */
  readonly uploaded: number;
};

export type TerminalState = {
  readonly installed: Installed;
  readonly keys?: { readonly pik: string; readonly mak: string };
  readonly operator: string;
  /** Six digits; `000000` until the host gives one. */
  readonly batch: string;
  /** The next trace number, 1 to 999999. */
  readonly trace: number;
  readonly log: readonly LogEntry[];
  readonly reversals: readonly PendingReversal[];
  /** Reversals that were tried too often: shown to people, tried again at settlement. */
  readonly givenUp: readonly PendingReversal[];
  /** Digit 6 of the last answer's header: what the host wants done; `0` is nothing. */
  readonly hostAsks: string;
  readonly settling?: Settling;
};

/** The state in the hand of a running terminal, with what it needs to act. */
export class Held {
  readonly ports: TerminalPorts;
  readonly #store: TerminalStore;
  #state: TerminalState;

  constructor(ports: TerminalPorts, store: TerminalStore, state: TerminalState) {
    this.ports = ports;
    this.#store = store;
    this.#state = state;
  }

  get state(): TerminalState {
    return this.#state;
  }

  /** Changes parts of the state; on disk when this resolves. */
  async save(change: Partial<TerminalState>): Promise<void> {
    await this.#keep({ ...this.#state, ...change });
  }

  /** Takes parts away that `save` can not, because absent is not a value. */
  async drop(key: 'keys' | 'settling', change: Partial<TerminalState> = {}): Promise<void> {
    const { [key]: _, ...rest } = { ...this.#state, ...change };
    await this.#keep(rest);
  }

  /** Disk first: what a failing store did not take, the terminal must not believe. */
  async #keep(state: TerminalState): Promise<void> {
    await this.#store.save(state);
    this.#state = state;
  }
}

/** The trace number of the next request, and the one after it; 999999 wraps to 1. */
export function nextTrace(state: TerminalState): { trace: string; after: number } {
  return {
    trace: String(state.trace).padStart(6, '0'),
    after: state.trace >= 999_999 ? 1 : state.trace + 1,
  };
}

export function nextBatch(batch: string): string {
  return batch === '999999' ? '000001' : String(Number(batch) + 1).padStart(6, '0');
}

export function storeFields(fields: Readonly<Record<number, FieldValue>>): StoredFields {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      typeof value === 'string' ? value : `x:${toHex(value)}`,
    ]),
  );
}

export function restoreFields(fields: StoredFields): Record<number, FieldValue> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      value.startsWith('x:') ? fromHex(value.slice(2)) : value,
    ]),
  );
}
