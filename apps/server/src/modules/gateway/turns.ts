/** Leave to work on a message; when it is not mine, there was none in time. `done` gives it back. */
export type Turn = { readonly isMine: boolean; readonly done: () => void };

const NONE: Turn = { isMine: false, done: () => {} };

/**
 * So many messages are worked on at once; more wait in the order of their coming. Whoever has begun
 * finishes quickly, instead of all being slow together until the card network gives up on us. Who
 * waits too long goes away with nothing begun.
 */
export class Turns {
  taken = 0;
  readonly #most: number;
  readonly #patience_ms: number;
  readonly #waiting = new Set<(turn: Turn) => void>();

  constructor(most: number, patience_ms: number) {
    this.#most = most;
    this.#patience_ms = patience_ms;
  }

  async next(): Promise<Turn> {
    if (this.taken < this.#most) return this.#give();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(called);
        resolve(NONE);
      }, this.#patience_ms);
      const called = (turn: Turn) => {
        clearTimeout(timer);
        resolve(turn);
      };
      this.#waiting.add(called);
    });
  }

  #give(): Turn {
    this.taken++;
    return { isMine: true, done: () => this.#back() };
  }

  #back(): void {
    this.taken--;
    const [first] = this.#waiting;
    if (!first) return;
    this.#waiting.delete(first);
    first(this.#give());
  }
}
