import type { Socket } from 'node:net';
import { FrameReader } from '@kaitong/iso8583';
import { count } from './counters.ts';
import type { Hall } from './hall.ts';
import type { Line } from './line.ts';
import type { Channel, CloseReason } from './model.ts';
import type { Reaction } from './react.ts';

/** A frame, what became of it, and how long that took. */
export type Exchange = {
  readonly connection: Connection;
  readonly frame: Uint8Array;
  readonly reaction: Reaction;
  readonly duration_ms: number;
};

type Arrival = { readonly frame: Uint8Array; readonly at_ms: number };

/**
 * One connection of the line. It is served by itself, one frame after the other; whatever is wrong
 * with it closes it, with a reason that is counted and logged, and touches no other.
 */
export class Connection {
  readonly id: string;
  readonly address: string;
  readonly channel: Channel;
  readonly since: Date;
  readonly terminalNos = new Set<string>();
  lastFrameAt: Date | undefined;
  frames = 0;
  /** Whom the certificate of the terminal names. */
  certificate: string | undefined;
  readonly #line: Line;
  readonly #hall: Hall;
  readonly #raw: Socket;
  readonly #reader = new FrameReader();
  readonly #waiting: Arrival[] = [];
  #stream: Socket;
  #isWorking = false;
  #isServed = false;
  #isClosed = false;
  #firstTimer: NodeJS.Timeout | undefined;
  #frameTimer: NodeJS.Timeout | undefined;

  constructor(raw: Socket, place: { line: Line; hall: Hall; channel: Channel }) {
    const { line, hall, channel } = place;
    this.id = hall.nextId();
    this.address = raw.remoteAddress ?? '';
    this.channel = channel;
    this.since = line.clock.now();
    this.#line = line;
    this.#hall = hall;
    this.#raw = raw;
    this.#stream = raw;
    raw.on('error', () => raw.destroy());
    raw.on('close', () => this.#gone());
    const { firstFrame_ms } = hall.limits;
    this.#firstTimer = setTimeout(() => this.close('firstFrameTimeout'), firstFrame_ms);
  }

  get isBusy(): boolean {
    return this.#isWorking;
  }

  get bytesIn(): number {
    return this.#raw.bytesRead;
  }

  get bytesOut(): number {
    return this.#raw.bytesWritten;
  }

  /** Takes frames from the stream: the socket itself, or what TLS carries on it. */
  serve(stream: Socket): void {
    this.#stream = stream;
    this.#isServed = true;
    if (this.#isClosed) return;
    stream.setTimeout(this.#hall.limits.idle_ms, () => this.close('idleTimeout'));
    stream.on('error', () => this.#raw.destroy());
    stream.on('data', (chunk) => this.#hear(chunk));
    stream.on('end', () => {
      if (this.#reader.pending > 0) this.close('truncated');
    });
  }

  /** Ends the connection once, saying why. */
  close(reason: CloseReason): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { counters, log } = this.#line;
    count(counters.closed, reason);
    const { address, channel } = this;
    if (reason !== 'drained') log.warn({ reason, address, channel }, 'terminal line closed');
    // What was written still goes out; who does not take it is cut off.
    if (reason === 'drained') this.#stream.destroySoon();
    else this.#raw.destroy();
  }

  /** The time of a drain is over. */
  cut(): void {
    this.close('drainTimeout');
    this.#raw.destroy();
  }

  /** Takes nothing new, and ends once what is being worked on has been answered. */
  drain(): void {
    this.#stream.pause();
    if (!this.#isWorking) this.close('drained');
  }

  #hear(chunk: Uint8Array): void {
    const { limits, isDraining } = this.#hall;
    if (isDraining || this.#isClosed) return;
    const { frames, error } = this.#reader.push(chunk);
    if (frames.length > 0) this.#stopTimers();
    if (this.#reader.pending > 0)
      this.#frameTimer ??= setTimeout(() => this.close('slowDrip'), limits.wholeFrame_ms);
    for (const frame of frames) this.#take(frame);
    if (error !== undefined) this.close(error);
  }

  #take(frame: Uint8Array): void {
    const { limits } = this.#hall;
    const inLine = this.#waiting.length + (this.#isWorking ? 1 : 0);
    if (inLine >= limits.waitingMax) return this.close('tooManyFrames');
    if (this.#hall.waitingBytes + frame.length > limits.waitingBytesMax)
      return this.close('tooManyFrames');
    const { clock, counters } = this.#line;
    counters.frames++;
    this.frames++;
    this.lastFrameAt = clock.now();
    this.#hall.waitingBytes += frame.length;
    this.#waiting.push({ frame, at_ms: clock.machine_ms() });
    if (!this.#isWorking) void this.#work();
  }

  /** One frame after the other, so that answers come in the order of their questions. */
  async #work(): Promise<void> {
    this.#isWorking = true;
    for (let next = this.#next(); next; next = this.#next()) await this.#answer(next);
    this.#isWorking = false;
    if (this.#hall.isDraining) this.close('drained');
  }

  #next(): Arrival | undefined {
    if (this.#isClosed || this.#raw.destroyed) this.#drop();
    const next = this.#waiting.shift();
    if (next) this.#hall.waitingBytes -= next.frame.length;
    return next;
  }

  #drop(): void {
    for (const { frame } of this.#waiting.splice(0)) this.#hall.waitingBytes -= frame.length;
  }

  async #answer({ frame, at_ms }: Arrival): Promise<void> {
    const { react, told, clock, log } = this.#line;
    const turn = await this.#hall.turn();
    try {
      const reaction = await react(
        frame,
        (terminalNo) => this.#hall.admits(this, terminalNo) && turn.isMine,
      );
      if (reaction.reply) this.#send(reaction.reply);
      if (reaction.close !== undefined) this.close(reaction.close);
      const duration_ms = clock.machine_ms() - at_ms;
      told({ connection: this, frame, reaction, duration_ms });
    } catch (error) {
      // Nobody knows how far it got, so nothing is answered: the terminal will reverse.
      log.error({ err: error }, 'terminal line fault');
      this.close('fault');
      const duration_ms = clock.machine_ms() - at_ms;
      told({ connection: this, frame, reaction: { kind: 'other', close: 'fault' }, duration_ms });
    } finally {
      turn.done();
    }
  }

  #send(bytes: Uint8Array): void {
    if (this.#isClosed || this.#stream.destroyed) return;
    this.#stream.write(bytes);
    if (this.#stream.writableLength > this.#hall.limits.unsentBytesMax) this.close('slowReader');
  }

  #stopTimers(): void {
    clearTimeout(this.#firstTimer);
    clearTimeout(this.#frameTimer);
    this.#firstTimer = undefined;
    this.#frameTimer = undefined;
  }

  #gone(): void {
    if (!this.#isServed) this.close('tlsRefused');
    this.#isClosed = true;
    this.#stopTimers();
    this.#drop();
    this.#hall.leave(this);
  }
}
