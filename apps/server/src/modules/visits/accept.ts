import { maskPhone } from '@kaitong/values';
import { personById, sendCode, verifyCode } from '#identity';
import { merchantById } from '#merchants';
import { mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import { transact, type Db, type Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { setGateItem } from '#terminals';
import { keep, mustBeMine, next, visitFor } from './move-visit.ts';
import { isTrained, visitById, type Visit } from './store.ts';

/** Sends the merchant the code that it gives the technician when all works. */
export async function sendAcceptanceCode(
  tx: Tx,
  ask: Ask,
  { services, visitId }: { services: Services; visitId: string },
): Promise<{ phone: string; expiresAt: Date }> {
  const visit = await visitFor(tx, ask, visitId);
  next(visit, 'accept');
  mustBeMine(ask, visit);
  const phone = await ownersPhone(tx, visit);
  const { expiresAt } = await sendCode(tx, ask, { services, phone, purpose: 'accept' });
  return { phone: maskPhone(phone), expiresAt };
}

/** The merchant accepts by itself; a technician brings the merchant's code. */
export async function accept(
  services: Services,
  ask: Ask,
  { visitId, code }: { visitId: string; code?: string | undefined },
): Promise<Visit> {
  const seen = await visitById(services.db, visitId);
  if (!seen) throw refuse('request.notFound');
  mustSeeMerchant(ask, seen.merchant_id);
  next(seen, 'accept');
  mustBeMine(ask, seen);
  if (personOf(ask).role === 'technician') {
    if (code === undefined) throw refuse('visit.codeNeeded');
    const phone = await ownersPhone(services.db, seen);
    await verifyCode(services, ask, { phone, purpose: 'accept', code });
  }
  return transact(services.db, async (tx) => record(tx, ask, visitId));
}

async function record(tx: Tx, ask: Ask, visitId: string): Promise<Visit> {
  const before = await visitFor(tx, ask, visitId);
  const status = next(before, 'accept');
  const { merchant_id: merchantId } = before;
  await setGateItem(tx, ask, { merchantId, item: 'visit', ok: true });
  const key = (await isTrained(tx, merchantId))
    ? 'visits.sms.acceptedAgain'
    : 'visits.sms.accepted';
  return keep(tx, ask, {
    after: { ...before, status, accepted_at: ask.now },
    words: { key },
    news: 'visit.accepted',
  });
}

async function ownersPhone(tx: Tx | Db, visit: Visit): Promise<string> {
  const merchant = await merchantById(tx, visit.merchant_id);
  const owner = merchant && (await personById(tx, merchant.owner_id));
  if (!owner || owner.phone === null) throw refuse('request.notFound');
  return owner.phone;
}
