import type { Clock } from '#platform/clock';
import type { Connection } from './connection.ts';
import type { LineLimits } from './limits.ts';
import type { CloseReason } from './model.ts';
import { Rates } from './rates.ts';
import { Turns, type Turn } from './turns.ts';

/** More numbers than these are not remembered of one connection. */
const TERMINALS_SHOWN_MAX = 16;

/** Who is on the line now, and who may come: every limit that looks beyond one connection. */
export class Hall {
  /** Oldest first. */
  readonly connections = new Map<string, Connection>();
  readonly limits: LineLimits;
  /** Bytes of messages that wait for the one before them. */
  waitingBytes = 0;
  isDraining = false;
  readonly #clock: Clock;
  readonly #perAddress = new Map<string, number>();
  readonly #perTerminal = new Map<string, Set<Connection>>();
  readonly #connectRates: Rates;
  readonly #addressRates: Rates;
  readonly #terminalRates: Rates;
  readonly #turns: Turns;
  #lastId = 0;

  constructor(limits: LineLimits, clock: Clock) {
    this.limits = limits;
    this.#clock = clock;
    this.#connectRates = new Rates(limits.connectRate);
    this.#addressRates = new Rates(limits.addressRate);
    this.#terminalRates = new Rates(limits.terminalRate);
    this.#turns = new Turns(limits.workingMax, limits.turn_ms);
  }

  /** Messages that are being worked on. */
  get working(): number {
    return this.#turns.taken;
  }

  get terminals(): number {
    return this.#perTerminal.size;
  }

  nextId(): string {
    return String(++this.#lastId);
  }

  /** Why a new connection of this address may not stay; undefined: it may. */
  whyNot(address: string): CloseReason | undefined {
    if (this.isDraining) return 'drained';
    if (!this.#connectRates.take(address, this.#clock.machine_ms())) return 'tooFastFromAddress';
    if (this.connections.size >= this.limits.connectionsMax) return 'tooManyConnections';
    if ((this.#perAddress.get(address) ?? 0) >= this.limits.perAddressMax)
      return 'tooManyFromAddress';
    return undefined;
  }

  enter(connection: Connection): void {
    const { id, address } = connection;
    this.connections.set(id, connection);
    this.#perAddress.set(address, (this.#perAddress.get(address) ?? 0) + 1);
  }

  leave(connection: Connection): void {
    const { id, address } = connection;
    if (!this.connections.delete(id)) return;
    const left = (this.#perAddress.get(address) ?? 1) - 1;
    if (left > 0) this.#perAddress.set(address, left);
    else this.#perAddress.delete(address);
    for (const terminalNo of connection.terminalNos) this.#forget(terminalNo, connection);
  }

  /** Waits until a message may be worked on, if not for too long; then it is to be answered busy. */
  async turn(): Promise<Turn> {
    return this.#turns.next();
  }

  /** Whether a terminal and its address are within their rates. */
  admits(connection: Connection, terminalNo: string): boolean {
    const now_ms = this.#clock.machine_ms();
    const isAddressFine = this.#addressRates.take(connection.address, now_ms);
    // One that is new and asks for its number has none yet.
    if (terminalNo === '') return isAddressFine;
    this.#remember(terminalNo, connection);
    const isTerminalFine = this.#terminalRates.take(terminalNo, now_ms);
    return isAddressFine && isTerminalFine;
  }

  #remember(terminalNo: string, connection: Connection): void {
    const { terminalNos } = connection;
    if (terminalNos.has(terminalNo) || terminalNos.size >= TERMINALS_SHOWN_MAX) return;
    terminalNos.add(terminalNo);
    const others = this.#perTerminal.get(terminalNo) ?? new Set();
    this.#perTerminal.set(terminalNo, others.add(connection));
    if (others.size > this.limits.perTerminalMax) oldestIdle(others)?.close('tooManyFromTerminal');
  }

  #forget(terminalNo: string, connection: Connection): void {
    const others = this.#perTerminal.get(terminalNo);
    others?.delete(connection);
    if (others?.size === 0) this.#perTerminal.delete(terminalNo);
  }
}

/**
 * A terminal that lost its line without a word leaves a dead connection behind, so it is the old one
 * that goes. One that carries other terminals, too, stays.
 */
function oldestIdle(connections: ReadonlySet<Connection>): Connection | undefined {
  for (const connection of connections)
    if (!connection.isBusy && connection.terminalNos.size === 1) return connection;
  return undefined;
}
