import type { z } from 'zod';

/** Who a signed-in person is. One person may have several memberships, a session has one role. */
export const roles = [
  'owner',
  'cashier',
  'agent',
  'reviewer',
  'risk',
  'finance',
  'technician',
  'operator',
  'support',
  'admin',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/**
 * Who may call: anyone (`public`), any signed-in person (`signedIn`), an outside party that signs
 * its notifications (`connector`), a terminal that signs its requests (`terminal`), or the roles that
 * are named.
 */
export type Access = 'public' | 'signedIn' | 'connector' | 'terminal' | readonly Role[];

/** The headers of a request that a terminal signs. */
export const TERMINAL_HEADERS = {
  terminalNo: 'kaitong-terminal',
  timestamp: 'kaitong-timestamp',
  nonce: 'kaitong-nonce',
  signature: 'kaitong-signature',
} as const;

/** An endpoint as data: the server mounts it, the web calls it, OpenAPI and the role table are drawn from it. */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  /** One English sentence: what the caller gets done. */
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly reply?: z.ZodType;
  /** `upload`: multipart with one file named `file`. `file`: the reply is bytes, not JSON. */
  readonly kind?: 'json' | 'upload' | 'file';
  /** Begins or ends the caller's session: the edge sets or clears its cookie. */
  readonly session?: 'opens' | 'closes';
  readonly refusals?: readonly string[];
};

type Out<E, K extends string> = E extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;
type In<E, K extends string> = E extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.input<S>
  : undefined;

export type ParamsOf<E extends Endpoint> = Out<E, 'params'>;
export type QueryOf<E extends Endpoint> = Out<E, 'query'>;
export type BodyOf<E extends Endpoint> = Out<E, 'body'>;
export type ReplyOf<E extends Endpoint> = Out<E, 'reply'>;
/** What a caller may leave out because a default fills it. */
export type QueryInputOf<E extends Endpoint> = In<E, 'query'>;
export type BodyInputOf<E extends Endpoint> = In<E, 'body'>;

export function endpoint<const E extends Endpoint>(e: E): E {
  return e;
}

/** `/v1/orders/:id` and `{ id: 'ord_1' }` give `/v1/orders/ord_1`. */
export function pathOf(e: Endpoint, params: Readonly<Record<string, string>> = {}): string {
  return e.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
