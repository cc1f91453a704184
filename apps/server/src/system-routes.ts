import { api } from '@kaitong/contract';
import { on, type Route } from '#platform/http';
import type { Services } from '#platform/services';

const VERSION = '0.1.0';

/** What concerns no noun: is the house up. */
export function systemRoutes({ config, clock }: Services): readonly Route[] {
  return [
    on(api.system.health).handle(async () => ({
      status: 'ok',
      mode: config.mode,
      now: clock.now(),
      version: VERSION,
    })),
  ];
}
