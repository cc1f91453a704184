import type { api, ReplyOf } from '@kaitong/contract';
import type { Ask } from '#platform/ask';
import { transact } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { recordSignIn, rotateJsonKey } from '#terminals';
import { gateOf } from './till.ts';

/** A new key for the day; the one before stays valid, and the house knows that the terminal is there. */
export async function checkIn(
  services: Services,
  ask: Ask,
): Promise<ReplyOf<typeof api.jsonLine.checkIn>> {
  const {
    terminal_id: terminalId,
    merchant_id: merchantId,
    epoch,
    asks,
  } = await gateOf(services, ask);
  const { keeper, db } = services;
  const fresh = await transact(db, async (tx) => {
    await recordSignIn(tx, ask, { merchantId, terminalId, epoch });
    return rotateJsonKey(tx, ask, { keeper, terminalId });
  });
  if (!fresh) throw refuse('access.signatureNeeded');
  return {
    terminalKey: fresh.key,
    keyNo: fresh.keyNo,
    serverTime: ask.now,
    asks: asks.filter((wish) => wish !== '3'),
  };
}
