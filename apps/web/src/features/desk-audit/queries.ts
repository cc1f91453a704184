import { api, type ReplyOf } from '@kaitong/contract';
import { useApi, usePages } from '../../query.ts';

export type AuditRecord = ReplyOf<typeof api.audit.listRecords>['rows'][number];
export type Trouble = ReplyOf<typeof api.audit.verify>['troubles'][number];

export function useRecords(type: string | undefined) {
  return usePages(api.audit.listRecords, { query: { type } });
}

/** Computes every chain again, so it is asked only where somebody looks. */
export function useVerification() {
  return useApi(api.audit.verify, {});
}
