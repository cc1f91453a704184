import type { Log } from '#platform/log';
import type { StoredMessage } from './store.ts';

/** Beyond these a message is not kept: the line must never wait for its log. */
const WAITING_MAX = 5_000;
const BATCH_MAX = 200;
const WRITE_EVERY_ms = 250;

/**
 * Keeps what was said on the line, beside the payments: messages wait in memory and are written many
 * at once. What can not be written is dropped and counted, and never holds up or fails a payment.
 */
export class MessageLog {
  kept = 0;
  dropped = 0;
  readonly #write: (rows: readonly StoredMessage[]) => Promise<void>;
  readonly #log: Log;
  readonly #waiting: StoredMessage[] = [];
  #inHand = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;

  constructor(write: (rows: readonly StoredMessage[]) => Promise<void>, log: Log) {
    this.#write = write;
    this.#log = log;
  }

  /** Not yet in the database: what waits, and what is being written. */
  get waiting(): number {
    return this.#waiting.length + this.#inHand;
  }

  /** Makes the row only when there is room for it, for taking a frame apart costs time, too. */
  note(row: () => StoredMessage): void {
    if (this.#waiting.length >= WAITING_MAX) {
      this.dropped++;
      return;
    }
    this.#waiting.push(row());
    if (this.#waiting.length >= BATCH_MAX) this.#begin();
    else this.#timer ??= setTimeout(() => this.#begin(), WRITE_EVERY_ms);
  }

  /** Writes what waits, once. */
  async stop(): Promise<void> {
    this.#begin();
    await this.#writing;
  }

  /** One statement at a time: a slow database makes the batches wait, not the pool of connections. */
  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const rows = this.#waiting.splice(0, BATCH_MAX);
      this.#inHand = rows.length;
      try {
        await this.#write(rows);
        this.kept += rows.length;
      } catch (error) {
        this.dropped += rows.length;
        this.#log.error({ err: error, dropped: rows.length }, 'terminal messages not kept');
      }
      this.#inHand = 0;
    }
  }
}
