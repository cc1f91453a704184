import type { Listener, Listeners } from '#platform/events';
import type { Tasks } from '#platform/jobs';
import type { Services } from '#platform/services';
import { lapse, remind } from './lapse.ts';
import { makeFile, makeSignedFile } from './make-file.ts';
import { openContract } from './open-contract.ts';

export function hears(): Listeners {
  return {
    'application.approved': async (tx, ask, news) => {
      await openContract(tx, ask, news);
    },
  };
}

export function deadlines(): Readonly<Record<string, Listener<'deadline.due'>>> {
  return {
    'contracts.lapse': async (tx, ask, { subject }) => lapse(tx, ask, subject),
    'contracts.remind': async (tx, ask, { subject }) => remind(tx, ask, subject),
  };
}

export function tasks(services: Services): Tasks {
  return {
    'contracts.makeFile': async (payload: { contractId: string }) => makeFile(services, payload),
    'contracts.makeSignedFile': async (payload: { contractId: string }) =>
      makeSignedFile(services, payload),
  };
}
