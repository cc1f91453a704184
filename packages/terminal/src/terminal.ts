import { maskPan } from '@kaitong/iso8583';
import { fetchMainKey, initialise, prepare } from './activation.ts';
import type { Maker, Prepared } from './activation.ts';
import {
  planCompletionAdvice,
  planOfflineSale,
  planTip,
  sendAdvices,
  keepAdvice,
} from './advices.ts';
import type { OfflineSale, Tip } from './advices.ts';
import { planCompletionVoid, planOnHold, planPreAuth } from './authorisations.ts';
import type { OfAuthorisation } from './authorisations.ts';
import type { Card } from './card.ts';
import { download } from './downloads.ts';
import type { DownloadName } from './downloads.ts';
import { balance } from './inquiry.ts';
import type { TransactionKind } from './kinds.ts';
import { echo, install, signIn, signOut, uploadStatus } from './management.ts';
import type { PartStatus } from './management.ts';
import { memoryOf, obstacle } from './memory.ts';
import type { Memory } from './memory.ts';
import { obey } from './obey.ts';
import { addOperator, changePassword, logIn, logOut, unlockOperator } from './operators.ts';
import type { Credentials, NewPassword } from './operators.ts';
import type { Doubt } from './outbox.ts';
import { pay } from './payment.ts';
import type { Plan } from './payment.ts';
import type { TerminalPorts, TerminalStore } from './ports.ts';
import { listSlips, markSent, printSlips } from './print-queue.ts';
import type { ListedSlip, Printed } from './print-queue.ts';
import { planShownQr, showQr } from './shown-qr.ts';
import type { Shown, ShownQr } from './shown-qr.ts';
import { planQrSale, planRefund, planSale, planVoid } from './requests.ts';
import type { QrSale, Refund, Sale, Void } from './requests.ts';
import { refused } from './result.ts';
import type {
  AdviceResult,
  BalanceResult,
  ManagementResult,
  OperatorResult,
  PaymentResult,
  Refused,
  RefusedReason,
  SettlementResult,
} from './result.ts';
import { flush } from './reversal.ts';
import { settle } from './settlement.ts';
import { sendSignatures, sign } from './signature.ts';
import type { Signature } from './signature.ts';
import { Held } from './state.ts';
import type { LogEntry, TerminalProfile } from './state.ts';

/** A transaction of the batch, for people: without the card number. */
export type ListedTransaction = Omit<LogEntry, 'pan' | 'expiry' | 'chip'> & {
  readonly maskedCard?: string;
};

export type TerminalStatus = {
  readonly isInstalled: boolean;
  readonly isSignedIn: boolean;
  readonly terminalNo?: string;
  readonly merchantNo?: string;
  readonly batch: string;
  readonly hostAsks: string;
  readonly openReversals: number;
  readonly givenUpReversals: number;
  /** Advices, script notices and signatures that the host has not confirmed. */
  readonly owed: number;
  /** Refunds and QR voids whose answer never came: look them up at the host. */
  readonly doubts: readonly Doubt[];
  readonly memory: Memory;
  readonly isSettling: boolean;
  /** Entries of each table that was downloaded. */
  readonly tables: Readonly<Record<string, number>>;
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
    return this.#inTurn(async () => this.#install(profile));
  }

  /** By the code that a person types; the key comes over a line of its own (§7.1 F). */
  activate(code: string): Promise<{ kind: 'done' } | Refused> {
    return this.#inTurn(async () => {
      const profile = await this.#ports.redeem?.(code);
      return profile === undefined ? refused('noWay') : this.#install(profile);
    });
  }

  /** By serial number over the card line: brings the terminal's numbers, and no key yet (§7.1 A). */
  initialise(maker: Maker): Promise<ManagementResult | { kind: 'done' }> {
    return this.#inTurn(async () => {
      const before = (await this.#load())?.state;
      // Who has a main key or something to tell has been initialised long ago.
      if (before !== undefined && before.installed.terminalNo !== '')
        return refused('otherTerminal');
      const result = await initialise(this.#home(), maker);
      if (result.kind !== 'installed') return result;
      this.#held = result.held;
      return { kind: 'done' };
    });
  }

  /** The main key under RSA (§7.1 B, C). */
  fetchMainKey(): Promise<ManagementResult> {
    return this.#withHeld(fetchMainKey);
  }

  /** Everything that the host has to give, then sign-in, then echo. */
  prepare(operator: string): Promise<Prepared | Refused> {
    return this.#withHeld((held) => prepare(held, operator));
  }

  download(name: DownloadName): Promise<ManagementResult> {
    return this.#withHeld((held) => download(held, name));
  }

  signIn(operator: string): Promise<ManagementResult> {
    return this.#withHeld((held) => signIn(held, operator));
  }

  signOut(): Promise<ManagementResult> {
    return this.#withHeld(signOut);
  }

  echo(): Promise<ManagementResult> {
    return this.#thenObey(echo);
  }

  uploadStatus(parts: PartStatus): Promise<ManagementResult> {
    return this.#withHeld((held) => uploadStatus(held, parts));
  }

  balance(card: Card): Promise<BalanceResult> {
    return this.#thenObey(async (held) => {
      const reason = obstacle(held, 'balance');
      return reason === undefined ? balance(held, card) : refused(reason);
    });
  }

  sale(sale: Sale): Promise<PaymentResult> {
    return this.#pay('sale', (held) => planSale(held, sale));
  }

  qrSale(sale: QrSale): Promise<PaymentResult> {
    return this.#pay('qrSale', (held) => planQrSale(held, sale));
  }

  /** The host makes a code for this amount, which the customer scans from the screen. */
  showQr(amountMinor: bigint): Promise<Shown> {
    return this.#thenObey(async (held) => {
      const reason = obstacle(held, 'shownQr');
      return reason === undefined ? showQr(held, amountMinor) : refused(reason);
    });
  }

  /** Whether the customer has paid the code by now; declined with 09 while nobody has. */
  checkQr(shown: ShownQr): Promise<PaymentResult> {
    return this.#pay('shownQr', (held) => planShownQr(held, shown));
  }

  voidSale(sale: Void): Promise<PaymentResult> {
    return this.#pay('void', (held) => planVoid(held, sale));
  }

  refund(refund: Refund): Promise<PaymentResult> {
    return this.#pay('refund', (held) => planRefund(held, refund));
  }

  preAuth(sale: Sale): Promise<PaymentResult> {
    return this.#pay('preAuth', (held) => planPreAuth(held, sale));
  }

  addPreAuth(of: OfAuthorisation): Promise<PaymentResult> {
    return this.#pay('preAuthAdd', (held) => planOnHold('preAuthAdd')(held, of));
  }

  voidPreAuth(of: OfAuthorisation): Promise<PaymentResult> {
    return this.#pay('preAuthVoid', (held) => planOnHold('preAuthVoid')(held, of));
  }

  complete(of: OfAuthorisation): Promise<PaymentResult> {
    return this.#pay('completion', (held) => planOnHold('completion')(held, of));
  }

  voidCompletion(sale: Void): Promise<PaymentResult> {
    return this.#pay('completionVoid', (held) => planCompletionVoid(held, sale));
  }

  /** A completion that needs no answer now. */
  adviseCompletion(of: OfAuthorisation): Promise<AdviceResult> {
    return this.#advise('completionAdvice', (held) => planCompletionAdvice(held, of));
  }

  offlineSale(sale: OfflineSale): Promise<AdviceResult> {
    return this.#advise('offlineSale', (held) => planOfflineSale(held, sale));
  }

  tip(tip: Tip): Promise<AdviceResult> {
    return this.#advise('tip', (held) => planTip(held, tip));
  }

  /** Tells what was promised offline; true when nothing is left to tell. */
  sendAdvices(): Promise<boolean | Refused> {
    return this.#withHeld(async (held) =>
      held.state.keys === undefined ? refused('notSignedIn') : sendAdvices(held),
    );
  }

  sign(signature: Signature): Promise<OperatorResult> {
    return this.#withHeld((held) => sign(held, signature));
  }

  sendSignatures(): Promise<boolean | Refused> {
    return this.#withHeld(async (held) =>
      held.state.keys === undefined ? refused('notSignedIn') : sendSignatures(held),
    );
  }

  /** Somebody looked it up at the host: it is known now. */
  clearDoubt(trace: string): Promise<boolean | Refused> {
    return this.#withHeld(async (held) => {
      const doubts = held.state.doubts.filter((each) => each.trace !== trace);
      const isFound = doubts.length < held.state.doubts.length;
      if (isFound) await held.save({ doubts });
      return isFound;
    });
  }

  settle(): Promise<SettlementResult> {
    return this.#thenObey(settle);
  }

  /** Sends the reversals that wait; true when none is left. */
  flushReversals(): Promise<boolean> {
    return this.#inTurn(async () => {
      const held = await this.#load();
      if (held === undefined || held.state.reversals.length === 0) return true;
      return held.state.keys === undefined ? false : flush(held);
    });
  }

  slips(): Promise<ListedSlip[] | Refused> {
    return this.#withHeld(async (held) => listSlips(held));
  }

  /** Prints the slips that wait, or one again. */
  print(id?: string): Promise<Printed | Refused> {
    return this.#withHeld((held) => printSlips(held, id));
  }

  markSlipSent(id: string): Promise<boolean | Refused> {
    return this.#withHeld((held) => markSent(held, id));
  }

  addOperator(given: Credentials): Promise<OperatorResult> {
    return this.#withHeld((held) => addOperator(held, given));
  }

  logIn(given: Credentials): Promise<OperatorResult> {
    return this.#withHeld((held) => logIn(held, given));
  }

  logOut(): Promise<OperatorResult> {
    return this.#withHeld(logOut);
  }

  changePassword(given: NewPassword): Promise<OperatorResult> {
    return this.#withHeld((held) => changePassword(held, given));
  }

  unlockOperator(given: Credentials): Promise<OperatorResult> {
    return this.#withHeld((held) => unlockOperator(held, given));
  }

  status(): Promise<TerminalStatus> {
    return this.#inTurn(async () => statusOf(await this.#load()));
  }

  #pay(kind: TransactionKind, plan: (held: Held) => Plan | RefusedReason): Promise<PaymentResult> {
    return this.#thenObey(async (held) => {
      const reason = obstacle(held, kind);
      if (reason !== undefined) return refused(reason);
      const planned = plan(held);
      if (typeof planned === 'string') return refused(planned);
      const result = await pay(held, planned);
      const wasOnline = result.kind === 'approved' || result.kind === 'partial';
      // A host that just answered is there; the result of this payment does not depend on it.
      if (wasOnline && held.state.installed.parameters.advicesGoOnline) await sendAdvices(held);
      return result;
    });
  }

  #advise(
    kind: TransactionKind,
    plan: (held: Held) => Plan | RefusedReason,
  ): Promise<AdviceResult> {
    return this.#withHeld(async (held) => {
      const reason = obstacle(held, kind);
      if (reason !== undefined) return refused(reason);
      const planned = plan(held);
      return typeof planned === 'string' ? refused(planned) : keepAdvice(held, planned);
    });
  }

  async #install(profile: TerminalProfile): Promise<{ kind: 'done' } | Refused> {
    const result = await install(this.#home(), profile, (await this.#load())?.state);
    if (result.kind === 'refused') return result;
    this.#held = result.held;
    return { kind: 'done' };
  }

  #home() {
    return { ports: this.#ports, store: this.#store };
  }

  /** What the host asked for with its answer is done when the customer has been served. */
  #thenObey<Result>(act: (held: Held) => Promise<Result>): Promise<Result | Refused> {
    return this.#withHeld(async (held) => {
      const result = await act(held);
      await obey(held);
      return result;
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
  const numbers =
    state === undefined
      ? {}
      : { terminalNo: state.installed.terminalNo, merchantNo: state.installed.merchantNo };
  return {
    isInstalled: state !== undefined,
    isSignedIn: state?.keys !== undefined,
    ...numbers,
    batch: state?.batch ?? '000000',
    hostAsks: state?.hostAsks ?? '0',
    openReversals: state?.reversals.length ?? 0,
    givenUpReversals: state?.givenUp.length ?? 0,
    owed:
      state === undefined
        ? 0
        : state.advices.length + state.scripts.length + state.signatures.length,
    doubts: state?.doubts ?? [],
    memory: memoryOf(held),
    isSettling: state?.settling !== undefined,
    tables: Object.fromEntries(
      Object.entries(state?.tables ?? {}).map(([name, { entries }]) => [name, entries.length]),
    ),
    transactions: state?.log.map(listed) ?? [],
  };
}

function listed(entry: LogEntry): ListedTransaction {
  const { pan, expiry: _, chip: __, ...open } = entry;
  return pan === undefined ? open : { ...open, maskedCard: maskPan(pan) };
}
