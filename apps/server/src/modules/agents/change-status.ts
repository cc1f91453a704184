import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { chart } from './chart.ts';
import type { Agent } from './model.ts';
import { lockAgent, saveStatus } from './store.ts';

type Change =
  | { readonly id: string; readonly type: 'suspend' | 'end'; readonly reason: string }
  | { readonly id: string; readonly type: 'restore' };

/** Stops an agent, lets them work again, or ends the work with them. */
export async function changeStatus(tx: Tx, ask: Ask, change: Change): Promise<Agent> {
  const before = await lockAgent(tx, change.id);
  if (!before) throw refuse('request.notFound');
  const from = { status: before.status, refusal: 'agents.notAllowedNow' } as const;
  const status = stepOr(chart, from, { type: change.type });
  const reason = change.type === 'restore' ? undefined : change.reason;
  await saveStatus(tx, { id: before.id, status, reason });
  await tellChange(tx, ask, change);
  const { reason: _, ...kept } = before;
  return { ...kept, status, ...(reason === undefined ? {} : { reason }) };
}

async function tellChange(tx: Tx, ask: Ask, change: Change): Promise<void> {
  const agentId = change.id;
  if (change.type === 'restore')
    return tell(tx, ask, { type: 'agent.restored', payload: { agentId } });
  const type = change.type === 'end' ? 'agent.ended' : 'agent.suspended';
  return tell(tx, ask, { type, payload: { agentId, reason: change.reason } });
}
