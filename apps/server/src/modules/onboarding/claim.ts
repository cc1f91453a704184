import { tell } from '#audit';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { lockToReview, mustHoldClaim, next } from './access.ts';
import type { Application } from './model.ts';
import { notifyOwner } from './notices.ts';
import { reviewDue, startStage, stopClocks } from './stages.ts';
import { saveApplication } from './store.ts';

/** Takes an application out of the queue: from now on one reviewer decides on it. */
export async function claim(tx: Tx, ask: Ask, id: string): Promise<Application> {
  const before = await lockToReview(tx, ask, id);
  const status = next(before, 'claim');
  await stopClocks(tx, ask, { id, kinds: ['claim'] });
  const { id: reviewerId, name } = personOf(ask);
  const dueAt = await reviewDue(tx, id);
  const after: Application = {
    ...before,
    status,
    claimedBy: { id: reviewerId, name },
    revealedTo: undefined,
    dueAt: dueAt ?? before.dueAt,
    overdue: dueAt === undefined,
    updatedAt: ask.now,
  };
  await saveApplication(tx, after);
  const payload = { applicationId: id, reviewerId };
  await tell(tx, ask, { type: 'application.claimed', payload });
  await notifyOwner(tx, ask, { application: after, key: 'onboarding.sms.claimed' });
  return after;
}

/** Puts a claimed application back into the queue; what was decided stays. */
export async function release(tx: Tx, ask: Ask, id: string): Promise<Application> {
  const before = await lockToReview(tx, ask, id);
  const status = next(before, 'release');
  mustHoldClaim(before, ask);
  const dueAt = await startStage(tx, ask, { id, stage: 'claim' });
  const after: Application = {
    ...before,
    status,
    claimedBy: undefined,
    revealedTo: undefined,
    dueAt,
    updatedAt: ask.now,
  };
  await saveApplication(tx, after);
  const payload = { applicationId: id, reviewerId: personOf(ask).id };
  await tell(tx, ask, { type: 'application.released', payload });
  return after;
}
