/** The house that the story plays in: one that runs, or one of its own in a temporary folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { api } from '@kaitong/contract';
import { askingAs } from './asking.ts';
import { must, StoryBroke } from './expect.ts';
import type { Settings } from './arguments.ts';

const DEFAULT_URL = 'http://127.0.0.1:8080';
const READY_ms = 90_000;
const STOP_ms = 20_000;
const LOOK_AGAIN_ms = 100;
const root = fileURLToPath(new URL('../../', import.meta.url));

export type House = {
  readonly base: string;
  /** Undefined: where the house tells the terminals to go. */
  readonly terminalPort: number | undefined;
  readonly isOwn: boolean;
  readonly leave: () => Promise<void>;
};

/** Hears how to leave a house that is still being built, for who is interrupted meanwhile. */
export type Owe = (leave: () => Promise<void>) => void;

/** The house of `--url`, else the one that runs here, else a new one. */
export async function enterHouse(
  { url, terminalPort }: Settings,
  owe: Owe = nothingOwed,
): Promise<House> {
  const base = url ?? DEFAULT_URL;
  const mode = await modeOf(base);
  if (mode === 'sandbox') return { base, terminalPort, isOwn: false, leave: stay };
  must(url === undefined, `No sandbox answers at ${base}: ${mode ?? 'nobody is there'}.`);
  return buildHouse(owe);
}

/** A house that others started goes on. */
async function stay(): Promise<void> {}

function nothingOwed(): void {}

async function modeOf(base: string): Promise<string | undefined> {
  try {
    const { mode } = await askingAs({ base, lang: 'en' })(api.system.health, {});
    return mode;
  } catch {
    // Nobody there, or somebody else: the caller says what that means.
    return undefined;
  }
}

/** A house of its own, on free ports and in a folder that goes when it does. */
export async function buildHouse(owe: Owe = nothingOwed): Promise<House> {
  const data = await mkdtemp(join(tmpdir(), 'kaitong-journey-'));
  // PostgreSQL runs as another user when we are root, and must get through.
  await chmod(data, 0o711);
  const [httpPort, terminalPort] = await freePorts();
  const base = `http://127.0.0.1:${httpPort}`;
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/server/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C goes to the story first, which then stops the house.
    detached: true,
    env: {
      ...withoutSettings(),
      KAITONG_DATA: data,
      KAITONG_HTTP_PORT: String(httpPort),
      KAITONG_ISO8583_PORT: String(terminalPort),
    },
  });
  const words: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => words.push(chunk.toString()));
  const leave = async () => pullDown(child, data);
  owe(leave);
  try {
    await untilReady(base, { child, words });
  } catch (error) {
    const log = await lastOf(join(data, 'kaitong.log'));
    await leave();
    throw new StoryBroke(`${error instanceof Error ? error.message : String(error)}\n${log}`, {
      cause: error,
    });
  }
  return { base, terminalPort: undefined, isOwn: true, leave };
}

/** The environment without settings of another house. */
function withoutSettings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)));
}

function isSetting(name: string): boolean {
  return name.startsWith('KAITONG_') || name === 'DATABASE_URL';
}

type Running = { readonly child: ChildProcess; readonly words: readonly string[] };

async function untilReady(base: string, { child, words }: Running): Promise<void> {
  const end = performance.now() + READY_ms;
  while (performance.now() < end) {
    must(child.exitCode === null, `The house did not start: ${words.join('').trim()}`);
    if ((await modeOf(base)) === 'sandbox') return;
    await sleep(LOOK_AGAIN_ms);
  }
  throw new StoryBroke(`The house was not ready after ${READY_ms / 1_000} s.`);
}

async function lastOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-5).join('\n');
}

async function pullDown(child: ChildProcess, data: string): Promise<void> {
  if (child.exitCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const inTime = await Promise.race([gone, sleep(STOP_ms, 'late', { ref: false })]);
    if (inTime === 'late') child.kill('SIGKILL');
  }
  await rm(data, { recursive: true, force: true });
}

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(
    servers.map(async (server) => {
      await once(server.listen(0, '127.0.0.1'), 'listening');
      return (server.address() as AddressInfo).port;
    }),
  );
  await Promise.all(servers.map(async (server) => once(server.close(), 'close')));
  return [ports[0] ?? 0, ports[1] ?? 0];
}
