import { isStaff, personOf, type Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { chart, type ApplicationEvent, type ApplicationStatus } from './chart.ts';
import { isEditable, isOwnOf, type Application } from './model.ts';
import { applicationById, lockApplication } from './store.ts';

/** The application for who may see it: its owner, the agent who entered it, staff. Others find none. */
export async function applicationFor(tx: Tx, ask: Ask, id: string): Promise<Application> {
  return seenBy(ask, await applicationById(tx, id));
}

/** The same, locked until the commit. */
export async function lockFor(tx: Tx, ask: Ask, id: string): Promise<Application> {
  return seenBy(ask, await lockApplication(tx, id));
}

function seenBy(ask: Ask, application: Application | undefined): Application {
  const { id, role } = personOf(ask);
  if (application && (isStaff(role) || isOwnOf(id, application))) return application;
  throw refuse('request.notFound');
}

/** Locked for a change of what was filled in. */
export async function lockToEdit(tx: Tx, ask: Ask, id: string): Promise<Application> {
  const application = await lockFor(tx, ask, id);
  if (!isEditable(application))
    throw refuse('onboarding.notEditable', { status: `application.${application.status}` });
  return application;
}

/** Locked for a reviewer who did not enter it and does not apply. */
export async function lockToReview(tx: Tx, ask: Ask, id: string): Promise<Application> {
  const application = await lockFor(tx, ask, id);
  if (isOwnOf(personOf(ask).id, application)) throw refuse('onboarding.ownApplication');
  return application;
}

/** The next status, or the refusal that says why not now. */
export function next(application: Application, type: ApplicationEvent): ApplicationStatus {
  const { status, verdict } = application;
  return stepOr(
    chart,
    { status, facts: { verdict }, refusal: 'onboarding.notAllowedNow' },
    { type },
  );
}

export function mustHoldClaim(application: Application, ask: Ask): void {
  if (application.claimedBy?.id !== personOf(ask).id)
    throw refuse('onboarding.notYourClaim', { name: application.claimedBy?.name ?? '' });
}
