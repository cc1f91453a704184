import type { BodyOf, api } from '@kaitong/contract';
import { tell } from '#audit';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { lockToReview, mustHoldClaim } from './access.ts';
import { documentPath, fieldsFor } from './dictionary.ts';
import type { Application, AttachedDocument, Decision } from './model.ts';
import { fitsPath } from './reasons.data.ts';
import { valueKeys } from './sealing.ts';
import { documentsOf, saveDecisions } from './store.ts';

type Wanted = BodyOf<typeof api.onboarding.decideFields>['decisions'][number];
type Decide = {
  readonly services: Services;
  readonly id: string;
  readonly decisions: readonly Wanted[];
};

/** Accepts fields and documents, or marks them with a reason; a later decision replaces an earlier. */
export async function decideFields(
  tx: Tx,
  ask: Ask,
  { services, id, decisions }: Decide,
): Promise<Application> {
  const application = await lockToReview(tx, ask, id);
  if (application.status !== 'in_review')
    throw refuse('onboarding.notAllowedNow', {
      status: application.status,
      event: 'decideFields',
    });
  mustHoldClaim(application, ask);
  const documents = await documentsOf(tx, id);
  const keys = valueKeys(services.keeper, application, documents);
  const open = new Set(pathsToReview(application, documents));
  const decided = decisions.map((wanted): Decision => {
    const valueKey = keys.get(wanted.path);
    if (valueKey === undefined || !open.has(wanted.path))
      throw refuse('onboarding.nothingThere', { path: wanted.path });
    return {
      ...checked(wanted),
      valueKey,
      decidedBy: personOf(ask).id,
      decidedAt: ask.now,
      carried: false,
    };
  });
  await saveDecisions(tx, application, decided);
  const payload = { applicationId: id, fields: decided.length };
  await tell(tx, ask, { type: 'application.decided', payload });
  return application;
}

function checked({ path, decision, reasonCode, note }: Wanted) {
  if (decision === 'accept') return { path, decision, note };
  if (reasonCode === undefined) throw refuse('onboarding.reasonMissing', { path });
  if (!fitsPath(reasonCode, path)) throw refuse('onboarding.reasonUnfit', { code: reasonCode });
  return { path, decision, reasonCode, note };
}

/** Everything that was given and is for a reviewer to judge. */
export function pathsToReview(
  { subjectType, fields, sealed }: Application,
  documents: readonly AttachedDocument[],
): string[] {
  const given = fieldsFor(subjectType)
    .filter(({ path, reviewed }) => reviewed !== false && (path in fields || path in sealed))
    .map(({ path }) => path);
  const kinds = new Set(documents.map(({ kind }) => kind));
  return [...given, ...[...kinds].map(documentPath)];
}
