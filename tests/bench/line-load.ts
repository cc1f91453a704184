/** Many connections of terminals, each of which asks, waits for its answer, and asks again. */
import { connect, type Socket } from 'node:net';
import { FrameReader } from '@kaitong/iso8583';

/** An address has 28,000 free ports; loopback has addresses enough. */
const PER_ADDRESS = 1_000;
const CONNECT_AT_ONCE = 200;

export type Client = {
  readonly ask: (frame: Uint8Array) => Promise<Uint8Array>;
  readonly close: () => void;
};

export type Run = {
  readonly perSecond: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  /** In the order of the connections, and of their messages. */
  readonly answers: readonly Uint8Array[];
};

export async function connectAll(port: number, count: number): Promise<Client[]> {
  const clients: Client[] = [];
  while (clients.length < count) {
    const from = clients.length;
    const some = Array.from({ length: Math.min(CONNECT_AT_ONCE, count - from) }, async (_, i) =>
      dial(port, `127.0.0.${2 + Math.floor((from + i) / PER_ADDRESS)}`),
    );
    clients.push(...(await Promise.all(some)));
  }
  return clients;
}

async function dial(port: number, localAddress: string): Promise<Client> {
  const socket = connect({ host: '127.0.0.1', port, localAddress, noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return clientOf(socket);
}

function clientOf(socket: Socket): Client {
  const reader = new FrameReader();
  let waiting: { resolve: (frame: Uint8Array) => void; reject: (why: Error) => void } | undefined;
  socket.on('data', (chunk) => {
    const [frame] = reader.push(chunk).frames;
    if (frame) waiting?.resolve(frame);
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the line hung up')));
  return {
    ask: async (frame) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(frame);
      }),
    close: () => socket.destroy(),
  };
}

/** Sends the frames of each connection one after the other, all connections at once. */
export async function run(
  clients: readonly Client[],
  frames: readonly (readonly Uint8Array[])[],
): Promise<Run> {
  const took: number[] = [];
  const began = performance.now();
  const answers = await Promise.all(
    clients.map(async (client, i) => {
      const mine: Uint8Array[] = [];
      for (const frame of frames[i] ?? []) {
        const asked = performance.now();
        mine.push(await client.ask(frame));
        took.push(performance.now() - asked);
      }
      return mine;
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const sorted = took.toSorted((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return {
    perSecond: took.length / seconds,
    p50_ms: at(0.5),
    p99_ms: at(0.99),
    answers: answers.flat(),
  };
}
