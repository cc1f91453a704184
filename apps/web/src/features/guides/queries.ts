import { api, type ReplyOf } from '@kaitong/contract';
import { useRouterState } from '@tanstack/react-router';
import { useApi } from '../../query.ts';
import { useLang } from '../../words/language.ts';

export type Guide = ReplyOf<typeof api.care.guide>;
export type AgentCheck = ReplyOf<typeof api.agents.checkAgent>;

const CODE = /^A\d{7}$/;

export function useGuides(search: string) {
  return useApi(api.care.listGuides, { query: search === '' ? {} : { search } });
}

export function useGuide(guide: string) {
  return useApi(api.care.guide, { params: { guide } });
}

export function isAgentCode(code: string): boolean {
  return CODE.test(code);
}

export function useAgentCheck(code: string) {
  return useApi(api.agents.checkAgent, { query: { code } });
}

/** The acquirer by its name in the reader's language. */
export function useProviderName(): (providerId: string) => string {
  const lang = useLang();
  const providers = useApi(api.catalogue.listProviders, {}).data?.rows ?? [];
  return (providerId) => providers.find(({ id }) => id === providerId)?.name[lang] ?? providerId;
}

/** The same pages stand on the merchant's phone, with its tabs, and before the door. */
export function useBase(): '' | '/m' {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return path.startsWith('/m/') ? '/m' : '';
}
