import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { isGenuine, type Agent } from './model.ts';
import { agentOfPerson } from './store.ts';

/** The agent who asks; refused unless they may work today. */
export async function activeAgent(tx: Tx, ask: Ask): Promise<Agent> {
  const agent = await agentOfPerson(tx, personOf(ask).id);
  if (!agent || !isGenuine(agent, ask.now)) throw refuse('agents.notActive');
  return agent;
}
