import { assertNoOpenTransaction } from '#platform/db';

const TIMEOUT_MS = 10_000;
const REPLY_MAX = 8 * 1024 * 1024;

/** The other side could not be reached, or did not answer in time: the outcome is unknown. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The other side answered no, with its own reason. */
export class OutsideRefusal extends Error {
  override readonly name = 'OutsideRefusal';
}

export type OutsideRequest = {
  readonly base: string;
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly body?: unknown;
  /** Makes a repeated request harmless on the other side. */
  readonly key?: string;
};

/** One HTTP request to an outside party; never inside a transaction. */
export async function askOutside(request: OutsideRequest): Promise<string> {
  assertNoOpenTransaction();
  const response = await send(request);
  const text = await response.text().catch((cause: unknown) => {
    throw new Unreachable('the answer broke off', { cause });
  });
  if (text.length > REPLY_MAX) throw new OutsideRefusal('the answer is too long');
  if (response.status >= 500) throw new Unreachable(`HTTP ${response.status}`);
  if (!response.ok) throw new OutsideRefusal(text.slice(0, 500));
  return text;
}

async function send({ base, path, method, body, key }: OutsideRequest): Promise<Response> {
  try {
    return await fetch(new URL(path, base), {
      method,
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new Unreachable(`${method} ${path}`, { cause });
  }
}
