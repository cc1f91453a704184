import { allEndpoints, pathOf, roles, type Endpoint, type Role } from '@kaitong/contract';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log';
import { createServer, mount, type Edge } from '#platform/server';
import { testDatabase } from '#testing/database';
import { makeWorld } from '#testing/world';
import { modules } from './all-modules.ts';
import { systemRoutes } from './system-routes.ts';

const test = testDatabase();
let server: FastifyInstance;

// The sandbox's own endpoints are open to anyone who can reach a sandbox, and are not mounted in live mode.
const served = allEndpoints.filter(({ name }) => !name.startsWith('sandbox.'));

beforeAll(async () => {
  const { services } = makeWorld(test);
  const edge: Edge = {
    db: test.db,
    clock: services.clock,
    log: silentLog,
    secure: false,
    authenticate: async (role) => ({
      kind: 'user',
      id: `usr_${role}`,
      role: role as Role,
      name: role,
      merchantIds: [],
    }),
  };
  server = await createServer(edge);
  const routes = modules.flatMap((module) => module.routes?.(services) ?? []);
  mount(server, edge, [...systemRoutes(services), ...routes]);
});
afterAll(async () => server.close());

async function call(endpoint: Endpoint, role: Role | undefined): Promise<number> {
  const url = pathOf(endpoint, { id: 'xxx_0000000000', merchantId: 'mer_0000000000' });
  const response = await server.inject({
    method: endpoint.method,
    url,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': `${role} ${url}`,
      ...(role === undefined ? {} : { authorization: `Bearer ${role}` }),
    },
    ...(endpoint.method === 'GET' ? {} : { payload: '{}' }),
  });
  return response.statusCode;
}

const isOpen = ({ access }: Endpoint) => access === 'public' || access === 'connector';
const admits = ({ access }: Endpoint, role: Role) =>
  typeof access === 'string' || access.includes(role);

describe('who may call what', () => {
  it.each(served.map(({ name, endpoint }) => [name, endpoint] as const))(
    '%s',
    async (_, endpoint) => {
      const refused: string[] = [];
      const broken: string[] = [];
      for (const role of roles) {
        const status = await call(endpoint, role);
        if (status === 403) refused.push(role);
        if (status >= 500 && status !== 503) broken.push(`${role} ${status}`);
      }
      expect(broken).toEqual([]);
      expect(refused).toEqual(roles.filter((role) => !admits(endpoint, role)));
      const toNobody = isOpen(endpoint) ? 401 : await call(endpoint, undefined);
      expect(toNobody).toBe(401);
    },
  );
});

it('mounts every endpoint of the contract, and each has a path of its own', async () => {
  const paths = served.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`);
  expect(new Set(paths).size).toBe(paths.length);
  const missing = served.filter(
    ({ endpoint }) => !server.hasRoute({ method: endpoint.method, url: endpoint.path }),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});

it('refuses a connector notification that is not signed', async () => {
  for (const { name, endpoint } of served.filter((one) => one.endpoint.access === 'connector'))
    expect([name, await call(endpoint, undefined)]).toEqual([name, expect.toBeOneOf([401, 422])]);
});
