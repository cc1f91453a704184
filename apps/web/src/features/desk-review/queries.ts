import { api, type ReplyOf } from '@kaitong/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import type { InputOf, ProblemError } from '../../api.ts';
import { useMe } from '../../house.ts';
import { useDeed } from '../../parts/desk/use-deed.ts';
import { quietly, asked, useAct, useApi, usePages } from '../../query.ts';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

export type Application = ReplyOf<typeof api.onboarding.getApplication>;
export type ApplicationRow = ReplyOf<typeof api.onboarding.listApplications>['rows'][number];
export type Dictionary = ReplyOf<typeof api.onboarding.readDictionary>;
export type Reason = ReplyOf<typeof api.onboarding.listReasons>['rows'][number];
export type Asking = NonNullable<InputOf<typeof api.onboarding.listApplications>['query']>;

const LOOK_AGAIN_MS = 30_000;

export function useApplications(query: Asking) {
  return usePages(api.onboarding.listApplications, { query }, quietly);
}

export function useApplication(id: string) {
  // Others claim and confirm; the machine checks answer in their own time.
  return useApi(api.onboarding.getApplication, { params: { id } }, { every_ms: LOOK_AGAIN_MS });
}

export function useDictionary(subjectType: Application['subjectType']) {
  return useApi(api.onboarding.readDictionary, { query: { subjectType } });
}

export function useReasons(): readonly Reason[] {
  return useApi(api.onboarding.listReasons, {}).data?.rows ?? [];
}

export function useDecide(id: string, onDone: () => void) {
  const client = useQueryClient();
  const { queryKey } = asked(api.onboarding.getApplication, { params: { id } });
  return useAct(api.onboarding.decideFields, {
    onDone: (application) => {
      client.setQueryData(queryKey, application);
      onDone();
    },
  });
}

export function useVerdicts() {
  const say = useSay(words);
  return {
    claim: useDeed(api.onboarding.claim, { told: say('claim.told') }),
    release: useDeed(api.onboarding.release, { told: say('release.told') }),
    returnForRepair: useDeed(api.onboarding.returnForRepair, { told: say('return.told') }),
    approve: useDeed(api.onboarding.approve, { told: say('approve.told') }),
    decline: useDeed(api.onboarding.decline, { told: say('decline.told') }),
    confirm: useDeed(api.onboarding.confirm, { told: say('confirm.told') }),
    overturn: useDeed(api.onboarding.overturn, { told: say('overturn.told') }),
  };
}

/** Takes what is due first, for this person to judge, and goes there. */
export function useNext() {
  const say = useSay(words);
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [trouble, setTrouble] = useState<ProblemError | null>(null);
  const goTo = (id: string) => void navigate({ to: `/c/review/${id}` });
  const claim = useAct(api.onboarding.claim, {
    onDone: ({ id }) => goTo(id),
    invalidates: 'everything',
  });
  const queue = asked(api.onboarding.listApplications, { query: { scope: 'queue' } });
  const take = async () => {
    setTrouble(null);
    const { rows } = await client.fetchQuery({ ...queue, staleTime: 0 });
    // Nobody confirms what they proposed themselves.
    const row = rows.find(
      ({ status, claimedBy }) => status === 'queued' || claimedBy?.id !== me?.id,
    );
    if (!row) void message.info(say('next.none'));
    else if (row.status === 'queued') claim.run({ params: { id: row.id } });
    else goTo(row.id);
  };
  return {
    take: () => void take().catch((error: unknown) => setTrouble(error as ProblemError)),
    isBusy: claim.isBusy,
    problem: trouble ?? claim.problem,
  };
}
