import { api, type ReplyOf } from '@kaitong/contract';
import { useAct, useApi, usePages } from '../../query.ts';

export type Message = ReplyOf<typeof api.messages.listMessages>['rows'][number];

const LOOK_AGAIN_MS = 30_000;

export function useMessages({ isUnreadOnly }: { readonly isUnreadOnly: boolean }) {
  return usePages(api.messages.listMessages, { query: isUnreadOnly ? { unread: true } : {} });
}

/** How many wait to be read; undefined until the server has said so. */
export function useUnread(): number | undefined {
  const asked = { query: { limit: 1 } };
  return useApi(api.messages.listMessages, asked, { every_ms: LOOK_AGAIN_MS }).data?.unread;
}

export function useRead() {
  return useAct(api.messages.readMessage, { invalidates: [api.messages.listMessages] });
}

export function useReadAll() {
  return useAct(api.messages.readAllMessages, { invalidates: [api.messages.listMessages] });
}
