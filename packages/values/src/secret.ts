const MASK = '***';

/**
 * A value that must not reach a log, a page or an error text.
 *
 * Every way in which JavaScript turns a value into text gives the mask; only `reveal` gives the value.
 */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [Symbol.toPrimitive](): string {
    return MASK;
  }

  // Node looks for this symbol in console.log, util.inspect and assertion messages.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MASK;
  }
}

/** Wraps a value so that it prints as a mask. */
export function secret<T>(value: T): Secret<T> {
  return new Secret(value);
}
