/** Who signed a request with the key of a JSON terminal (protocol.md §7.2). */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '#platform/ask';
import { transact } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { SignedRequest } from '#platform/server';
import type { Services } from '#platform/services';
import { openJsonKeys } from './json-key.ts';
import { countNonces, jsonTerminal, useNonce } from './json/store.ts';
import { tradeGateOf } from './store.ts';

const WINDOW_S = 300;
/** More requests within the window than any till sends. */
const NONCES_MAX = 2_000;

/**
 * The terminal behind a signature: HMAC-SHA-256 under its key, over time, nonce, what is called and
 * the body. The key before the newest one is taken too. Refuses a clock that is off, and a nonce that
 * was used; a wrong signature uses no nonce up.
 */
export async function authenticateTerminal(
  services: Services,
  signed: SignedRequest,
): Promise<Actor> {
  const { db, keeper, clock } = services;
  const { terminalNo, timestamp, nonce } = signed;
  const now = clock.now();
  if (Math.abs(now.getTime() / 1000 - timestamp) > WINDOW_S)
    throw refuse('jsonLine.clock', { serverTime: now.toISOString(), seconds: WINDOW_S });
  const gate = await tradeGateOf(db, terminalNo);
  const row = gate && (await jsonTerminal(db, gate.terminal_id));
  if (!gate || row?.epoch !== gate.epoch) throw refuse('jsonLine.signature');
  const isRight = openJsonKeys(keeper, row).some((key) => fits(signed, key));
  if (!isRight) throw refuse('jsonLine.signature');
  const { terminal_id: id, merchant_id: merchantId } = gate;
  // Twice the window: a clock that is ahead may use its nonce for longer.
  const expires_at = new Date(now.getTime() + 2 * WINDOW_S * 1000);
  const isFresh = await transact(db, async (tx) =>
    useNonce(tx, { row: { terminal_id: id, nonce, expires_at }, now }),
  );
  if (!isFresh) throw refuse('jsonLine.replayed');
  if ((await countNonces(db, id)) > NONCES_MAX) throw refuse('jsonLine.tooMany');
  return { kind: 'terminal', id, merchantId };
}

function fits(signed: SignedRequest, key: Uint8Array): boolean {
  const wanted = createHmac('sha256', key).update(textOf(signed)).digest();
  const given = Buffer.from(signed.signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function textOf({ timestamp, nonce, method, path, body }: SignedRequest): string {
  return [timestamp, nonce, `${method} ${path}`, body].join('\n');
}
