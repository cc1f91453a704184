/** The browser terminal: the terminal core with a screen, a printer and a memory of its own. */
import { desCipher } from '@kaitong/iso8583';
import {
  Terminal,
  type CardEntry,
  type Slip,
  type TerminalProfile,
  type TerminalState,
  type TerminalStatus,
} from '@kaitong/terminal';
import type { Lang } from '@kaitong/values';
import type { WalletCard } from './cards.data.ts';
import { readCard, readingTrouble } from './chip.ts';
import { menuFor, type DayState, type Deed } from './deeds.ts';
import { step, type Answers, type Happening, type Screen } from './flow.ts';
import { learned, lessons, type Lesson } from './lessons.ts';
import { dialThrough, type Fault, type Wire } from './line.ts';
import { play } from './play.ts';
import type { Shelf } from './shelf.ts';
import { keptSlip, withSlip, type KeptSlip } from './slips.ts';
import { amountOf, nextOf, type Outcome } from './told.ts';

/** What is known of the machine itself. */
export type Facts = {
  readonly serial: string;
  readonly terminalId: string;
  readonly terminalNo: string;
  readonly merchantNo: string;
  readonly shop: string;
  /** Of a sample shop: the phone of its owner. */
  readonly ownerPhone?: string;
};

export type Snapshot = {
  readonly facts: Facts | undefined;
  readonly screen: Screen;
  readonly status: TerminalStatus | undefined;
  /** Who is logged in. */
  readonly operator: string | undefined;
  /** Hangs out of the printer until it is torn off. */
  readonly paper: KeptSlip | undefined;
  readonly slips: readonly KeptSlip[];
  /** Slips that found no paper. */
  readonly waitingSlips: number;
  readonly learned: readonly Lesson[];
  /** What goes wrong next, because a trainer wants it so. */
  readonly fault: Fault | undefined;
  /** Another tab uses the same terminal: this one must not go on with an old memory. */
  readonly isElsewhere: boolean;
};

export type World = {
  readonly shelf: Shelf;
  readonly carry: Wire['carry'];
  readonly now: () => Date;
  readonly lang: () => Lang;
  readonly random: (count: number) => Uint8Array;
  readonly hashPassword: (password: string, salt: Uint8Array) => Promise<Uint8Array>;
  readonly sleep: (ms: number) => Promise<void>;
};

export class Device {
  readonly #world: World;
  readonly #listeners = new Set<() => void>();
  #terminal: Terminal;
  #snapshot: Snapshot;

  constructor(world: World) {
    this.#world = world;
    this.#snapshot = remembered(world.shelf);
    this.#terminal = this.#newTerminal();
    void this.#look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  /** A key, a card, a code; when nothing more is asked, the terminal goes to work. */
  hear(happening: Happening): void {
    const { screen, isElsewhere } = this.#snapshot;
    if (isElsewhere) return;
    const day = dayOf(this.#snapshot);
    const after = step(screen, happening, { ...day, menu: menuFor(day) });
    // Whoever goes on has torn the slip off.
    const isOver = screen.at === 'told' && after.at !== 'told';
    this.#set({ screen: after, ...(isOver ? { paper: undefined } : {}) });
    if (after.at === 'busy' && screen.at !== 'busy') void this.#work(after.deed, after.answers);
  }

  /** A card at the reader, which may give it back. */
  present(card: WalletCard, entry: CardEntry): void {
    const trouble = readingTrouble({ card, entry });
    if (trouble !== undefined) return this.hear({ type: 'cardRefused', hint: trouble });
    const { shelf, random } = this.#world;
    const counter = Number(shelf.read('reads') ?? 0) + 1;
    shelf.write('reads', counter);
    this.hear({ type: 'card', card: readCard({ card, entry, counter, random }) });
  }

  /** Takes what activation gave; false when the main key does not fit its check value. */
  async install(profile: TerminalProfile, facts: Facts): Promise<boolean> {
    const result = await this.#terminal.install(profile);
    if (result.kind === 'refused') return false;
    await furnishOperators(this.#terminal);
    this.#world.shelf.write('facts', facts);
    this.#set({ facts, screen: { at: 'ready' } });
    await this.#look();
    return true;
  }

  /** Forgets everything, keys first: another terminal may move in. */
  forget(): void {
    this.#world.shelf.clear();
    this.#terminal = this.#newTerminal();
    this.#snapshot = remembered(this.#world.shelf);
    this.#set({});
  }

  tear(): void {
    this.#set({ paper: undefined });
  }

  async reprint({ id }: KeptSlip): Promise<void> {
    await this.#terminal.print(id);
  }

  arrange(fault: Fault | undefined): void {
    this.#set({ fault });
  }

  learnAnew(): void {
    this.#world.shelf.write('learned', []);
    this.#set({ learned: [] });
  }

  /** Another tab saved: what this one knows is old. */
  giveWay(): void {
    this.#set({ isElsewhere: true });
  }

  async #work(deed: Deed, answers: Answers): Promise<void> {
    const waited = this.#snapshot.status?.openReversals ?? 0;
    const outcome = await this.#play(deed, answers);
    await this.#look();
    const waits = this.#snapshot.status?.openReversals ?? 0;
    const known = learned(this.#snapshot.learned, { deed, outcome, waited, waits });
    this.#world.shelf.write('learned', known);
    this.#set({ learned: known });
    const amountMinor = amountOf(outcome, answers.amountMinor);
    const next = nextOf(deed, answers, outcome);
    const told = {
      deed,
      outcome,
      ...(amountMinor === undefined ? {} : { amountMinor }),
      ...(next === undefined ? {} : { next }),
    };
    this.hear({ type: 'done', told });
  }

  async #play(deed: Deed, answers: Answers): Promise<Outcome> {
    try {
      const { operator } = this.#snapshot;
      const by = operator === undefined || answers.operator ? answers : { ...answers, operator };
      const outcome = await play(this.#terminal, deed, by);
      // Its slip waits in the queue, as that of a payment without paper does.
      if (deed === 'settle') await this.#terminal.print();
      return outcome;
    } catch {
      // A store that is full, or a bug: nothing more can be said, and the page must go on.
      return { kind: 'refused', reason: 'other' };
    }
  }

  #print(slip: Slip): 'paperOut' | void {
    if (this.#takeFault('printerBroken')) throw new Error('the trainer broke the printer');
    if (this.#takeFault('paperOut')) return 'paperOut';
    const { shelf, lang } = this.#world;
    const paper = keptSlip(slip, lang());
    const slips = withSlip(this.#snapshot.slips, paper);
    shelf.write('slips', slips);
    this.#set({ paper, slips });
    return undefined;
  }

  #takeFault(fault: Fault): boolean {
    if (this.#snapshot.fault !== fault) return false;
    this.#set({ fault: undefined });
    return true;
  }

  async #look(): Promise<void> {
    const status = await this.#terminal.status();
    const queue = await this.#terminal.slips();
    const waiting = 'kind' in queue ? [] : queue.filter((each) => each.status === 'waiting');
    const operator = operatorIn(this.#world.shelf);
    this.#set({ status, operator, waitingSlips: waiting.length });
  }

  #set(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }

  #newTerminal(): Terminal {
    const { shelf, carry, now, random, sleep, hashPassword } = this.#world;
    const takeFault = (fault: Fault) => this.#takeFault(fault);
    return new Terminal(
      {
        load: async () => shelf.read('state') as TerminalState | undefined,
        save: async (state) => shelf.write('state', state),
      },
      {
        dial: async () => dialThrough({ carry, takeFault }),
        cipher: desCipher,
        clock: { now },
        sleep,
        random,
        hashPassword,
        print: async (slip) => this.#print(slip),
      },
    );
  }
}

function remembered(shelf: Shelf): Snapshot {
  const known = shelf.read('learned');
  return {
    facts: shelf.read('facts') as Facts | undefined,
    screen: { at: 'ready' },
    status: undefined,
    operator: operatorIn(shelf),
    paper: undefined,
    slips: (shelf.read('slips') ?? []) as readonly KeptSlip[],
    waitingSlips: 0,
    learned: lessons.filter((lesson) => Array.isArray(known) && known.includes(lesson)),
    fault: undefined,
    isElsewhere: false,
  };
}

export function dayOf({ status, operator }: Snapshot): DayState {
  return { isLoggedIn: operator !== undefined, isSignedIn: status?.isSignedIn ?? false };
}

function operatorIn(shelf: Shelf): string | undefined {
  const state = shelf.read('state') as Partial<TerminalState> | undefined;
  return state?.operators?.find(({ isHere, mustChange }) => isHere && !mustChange)?.number;
}

/** As a terminal comes out of its box: a supervisor and a cashier, with first passwords. */
export const FIRST_PASSWORDS = { '00': '123456', '01': '0000' } as const;

async function furnishOperators(terminal: Terminal): Promise<void> {
  const supervisor = { number: '00', password: FIRST_PASSWORDS['00'] };
  await terminal.addOperator(supervisor);
  // Only a supervisor who is at the terminal adds others.
  await terminal.logIn(supervisor);
  await terminal.addOperator({ number: '01', password: FIRST_PASSWORDS['01'] });
  await terminal.logOut();
}
