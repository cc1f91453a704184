import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { cancelDeadline } from '#platform/deadlines';
import { caseFor, keep, moved } from './keep-case.ts';
import { startOver } from './return-to-service.ts';
import { lockCase, type Case } from './store.ts';

/** The call after the restoring: all well, or the fault is back. */
export async function followUp(
  tx: Tx,
  ask: Ask,
  { caseId, well, note }: { caseId: string; well: boolean; note: string },
): Promise<Case> {
  const before = await caseFor(tx, ask, caseId);
  if (!well) return startOver(tx, ask, { before, type: 'relapse', note });
  const after = await moved(tx, ask, { before, type: 'followUp' });
  return keep(tx, ask, { after: { ...after, due_at: before.due_at, follow_up_note: note } });
}

/** A week has passed: the call is due, and the merchant is asked as well. */
export async function followUpDue(tx: Tx, ask: Ask, caseId: string): Promise<void> {
  const before = await lockCase(tx, caseId);
  if (before?.status !== 'restored') return;
  const after = await moved(tx, ask, { before, type: 'followUp' });
  await keep(tx, ask, { after, words: { key: 'care.sms.followUp' } });
}

/** Ends the case with what was learned. */
export async function closeCase(
  tx: Tx,
  ask: Ask,
  { caseId, lesson }: { caseId: string; lesson: string },
): Promise<Case> {
  const before = await caseFor(tx, ask, caseId);
  const after = await moved(tx, ask, { before, type: 'close' });
  await cancelDeadline(tx, { kind: 'care.followUp', subject: caseId, now: ask.now });
  return keep(tx, ask, { after: { ...after, lesson, ended_at: ask.now }, news: 'case.closed' });
}
