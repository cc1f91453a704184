import { tell } from '#audit';
import { systemAsk } from '#platform/ask';
import { transact } from '#platform/db';
import type { Services } from '#platform/services';
import type { MachineCheck } from './model.ts';
import { wholeValues } from './sealing.ts';
import { applicationById, checksOf, lockApplication, saveChecks } from './store.ts';

type Payload = { readonly applicationId: string; readonly revision: number };

/**
 * Asks the authority whether name and number belong together. A no is shown to the reviewer, who
 * decides; an authority that can not be reached is asked again later.
 */
export async function checkIdentity(services: Services, of: Payload): Promise<void> {
  const application = await applicationById(services.db, of.applicationId);
  if (!application || !(await isRunning(services, of))) return;
  const values = wholeValues(services.keeper, application);
  const person = {
    name: String(values['legal.name'] ?? ''),
    idNo: String(values['legal.idNo'] ?? ''),
  };
  const answer = await services.connectors.identityAuthority.check(person);
  await record(services, of, {
    code: 'identity',
    path: 'legal.name',
    outcome: answer.kind === 'match' ? 'pass' : 'fail',
    evidence: answer.kind === 'match' ? {} : { reason: answer.reason },
  });
}

async function isRunning({ db }: Services, { applicationId: id, revision }: Payload) {
  const checks = await checksOf(db, { id, revision });
  return checks.some(({ code, outcome }) => code === 'identity' && outcome === 'running');
}

async function record(services: Services, of: Payload, check: MachineCheck): Promise<void> {
  const ask = systemAsk('onboarding', services.clock.now());
  const { applicationId, revision } = of;
  await transact(services.db, async (tx) => {
    await lockApplication(tx, applicationId);
    await saveChecks(tx, { id: applicationId, revision, at: ask.now }, [check]);
    const payload = { applicationId, outcome: check.outcome };
    await tell(tx, ask, { type: 'application.checked', payload });
  });
}
