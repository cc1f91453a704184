import { connect, type Socket } from 'node:net';
import {
  decode,
  encode,
  framed,
  FrameReader,
  iso87Binary,
  verifyMac,
  withMac,
} from '@kaitong/iso8583';
import type { Clock } from '#platform/clock';
import type { HeldKey } from '#platform/hsm/port';
import type { Log } from '#platform/log';
import type { NetworkMessage } from './card-network.ts';
import {
  ECHO,
  KEY_CHANGE,
  LINE_MAC,
  macKeyIn,
  SIGN_OFF,
  SIGN_ON,
  withNewKey,
  type LineHsm,
} from './network-management.ts';

const CONNECT_MS = 3_000;
const ANSWER_MS = 5_000;
/** A carrier forgets a silent connection after some minutes. */
const ECHO_MS = 60_000;
const WAITING_MAX = 500;
const KEY_TROUBLE = 'the keys of the card network line can not be used';

export type NetworkLine = {
  readonly host: string;
  readonly port: number;
  /** Our institution on the line: F32 and F33. */
  readonly institution: string;
  readonly hsm: LineHsm;
  /** The key under which the network sends us a MAC key (ZMK), as it is kept now. */
  readonly main: () => Promise<HeldKey>;
  readonly log: Log;
  readonly clock: Clock;
  readonly answer_ms?: number;
  readonly echo_ms?: number;
};

/** What happened on the line since the start. */
export type LineCounters = {
  /** Answers that came after the time was up, or a second time. */
  late: number;
  garbage: number;
  lost: number;
  timedOut: number;
  wrongMac: number;
  /** Asked while as many as allowed were on their way. */
  full: number;
  connections: number;
};

export type Watched = {
  readonly line: NetworkLine;
  readonly counters: LineCounters;
  /** An answer that nobody waits for any more. */
  readonly late: (answer: NetworkMessage) => void;
  readonly closed: () => void;
};

export type Connection = {
  readonly usable: () => boolean;
  readonly ask: (request: NetworkMessage) => Promise<NetworkMessage | undefined>;
  /** Signs off and closes. */
  readonly end: () => Promise<void>;
};

/** Connects, signs on and takes a MAC key; undefined: one of them did not work. */
export async function dial(watched: Watched): Promise<Connection | undefined> {
  const { host, port, log } = watched.line;
  const socket = connect({ host, port, noDelay: true, keepAlive: true });
  const isConnected = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), CONNECT_MS);
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => clearTimeout(timer));
  });
  if (isConnected) {
    const spoken = speak(socket, watched);
    try {
      if (await spoken.open()) return spoken;
    } catch (error) {
      log.error({ err: error }, KEY_TROUBLE);
    }
  }
  socket.destroy();
  log.warn('the card network can not be reached');
  return undefined;
}

type Settle = (answer: NetworkMessage | undefined) => void;
type State = {
  readonly waiting: Map<string, Settle>;
  /** The newest first; none before the first key change. */
  keys: readonly HeldKey[];
  /** The ZMK that opened the last of them. */
  main: HeldKey | undefined;
  isSignedOn: boolean;
};

function speak(
  socket: Socket,
  watched: Watched,
): Connection & { readonly open: () => Promise<boolean> } {
  const { line, counters } = watched;
  const state: State = { waiting: new Map(), keys: [], main: undefined, isSignedOn: false };
  const reader = new FrameReader();
  socket.on('data', (chunk) => {
    const { frames, error } = reader.push(chunk);
    try {
      for (const frame of frames) hear(frame, { socket, watched, state });
    } catch (trouble) {
      // An HSM that went away ends the connection and not the house.
      line.log.error({ err: trouble }, KEY_TROUBLE);
      socket.destroy();
    }
    if (error !== undefined) breakOff(socket, counters);
  });
  socket.on('error', (error) => line.log.warn({ err: error }, 'card network line'));
  const echo = setInterval(() => void echoOrEnd(), line.echo_ms ?? ECHO_MS);
  echo.unref();
  socket.on('close', () => {
    clearInterval(echo);
    // What was asked on this connection may have been done: unknown, never declined.
    counters.lost += state.waiting.size;
    for (const settle of state.waiting.values()) settle(undefined);
    state.waiting.clear();
    for (const { block } of state.keys) line.hsm.forget(block);
    if (state.isSignedOn) watched.closed();
  });
  const say = async (request: NetworkMessage) => send(request, { socket, watched, state });
  const manage = async (code: string) => say(managementOf(line, code));
  const echoOrEnd = async () => {
    const isBusy = state.waiting.size > 0;
    if (state.isSignedOn && !isBusy && !(await manage(ECHO))) socket.destroy();
  };
  return {
    open: async () => {
      if ((await manage(SIGN_ON))?.fields[39] !== '00') return false;
      const answer = await manage(KEY_CHANGE);
      if (!answer || !(await takeKey(answer, { line, state }))) return false;
      state.isSignedOn = true;
      counters.connections++;
      return true;
    },
    usable: () => !socket.destroyed && socket.writable,
    ask: say,
    end: async () => {
      state.isSignedOn = false;
      if (!socket.destroyed) await manage(SIGN_OFF);
      socket.destroy();
    },
  };
}

type Spoken = { readonly socket: Socket; readonly watched: Watched; readonly state: State };

async function send(
  request: NetworkMessage,
  { socket, watched, state }: Spoken,
): Promise<NetworkMessage | undefined> {
  const { line, counters } = watched;
  const { waiting } = state;
  return new Promise((resolve) => {
    const bytes = framed(bytesOf(request, { hsm: line.hsm, state }));
    const key = keyOf(request);
    if (waiting.size >= WAITING_MAX || waiting.has(key)) {
      counters.full++;
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
    socket.write(bytes);
  });
}

/** Management carries no MAC: it is how the key for one comes. */
function bytesOf(
  message: NetworkMessage,
  { hsm, state }: { readonly hsm: LineHsm; readonly state: State },
): Uint8Array {
  const [key] = state.keys;
  if (message.mti.startsWith('08') || !key) return encode(iso87Binary, message);
  return withMac(iso87Binary, message, hsm.macKey(key, LINE_MAC));
}

function hear(frame: Uint8Array, spoken: Spoken): void {
  const { socket, watched, state } = spoken;
  const { counters, line } = watched;
  const read = decode(iso87Binary, frame);
  if (!read.ok) {
    breakOff(socket, counters);
    return;
  }
  const { message } = read;
  if (message.mti === '0800') {
    void obey(message, spoken);
    return;
  }
  const isManagement = message.mti.startsWith('08');
  const isProven =
    isManagement ||
    state.keys.some((key) => verifyMac(iso87Binary, frame, line.hsm.macKey(key, LINE_MAC)));
  const settle = state.waiting.get(keyOf(requestOf(message)));
  // Whoever made it, it is not the answer of the network: as good as none.
  if (!isProven) {
    counters.wrongMac++;
    settle?.(undefined);
  } else if (settle) settle(message);
  else {
    counters.late++;
    watched.late(message);
  }
}

/** The network asks whether we are there, or brings another MAC key. */
async function obey(request: NetworkMessage, spoken: Spoken): Promise<void> {
  const { socket, state } = spoken;
  const { line } = spoken.watched;
  const isDone =
    request.fields[70] !== KEY_CHANGE ||
    (await takeKey(request, { line, state }).catch((error: unknown) => {
      line.log.error({ err: error }, KEY_TROUBLE);
      return false;
    }));
  if (socket.destroyed) return;
  const { 48: _, ...fields } = request.fields;
  const code = isDone ? '00' : 'A7';
  socket.write(framed(encode(iso87Binary, { mti: '0810', fields: { ...fields, 39: code } })));
}

/**
 * Puts the MAC key of a message in use: at once when it opens under the ZMK of before, because the
 * next frame may come under it; else under the ZMK that is kept now.
 */
async function takeKey(
  message: NetworkMessage,
  { line: { hsm, main }, state }: { readonly line: NetworkLine; readonly state: State },
): Promise<boolean> {
  let key = state.main && macKeyIn(message, { hsm, main: state.main });
  if (!key) {
    state.main = await main();
    key = macKeyIn(message, { hsm, main: state.main });
  }
  if (!key) return false;
  const before = state.keys;
  state.keys = withNewKey(before, key);
  for (const old of before) if (!state.keys.includes(old)) hsm.forget(old.block);
  return true;
}

/** After garbage the stream can not be trusted: the connection ends, and what waits is unknown. */
function breakOff(socket: Socket, counters: LineCounters): void {
  counters.garbage++;
  socket.destroy();
}

const TRACES = 1_000_000;
let managed = 0;

/** Its trace numbers are its own: the message type keeps them apart from those of payments. */
function managementOf({ clock, institution }: NetworkLine, code: string): NetworkMessage {
  managed = (managed + 1) % TRACES;
  const at = clock.now().toISOString().slice(5, 19).replaceAll(/[-T:]/g, '');
  const trace = String(managed).padStart(6, '0');
  return { mti: '0800', fields: { 7: at, 11: trace, 32: institution, 33: institution, 70: code } };
}

/** The MTI of the request that an answer belongs to: its third digit is one less. */
function requestOf(answer: NetworkMessage): NetworkMessage {
  const third = Number(answer.mti[2]);
  return { ...answer, mti: `${answer.mti.slice(0, 2)}${third - 1}${answer.mti[3]}` };
}

/** What an answer has in common with its request: F7, F11, F32, F33, and the kind of message. */
function keyOf({ mti, fields }: NetworkMessage): string {
  return [mti.slice(0, 3), ...[7, 11, 32, 33].map((field) => fields[field])].map(String).join('|');
}
