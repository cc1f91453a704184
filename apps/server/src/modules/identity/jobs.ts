import type { Lang } from '@kaitong/values';
import type { Tasks } from '#platform/jobs';
import type { Services } from '#platform/services';
import { deliverCode } from './send-code.ts';

export function tasks(services: Services): Tasks {
  return {
    'identity.sendCode': async (payload: { id: string; lang: Lang }) =>
      deliverCode(services, payload),
  };
}
