/** A sandbox house of our own: in a temporary folder, on free ports, gone when we leave. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { api } from '@kaitong/contract';
import { houseAt } from '../house.ts';
import { Trouble } from '../trouble.ts';
import { cleanEnvironment } from './environment.config.ts';

const READY_ms = 120_000;
const STOP_ms = 20_000;
const LOOK_AGAIN_ms = 100;
const root = fileURLToPath(new URL('../../../../', import.meta.url));

export type OwnHouse = { readonly base: string; readonly leave: () => Promise<void> };

/** Hears how to leave a house that is still being built, for who is interrupted meanwhile. */
export type Owe = (leave: () => Promise<void>) => void;

export async function buildHouse(owe: Owe): Promise<OwnHouse> {
  const data = await mkdtemp(join(tmpdir(), 'kaitong-house-'));
  // PostgreSQL runs as another user when we are root, and must get through.
  await chmod(data, 0o711);
  const [httpPort, terminalPort] = await freePorts();
  const base = `http://127.0.0.1:${httpPort}`;
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/server/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // A group of its own: Ctrl-C goes to us first, which then stops the house.
    detached: true,
    env: settings({ data, httpPort, terminalPort }),
  });
  const leave = async () => pullDown(child, data);
  owe(leave);
  try {
    await untilReady(base, child);
  } catch (error) {
    const why = await lastOf(join(data, 'kaitong.log'));
    await leave();
    throw new Trouble('houseNotReady', { why }, { cause: error });
  }
  return { base, leave };
}

type Place = { readonly data: string; readonly httpPort: number; readonly terminalPort: number };

function settings({ data, httpPort, terminalPort }: Place): NodeJS.ProcessEnv {
  return {
    ...cleanEnvironment(),
    KAITONG_DATA: data,
    KAITONG_HTTP_PORT: String(httpPort),
    KAITONG_ISO8583_PORT: String(terminalPort),
  };
}

async function untilReady(base: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + READY_ms;
  while (performance.now() < end && child.exitCode === null) {
    // oxlint-disable-next-line no-await-in-loop
    if (await isSandbox(base)) return;
    // oxlint-disable-next-line no-await-in-loop
    await sleep(LOOK_AGAIN_ms);
  }
  throw new Error('the house was not ready');
}

/** Whether a house with a sandbox answers here. */
export async function isSandbox(base: string): Promise<boolean> {
  try {
    return (await houseAt({ base, lang: 'en' })(api.system.health)).mode === 'sandbox';
  } catch {
    // Nobody there, or somebody else: the caller says what that means.
    return false;
  }
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
