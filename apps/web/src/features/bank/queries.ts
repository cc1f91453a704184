import { api } from '@kaitong/contract';
import { useAct, useApi } from '../../query.ts';

export function useCollection(id: string) {
  return useApi(api.sandbox.readCollection, { params: { id } });
}

export function useDecide() {
  return useAct(api.sandbox.decideCollection, { invalidates: [api.sandbox.readCollection] });
}
