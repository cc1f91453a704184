import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { enqueue } from '#platform/jobs';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { lockFor, next } from './access.ts';
import { machineChecks, troublesOf, type CheckFacts } from './checks.ts';
import { errorsOf, gather } from './gather.ts';
import type { Application } from './model.ts';
import { notifyOwner } from './notices.ts';
import { startStage, stopClocks } from './stages.ts';
import { saveApplication, saveChecks } from './store.ts';

type Which = { readonly services: Services; readonly id: string };

/** Sends an application to review, once nothing is missing and nothing is wrong. */
export async function submit(tx: Tx, ask: Ask, { services, id }: Which): Promise<Application> {
  const before = await lockFor(tx, ask, id);
  const status = next(before, 'submit');
  const facts = await completeFacts(tx, ask, { services, application: before });
  return enterQueue(tx, ask, { application: { ...before, status }, facts });
}

/** The facts of an application that can be reviewed, or the refusal with every trouble. */
export async function completeFacts(
  tx: Tx,
  ask: Ask,
  which: { services: Services; application: Application },
): Promise<CheckFacts> {
  const facts = await gather(tx, ask, which);
  const troubles = troublesOf(facts);
  if (troubles.length > 0)
    throw refuse('onboarding.incomplete', { count: troubles.length }, errorsOf(ask, troubles));
  return facts;
}

/** The end of every submission: clocks, machine checks, the real-name check, the news. */
export async function enterQueue(
  tx: Tx,
  ask: Ask,
  { application, facts }: { application: Application; facts: CheckFacts },
): Promise<Application> {
  const { id, revision } = application;
  await stopClocks(tx, ask, { id });
  const reviewDue = await startStage(tx, ask, { id, stage: 'review' });
  const dueAt = await startStage(tx, ask, { id, stage: 'claim' });
  const after: Application = {
    ...application,
    claimedBy: undefined,
    revealedTo: undefined,
    comment: undefined,
    dueAt,
    overdue: false,
    submittedAt: ask.now,
    updatedAt: ask.now,
  };
  await saveApplication(tx, after);
  const identity = {
    code: 'identity',
    path: 'legal.name',
    outcome: 'running',
    evidence: {},
  } as const;
  await saveChecks(tx, { id, revision, at: ask.now }, [...machineChecks(facts), identity]);
  await enqueue(tx, 'onboarding.checkIdentity', { applicationId: id, revision });
  await tell(tx, ask, { type: 'application.submitted', payload: { applicationId: id, revision } });
  const told = { ...after, dueAt: reviewDue };
  await notifyOwner(tx, ask, { application: told, key: 'onboarding.sms.submitted' });
  return after;
}
