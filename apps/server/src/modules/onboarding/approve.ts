import { tell } from '#audit';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { lockToReview, mustHoldClaim, next } from './access.ts';
import { pathsToReview } from './decide-fields.ts';
import type { Application } from './model.ts';
import { notifyOwner } from './notices.ts';
import { mayDecline } from './reasons.data.ts';
import { startStage, stopClocks } from './stages.ts';
import { checksOf, decisionsOf, documentsOf, saveApplication } from './store.ts';

/** The first reviewer approves: everything was decided, nothing is marked, no check is running. */
export async function approve(tx: Tx, ask: Ask, id: string): Promise<Application> {
  const before = await lockToReview(tx, ask, id);
  const status = next(before, 'approve');
  mustHoldClaim(before, ask);
  await mustBeDecided(tx, before);
  return propose(tx, ask, {
    ...before,
    status,
    verdict: 'approve',
    verdictReason: undefined,
    verdictNote: undefined,
  });
}

/** The first reviewer proposes to decline, for a reason that can not be cured. */
export async function decline(
  tx: Tx,
  ask: Ask,
  { id, reasonCode, note }: { id: string; reasonCode: string; note: string },
): Promise<Application> {
  const before = await lockToReview(tx, ask, id);
  const status = next(before, 'decline');
  mustHoldClaim(before, ask);
  if (!mayDecline(reasonCode)) throw refuse('onboarding.reasonUnfit', { code: reasonCode });
  return propose(tx, ask, {
    ...before,
    status,
    verdict: 'decline',
    verdictReason: reasonCode,
    verdictNote: note,
  });
}

async function mustBeDecided(tx: Tx, application: Application): Promise<void> {
  const decisions = await decisionsOf(tx, application);
  const decided = new Set(decisions.map(({ path }) => path));
  const documents = await documentsOf(tx, application.id);
  const open = pathsToReview(application, documents).filter((path) => !decided.has(path));
  if (open.length > 0) throw refuse('onboarding.undecided', { count: open.length });
  const marked = decisions.filter(({ decision }) => decision === 'revise');
  if (marked.length > 0) throw refuse('onboarding.marked', { count: marked.length });
  const checks = await checksOf(tx, application);
  if (checks.some(({ outcome }) => outcome === 'running')) throw refuse('onboarding.checksRunning');
}

async function propose(tx: Tx, ask: Ask, proposed: Application): Promise<Application> {
  const { id } = proposed;
  await stopClocks(tx, ask, { id });
  const after: Application = {
    ...proposed,
    verdictBy: personOf(ask).id,
    dueAt: await startStage(tx, ask, { id, stage: 'secondReview' }),
    overdue: false,
    updatedAt: ask.now,
  };
  await saveApplication(tx, after);
  await tell(tx, ask, { type: 'application.reviewed', payload: { applicationId: id } });
  // A proposal to decline is not told before it is confirmed: the second person may see it otherwise.
  if (after.verdict === 'approve')
    await notifyOwner(tx, ask, { application: after, key: 'onboarding.sms.reviewed' });
  return after;
}
