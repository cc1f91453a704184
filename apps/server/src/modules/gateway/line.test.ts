import { connect, type Socket } from 'node:net';
import { framed, FrameReader } from '@kaitong/iso8583';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { clockAt } from '#platform/clock';
import { silentLog } from '#platform/log';
import type { Exchange } from './connection.ts';
import { newCounters, type Counters } from './counters.ts';
import { limitsOf, type LineLimits } from './limits.ts';
import { openLine, type Line, type OpenLine } from './line.ts';
import type { Reaction } from './react.ts';

type React = Line['react'];

let line: OpenLine | undefined;
let counters: Counters;
let told: Exchange[];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await line?.stop();
});

describe('a connection', () => {
  it('that says nothing is closed', async () => {
    await open({ firstFrame_ms: 20 });
    await closed(await dial());
    expect(reasons()).toEqual({ firstFrameTimeout: 1 });
  });

  it('that was heard once and then falls silent is closed', async () => {
    await open({ idle_ms: 30 });
    const socket = await dial();
    socket.write(framed(Uint8Array.of(1)));
    await closed(socket);
    expect(reasons()).toEqual({ idleTimeout: 1 });
  });

  it('that drips its frame is closed, however often a byte comes', async () => {
    await open({ wholeFrame_ms: 40 });
    const socket = await dial();
    socket.write(Uint8Array.of(0, 200));
    const drip = setInterval(() => socket.write(Uint8Array.of(7)), 5);
    await closed(socket);
    clearInterval(drip);
    expect(reasons()).toEqual({ slowDrip: 1 });
  });
});

describe('frames', () => {
  it('beyond those that are waited for close their connection', async () => {
    await open({ waitingMax: 2 }, never);
    const socket = await dial();
    socket.write(Buffer.concat([1, 2, 3].map((byte) => framed(Uint8Array.of(byte)))));
    await closed(socket);
    expect(reasons()).toEqual({ tooManyFrames: 1 });
  });

  it('of all connections together may not be more than memory is for', async () => {
    await open({ waitingBytesMax: 25 }, never);
    const [first, second] = [await dial(), await dial()];
    const frames = Buffer.concat([framed(new Uint8Array(10)), framed(new Uint8Array(10))]);
    first.write(frames);
    await expect.poll(() => line?.hall.waitingBytes).toBe(10);
    second.write(Buffer.concat([frames, frames]));
    await closed(second);
    expect(reasons()).toEqual({ tooManyFrames: 1 });
    expect(line?.hall.waitingBytes).toBe(10);
  });

  it('whose answers nobody takes close their connection', async () => {
    await open({ unsentBytesMax: 1024, waitingMax: 100_000 }, async () => ({
      ...ANSWERED,
      reply: new Uint8Array(4096),
    }));
    const socket = await dial();
    socket.pause();
    const frames = Buffer.concat(Array.from({ length: 1_000 }, () => framed(Uint8Array.of(1))));
    const flood = setInterval(() => socket.write(frames), 1);
    await expect.poll(() => reasons(), { timeout: 10_000 }).toEqual({ slowReader: 1 });
    clearInterval(flood);
  });

  it('are answered in their order', async () => {
    await open({}, async ([first = 0]) => {
      await new Promise((resolve) => setTimeout(resolve, 20 / first));
      return { ...ANSWERED, reply: Uint8Array.of(first) };
    });
    const socket = await dial();
    socket.write(Buffer.concat([1, 2, 3].map((byte) => framed(Uint8Array.of(byte)))));
    const heard: number[] = [];
    for await (const chunk of socket as AsyncIterable<Uint8Array>) {
      heard.push(...chunk);
      if (heard.length === 3) break;
    }
    expect(heard).toEqual([1, 2, 3]);
  });

  it('in which we fail are not answered, and another connection works', async () => {
    await open({}, async ([first = 0]) => {
      if (first === 1) throw new Error('a fault of ours');
      return { ...ANSWERED, reply: Uint8Array.of(9) };
    });
    const [bad, good] = [await dial(), await dial()];
    bad.write(framed(Uint8Array.of(1)));
    await closed(bad);
    good.write(framed(Uint8Array.of(2)));
    expect(await new Promise((resolve) => good.once('data', resolve))).toEqual(Buffer.of(9));
    expect(reasons()).toEqual({ fault: 1 });
    expect(told.map(({ reaction }) => reaction.close)).toEqual(['fault', undefined]);
  });
});

it('frames are the same, wherever their bytes are cut on their way', async () => {
  await open({ waitingMax: 100 }, async (frame) => ({ ...ANSWERED, reply: framed(frame) }));
  const payloads = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), {
    minLength: 1,
    maxLength: 6,
  });
  const cuts = fc.array(fc.nat({ max: 300 }), { maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(payloads, cuts, async (frames, places) => {
      const stream = Buffer.concat(frames.map(framed));
      const bounds = [0, ...places.map((at) => at % stream.length), stream.length].toSorted(
        (a, b) => a - b,
      );
      const socket = await dial();
      for (const [i, from] of bounds.entries()) {
        // Each piece is a packet of its own: the next is written when this one has left.
        const piece = stream.subarray(from, bounds[i + 1] ?? from);
        await new Promise((resolve) => socket.write(piece, resolve));
      }
      expect(await framesOf(socket, frames.length)).toEqual(frames);
      socket.destroy();
    }),
    { numRuns: 60 },
  );
});

describe('too many', () => {
  it.each([
    ['connections in all', { connectionsMax: 1 }, 'tooManyConnections'],
    ['connections of one address', { perAddressMax: 1 }, 'tooManyFromAddress'],
    ['connections of one address at once', { connectRate: 0.1 }, 'tooFastFromAddress'],
  ] as const)('%s: the last is sent away, the first stays', async (_, limits, reason) => {
    await open(limits, async () => ({ ...ANSWERED, reply: Uint8Array.of(9) }));
    const first = await dial();
    await closed(await dial());
    expect(reasons()).toEqual({ [reason]: 1 });
    first.write(framed(Uint8Array.of(1)));
    expect(await new Promise((resolve) => first.once('data', resolve))).toEqual(Buffer.of(9));
  });

  it('connections of one terminal: the oldest that is idle goes, the new one stays', async () => {
    await open({ perTerminalMax: 2 }, answering('10000001'));
    const [oldest, older, newest] = [await dial(), await dial(), await dial()];
    for (const socket of [oldest, older, newest]) {
      socket.write(framed(Uint8Array.of(1)));
      await framesOf(socket, 1);
    }
    await closed(oldest);
    expect(reasons()).toEqual({ tooManyFromTerminal: 1 });
    newest.write(framed(Uint8Array.of(1)));
    expect(await framesOf(newest, 1)).toHaveLength(1);
    expect([...(line?.hall.connections.values() ?? [])].map(({ id }) => id)).toEqual(['2', '3']);
  });

  it.each([
    ['one terminal', { terminalRate: 0.2 }],
    ['one address', { addressRate: 0.2 }],
  ] as const)('messages of %s: what is over is answered busy', async (_, limits) => {
    await open(limits, answering('10000001'));
    const socket = await dial();
    const heard: number[] = [];
    for (let i = 0; i < 3; i++) {
      socket.write(framed(Uint8Array.of(1)));
      heard.push(...(await framesOf(socket, 1)).map(([first = 0]) => first));
    }
    expect(heard).toEqual([OK, OK, BUSY]);
  });

  it('connections of new terminals, which have no number yet, are not those of one', async () => {
    await open({ perTerminalMax: 1, terminalRate: 0.1 }, answering(''));
    for (const socket of [await dial(), await dial(), await dial()]) {
      socket.write(framed(Uint8Array.of(1)));
      expect(await framesOf(socket, 1)).toEqual([Uint8Array.of(OK)]);
    }
    expect(reasons()).toEqual({});
  });

  it('messages at once in the house: one more waits, and is answered busy when that is too long', async () => {
    const { held, finish } = holding();
    await open({ workingMax: 1, turn_ms: 20 }, async (frame, admits) => {
      const isAdmitted = admits(String(frame[0]));
      if (isAdmitted) await held;
      return { ...ANSWERED, reply: framed(Uint8Array.of(isAdmitted ? OK : BUSY)) };
    });
    const [first, second] = [await dial(), await dial()];
    first.write(framed(Uint8Array.of(1)));
    await expect.poll(() => line?.hall.working).toBe(1);
    second.write(framed(Uint8Array.of(2)));
    expect(await framesOf(second, 1)).toEqual([Uint8Array.of(BUSY)]);
    finish();
    expect(await framesOf(first, 1)).toEqual([Uint8Array.of(OK)]);
    second.write(framed(Uint8Array.of(2)));
    expect(await framesOf(second, 1)).toEqual([Uint8Array.of(OK)]);
    await expect.poll(() => line?.hall.working).toBe(0);
  });
});

describe('a stop', () => {
  it('answers what is being worked on, closes who is idle, and lets no one in', async () => {
    const { held, finish } = holding();
    await open({}, async () => {
      await held;
      return { ...ANSWERED, reply: framed(Uint8Array.of(OK)) };
    });
    const [busy, idle, halfway] = [await dial(), await dial(), await dial()];
    busy.write(framed(Uint8Array.of(1)));
    halfway.write(Uint8Array.of(0, 9, 1));
    await expect.poll(() => line?.hall.working).toBe(1);
    const stopped = line?.stop();
    await Promise.all([closed(idle), closed(halfway)]);
    const late = connect({ host: '127.0.0.1', port: line?.port ?? 0 });
    sockets.push(late);
    await new Promise((resolve) => late.once('error', resolve));
    const answer = framesOf(busy, 1);
    finish();
    expect(await answer).toEqual([Uint8Array.of(OK)]);
    await stopped;
    expect(reasons()).toEqual({ drained: 3 });
  });

  it('waits no longer than it may', async () => {
    await open({ drain_ms: 30 }, never);
    const socket = await dial();
    socket.write(framed(Uint8Array.of(1)));
    await expect.poll(() => line?.hall.working).toBe(1);
    await line?.stop();
    await closed(socket);
    expect(reasons()).toEqual({ drainTimeout: 1 });
  });
});

const [OK, BUSY] = [1, 2];
const ANSWERED = { kind: 'echo', outcome: { kind: 'answered', code: '00' } } as const;
const never: React = async () => new Promise<Reaction>(() => {});
const silent: React = async () => ({ kind: 'echo', outcome: { kind: 'silence' } });

/** Work that goes on until it is told to finish. */
function holding(): { held: Promise<void>; finish: () => void } {
  const finishers: (() => void)[] = [];
  const held = new Promise<void>((resolve) => finishers.push(resolve));
  return { held, finish: () => finishers[0]?.() };
}

function answering(terminalNo: string): React {
  return async (_, admits) => ({
    ...ANSWERED,
    reply: framed(Uint8Array.of(admits(terminalNo) ? OK : BUSY)),
  });
}

const SETTINGS = {
  tls: undefined,
  connectionsMax: 100,
  perAddressMax: 100,
  perTerminalMax: 4,
  connectRate: 100,
  addressRate: 1_000,
  terminalRate: 1_000,
  workingMax: 100,
  idle_ms: 120_000,
  drain_ms: 10_000,
  messageDays: 30,
} as const;

async function open(but: Partial<LineLimits>, react: React = silent): Promise<void> {
  counters = newCounters(new Date(0));
  told = [];
  const place = { host: '127.0.0.1', port: 0 };
  line = await openLine(
    {
      limits: { ...limitsOf(SETTINGS), ...but },
      log: silentLog,
      clock: clockAt(new Date(0)),
      counters,
      react,
      told: (exchange) => told.push(exchange),
    },
    place,
  );
}

async function dial(): Promise<Socket> {
  const before = counters.connections;
  const socket = connect({ host: '127.0.0.1', port: line?.port ?? 0, noDelay: true });
  sockets.push(socket);
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  // The server has seen it, too, once it counts it.
  await expect.poll(() => counters.connections).toBe(before + 1);
  return socket;
}

/** The next frames that come; the socket can be listened to again. */
async function framesOf(socket: Socket, count: number): Promise<Uint8Array[]> {
  const reader = new FrameReader();
  const frames: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    const hear = (chunk: Uint8Array) => {
      frames.push(...reader.push(chunk).frames.map((frame) => Uint8Array.from(frame)));
      if (frames.length < count) return;
      socket.off('data', hear);
      resolve(frames);
    };
    socket.on('data', hear);
    socket.once('close', () => reject(new Error('closed')));
  });
}

async function closed(socket: Socket): Promise<void> {
  socket.resume();
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
}

function reasons(): Record<string, number> {
  return Object.fromEntries(counters.closed);
}
