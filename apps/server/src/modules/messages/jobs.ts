import type { Tasks } from '#platform/jobs';
import type { Services } from '#platform/services';
import { deliver } from './deliver.ts';

export function tasks(services: Services): Tasks {
  return {
    'messages.deliver': async (payload: { messageId: string }) => deliver(services, payload),
  };
}
