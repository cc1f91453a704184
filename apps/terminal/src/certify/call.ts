/** One connection to the host under test, with full control over its bytes. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { FrameReader } from '@kaitong/iso8583';
import type { Address } from '../file-store.ts';

export type Heard =
  | { readonly kind: 'frame'; readonly frame: Uint8Array }
  | { readonly kind: 'closed' }
  | { readonly kind: 'silence' };

export class Call {
  readonly #socket: Socket;
  readonly #reader = new FrameReader();
  readonly #frames: Uint8Array[] = [];
  #isClosed = false;
  #wake: () => void = () => {};

  static async to({ host, port }: Address): Promise<Call> {
    const socket = connect({ host, port, noDelay: true });
    await once(socket, 'connect');
    return new Call(socket);
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => {
      this.#frames.push(...this.#reader.push(chunk).frames);
      this.#wake();
    });
    const end = () => {
      this.#isClosed = true;
      this.#wake();
    };
    socket.on('close', end);
    socket.on('end', end);
    // A reset is an end like another.
    socket.on('error', end);
  }

  async send(bytes: Uint8Array): Promise<void> {
    if (this.#isClosed) return;
    await new Promise<void>((resolve) => this.#socket.write(bytes, () => resolve()));
  }

  /** The next frame, the end of the connection, or silence for so long. */
  async hear(wait_ms: number): Promise<Heard> {
    const end = performance.now() + wait_ms;
    for (;;) {
      const frame = this.#frames.shift();
      if (frame !== undefined) return { kind: 'frame', frame };
      if (this.#isClosed) return { kind: 'closed' };
      const left = end - performance.now();
      if (left <= 0) return { kind: 'silence' };
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      const timer = new AbortController();
      // oxlint-disable-next-line no-await-in-loop
      await Promise.race([woken, sleep(left, undefined, { signal: timer.signal, ref: true })]);
      timer.abort();
    }
  }

  close(): void {
    this.#socket.destroy();
  }
}
