/**
 * The terminal line: TCP connections that carry frames. Each connection is served by itself, one
 * frame after the other; whatever is wrong with one closes that one, with a reason that is counted
 * and logged, and touches no other.
 */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { FrameReader } from '@kaitong/iso8583';
import { CannotStart } from '#platform/cannot-start';
import type { Log } from '#platform/log';
import { count, type Counters } from './counters.ts';
import type { CloseReason, LineLimits } from './model.ts';

/** Bytes to send back, silence, or an end. */
export type LineReaction = { readonly reply?: Uint8Array; readonly close?: CloseReason };

export type Line = {
  readonly host: string;
  readonly port: number;
  readonly limits: LineLimits;
  readonly log: Log;
  readonly counters: Counters;
  readonly react: (frame: Uint8Array) => Promise<LineReaction>;
};

export type OpenLine = { readonly port: number; readonly stop: () => Promise<void> };

export async function openLine(line: Line): Promise<OpenLine> {
  const sockets = new Set<Socket>();
  const perAddress = new Map<string, number>();
  const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
    admit(socket, { line, sockets, perAddress });
  });
  await listen(server, line);
  const { port } = server.address() as AddressInfo;
  line.counters.port = port;
  return {
    port,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server, { host, port }: Line): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, resolve);
    });
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'EADDRINUSE') throw cause;
    throw new CannotStart(
      `Port ${port} is taken by another program. Stop it, or set KAITONG_ISO8583_PORT to a free port.`,
      { cause },
    );
  }
}

type Hall = {
  readonly line: Line;
  readonly sockets: Set<Socket>;
  readonly perAddress: Map<string, number>;
};

function admit(socket: Socket, { line, sockets, perAddress }: Hall): void {
  const { limits, counters } = line;
  const address = socket.remoteAddress ?? '';
  const close = closer(socket, line, address);
  socket.on('error', () => socket.destroy());
  counters.connections++;
  if (sockets.size >= limits.connectionsMax) return close('tooManyConnections');
  const ofAddress = perAddress.get(address) ?? 0;
  if (ofAddress >= limits.perAddressMax) return close('tooManyFromAddress');
  sockets.add(socket);
  perAddress.set(address, ofAddress + 1);
  counters.open = sockets.size;
  socket.on('close', () => {
    sockets.delete(socket);
    counters.open = sockets.size;
    const left = (perAddress.get(address) ?? 1) - 1;
    if (left > 0) perAddress.set(address, left);
    else perAddress.delete(address);
  });
  serve(socket, { line, close });
}

type Close = (reason: CloseReason) => void;

/** Ends a connection once, saying why. */
function closer(socket: Socket, { counters, log }: Line, address: string): Close {
  let isClosed = false;
  return (reason) => {
    if (isClosed) return;
    isClosed = true;
    count(counters.closed, reason);
    log.warn({ reason, address }, 'terminal line closed');
    socket.destroy();
  };
}

function serve(socket: Socket, { line, close }: { line: Line; close: Close }): void {
  const { limits, counters } = line;
  const reader = new FrameReader();
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  let frameTimer: NodeJS.Timeout | undefined;
  const firstTimer = setTimeout(() => close('firstFrameTimeout'), limits.firstFrame_ms);
  socket.setTimeout(limits.idle_ms, () => close('idleTimeout'));
  socket.on('close', () => {
    clearTimeout(firstTimer);
    clearTimeout(frameTimer);
  });
  socket.on('end', () => {
    if (reader.pending > 0) close('truncated');
  });
  socket.on('data', (chunk) => {
    const { frames, error } = reader.push(chunk);
    if (frames.length > 0) {
      clearTimeout(firstTimer);
      clearTimeout(frameTimer);
      frameTimer = undefined;
    }
    if (reader.pending > 0)
      frameTimer ??= setTimeout(() => close('slowDrip'), limits.wholeFrame_ms);
    for (const frame of frames) {
      if (waiting >= limits.waitingMax) return close('tooManyFrames');
      waiting++;
      counters.frames++;
      last = last.then(async () => answer(socket, { line, close }, frame)).finally(() => waiting--);
    }
    if (error !== undefined) close(error);
  });
}

async function answer(
  socket: Socket,
  { line, close }: { line: Line; close: Close },
  frame: Uint8Array,
): Promise<void> {
  if (socket.destroyed) return;
  try {
    const { reply, close: reason } = await line.react(frame);
    if (reason !== undefined) close(reason);
    if (reply && !socket.destroyed) socket.write(reply);
  } catch (error) {
    // Nobody knows how far it got, so nothing is answered: the terminal will reverse.
    line.log.error({ err: error }, 'terminal line fault');
    close('fault');
  }
}
