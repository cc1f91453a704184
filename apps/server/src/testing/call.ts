import { z } from 'zod';
import type { Ask } from '#platform/ask';
import type { Route } from '#platform/http';
import type { World } from './world.ts';

export type GivenInput = {
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  readonly file?: { name: string; bytes: Uint8Array };
};

/**
 * Calls a route as its edge does, without HTTP: refuses who may not, parses what came, and sends the
 * reply through the contract, so that a reply that no client could read fails here.
 */
export async function callRoute<Reply>(
  world: World,
  routes: readonly Route[],
  { at, ask, ...given }: GivenInput & { at: `${string} /${string}`; ask: Ask },
): Promise<Reply> {
  const route = routes.find(({ endpoint }) => `${endpoint.method} ${endpoint.path}` === at);
  if (!route) throw new Error(`no route ${at}`);
  const { params, query, body, reply } = route.endpoint;
  const input = {
    params: params?.parse(given.params ?? {}),
    query: query?.parse(given.query ?? {}),
    body: body?.parse(given.body ?? {}),
    file: given.file,
  } as never;
  const value =
    route.how === 'handle'
      ? await route.run(world.services.db, ask, input)
      : await world.transact(async (tx) => route.run(tx, ask, input));
  return (reply ? reply.parse(JSON.parse(JSON.stringify(z.encode(reply, value)))) : value) as Reply;
}
