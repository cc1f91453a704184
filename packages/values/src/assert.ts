/** A mistake of ours, never of the person or the network: stop, answer 500, raise an alarm. */
export class Fault extends Error {
  override name = 'Fault';
}

/** States what must be true here; anything else is a bug, so it stops. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Fault(message);
}

/** Ends a switch over a union: the compiler refuses when a case is missing. */
export function assertNever(value: never): never {
  throw new Fault(`a case is missing for ${String(value)}`);
}
