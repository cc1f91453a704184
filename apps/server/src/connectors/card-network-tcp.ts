import { connect, type Socket } from 'node:net';
import { decode, encode, framed, FrameReader, iso87Binary, type Message } from '@kaitong/iso8583';
import type { Clock } from '#platform/clock';
import { assertNoOpenTransaction } from '#platform/db';
import type { Log } from '#platform/log';
import type { CardNetwork, NetworkMessage } from './card-network.ts';
import { askOutside, OutsideRefusal } from './outside.ts';

const CONNECT_MS = 3_000;
const ANSWER_MS = 5_000;
const WAITING_MAX = 500;

export type NetworkLine = {
  readonly host: string;
  readonly port: number;
  /** Where the clearing files are fetched: GET {base}/network/clearing/:day. */
  readonly filesBase: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly answer_ms?: number;
};

/** What happened on the line since the start. */
export type LineCounters = { late: number; garbage: number; lost: number; timedOut: number };

/**
 * One kept connection to the card network, made anew when it broke. Answers find their request by
 * F11, F7 and F41; one that comes after the time-out is counted and dropped, never used, because a
 * reversal is on its way by then.
 */
export function cardNetworkTcp(line: NetworkLine): CardNetwork & { counters: LineCounters } {
  const counters: LineCounters = { late: 0, garbage: 0, lost: 0, timedOut: 0 };
  let open: Promise<Connection | undefined> | undefined;
  const connection = async (): Promise<Connection | undefined> => {
    const alive = await open;
    if (alive?.usable()) return alive;
    open = dial(line, counters);
    return open;
  };
  return {
    counters,
    ask: async (request) => {
      assertNoOpenTransaction();
      return (await connection())?.ask(request);
    },
    clearingFile: async (day) => clearingFile(line.filesBase, day),
    close: async () => {
      (await open)?.end();
    },
  };
}

type Connection = {
  readonly usable: () => boolean;
  readonly ask: (request: NetworkMessage) => Promise<NetworkMessage | undefined>;
  readonly end: () => void;
};

async function dial(line: NetworkLine, counters: LineCounters): Promise<Connection | undefined> {
  const socket = connect({ host: line.host, port: line.port, noDelay: true, keepAlive: true });
  const connected = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), CONNECT_MS);
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => clearTimeout(timer));
  });
  if (connected) return speak(socket, { line, counters });
  socket.destroy();
  line.log.warn('the card network can not be reached');
  return undefined;
}

type Settle = (answer: NetworkMessage | undefined) => void;
type Line = { readonly line: NetworkLine; readonly counters: LineCounters };

function speak(socket: Socket, { line, counters }: Line): Connection {
  const waiting = new Map<string, Settle>();
  const reader = new FrameReader();
  socket.on('data', (chunk) => {
    const { frames, error } = reader.push(chunk);
    for (const frame of frames) hand(frame, { waiting, counters, socket });
    if (error !== undefined) breakOff(socket, counters);
  });
  socket.on('error', (error) => line.log.warn({ err: error }, 'card network line'));
  socket.on('close', () => {
    // What was asked on this connection may have been done: unknown, never declined.
    counters.lost += waiting.size;
    for (const settle of waiting.values()) settle(undefined);
    waiting.clear();
  });
  return {
    usable: () => !socket.destroyed && socket.writable,
    end: () => socket.destroy(),
    ask: async (request) =>
      new Promise((resolve) => {
        const key = keyOf(request);
        if (waiting.size >= WAITING_MAX || waiting.has(key)) {
          resolve(undefined);
          return;
        }
        const timer = setTimeout(() => {
          counters.timedOut++;
          settle(undefined);
        }, line.answer_ms ?? ANSWER_MS);
        const settle: Settle = (answer) => {
          clearTimeout(timer);
          waiting.delete(key);
          resolve(answer);
        };
        waiting.set(key, settle);
        socket.write(framed(encode(iso87Binary, request)));
      }),
  };
}

type Hand = {
  readonly waiting: ReadonlyMap<string, Settle>;
  readonly counters: LineCounters;
  readonly socket: Socket;
};

function hand(frame: Uint8Array, { waiting, counters, socket }: Hand): void {
  const read = decode(iso87Binary, frame);
  if (!read.ok) {
    breakOff(socket, counters);
    return;
  }
  const settle = waiting.get(keyOf(requestOf(read.message)));
  if (settle) settle(read.message);
  else counters.late++;
}

/** After garbage the stream can not be trusted: the connection ends, and what waits is unknown. */
function breakOff(socket: Socket, counters: LineCounters): void {
  counters.garbage++;
  socket.destroy();
}

/** The MTI of the request that an answer belongs to: its third digit is one less. */
function requestOf(answer: Message): NetworkMessage {
  const third = Number(answer.mti[2]);
  return { ...answer, mti: `${answer.mti.slice(0, 2)}${third - 1}${answer.mti[3]}` };
}

function keyOf({ mti, fields }: NetworkMessage): string {
  return [mti, fields[11], fields[7], fields[41]].map(String).join('|');
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
