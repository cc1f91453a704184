import type { Role } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';
import { refuse } from './refuse.ts';

/** Who wants something done. Staff act for the house; owners and cashiers only for their merchants. */
export type Actor =
  | {
      readonly kind: 'user';
      readonly id: string;
      readonly role: Role;
      readonly name: string;
      readonly merchantIds: readonly string[];
    }
  | { readonly kind: 'terminal'; readonly id: string; readonly merchantId: string }
  | { readonly kind: 'connector'; readonly id: string }
  | { readonly kind: 'system'; readonly id: string }
  | { readonly kind: 'nobody' };

/** What every verb is given beside the transaction: who asks, when it is, in which language. */
export type Ask = {
  readonly by: Actor;
  readonly now: Date;
  readonly lang: Lang;
  /** The caller's Idempotency-Key, to be handed on to outside parties. */
  readonly key?: string;
};

export function systemAsk(id: string, now: Date): Ask {
  return { by: { kind: 'system', id }, now, lang: 'zh-Hans' };
}

/** The signed-in person; a route that needs one has been refused before this. */
export function personOf(ask: Ask): Extract<Actor, { kind: 'user' }> {
  if (ask.by.kind !== 'user') throw refuse('access.signInNeeded');
  return ask.by;
}

/** True for staff; for owners, cashiers and terminals only of their own merchant. */
export function maySeeMerchant(by: Actor, merchantId: string): boolean {
  if (by.kind === 'user') return isStaff(by.role) || by.merchantIds.includes(merchantId);
  if (by.kind === 'terminal') return by.merchantId === merchantId;
  return by.kind !== 'nobody';
}

/** What is not yours does not exist for you: 404, so that ids can not be probed. */
export function mustSeeMerchant(ask: Ask, merchantId: string): void {
  if (!maySeeMerchant(ask.by, merchantId)) throw refuse('request.notFound');
}

export function isStaff(role: Role): boolean {
  return role !== 'owner' && role !== 'cashier' && role !== 'agent';
}

export function actorKey(by: Actor): string {
  return by.kind === 'nobody' ? 'nobody' : `${by.kind}:${by.id}`;
}
