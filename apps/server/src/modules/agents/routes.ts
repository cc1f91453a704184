import { api, type ReplyOf } from '@kaitong/contract';
import { maskName } from '@kaitong/values';
import { personOf, type Ask } from '#platform/ask';
import { on, type Route } from '#platform/http';
import type { Services } from '#platform/services';
import { changeStatus } from './change-status.ts';
import { isGenuine, verbsFor, type Agent } from './model.ts';
import { register } from './register.ts';
import { agentByCode, pageOfAgents } from './store.ts';

export function routes({ db }: Services): readonly Route[] {
  return [
    on(api.agents.checkAgent).handle(async (ask, { query }) =>
      checkReply(query.code, await agentByCode(db, query.code), ask.now),
    ),
    on(api.agents.registerAgent).transact(async (tx, ask, { body }) =>
      reply(ask, await register(tx, ask, body)),
    ),
    on(api.agents.listAgents).handle(async (ask, { query }) => {
      const rows = await pageOfAgents(db, { after: query.after, limit: query.limit });
      const last = rows.at(-1);
      return {
        rows: rows.map((agent) => reply(ask, agent)),
        ...(rows.length === query.limit && last ? { next: last.id } : {}),
      };
    }),
    on(api.agents.suspendAgent).transact(async (tx, ask, { params, body }) =>
      reply(ask, await changeStatus(tx, ask, { ...params, ...body, type: 'suspend' })),
    ),
    on(api.agents.restoreAgent).transact(async (tx, ask, { params }) =>
      reply(ask, await changeStatus(tx, ask, { ...params, type: 'restore' })),
    ),
    on(api.agents.endAgent).transact(async (tx, ask, { params, body }) =>
      reply(ask, await changeStatus(tx, ask, { ...params, ...body, type: 'end' })),
    ),
  ];
}

function reply(ask: Ask, { personId, ...agent }: Agent): ReplyOf<typeof api.agents.registerAgent> {
  const { role } = personOf(ask);
  const supervises = role === 'operator' || role === 'admin';
  return {
    ...agent,
    userId: personId,
    territory: [...agent.territory],
    can: supervises ? verbsFor(agent.status) : [],
  };
}

/** Anyone may ask, so a stranger learns no more than is on the badge. */
export function checkReply(
  code: string,
  agent: Agent | undefined,
  now: Date,
): ReplyOf<typeof api.agents.checkAgent> {
  if (!agent) return { found: false, genuine: false, code, advice: ['agents.advice.unknown'] };
  const genuine = isGenuine(agent, now);
  const mind = ['agents.advice.noCash', 'agents.advice.noCode'];
  return {
    found: true,
    genuine,
    code,
    name: maskName(agent.name),
    providerId: agent.providerId,
    authorisationNo: agent.authorisationNo,
    filingNo: agent.filingNo,
    filing: agent.filing,
    validTo: agent.validTo,
    status: agent.status,
    advice: genuine ? mind : ['agents.advice.notGenuine', ...mind],
  };
}
