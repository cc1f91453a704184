import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Config } from '#config';
import { silentLog } from '#platform/log';
import { testDatabase } from '#testing/database';
import { makeWorld } from '#testing/world';
import { startApp, type App } from './app.ts';

const test = testDatabase();
const LOGIN = { login: 'admin', password: 'Sandbox-admin-01' };
let live: App;

beforeAll(async () => {
  const nowhere = new URL('https://outside.example');
  const { config } = makeWorld(test).services;
  const real: Config = {
    ...config,
    mode: 'live',
    hsm: { kind: 'software', keys: ['0b'.repeat(32)], file: '' },
    roles: ['api'],
    publicUrl: 'https://pos.example.com',
    connectors: {
      cardNetwork: new URL('tcp://network.example:9000'),
      clearingFiles: nowhere,
      bank: nowhere,
      courier: nowhere,
      sms: nowhere,
      identityAuthority: nowhere,
    },
  };
  live = await startApp({
    config: real,
    databaseUrl: test.url,
    masterKey: randomBytes(32),
    log: silentLog,
  });
});
afterAll(async () => live.stop());

async function ask(method: string, path: string, body?: object): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${live.address.port}${path}`, {
    method,
    ...(body
      ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      : {}),
  });
  return response.status;
}

it('answers for itself in live mode', async () => {
  expect(await ask('GET', '/v1/health')).toBe(200);
});

it.each([
  ['GET', '/sandbox/clock', undefined],
  ['POST', '/sandbox/clock', { advance_ms: 1000 }],
  ['GET', '/sandbox/messages?phone=13800138000', undefined],
  ['GET', '/sandbox/logins', undefined],
  ['POST', '/sandbox/faults', { party: 'bank', fault: 'refuse' }],
  ['POST', '/sandbox/bank/collections/x/decision', { outcome: 'paid' }],
  ['POST', '/sandbox/shops', {}],
  ['POST', '/sandbox/terminals/trm_0000000000/self-test', undefined],
  ['POST', '/sandbox/terminal-line', { bytes: 'AAAA' }],
])('has no %s %s in live mode', async (method, path, body) => {
  expect(await ask(method, path, body)).toBe(404);
});

it('has no sample logins in live mode', async () => {
  expect(await ask('POST', '/v1/sessions/password', LOGIN)).toBe(401);
  expect(live.table.map(({ label }) => label)).not.toContain('Staff');
});
