import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { lockToReview, mustHoldClaim, next } from './access.ts';
import { RETURNS_MAX, type Application } from './model.ts';
import { notifyOwner } from './notices.ts';
import { startPatience, stopClocks } from './stages.ts';
import { decisionsOf, saveApplication } from './store.ts';

/** Sends the application back with every marked field and its reason; the merchant has thirty days. */
export async function returnForRepair(
  tx: Tx,
  ask: Ask,
  { id, comment }: { id: string; comment?: string | undefined },
): Promise<Application> {
  const before = await lockToReview(tx, ask, id);
  const status = next(before, 'returnForRepair');
  mustHoldClaim(before, ask);
  const decisions = await decisionsOf(tx, before);
  const flagged = decisions.filter(({ decision }) => decision === 'revise').map(({ path }) => path);
  if (flagged.length === 0) throw refuse('onboarding.nothingMarked');
  if (before.returns >= RETURNS_MAX) throw refuse('onboarding.roundsOver', { limit: RETURNS_MAX });
  await stopClocks(tx, ask, { id });
  const after: Application = {
    ...before,
    status,
    flagged,
    comment,
    returns: before.returns + 1,
    claimedBy: undefined,
    revealedTo: undefined,
    dueAt: await startPatience(tx, ask, { id, kind: 'repair' }),
    overdue: false,
    updatedAt: ask.now,
  };
  await saveApplication(tx, after);
  const payload = { applicationId: id, fields: flagged.length };
  await tell(tx, ask, { type: 'application.returned', payload });
  const facts = { count: flagged.length };
  await notifyOwner(tx, ask, { application: after, key: 'onboarding.sms.returned', facts });
  return after;
}
