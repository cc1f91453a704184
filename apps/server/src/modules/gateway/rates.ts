const BURST_s = 10;
const KEYS_MAX = 50_000;
/** A sweep walks over all keys, so a flood of new ones may not cause it each time. */
const SWEEP_EVERY_ms = 1_000;

type Bucket = { left: number; at_ms: number };

/**
 * A token bucket for each key: so many a second, and ten seconds' worth at once. Machine time. A key
 * whose bucket is full again is forgotten, so memory follows who is here, not who ever was.
 */
export class Rates {
  readonly #perSecond: number;
  readonly #buckets = new Map<string, Bucket>();
  #sweptAt_ms = -SWEEP_EVERY_ms;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Takes one token; false when there is none. */
  take(key: string, now_ms: number): boolean {
    const full = this.#perSecond * BURST_s;
    const before = this.#buckets.get(key);
    const left = before ? this.#leftIn(before, now_ms) : full;
    if (!before) this.#makeRoom(now_ms);
    const isTaken = left >= 1;
    this.#buckets.set(key, { left: isTaken ? left - 1 : left, at_ms: now_ms });
    return isTaken;
  }

  get size(): number {
    return this.#buckets.size;
  }

  #leftIn({ left, at_ms }: Bucket, now_ms: number): number {
    const gained = ((now_ms - at_ms) / 1_000) * this.#perSecond;
    return Math.min(left + gained, this.#perSecond * BURST_s);
  }

  #makeRoom(now_ms: number): void {
    if (this.#buckets.size < KEYS_MAX) return;
    if (now_ms - this.#sweptAt_ms >= SWEEP_EVERY_ms) this.#sweep(now_ms);
    // Still full: whoever came first is forgotten, which only ever gives somebody more.
    const [first] = this.#buckets.keys();
    if (this.#buckets.size >= KEYS_MAX && first !== undefined) this.#buckets.delete(first);
  }

  #sweep(now_ms: number): void {
    this.#sweptAt_ms = now_ms;
    for (const [key, bucket] of this.#buckets)
      if (this.#leftIn(bucket, now_ms) >= this.#perSecond * BURST_s) this.#buckets.delete(key);
  }
}
