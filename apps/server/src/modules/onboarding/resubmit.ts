import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { lockFor, next } from './access.ts';
import type { Trouble } from './field-checks.ts';
import { errorsOf } from './gather.ts';
import type { Application, Decision } from './model.ts';
import { valueKeys } from './sealing.ts';
import { decisionsOf, documentsOf, saveDecisions } from './store.ts';
import { completeFacts, enterQueue } from './submit.ts';

/** Sends a repaired application again as a new revision; what was accepted and not touched stays accepted. */
export async function resubmit(
  tx: Tx,
  ask: Ask,
  { services, id }: { services: Services; id: string },
): Promise<Application> {
  const before = await lockFor(tx, ask, id);
  const status = next(before, 'resubmit');
  const unchanged = await unrepaired(tx, { services, application: before });
  if (unchanged.length > 0)
    throw refuse('onboarding.notRepaired', { count: unchanged.length }, errorsOf(ask, unchanged));
  const facts = await completeFacts(tx, ask, { services, application: before });
  const application = { ...before, status, revision: before.revision + 1, flagged: [] };
  await carryOver(tx, { services, before, application });
  return enterQueue(tx, ask, { application, facts });
}

type Which = { readonly services: Services; readonly application: Application };

/** What was marked and is still as it was. */
export async function unrepaired(tx: Tx, { services, application }: Which): Promise<Trouble[]> {
  const decisions = await decisionsOf(tx, application);
  const keys = valueKeys(services.keeper, application, await documentsOf(tx, application.id));
  return decisions
    .filter(({ decision, path, valueKey }) => decision === 'revise' && keys.get(path) === valueKey)
    .map(({ path }) => ({ path, code: 'unchanged', facts: {} }));
}

/** The new revision begins with the accepted decisions whose values are the same; no reason survives. */
async function carryOver(
  tx: Tx,
  {
    services,
    before,
    application,
  }: { services: Services; before: Application; application: Application },
): Promise<void> {
  const keys = valueKeys(services.keeper, before, await documentsOf(tx, before.id));
  const kept = (await decisionsOf(tx, before))
    .filter(({ decision, path, valueKey }) => decision === 'accept' && keys.get(path) === valueKey)
    .map((decision): Decision => ({ ...decision, carried: true }));
  await saveDecisions(tx, application, kept);
}
