import type { BodyOf, api } from '@kaitong/contract';
import { day, dayOf } from '@kaitong/values';
import { tell } from '#audit';
import { providerOf } from '#catalogue';
import { personByLogin } from '#identity';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Agent } from './model.ts';
import { agentOfPerson, insertAgent, nextCode } from './store.ts';

/** Enters an agent whose authorisation was verified with the acquirer. */
export async function register(
  tx: Tx,
  ask: Ask,
  { login, ...wanted }: BodyOf<typeof api.agents.registerAgent>,
): Promise<Agent> {
  const person = await personByLogin(tx, login);
  if (person?.role !== 'agent') throw refuse('agents.personUnknown', { login });
  const known = await agentOfPerson(tx, person.id);
  if (known) throw refuse('agents.known', { code: known.code });
  await providerOf(tx, wanted.providerId);
  if (wanted.validTo < dayOf(ask.now))
    throw refuse('agents.validityOver', { validTo: wanted.validTo });
  const agent: Agent = {
    ...wanted,
    id: newId('agt', ask.now),
    code: await nextCode(tx),
    personId: person.id,
    validTo: day(wanted.validTo),
    status: 'active',
    createdAt: ask.now,
  };
  await insertAgent(tx, agent);
  await tell(tx, ask, { type: 'agent.registered', payload: { agentId: agent.id } });
  return agent;
}
