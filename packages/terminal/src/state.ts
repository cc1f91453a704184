/** All that a terminal remembers through a loss of power. Plain JSON: keys are hex, amounts F4. */
import { fromHex, toHex } from '@kaitong/iso8583';
import type { FieldValue, MacAlgorithm } from '@kaitong/iso8583';
import type { TransactionKind } from './kinds.ts';
import type { Advice, Doubt, Owed } from './outbox.ts';
import type { Operator } from './operators.ts';
import type { QueuedSlip } from './print-queue.ts';
import type { TerminalPorts, TerminalStore } from './ports.ts';
import type { Tables } from './tables.ts';

/** 60.3 of the sign-in: which keys it brings (docs/protocol.md §3.4). */
export type SignInCode = '001' | '003' | '004' | '005' | '006';

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
  readonly signInCode?: string;
  readonly parameters?: Partial<TerminalParameters>;
};

export type TerminalParameters = {
  /** How often a reversal is sent before a person must look at it. */
  readonly reversalTries: number;
  readonly reversalPause_ms: number;
  /** How many more rounds an upload gets for what was not answered (parameter 23). */
  readonly resends: number;
  /** How many transactions the memory holds. */
  readonly logEntriesMax: number;
  /** How many advices may wait (parameter 27). */
  readonly advicesMax: number;
  /** Advices go with the next online transaction, or at settlement (parameter 24). */
  readonly advicesGoOnline: boolean;
  /** Parameter 21. */
  readonly signsOutAfterSettlement: boolean;
  /** Parameter 20. */
  readonly takesManualEntry: boolean;
  /** Highest tip, in percent of the sale; 0 means no tips (parameters 18, 19). */
  readonly tipPercentMax: number;
  /** Does what digit 6 of an answer's header asks for, after the transaction. */
  readonly obeysHost: boolean;
};

export const DEFAULT_PARAMETERS: TerminalParameters = {
  reversalTries: 3,
  reversalPause_ms: 1_000,
  resends: 3,
  logEntriesMax: 999,
  advicesMax: 20,
  advicesGoOnline: true,
  signsOutAfterSettlement: false,
  takesManualEntry: true,
  tipPercentMax: 15,
  obeysHost: true,
};

export type Installed = {
  readonly terminalNo: string;
  readonly merchantNo: string;
  readonly merchantName: string;
  /** Absent between initialisation by serial number and the download of the main key. */
  readonly tmk?: string;
  readonly tpdu: string;
  readonly header: string;
  readonly macAlgorithm: MacAlgorithm;
  readonly signInCode: SignInCode;
  readonly parameters: TerminalParameters;
};

/** An approved transaction of the batch. */
export type LogEntry = {
  readonly kind: TransactionKind;
  /** `completed`: a pre-authorisation that became a sale. */
  readonly status: 'approved' | 'voided' | 'completed';
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
  /** F13 and F15 of the answer, MMDD. */
  readonly date?: string;
  readonly settles?: string;
  /** The final chip data (hex of F55), which settlement uploads. */
  readonly chip?: string;
  /** The issuer's cryptogram failed at the card, though the payment stands. */
  readonly hasArpcFailed?: boolean;
  /** For a tip: the trace of the sale that it belongs to. */
  readonly of?: string;
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
  /** Messages of the upload that the host has not confirmed yet, by their place in the plan. */
  readonly missing?: readonly number[];
};

export type TerminalState = {
  readonly installed: Installed;
  readonly keys?: { readonly pik: string; readonly mak: string; readonly tdk?: string };
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
  /** What was promised without the host and must still be told to it. */
  readonly advices: readonly Advice[];
  readonly scripts: readonly Owed[];
  readonly signatures: readonly Owed[];
  /** Requests that nothing takes back and whose answer never came: people look into them. */
  readonly doubts: readonly Doubt[];
  readonly slips: readonly QueuedSlip[];
  readonly operators: readonly Operator[];
  readonly tables: Tables;
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
