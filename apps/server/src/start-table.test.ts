import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { startTable } from './start-table.ts';

const house = { root: '/srv', keptSecret: () => 'made' };
const started = (env: Record<string, string>) => ({
  config: readConfig(house, env),
  webPort: 41234,
  database: '/srv/data/postgres',
  seconds: 3.21,
  logins: [
    { login: 'reviewer1', password: 'Sample-1', role: 'reviewer' },
    { login: 'risk', password: 'Sample-22', role: 'risk' },
  ],
});

it('tells people where the house is, where its things are, and as whom to come in', () => {
  expect(startTable(started({}))).toBe(`
Kaitong is ready (sandbox, 3.2 s). Ctrl-C stops it.

  Web        http://localhost:8080
  API        http://localhost:8080/docs
  Terminals  127.0.0.1:8583
  Data       /srv/data
  Database   /srv/data/postgres
  Log        /srv/data/kaitong.log
  Sign in    reviewer1  Sample-1   reviewer
             risk       Sample-22  risk
`);
});

it('names the port that was free', () => {
  expect(startTable(started({ KAITONG_HTTP_PORT: '0' }))).toContain('http://localhost:41234/docs');
});

it('names only what this process does', () => {
  const table = startTable(started({ KAITONG_ROLES: 'worker' }));
  expect(table).not.toMatch(/Web|API|Terminals/);
});
