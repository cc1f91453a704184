/**
 * Power fails at every point there is: before and after each save, each send, each receive. The next
 * terminal over the same disk must bring both books to the same end.
 */
import { describe, expect, it } from 'vitest';
import { KINDS } from './kinds.ts';
import type { Connection } from './ports.ts';
import type { TerminalState } from './state.ts';
import { Terminal } from './terminal.ts';
import { CARD, CHIP_CARD, makeBench, PROFILE } from './testing/bench.ts';
import type { Bench } from './testing/bench.ts';

/** Counts the points at which power may fail, and fails at one of them for good. */
class Power {
  at = 0;
  failsAt = Infinity;

  point(): void {
    this.at += 1;
    if (this.at >= this.failsAt) throw new Error('power failed');
  }
}

/** A disk and a line that go when the power goes: before or after they have done their work. */
function powered(bench: Bench, power: Power) {
  const store = {
    load: () => bench.disk.load(),
    save: async (state: TerminalState) => {
      power.point();
      await bench.disk.save(state);
      power.point();
    },
  };
  const dial = async (): Promise<Connection> => {
    power.point();
    const line = await bench.host.dial();
    return {
      send: async (bytes) => {
        power.point();
        await line.send(bytes);
        power.point();
      },
      receive: async () => {
        power.point();
        return line.receive();
      },
      close: () => line.close(),
    };
  };
  return { store, ports: { ...bench.ports, dial } };
}

/** A short day with everything that leaves something on the disk. */
async function day(terminal: Terminal): Promise<void> {
  await terminal.signIn('01');
  await terminal.sale({ amountMinor: 1_000n, card: CARD });
  await terminal.sale({ amountMinor: 2_000n, card: CHIP_CARD });
  await terminal.voidSale({ trace: '000002' });
  await terminal.qrSale({ amountMinor: 300n, code: '6220000000000000000' });
  await terminal.tip({ trace: '000003', tipMinor: 100n });
  await terminal.preAuth({ amountMinor: 5_000n, card: CARD });
  await terminal.refund({ rrn: '101102000002', date: '0314', amountMinor: 700n, card: CARD });
}

/** What a shopkeeper does when the terminal is on again: go on, and close the day. */
async function recover(terminal: Terminal): Promise<void> {
  const { isSignedIn, isSettling } = await terminal.status();
  if (!isSignedIn) await terminal.signIn('01');
  if (!isSettling) await terminal.flushReversals();
}

async function broken(failsAt: number): Promise<{ bench: Bench; power: Power }> {
  const bench = makeBench();
  bench.host.drips = false;
  bench.host.issuer = SCRIPT;
  await bench.terminal.install(PROFILE);
  const power = new Power();
  power.failsAt = failsAt;
  const { store, ports } = powered(bench, power);
  try {
    const terminal = new Terminal(store, ports);
    await day(terminal);
    await terminal.settle();
  } catch {
    // That is what the test is about.
  }
  return { bench, power };
}

/** A command for the chip: tag 72 in F55. */
const SCRIPT = Uint8Array.of(0x72, 0x02, 0x9f, 0x18);

/** The terminal's book in the words of the host's. */
async function bookOf(terminal: Terminal): Promise<string[]> {
  const { transactions, doubts } = await terminal.status();
  return [...transactions, ...doubts].map(
    ({ batch, trace, kind, amount }) => `${batch}-${trace} ${KINDS[kind].type} ${amount}`,
  );
}

describe('a loss of power', () => {
  it('at any point leaves nothing lost and nothing twice', async () => {
    const { power: whole } = await broken(Infinity);
    expect(whole.at).toBeGreaterThan(100);
    for (let failsAt = 1; failsAt <= whole.at; failsAt++) {
      // oxlint-disable-next-line no-await-in-loop
      const { bench } = await broken(failsAt);
      const again = new Terminal(bench.disk, bench.ports);
      // oxlint-disable-next-line no-await-in-loop
      await recover(again);
      // oxlint-disable-next-line no-await-in-loop
      const status = await again.status();
      expect({ failsAt, open: status.openReversals }).toEqual({ failsAt, open: 0 });
      // Before the day's end the books hold the same; after it the terminal's are empty.
      const isSettled = bench.host.log.includes('0320/207') || status.batch !== '000007';
      // oxlint-disable-next-line no-await-in-loop
      const ours = await bookOf(again);
      const theirs = bench.host.books.standing;
      const missing = isSettled ? [] : differ(theirs, ours);
      expect({ failsAt, missing }).toEqual({ failsAt, missing: [] });
      // A payment that the terminal believes in is the host's, too; a refund (25) may not have come
      // there, and a tip (34) may still wait to be told.
      const unknownThere = differ(ours, theirs).filter((each) => !/ (?:25|34) /.test(each));
      expect({ failsAt, unknownThere }).toEqual({ failsAt, unknownThere: [] });
      // And the day can be closed.
      // oxlint-disable-next-line no-await-in-loop
      const end = await again.settle();
      expect({ failsAt, kind: end.kind }).toEqual({ failsAt, kind: 'equal' });
    }
  });
});

function differ(these: readonly string[], those: readonly string[]): string[] {
  return these.filter((each) => !those.includes(each));
}
