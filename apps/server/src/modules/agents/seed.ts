import { day } from '@kaitong/values';
import { personByLogin } from '#identity';
import { systemAsk } from '#platform/ask';
import type { Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { register } from './register.ts';
import { agentOfPerson } from './store.ts';

/** The sandbox has one agent, of the sample login `agent`. */
export async function seed(tx: Tx, { clock }: Services): Promise<void> {
  const person = await personByLogin(tx, 'agent');
  if (!person || (await agentOfPerson(tx, person.id))) return;
  await register(tx, systemAsk('seed', clock.now()), {
    login: 'agent',
    name: person.name,
    providerId: 'qinghe',
    authorisationNo: 'SAMPLE-AUTH-0001',
    filingNo: 'SAMPLE-FILING-0001',
    filing: 'referral',
    territory: ['310000', '330000'],
    validTo: day('2031-06-30'),
  });
}
