import { api, endpoint } from '@kaitong/contract';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '#testing/database';
import type { Actor } from './ask.ts';
import { clockAt } from './clock.ts';
import { on, type Route } from './http.ts';
import { silentLog } from './log.ts';
import { refuse } from './refuse.ts';
import { createServer, mount, SESSION_COOKIE, type Edge } from './server.ts';

const test = testDatabase();
let server: FastifyInstance;
let runs = 0;

const pay = endpoint({
  method: 'POST',
  path: '/v1/test/:id/pay',
  summary: 'Pays.',
  access: ['owner'],
  params: z.object({ id: z.string().max(5) }),
  body: z.object({ amount: z.int().min(1), note: z.string().optional() }),
  reply: z.object({ run: z.int() }),
});
const slow = endpoint({ ...pay, path: '/v1/slow/:id/pay' });
const photo = endpoint({
  method: 'POST',
  path: '/v1/test/photo',
  summary: 'Takes a photo.',
  access: 'signedIn',
  kind: 'upload',
  reply: z.object({ size: z.int() }),
});

const routes: Route[] = [
  on(pay).transact(async (_tx, _ask, { body }) => {
    if (body.amount === 13) throw refuse('request.notFound');
    if (body.amount === 666) throw new Error('a bug with card 6222021234567890123');
    return { run: ++runs };
  }),
  on(slow).handle(async (_ask, { body }) => {
    if (body.amount === 13) throw refuse('request.notFound');
    return { run: ++runs };
  }),
  on(photo).handle(async (_ask, { file }) => ({ size: file.bytes.length })),
];

const person = (role: 'owner' | 'support'): Actor => ({
  kind: 'user',
  id: `usr_${role}`,
  role,
  name: role,
  merchantIds: [],
});

beforeAll(async () => {
  const edge: Edge = {
    db: test.db,
    clock: clockAt(new Date('2026-03-10T02:00:00Z')),
    log: silentLog,
    secure: true,
    authenticate: async (token) =>
      token === 'owner' || token === 'support' ? person(token) : undefined,
  };
  server = await createServer(edge);
  mount(server, edge, routes);
});
afterAll(async () => server.close());

type Sent = {
  token?: string;
  key?: string;
  body?: unknown;
  lang?: string;
  url?: string;
  headers?: object;
};

async function post({
  token = 'owner',
  key,
  body,
  lang = 'en',
  url = '/v1/test/a/pay',
  headers,
}: Sent) {
  const response = await server.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json',
      'accept-language': lang,
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...headers,
    },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.statusCode, json: response.json<Record<string, unknown>>(), response };
}

it.each([
  ['nobody', { token: '', key: 'a', body: { amount: 1 } }, 401, 'access.signInNeeded'],
  ['an unknown token', { token: 'x', key: 'a', body: { amount: 1 } }, 401, 'access.signInNeeded'],
  ['a wrong role', { token: 'support', key: 'a', body: {} }, 403, 'access.forbidden'],
  [
    'a long id',
    { url: '/v1/test/abcdef/pay', key: 'a', body: { amount: 1 } },
    422,
    'request.invalid',
  ],
  ['a wrong value', { key: 'a', body: { amount: 0 } }, 422, 'request.invalid'],
  ['a missing body', { key: 'a', body: '' }, 422, 'request.invalid'],
  ['broken JSON', { key: 'a', body: '{"amount":' }, 400, 'request.malformed'],
  ['a hostile key', { key: 'a', body: '{"amount":1,"__proto__":{}}' }, 400, 'request.malformed'],
  ['a missing key', { body: { amount: 1 } }, 400, 'request.keyMissing'],
  ['a refusal', { key: 'b', body: { amount: 13 } }, 404, 'request.notFound'],
  ['a bug', { key: 'c', body: { amount: 666 } }, 500, 'fault'],
  ['a huge body', { key: 'd', body: { note: 'x'.repeat(1_100_000) } }, 413, 'request.tooLarge'],
] as const)('answers %s with a problem', async (_, sent, status, code) => {
  const { json, response } = await post(sent);
  expect([response.statusCode, json['code']]).toEqual([status, code]);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.body).not.toContain('6222021234567890123');
});

it.each([
  ['en', '/amount'],
  ['zh-CN', '/amount'],
  ['zh-HK', '/amount'],
])('names the field in %s', async (lang, path) => {
  const { json } = await post({ key: 'x', lang, body: { amount: 'many' } });
  const [error] = json['errors'] as { path: string; detail: string }[];
  expect(error?.path).toBe(path);
  expect(/[一-鿿]/.test(error?.detail ?? '')).toBe(lang !== 'en');
});

it.each(['/v1/test/a/pay', '/v1/slow/a/pay'])('does %s once for a key', async (url) => {
  const key = `once ${url}`;
  const first = await post({ url, key, body: { amount: 5 } });
  const again = await post({ url, key, body: { amount: 5 } });
  expect(again.json).toEqual(first.json);
  expect(again.response.headers['idempotent-replayed']).toBe('true');
  const other = await post({ url, key, body: { amount: 6 } });
  expect([other.status, other.json['code']]).toEqual([409, 'request.keyReused']);
});

it('does it once when the same key comes many times at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, async () => post({ key: 'crowd', body: { amount: 7 } })),
  );
  expect(new Set(answers.map(({ json }) => json['run'])).size).toBe(1);
});

it('keeps nothing of a refused request, so that its key can be used again', async () => {
  for (const url of ['/v1/test/a/pay', '/v1/slow/a/pay']) {
    expect((await post({ url, key: 'retry', body: { amount: 13 } })).status).toBe(404);
    expect((await post({ url, key: 'retry', body: { amount: 14 } })).status).toBe(200);
  }
});

const fromPage = async (origin: string) =>
  server.inject({
    method: 'POST',
    url: '/v1/test/a/pay',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': origin,
      origin,
      host: 'kaitong.example',
    },
    cookies: { [SESSION_COOKIE]: 'owner' },
    payload: '{"amount":1}',
  });

it('lets a cookie act only for pages of its own site', async () => {
  expect((await fromPage('https://kaitong.example')).statusCode).toBe(200);
  expect((await fromPage('https://evil.example')).statusCode).toBe(403);
  expect((await fromPage('null')).statusCode).toBe(403);
});

it('takes one file and counts its bytes, and refuses what is no upload', async () => {
  const boundary = 'xx';
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc\r\n--${boundary}--\r\n`;
  const headers = {
    authorization: 'Bearer owner',
    'idempotency-key': 'up',
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const good = await server.inject({ method: 'POST', url: '/v1/test/photo', headers, payload });
  expect([good.statusCode, good.json()]).toEqual([200, { size: 3 }]);
  const bad = await post({ url: '/v1/test/photo', key: 'up2', body: {} });
  expect([bad.status, bad.json['code']]).toEqual([400, 'request.malformed']);
});

it('has an endpoint for its own health in the contract', () => {
  expect(api.system.health.access).toBe('public');
});
