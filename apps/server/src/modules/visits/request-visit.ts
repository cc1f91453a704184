import { assert } from '@kaitong/values';
import { tell } from '#audit';
import { calendar } from '#catalogue';
import { storesOf } from '#merchants';
import { notify } from '#messages';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { terminalsOf } from '#terminals';
import { slotFor } from './model.ts';
import { insertVisit, type Visit } from './store.ts';

/** The machine is with the merchant: somebody has to install it, once for each order. */
export async function requestVisit(
  tx: Tx,
  ask: Ask,
  { merchantId, orderId }: { merchantId: string; orderId: string },
): Promise<void> {
  const visit = await newVisit(tx, ask, { merchantId, orderId });
  if (!(await insertVisit(tx, visit))) return;
  await notify(tx, ask, {
    to: { merchantId },
    key: 'visits.sms.requested',
    facts: { dueOn: visit.due_on },
    link: `/visits/${visit.visit_id}`,
  });
  const { visit_id: visitId, status } = visit;
  await tell(tx, ask, { type: 'visit.moved', payload: { merchantId, visitId, status } });
}

async function newVisit(
  tx: Tx,
  { now }: Ask,
  { merchantId, orderId }: { merchantId: string; orderId: string },
): Promise<Visit> {
  const terminal = (await terminalsOf(tx, merchantId)).find((one) => one.order_id === orderId);
  assert(terminal !== undefined, 'what was delivered is a terminal of the order');
  const [store] = await storesOf(tx, merchantId);
  assert(store !== undefined, 'a merchant has a store');
  const { dueOn, proposedAt } = slotFor(await calendar(tx), now);
  return {
    merchant_id: merchantId,
    visit_id: newId('vis', now),
    order_id: orderId,
    terminal_id: terminal.id,
    serial: terminal.serial,
    mode: 'onSite',
    status: 'requested',
    store_id: store.store_id,
    store_name: store.name,
    store_address: store.address,
    due_on: dueOn,
    proposed_at: proposedAt,
    starts_at: null,
    technician_id: null,
    technician_name: null,
    checklist: {},
    photos: [],
    reason: null,
    accepted_at: null,
    created_at: now,
  };
}
