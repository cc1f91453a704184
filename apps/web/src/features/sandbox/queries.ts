import { api } from '@kaitong/contract';
import { useAct, useApi } from '../../query.ts';
import { tellNow } from '../../clock.ts';

const MESSAGES_EVERY_MS = 3000;

/** Moves business time; whatever fell due may have changed anything. */
export function useMoveClock() {
  return useAct(api.sandbox.moveClock, {
    onDone: ({ now }) => tellNow(now),
    invalidates: 'everything',
  });
}

export function useMessages(phone: string) {
  const isWhole = phone.length === 11;
  return useApi(
    api.sandbox.listMessages,
    { query: { phone } },
    { isOff: !isWhole, every_ms: MESSAGES_EVERY_MS },
  );
}
