import { tell } from '#audit';
import { personById } from '#identity';
import { setGateItem } from '#terminals';
import type { Ask } from '#platform/ask';
import { step } from '#platform/chart';
import type { Tx } from '#platform/db';
import type { Listener, Listeners } from '#platform/events';
import type { Tasks } from '#platform/jobs';
import type { Services } from '#platform/services';
import { chart, type ApplicationEvent } from './chart.ts';
import { checkIdentity } from './check-identity.ts';
import type { Application, Stage } from './model.ts';
import { notifyOwner } from './notices.ts';
import { phoneKey } from './open.ts';
import { adopt, lockApplication, saveApplication } from './store.ts';

export function tasks(services: Services): Tasks {
  return {
    'onboarding.checkIdentity': async (payload: { applicationId: string; revision: number }) =>
      checkIdentity(services, payload),
  };
}

export function hears(services: Services): Listeners {
  return {
    'user.registered': async (tx, _, { userId }) => {
      const phone = (await personById(tx, userId))?.phone;
      if (!phone) return;
      await adopt(tx, { ownerId: userId, ownerPhoneKey: phoneKey(services, phone) });
    },
    'contract.signed': async (tx, ask, { applicationId }) => finish(tx, ask, applicationId),
  };
}

export function deadlines(): Readonly<Record<string, Listener<'deadline.due'>>> {
  return {
    'onboarding.draft': async (tx, ask, { subject }) => expire(tx, ask, subject),
    'onboarding.repair': async (tx, ask, { subject }) => expire(tx, ask, subject),
    'onboarding.claim': late('claim'),
    'onboarding.review': late('review'),
    'onboarding.secondReview': late('secondReview'),
  };
}

/** The contract is signed: the application has done its work. */
async function finish(tx: Tx, ask: Ask, id: string): Promise<void> {
  const after = await advance(tx, ask, { id, type: 'sign' });
  if (after?.merchantId === undefined) return;
  const { merchantId } = after;
  await setGateItem(tx, ask, { merchantId, item: 'application', ok: true });
  await tell(tx, ask, {
    type: 'application.finished',
    payload: { applicationId: id, merchantId },
  });
  await notifyOwner(tx, ask, { application: after, key: 'onboarding.sms.finished' });
}

/** Nobody went on with it in time. */
async function expire(tx: Tx, ask: Ask, id: string): Promise<void> {
  const after = await advance(tx, ask, { id, type: 'expire' });
  if (!after) return;
  await tell(tx, ask, { type: 'application.expired', payload: { applicationId: id } });
  await notifyOwner(tx, ask, { application: after, key: 'onboarding.sms.expired' });
}

/** One step that news or time asks for; nothing when the application is past it. */
async function advance(
  tx: Tx,
  ask: Ask,
  { id, type }: { id: string; type: ApplicationEvent },
): Promise<Application | undefined> {
  const before = await lockApplication(tx, id);
  const status = before && step(chart, before.status, { verdict: before.verdict }, { type });
  if (!status) return undefined;
  const after = { ...before, status, dueAt: undefined, overdue: false, updatedAt: ask.now };
  await saveApplication(tx, after);
  return after;
}

const STAGE_OF = {
  queued: ['claim', 'review'],
  in_review: ['review'],
  second_review: ['secondReview'],
} as const satisfies Partial<Record<Application['status'], readonly Stage[]>>;

/** A stage took longer than promised: it is shown first, and kept in the record. */
function late(stage: Stage): Listener<'deadline.due'> {
  return async (tx, ask, { subject }) => {
    const before = await lockApplication(tx, subject);
    if (!before || !isIn(before, stage)) return;
    await saveApplication(tx, { ...before, overdue: true });
    const payload = { applicationId: subject, stage };
    await tell(tx, ask, { type: 'application.overdue', payload });
  };
}

function isIn({ status }: Application, stage: Stage): boolean {
  const stages: Partial<Record<Application['status'], readonly Stage[]>> = STAGE_OF;
  return stages[status]?.includes(stage) ?? false;
}
