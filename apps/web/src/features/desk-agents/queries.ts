import { api, type ReplyOf } from '@kaitong/contract';
import { useDeed } from '../../parts/desk/use-deed.ts';
import { useApi, usePages } from '../../query.ts';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

const { agents } = api;

export type Agent = ReplyOf<typeof agents.listAgents>['rows'][number];

export function useAgents() {
  return usePages(agents.listAgents, {});
}

export function useProviders() {
  return useApi(api.catalogue.listProviders, {}).data?.rows ?? [];
}

export function useRegister(onDone: (id: string) => void) {
  const say = useSay(words);
  return useDeed(agents.registerAgent, {
    told: say('register.told'),
    onDone: ({ id }) => onDone(id),
  });
}

export function useAgentActs() {
  const say = useSay(words);
  return {
    suspend: useDeed(agents.suspendAgent, { told: say('suspend.told') }),
    restore: useDeed(agents.restoreAgent, { told: say('restore.told') }),
    end: useDeed(agents.endAgent, { told: say('end.told') }),
  };
}
