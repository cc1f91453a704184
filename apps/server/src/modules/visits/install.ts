import { dayOf } from '@kaitong/values';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { keep, mustBeMine, next, visitFor } from './move-visit.ts';
import type { Visit } from './store.ts';

/** The technician sets out. */
export async function depart(tx: Tx, ask: Ask, visitId: string): Promise<Visit> {
  const before = await visitFor(tx, ask, visitId);
  const status = next(before, 'depart');
  mustBeMine(ask, before);
  const after = { ...before, ...technicianOf(ask, before), status };
  const facts = { technician: after.technician_name ?? '' };
  return keep(tx, ask, { after, words: { key: 'visits.sms.onTheWay', facts } });
}

/** The technician is at the store. */
export async function start(tx: Tx, ask: Ask, visitId: string): Promise<Visit> {
  const before = await visitFor(tx, ask, visitId);
  const status = next(before, 'start');
  mustBeMine(ask, before);
  return keep(tx, ask, { after: { ...before, ...technicianOf(ask, before), status } });
}

/** The merchant does it alone, by the same list. */
export async function chooseSelfInstall(tx: Tx, ask: Ask, visitId: string): Promise<Visit> {
  const before = await visitFor(tx, ask, visitId);
  const status = next(before, 'chooseSelfInstall');
  const nobody = { technician_id: null, technician_name: null, starts_at: null };
  return keep(tx, ask, { after: { ...before, ...nobody, mode: 'selfInstall', status } });
}

/** It could not be installed. */
export async function fail(
  tx: Tx,
  ask: Ask,
  { visitId, reason }: { visitId: string; reason: string },
): Promise<Visit> {
  const before = await visitFor(tx, ask, visitId);
  const status = next(before, 'fail');
  mustBeMine(ask, before);
  const after = { ...before, status, reason, checklist: {}, due_on: dayOf(ask.now) };
  return keep(tx, ask, { after, words: { key: 'visits.sms.failed', facts: { reason } } });
}

/** It is not needed any more. */
export async function cancel(
  tx: Tx,
  ask: Ask,
  { visitId, reason }: { visitId: string; reason: string },
): Promise<Visit> {
  const before = await visitFor(tx, ask, visitId);
  const status = next(before, 'cancel');
  return keep(tx, ask, { after: { ...before, status, reason } });
}

function technicianOf(ask: Ask, visit: Visit): Pick<Visit, 'technician_id' | 'technician_name'> {
  const { id, name } = personOf(ask);
  if (visit.technician_id !== null) return visit;
  return { technician_id: id, technician_name: name };
}
