import { api, type BodyOf, type ReplyOf } from '@kaitong/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { asked, useAct, useApi } from '../../query.ts';

export type Advice = ReplyOf<typeof api.catalogue.getAdvice>;
export type Option = Advice['options'][number];
export type Needs = BodyOf<typeof api.catalogue.askAdvice>;

export function useAdvice(id: string, { isOff }: { isOff: boolean } = { isOff: false }) {
  return useApi(api.catalogue.getAdvice, { params: { id } }, { isOff });
}

export function useAskAdvice() {
  const keep = useKeep();
  const navigate = useNavigate();
  return useAct(api.catalogue.askAdvice, {
    onDone: (advice) => {
      keep(advice);
      void navigate({ to: `/advise/${advice.id}` });
    },
  });
}

/** Whoever is not signed in is shown the way there first, and comes back to the application. */
export function useChoose() {
  const keep = useKeep();
  const navigate = useNavigate();
  return useAct(api.catalogue.chooseAdvice, {
    onDone: (advice) => {
      keep(advice);
      void navigate({ to: `/m/apply/${advice.id}` });
    },
  });
}

function useKeep(): (advice: Advice) => void {
  const client = useQueryClient();
  return (advice) => {
    const { queryKey } = asked(api.catalogue.getAdvice, { params: { id: advice.id } });
    client.setQueryData(queryKey, advice);
  };
}
