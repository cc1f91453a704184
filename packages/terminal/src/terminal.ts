import { maskPan } from '@kaitong/iso8583';
import { echo, install, signIn, signOut } from './management.ts';
import { obstacle, pay } from './payment.ts';
import type { Plan } from './payment.ts';
import type { TerminalPorts, TerminalStore } from './ports.ts';
import { planQrSale, planRefund, planSale, planVoid } from './requests.ts';
import type { QrSale, Refund, Sale, Void } from './requests.ts';
import { refused } from './result.ts';
import type {
  ManagementResult,
  PaymentResult,
  Refused,
  RefusedReason,
  SettlementResult,
} from './result.ts';
import { flush } from './reversal.ts';
import { settle } from './settlement.ts';
import { Held } from './state.ts';
import type { LogEntry, TerminalProfile } from './state.ts';

/** A transaction of the batch, for people: without the card number. */
export type ListedTransaction = Omit<LogEntry, 'pan' | 'expiry'> & { readonly maskedCard?: string };

export type TerminalStatus = {
  readonly isInstalled: boolean;
  readonly isSignedIn: boolean;
  readonly terminalNo?: string;
  readonly batch: string;
  readonly hostAsks: string;
  readonly openReversals: number;
  readonly givenUpReversals: number;
  readonly transactions: readonly ListedTransaction[];
};

/**
 * A POS terminal in software. What it knows lives in its store, so a new `Terminal` over the same
 * store goes on where the old one was killed. Calls wait for each other: one customer at a time.
 */
export class Terminal {
  readonly #store: TerminalStore;
  readonly #ports: TerminalPorts;
  #held: Held | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: TerminalStore, ports: TerminalPorts) {
    this.#store = store;
    this.#ports = ports;
  }

  /** Takes what activation gives; a main key that fails its check is refused. */
  install(profile: TerminalProfile): Promise<{ kind: 'done' } | Refused> {
    return this.#inTurn(async () => {
      const home = { ports: this.#ports, store: this.#store };
      const result = await install(home, profile, (await this.#load())?.state);
      if (result.kind === 'refused') return result;
      this.#held = result.held;
      return { kind: 'done' };
    });
  }

  signIn(operator: string): Promise<ManagementResult> {
    return this.#withHeld((held) => signIn(held, operator));
  }

  signOut(): Promise<ManagementResult> {
    return this.#withHeld(signOut);
  }

  echo(): Promise<ManagementResult> {
    return this.#withHeld(echo);
  }

  sale(sale: Sale): Promise<PaymentResult> {
    return this.#pay((held) => planSale(held, sale));
  }

  qrSale(sale: QrSale): Promise<PaymentResult> {
    return this.#pay((held) => planQrSale(held, sale));
  }

  voidSale(sale: Void): Promise<PaymentResult> {
    return this.#pay((held) => planVoid(held, sale));
  }

  refund(refund: Refund): Promise<PaymentResult> {
    return this.#pay((held) => planRefund(held, refund));
  }

  settle(): Promise<SettlementResult> {
    return this.#withHeld(settle);
  }

  /** Sends the reversals that wait; true when none is left. */
  flushReversals(): Promise<boolean> {
    return this.#inTurn(async () => {
      const held = await this.#load();
      if (held === undefined || held.state.reversals.length === 0) return true;
      return held.state.keys === undefined ? false : flush(held);
    });
  }

  status(): Promise<TerminalStatus> {
    return this.#inTurn(async () => statusOf(await this.#load()));
  }

  #pay(plan: (held: Held) => Plan | RefusedReason): Promise<PaymentResult> {
    return this.#withHeld(async (held) => {
      const reason = obstacle(held);
      if (reason !== undefined) return refused(reason);
      const planned = plan(held);
      return typeof planned === 'string' ? refused(planned) : pay(held, planned);
    });
  }

  #withHeld<Result>(act: (held: Held) => Promise<Result>): Promise<Result | Refused> {
    return this.#inTurn(async () => {
      const held = await this.#load();
      return held === undefined ? refused('notInstalled') : act(held);
    });
  }

  async #load(): Promise<Held | undefined> {
    if (this.#held !== undefined) return this.#held;
    const state = await this.#store.load();
    if (state !== undefined) this.#held = new Held(this.#ports, this.#store, state);
    return this.#held;
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(act);
    // The next in line waits for the end of this one, however it ended; its caller hears of it.
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

function statusOf(held: Held | undefined): TerminalStatus {
  const state = held?.state;
  return {
    isInstalled: state !== undefined,
    isSignedIn: state?.keys !== undefined,
    ...(state === undefined ? {} : { terminalNo: state.installed.terminalNo }),
    batch: state?.batch ?? '000000',
    hostAsks: state?.hostAsks ?? '0',
    openReversals: state?.reversals.length ?? 0,
    givenUpReversals: state?.givenUp.length ?? 0,
    transactions: state?.log.map(listed) ?? [],
  };
}

function listed(entry: LogEntry): ListedTransaction {
  const { pan, expiry: _, ...open } = entry;
  return pan === undefined ? open : { ...open, maskedCard: maskPan(pan) };
}
