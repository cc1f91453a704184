import type { Events, WordKey } from '@kaitong/contract';
import { tell } from '#audit';
import { notify } from '#messages';
import { mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import type { Facts } from '@kaitong/contract';
import { refuse } from '#platform/refuse';
import type { EventFrom } from 'xstate';
import { chart } from './chart.ts';
import { isTechnicianOf } from './model.ts';
import { lockVisit, saveVisit, type Visit } from './store.ts';

export type VisitEvent = EventFrom<typeof chart>['type'];

/** Loads and locks a visit for who may touch it. */
export async function visitFor(tx: Tx, ask: Ask, id: string): Promise<Visit> {
  const visit = await lockVisit(tx, id);
  if (!visit) throw refuse('request.notFound');
  mustSeeMerchant(ask, visit.merchant_id);
  return visit;
}

/** Where the visit goes by this event, or the refusal that says where it stands. */
export function next(visit: Visit, type: VisitEvent): Visit['status'] {
  return stepOr(chart, { status: visit.status, refusal: 'visit.notPossible' }, { type });
}

/** A visit that a technician took is not for another. */
export function mustBeMine(ask: Ask, visit: Visit): void {
  const { role, id } = personOf(ask);
  const isMine = isTechnicianOf(id, { technicianId: visit.technician_id });
  if (role === 'technician' && !(isMine && visit.mode === 'onSite')) throw refuse('visit.notYours');
}

type Kept = {
  readonly after: Visit;
  /** What the merchant is told, if anything. */
  readonly words?: { readonly key: WordKey; readonly facts?: Facts };
  readonly news?: 'visit.scheduled' | 'visit.accepted';
};

/** The last two beats of every verb of a visit: save, tell. */
export async function keep(tx: Tx, ask: Ask, { after, words, news }: Kept): Promise<Visit> {
  await saveVisit(tx, after);
  const { merchant_id: merchantId, visit_id: visitId, terminal_id: terminalId, status } = after;
  if (words) await notify(tx, ask, { to: { merchantId }, ...words, link: `/visits/${visitId}` });
  if (news === undefined)
    await tell(tx, ask, { type: 'visit.moved', payload: { merchantId, visitId, status } });
  else {
    const payload: Events['visit.accepted'] = { merchantId, visitId, terminalId };
    await tell(tx, ask, { type: news, payload });
  }
  return after;
}
