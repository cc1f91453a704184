import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { testDatabase } from '#testing/database';
import { testFolder } from '#testing/folder';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = fileURLToPath(new URL('./main.ts', import.meta.url));
const FULL_START_ms = 120_000;

type Run = { readonly child: ChildProcess; readonly out: () => string; readonly err: () => string };

const test = testDatabase();
const runs: Run[] = [];
afterEach(() => {
  for (const { child } of runs.splice(0)) child.kill('SIGKILL');
});

function run(env: Readonly<Record<string, string>>): Run {
  const free = { KAITONG_HTTP_PORT: '0', KAITONG_ISO8583_PORT: '0' };
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...free, ...env },
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  const made = { child, out: () => texts.out, err: () => texts.err };
  runs.push(made);
  return made;
}

async function end({ child }: Run): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'close');
  return child.exitCode;
}

/** Waits for the table; fails with what was said instead when the program ends before. */
async function ready(started: Run): Promise<string> {
  const { child, out, err } = started;
  const ended = once(child, 'close').then(() => Promise.reject(new Error(out() + err())));
  const told = (async () => {
    while (!/ is ready [^]*Log /.test(out())) await once(child.stdout ?? child, 'data');
    return out();
  })();
  return Promise.race([told, ended]);
}

async function health(table: string): Promise<unknown> {
  const [, web] = /Web +(\S+)/.exec(table) ?? [];
  const response = await fetch(`${web}/v1/health`);
  return response.json();
}

it(
  'starts, stops when asked, and starts again after it was killed',
  async () => {
    const env = { KAITONG_DATA: join(testFolder(), 'data') };
    const first = run(env);
    const table = await ready(first);
    expect(table).toContain(env.KAITONG_DATA);
    expect(table).toMatch(/^ {2}Terminals +127\.0\.0\.1:\d+, ISO 8583 over TCP$/m);
    expect(await health(table)).toMatchObject({ status: 'ok', mode: 'sandbox' });
    first.child.kill('SIGKILL');
    await end(first);

    const second = run(env);
    expect(await ready(second)).toContain('Stopping the database that an earlier run left behind');
    second.child.kill('SIGINT');
    second.child.kill('SIGINT'); // npm passes Ctrl-C on, so that it comes twice
    expect(await end(second)).toBe(0);
    expect(second.err()).toBe('');
  },
  FULL_START_ms,
);

it(
  'says in one sentence that a port is taken',
  async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const started = run({
      KAITONG_DATA: testFolder(),
      DATABASE_URL: test.url,
      KAITONG_HTTP_PORT: String(port),
    });
    expect(await end(started)).toBe(1);
    expect(started.err()).toMatch(/^Port \d+ is taken by another program.*KAITONG_HTTP_PORT.*\n$/);
    taken.close();
  },
  FULL_START_ms,
);

it(
  'says in one sentence what else keeps it from starting',
  async () => {
    const data = testFolder();
    const file = join(data, 'a-file');
    writeFileSync(file, '');
    const refusals: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ KAITONG_DATA: join(file, 'x') }, /^\S+ can not be used \(.*\): set KAITONG_DATA .*\n$/],
      [
        { KAITONG_DATA: data, DATABASE_URL: 'postgres://ann:pass@127.0.0.1:1/x' },
        /^The database 127.0.0.1:1\/x can not be reached .*DATABASE_URL.*\n$/,
      ],
      [{ KAITONG_DATA: data, KAITONG_HTTP_PORT: 'web' }, /^KAITONG_HTTP_PORT must be a port.*\n$/],
      [{ KAITONG_DATA: data, KAITONG_MODE: 'live' }, /^(Live: set [A-Z_0-9]+ to .*\n){13}$/],
    ];
    const started = refusals.map(([env]) => run(env));
    expect(await Promise.all(started.map(end))).toEqual([1, 1, 1, 1]);
    for (const [place, [, said]] of refusals.entries()) {
      expect(started[place]?.err()).toMatch(said);
      expect(started[place]?.out()).toBe('');
    }
  },
  FULL_START_ms,
);
