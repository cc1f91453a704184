/** What holds for the whole house: its mode and time, and who is signed in. */
import { api, type ReplyOf, type Role } from '@kaitong/contract';
import { useEffect } from 'react';
import { tellNow } from './clock.ts';
import { useApi } from './query.ts';

const HEALTH_EVERY_MS = 60_000;

export type User = ReplyOf<typeof api.identity.me>['user'];

/** The roles whose home is the phone; all others work at the console. */
const merchantRoles: readonly Role[] = ['owner', 'cashier'];

export function isMerchant(user: User): boolean {
  return merchantRoles.includes(user.role);
}

export function homeOf(user: User): '/m' | '/c' {
  return isMerchant(user) ? '/m' : '/c';
}

/** Who is signed in; `undefined` while nobody is known to be. */
export function useMe(): User | undefined {
  return useApi(api.identity.me, {}).data?.user;
}

/** Whether this is a sandbox; `false` until the server has said so. Sets the clock as it learns. */
export function useIsSandbox(): boolean {
  const { data } = useApi(api.system.health, {}, { every_ms: HEALTH_EVERY_MS });
  const now = data?.now;
  useEffect(() => {
    if (now) tellNow(now);
  }, [now]);
  return data?.mode === 'sandbox';
}
