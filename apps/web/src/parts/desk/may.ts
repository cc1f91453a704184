import type { Endpoint } from '@kaitong/contract';
import { useMe } from '../../house.ts';

/** Whether this role may call it at all: for deeds that begin something, which no reply's `can` names. */
export function useMay({ access }: Endpoint): boolean {
  const role = useMe()?.role;
  return role !== undefined && Array.isArray(access) && access.includes(role);
}
