import { connect, type Socket } from 'node:net';
import { framed } from '@kaitong/iso8583';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log';
import { newCounters, type Counters } from './counters.ts';
import { openLine, type OpenLine, type LineReaction } from './line.ts';
import { LINE_LIMITS, type LineLimits } from './model.ts';

let line: OpenLine | undefined;
let counters: Counters;
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

  it('that sends more than is waited for is closed', async () => {
    await open({ waitingMax: 2 }, async () => new Promise<LineReaction>(() => {}));
    const socket = await dial();
    socket.write(Buffer.concat([1, 2, 3].map((byte) => framed(Uint8Array.of(byte)))));
    await closed(socket);
    expect(reasons()).toEqual({ tooManyFrames: 1 });
  });

  it('gets its answers in the order of its frames', async () => {
    await open({}, async ([first = 0]) => {
      await new Promise((resolve) => setTimeout(resolve, 20 / first));
      return { reply: Uint8Array.of(first) };
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

  it('in which we fail is closed without an answer, and the next works', async () => {
    await open({}, async ([first = 0]) => {
      if (first === 1) throw new Error('a fault of ours');
      return { reply: Uint8Array.of(9) };
    });
    const [bad, good] = [await dial(), await dial()];
    bad.write(framed(Uint8Array.of(1)));
    await closed(bad);
    good.write(framed(Uint8Array.of(2)));
    expect(await new Promise((resolve) => good.once('data', resolve))).toEqual(Buffer.of(9));
    expect(reasons()).toEqual({ fault: 1 });
  });
});

describe('too many connections', () => {
  it.each([
    ['in all', { connectionsMax: 1 }, 'tooManyConnections'],
    ['of one address', { perAddressMax: 1 }, 'tooManyFromAddress'],
  ] as const)('%s: the last is sent away, the first stays', async (_, limits, reason) => {
    await open(limits, async () => ({ reply: Uint8Array.of(9) }));
    const first = await dial();
    await closed(await dial());
    expect(reasons()).toEqual({ [reason]: 1 });
    first.write(framed(Uint8Array.of(1)));
    expect(await new Promise((resolve) => first.once('data', resolve))).toEqual(Buffer.of(9));
  });
});

const silent = async (): Promise<LineReaction> => ({});

async function open(
  but: Partial<LineLimits>,
  react: (frame: Uint8Array) => Promise<LineReaction> = silent,
): Promise<void> {
  counters = newCounters(new Date(0));
  const limits = { ...LINE_LIMITS, ...but };
  line = await openLine({ host: '127.0.0.1', port: 0, limits, log: silentLog, counters, react });
}

async function dial(): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: line?.port ?? 0 });
  sockets.push(socket);
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  // The server has seen it, too, once it counts it.
  await expect.poll(() => counters.connections).toBe(sockets.length);
  return socket;
}

async function closed(socket: Socket): Promise<void> {
  socket.resume();
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
}

function reasons(): Record<string, number> {
  return Object.fromEntries(counters.closed);
}
