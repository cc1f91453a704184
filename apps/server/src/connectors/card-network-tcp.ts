import { assertNoOpenTransaction } from '#platform/db';
import type { CardNetwork, NetworkMessage } from './card-network.ts';
import {
  dial,
  type Connection,
  type LineCounters,
  type NetworkLine,
} from './network-connection.ts';
import { askOutside, OutsideRefusal } from './outside.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;

type Setting = NetworkLine & {
  /** Where the clearing files are fetched: GET {base}/network/clearing/:day. */
  readonly filesBase: string;
  /** Between 0 and 1: houses that lost the network together do not all come back together. */
  readonly random?: () => number;
};

/**
 * One kept connection to the card network, signed on and with a MAC key of its own; made anew when it
 * broke, after longer and longer waits. An answer that comes after its time-out is told to who wants
 * to note it and is never used, because a reversal is on its way by then.
 */
export function cardNetworkTcp(setting: Setting): CardNetwork & { counters: LineCounters } {
  const counters: LineCounters = {
    late: 0,
    garbage: 0,
    lost: 0,
    timedOut: 0,
    wrongMac: 0,
    full: 0,
    connections: 0,
  };
  let note: ((answer: NetworkMessage) => void) | undefined;
  const kept = keepConnection(setting, { counters, late: (answer) => note?.(answer) });
  return {
    counters,
    ask: async (request) => {
      assertNoOpenTransaction();
      return (await kept.connection())?.ask(request);
    },
    hearLate: (listener) => {
      note = listener;
    },
    clearingFile: async (day) => clearingFile(setting.filesBase, day),
    close: kept.end,
  };
}

type Hears = { readonly counters: LineCounters; readonly late: (answer: NetworkMessage) => void };
type Kept = {
  /** Undefined at once while it is known to be away: nobody waits at a till for a back-off. */
  readonly connection: () => Promise<Connection | undefined>;
  readonly end: () => Promise<void>;
};

function keepConnection(setting: Setting, hears: Hears): Kept {
  let open: Promise<Connection | undefined> | undefined;
  let failures = 0;
  let waiting: NodeJS.Timeout | undefined;
  let isEnded = false;
  const dialNow = () => {
    clearTimeout(waiting);
    waiting = undefined;
    open = dial({ line: setting, ...hears, closed: dialLater }).then((made) => {
      failures = made ? 0 : failures + 1;
      if (!made) dialLater();
      return made;
    });
    return open;
  };
  const dialLater = () => {
    if (isEnded || waiting) return;
    waiting = setTimeout(() => void dialNow(), waitOf(failures, setting.random ?? Math.random));
    waiting.unref();
  };
  return {
    connection: async () => {
      const seen = open;
      const alive = await seen;
      if (alive?.usable()) return alive;
      if (open !== seen) return open; // another request was quicker
      // Only a network that could not be reached is left alone for a while.
      return failures > 0 && waiting ? undefined : dialNow();
    },
    end: async () => {
      isEnded = true;
      clearTimeout(waiting);
      await (await open)?.end();
    },
  };
}

/** Twice as long each time, up to a limit, and each time somewhere between half of it and all. */
export function waitOf(failures: number, random: () => number): number {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
  return whole * (0.5 + random() / 2);
}

async function clearingFile(base: string, day: string): Promise<string | undefined> {
  const path = `/network/clearing/${encodeURIComponent(day)}`;
  try {
    return await askOutside({ base, path, method: 'GET' });
  } catch (error) {
    if (error instanceof OutsideRefusal) return undefined; // not made yet
    throw error;
  }
}
