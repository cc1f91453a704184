/**
 * One terminal of the farm and its day: what is sold, what goes wrong, and what became of each trace
 * number. Everything comes from its own seed, so a day can be played again alone.
 */
import {
  Terminal,
  type Card,
  type PaymentResult,
  type TerminalPorts,
  type TerminalState,
} from '@kaitong/terminal';
import { makePan } from '@kaitong/values';
import { makeCard } from '../cards.ts';
import { FaultyLine, LINE_FAULTS, type LineFault, type Traffic } from './faults.ts';
import { MemoryStore, PowerFailed } from './memory-store.ts';
import type { Random } from './random.ts';

const FAULTS = [
  ...LINE_FAULTS,
  'staleKey',
  'twoSignIns',
  'clockDrift',
  'reusedTrace',
  'paperOut',
  'printerBroken',
  'killed',
] as const;

export type Fault = (typeof FAULTS)[number] | 'totalsOff';

export type Scenario = {
  /** Payments a day. */
  readonly payments: number;
  /** One payment in so many meets a fault; 0 is never. */
  readonly faultOneIn: number;
};

/** What the terminal says of one trace number. */
export type Deed = {
  readonly batch: string;
  readonly trace: string;
  readonly kind: string;
  readonly amountMinor: bigint;
  /** `refused` never left the terminal, so it has no trace. */
  readonly result: 'approved' | 'declined' | 'unknown' | 'killed';
  readonly code?: string;
  readonly rrn?: string;
};

type Given = {
  readonly name: string;
  readonly random: Random;
  readonly ports: TerminalPorts;
  readonly traffic: Traffic;
  readonly scenario: Scenario;
  /** Every so-and-so-manieth terminal begins with another fault, so that a small farm meets all. */
  readonly first: Fault | undefined;
};

export class Clerk {
  readonly name: string;
  readonly store = new MemoryStore();
  readonly deeds: Deed[] = [];
  readonly faults: Fault[] = [];
  /** What was sold in the batch that was settled, before its log was emptied. */
  settled: TerminalState['log'] = [];
  readonly #given: Given;
  readonly #line: FaultyLine;
  #terminal: Terminal;
  #drift_ms = 0;
  #hasPaper = true;
  #printerWorks = true;

  constructor(given: Given) {
    this.#given = given;
    this.name = given.name;
    this.#line = new FaultyLine(async () => given.ports.dial(), given.traffic);
    this.#terminal = this.#start();
  }

  get terminal(): Terminal {
    return this.#terminal;
  }

  /** The whole day: sign-in, payments with what goes wrong, settlement. */
  async day(): Promise<void> {
    const { random, scenario } = this.#given;
    await this.#terminal.signIn('01');
    for (let at = 0; at < scenario.payments; at++) {
      const isFirst = at === 1 && this.#given.first !== undefined;
      const meets = isFirst || (scenario.faultOneIn > 0 && random.oneIn(scenario.faultOneIn));
      // A day goes by in order.
      // oxlint-disable-next-line no-await-in-loop
      if (meets) await this.#meet(isFirst ? this.#given.first : random.pick(FAULTS));
      // oxlint-disable-next-line no-await-in-loop
      await this.#deal(at === 0 ? 'sale' : random.pick(DEALS));
      this.#mend();
    }
    await this.#close();
  }

  /** Refunds and QR voids that nobody answered. */
  get doubts() {
    return this.store.state?.doubts ?? [];
  }

  #start(): Terminal {
    const { ports } = this.#given;
    return new Terminal(this.store, {
      ...ports,
      dial: async () => this.#line.dial(),
      clock: { now: () => new Date(ports.clock.now().getTime() + this.#drift_ms) },
      print: async () => {
        if (!this.#printerWorks) throw new Error('the printer is broken');
        return this.#hasPaper ? undefined : 'paperOut';
      },
    });
  }

  async #meet(fault: Fault | undefined): Promise<void> {
    if (fault === undefined) return;
    this.faults.push(fault);
    if (isLineFault(fault)) this.#line.next(fault);
    else await this.#ways[fault]();
  }

  /** What goes wrong in the terminal itself, or with its keys. */
  readonly #ways: Readonly<Record<Exclude<Fault, LineFault>, () => Promise<void>>> = {
    staleKey: async () => this.#loseKeys(),
    twoSignIns: async () => {
      await this.#terminal.signIn('01');
      await this.#terminal.signIn('02');
    },
    clockDrift: async () => {
      this.#drift_ms = (this.#given.random.below(2) === 0 ? -3 : 3) * DAY_ms;
    },
    reusedTrace: async () => this.#turnTraceBack(),
    paperOut: async () => {
      this.#hasPaper = false;
    },
    printerBroken: async () => {
      this.#printerWorks = false;
    },
    killed: async () => this.store.failAfter(this.#given.random.below(KILL_SAVES_MAX)),
    totalsOff: async () => this.#tamperTotals(),
  };

  /** One fault at a time: two at once, such as a reused number and a lost answer, need people. */
  #mend(): void {
    this.#line.clear();
    this.#hasPaper = true;
    this.#printerWorks = true;
    this.store.failAfter(Infinity);
  }

  /** The host has given newer keys than the terminal remembers. */
  async #loseKeys(): Promise<void> {
    const old = this.store.state?.keys;
    await this.#terminal.signIn('01');
    if (old !== undefined) this.store.tamper((state) => ({ ...state, keys: old }));
    this.#terminal = this.#start();
  }

  /** The number of the last request comes again, with another amount. */
  #turnTraceBack(): void {
    this.store.tamper((state) => ({ ...state, trace: Math.max(1, state.trace - 1) }));
    this.#terminal = this.#start();
  }

  /** One fen too much in the terminal's memory. */
  #tamperTotals(): void {
    this.store.tamper((state) => {
      const [first, ...rest] = state.log;
      if (first === undefined) return state;
      const amount = String(BigInt(first.amount) + 1n).padStart(12, '0');
      return { ...state, log: [{ ...first, amount }, ...rest] };
    });
    this.#terminal = this.#start();
  }

  async #deal(kind: Deal): Promise<void> {
    const before = this.store.state;
    try {
      const amountMinor = this.#amount();
      const done = await this.#do(kind, amountMinor);
      if (done !== undefined) this.#note(kind, amountMinor, done);
    } catch (error) {
      if (!(error instanceof PowerFailed) && !isPowerFailed(error)) throw error;
      this.#terminal = this.#start();
      await this.#recover(kind, before);
    }
  }

  async #do(kind: Deal, amountMinor: bigint): Promise<PaymentResult | undefined> {
    const card = this.#card();
    if (kind === 'sale') return this.#terminal.sale({ amountMinor, card });
    if (kind === 'qr') return this.#terminal.qrSale({ amountMinor, code: PAY_CODE });
    if (kind === 'refund') return this.#refund(card);
    if (kind === 'hold') return this.#terminal.preAuth({ amountMinor, card });
    if (kind === 'complete') return this.#complete(card);
    if (kind === 'tip') return this.#tip();
    if (kind === 'balance') return void (await this.#terminal.balance(card));
    const sale = this.#lastSale();
    return sale && this.#terminal.voidSale({ trace: sale.trace });
  }

  async #refund(card: Card): Promise<PaymentResult | undefined> {
    const sale = this.#lastSale();
    if (sale?.kind !== 'sale' || sale.date === undefined || sale.pan === undefined)
      return undefined;
    const amountMinor = BigInt(sale.amount) / 2n;
    const { rrn, date, pan } = sale;
    return this.#terminal.refund({ rrn, date, amountMinor, card: { ...card, pan } });
  }

  /** Takes what is held, if anything is. */
  async #complete(card: Card): Promise<PaymentResult | undefined> {
    const hold = this.store.state?.log.findLast(
      ({ kind, status }) => kind === 'preAuth' && status === 'approved',
    );
    const { pan, authCode, date, batch, trace } = hold ?? {};
    if (hold === undefined || pan === undefined || authCode === undefined || date === undefined)
      return undefined;
    const amountMinor = BigInt(hold.amount);
    const of = { amountMinor, card: { ...card, pan }, authCode, date };
    return this.#terminal.complete({
      ...of,
      ...(batch === undefined || trace === undefined ? {} : { batch, trace }),
    });
  }

  /** Told with the next payment or at the day's end: it has no answer of its own here. */
  async #tip(): Promise<undefined> {
    const sale = this.#lastSale();
    if (sale?.kind !== 'sale') return undefined;
    await this.#terminal.tip({ trace: sale.trace, tipMinor: BigInt(sale.amount) / 20n });
    return undefined;
  }

  #note(kind: string, amountMinor: bigint, result: PaymentResult): void {
    if (result.kind === 'refused') return;
    const { trace, batch } = result;
    this.deeds.push({
      batch,
      trace,
      kind,
      amountMinor,
      result: result.kind === 'partial' ? 'approved' : result.kind,
      ...('code' in result ? { code: result.code } : {}),
      ...('rrn' in result && result.rrn !== undefined ? { rrn: result.rrn } : {}),
    });
  }

  /** The power came back: what was being done is in the log, or is reversed. */
  async #recover(kind: Deal, before: TerminalState | undefined): Promise<void> {
    const after = this.store.state;
    if (after === undefined || before === undefined || after.trace === before.trace) return;
    const trace = String(before.trace).padStart(6, '0');
    const { batch } = before;
    this.deeds.push({ batch, trace, kind, amountMinor: 0n, result: 'killed' });
    await this.#terminal.flushReversals();
  }

  #lastSale() {
    return this.store.state?.log.findLast(
      ({ kind, status }) => status === 'approved' && (kind === 'sale' || kind === 'qrSale'),
    );
  }

  /** Whole yuan are approved; a few end in cents that the sandbox declines with. */
  #amount(): bigint {
    const { random } = this.#given;
    const yuan = BigInt(random.below(90) + 10) * 1_000n;
    const amount = yuan + (random.oneIn(8) ? BigInt(random.pick(DECLINES)) : 0n);
    // The same amount under a reused number would be a repeat, and rightly answered as one.
    return amount === this.deeds.at(-1)?.amountMinor ? amount + 1_000n : amount;
  }

  #card(): Card {
    const { random } = this.#given;
    const entry = random.pick(['chip', 'contactless', 'swipe', 'manual'] as const);
    const pan = makePan('620001', random.below(1_000));
    return makeCard({ pan, expiry: '3012', pin: undefined, entry });
  }

  /** The end of the day, again and again until it is over. */
  async #close(): Promise<void> {
    if (this.#given.first === 'totalsOff') await this.#meet('totalsOff');
    for (let tried = 0; tried < CLOSE_TRIES_MAX; tried++) {
      // oxlint-disable-next-line no-await-in-loop
      await this.#terminal.sendAdvices();
      this.settled = standing(this.store.state);
      // oxlint-disable-next-line no-await-in-loop
      const end = await this.#terminal.settle();
      if (end.kind === 'equal' || end.kind === 'unequal') return;
      // oxlint-disable-next-line no-await-in-loop
      if (end.kind === 'declined') await this.#terminal.signIn('01');
    }
  }
}

type Deal = 'sale' | 'qr' | 'void' | 'refund' | 'hold' | 'complete' | 'tip' | 'balance';

/** Of fourteen things that are done at a counter, six are a sale by card. */
const DEALS: readonly Deal[] = [
  'sale',
  'sale',
  'sale',
  'sale',
  'sale',
  'sale',
  'qr',
  'qr',
  'void',
  'refund',
  'hold',
  'complete',
  'tip',
  'balance',
];
const DECLINES = [5, 51, 54, 61] as const;
const PAY_CODE = '621234567890123456';
const DAY_ms = 86_400_000;
const KILL_SAVES_MAX = 4;
const CLOSE_TRIES_MAX = 5;

function isLineFault(fault: Fault): fault is LineFault {
  return LINE_FAULTS.some((each) => each === fault);
}

/** What the books of the terminal hold: without what the house refused of its advices. */
function standing(state: TerminalState | undefined): TerminalState['log'] {
  const { log = [], advices = [] } = state ?? {};
  const refused = advices.filter(({ refusedWith }) => refusedWith !== undefined);
  return log.filter(({ batch, trace }) =>
    refused.every((each) => each.batch !== batch || each.trace !== trace),
  );
}

/** The terminal wraps what its disk threw before a request. */
function isPowerFailed(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof PowerFailed;
}

/** Every fault once, in an order. */
export const ALL_FAULTS: readonly Fault[] = [...FAULTS, 'totalsOff'];
