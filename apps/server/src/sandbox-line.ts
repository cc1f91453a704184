/** A browser has no sockets, so the sandbox makes its calls: one connection, one answer. */
import { connect, type Socket } from 'node:net';
import { framed, FrameReader } from '@kaitong/iso8583';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { tradingAddress } from '#terminals';

// The card network gets 6 s at most; who hears nothing for so long gets no answer at all.
const ANSWER_MS = 15_000;

/** Sends these bytes to the real terminal port; nothing when it hangs up or does not answer in time. */
export async function callTerminalPort(
  services: Services,
  bytes: Uint8Array,
): Promise<Uint8Array | undefined> {
  const socket = await dial(services);
  try {
    socket.write(bytes);
    return await firstFrame(socket);
  } finally {
    socket.destroy();
  }
}

async function dial(services: Services): Promise<Socket> {
  const { host } = services.config;
  const { port } = tradingAddress(services);
  // Whoever listens everywhere is called at home.
  const socket = connect({ host: host === '0.0.0.0' ? '127.0.0.1' : host, port, noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', () => reject(refuse('sandbox.noLine')));
  });
  return socket;
}

async function firstFrame(socket: Socket): Promise<Uint8Array | undefined> {
  const reader = new FrameReader();
  return new Promise((resolve) => {
    const hangUp = () => resolve(undefined);
    socket.setTimeout(ANSWER_MS, hangUp);
    socket.on('error', hangUp);
    socket.on('close', hangUp);
    socket.on('data', (chunk) => {
      const { frames, error } = reader.push(chunk);
      if (frames[0] !== undefined) resolve(framed(frames[0]));
      else if (error !== undefined) hangUp();
    });
  });
}
