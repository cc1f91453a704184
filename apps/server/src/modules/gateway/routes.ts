import { api, word } from '@kaitong/contract';
import { responseOf } from '@kaitong/iso8583';
import type { Words } from '@kaitong/values';
import { on, type Route } from '#platform/http';
import type { Counters } from './counters.ts';
import type { CloseReason } from './model.ts';

export function routes(counters: () => Counters): readonly Route[] {
  return [
    on(api.gateway.readCounters).handle(async () => {
      const { since, port, open, connections, frames, closed, answers } = counters();
      return {
        since,
        port,
        open,
        connections,
        frames,
        closed: [...closed].map(([reason, times]) => ({
          reason,
          count: times,
          words: wordsOf(reason),
        })),
        answers: [...answers].map(([code, times]) => ({
          code,
          count: times,
          words: { ...responseOf(code).words },
        })),
      };
    }),
  ];
}

function wordsOf(reason: CloseReason): Words {
  const key = `gateway.close.${reason}` as const;
  return { 'zh-Hans': word('zh-Hans', key), 'zh-Hant': word('zh-Hant', key), en: word('en', key) };
}
