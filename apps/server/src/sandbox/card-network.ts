/**
 * The card network in miniature: a real TCP server of the `iso87Binary` profile with a book of its own.
 * It answers by the cents of the amount, and misbehaves when told to.
 */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  decode,
  encode,
  framed,
  FrameReader,
  iso87Binary,
  replyHead,
  type Message,
} from '@kaitong/iso8583';
import type { Clock } from '#platform/clock';
import { transact, type Db } from '#platform/db';
import type { Log } from '#platform/log';
import { answer, type Answered } from './card-network/answer.ts';
import type { Fault, Faults } from './faults.ts';

export { clearingFileOf } from './card-network/clearing-file.ts';

/** Longer than the house waits for an answer. */
const LATE_MS = 7_000;
/** Slow, and still in time. */
const SLOW_MS = 3_000;
const SOCKETS_MAX = 64;

type Setting = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly zoneKey: Uint8Array;
  readonly faults: Faults;
  readonly late_ms?: number;
  readonly slow_ms?: number;
};

export type PlayedNetwork = {
  readonly address: { readonly host: string; readonly port: number };
  readonly stop: () => Promise<void>;
};

export async function startCardNetwork(setting: Setting): Promise<PlayedNetwork> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    serve(socket, setting);
  });
  server.maxConnections = SOCKETS_MAX;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: { host: '127.0.0.1', port },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(socket: Socket, serving: Setting): void {
  const reader = new FrameReader();
  socket.on('data', (chunk) => {
    const { frames, error } = reader.push(chunk);
    for (const frame of frames) {
      respond(socket, serving, frame).catch((fault: unknown) => {
        serving.log.error({ err: fault }, 'sandbox card network');
        socket.destroy();
      });
    }
    if (error !== undefined) socket.destroy();
  });
}

async function respond(socket: Socket, serving: Setting, frame: Uint8Array): Promise<void> {
  const read = decode(iso87Binary, frame);
  if (!read.ok) {
    socket.destroy();
    return;
  }
  const fault = serving.faults.take('network');
  if (fault === 'loseRequest') return;
  const { message: reply, does } = await answerOf(serving, { message: read.message, fault });
  if (fault === 'loseReply' || does === 'lost') return;
  if (fault === 'disconnect') {
    socket.destroy();
    return;
  }
  if (fault === 'late') await sleep(serving.late_ms ?? LATE_MS);
  if (does === 'slow') await sleep(serving.slow_ms ?? SLOW_MS);
  const bytes =
    fault === 'garbage' ? new Uint8Array([0xff, 0xfe, 0xfd]) : encode(iso87Binary, reply);
  const times = does === 'duplicate' ? 2 : 1;
  for (let time = 0; time < times && !socket.destroyed; time++) socket.write(framed(bytes));
}

async function answerOf(
  { db, clock, zoneKey }: Setting,
  { message, fault }: { message: Message; fault: Fault },
): Promise<Answered> {
  if (fault === 'refuse')
    return {
      message: { ...replyHead(message), fields: { ...message.fields, 39: '96' } },
      does: 'none',
    };
  return transact(db, async (tx) => answer(tx, { message, now: clock.now(), zoneKey }));
}
