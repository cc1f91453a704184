/** A real line to a host: TCP, one call a connection, and a time after which nobody waits. */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Connection } from '@kaitong/terminal';
import type { Address } from './file-store.ts';

export type LineSetting = Address & { readonly answer_ms: number };

export async function dialTcp({ host, port, answer_ms }: LineSetting): Promise<Connection> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  // After this nobody listens for errors but the reader below, and a line that breaks is silence.
  socket.on('error', () => socket.destroy());
  socket.setTimeout(answer_ms, () => socket.destroy());
  const chunks: AsyncIterator<Uint8Array, undefined> = socket[Symbol.asyncIterator]();
  return {
    send: async (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    receive: async () => (await chunks.next()).value,
    close: async () => {
      socket.destroy();
    },
  };
}
