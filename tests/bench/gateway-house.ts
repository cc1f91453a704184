/**
 * The house that `gateway.bench.ts` measures, in a process of its own: everything as `npm start` runs
 * it, with its own database in a folder that goes when it does. It is told what to do by messages.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toHex } from '@kaitong/iso8583';
import { startApp, type App } from '../../apps/server/src/app.ts';
import { readConfig } from '../../apps/server/src/config.ts';
import { deskOf } from '../../apps/server/src/modules/gateway/desk.ts';
import { transact } from '../../apps/server/src/platform/db.ts';
import { createLog } from '../../apps/server/src/platform/log.ts';
import { migrate } from '../../apps/server/src/platform/migrate.ts';
import { startCluster } from '../../apps/server/src/platform/postgres.ts';
import { makeActivated } from '../../apps/server/src/testing/pos.ts';
import type { Ground } from '../../apps/server/src/testing/world.ts';

export type Ask = { readonly make: number } | 'measure' | 'stop';
export type BenchTerminal = {
  readonly terminalNo: string;
  readonly merchantNo: string;
  readonly tmk: string;
};
export type Measured = {
  readonly cpu_us: number;
  readonly rss: number;
  readonly open: number;
  readonly kept: number;
  readonly dropped: number;
};

const MAKERS = 4; // at once; the database has two processors here
// What a load generator on one address needs; connections and turns stay at their default.
const LIFTED = {
  KAITONG_LINE_ADDRESS_CONNECTIONS: '100000',
  KAITONG_LINE_CONNECT_RATE: '100000',
  KAITONG_LINE_ADDRESS_RATE: '1000000',
  KAITONG_LINE_TERMINAL_RATE: '1000000',
};

const data = mkdtempSync(join(tmpdir(), 'kaitong-bench-'));
chmodSync(data, 0o711); // PostgreSQL runs as another user when we are root, and must get through
const cluster = await startCluster({ dir: join(data, 'postgres'), disposable: true });
await migrate(cluster.url('postgres'), new URL('../../apps/server/migrations/', import.meta.url));
const secret = toHex(randomBytes(24));
const config = readConfig(
  { root: data, keptSecret: () => secret },
  { ...LIFTED, KAITONG_HTTP_PORT: '0', KAITONG_ISO8583_PORT: '0', KAITONG_DATA: data },
);
const app = await startApp({
  config,
  databaseUrl: cluster.url('postgres'),
  masterKey: randomBytes(32),
  log: createLog({ level: 'error' }),
});
const ground = groundOf(app);

process.on('message', (ask: Ask) => {
  void answer(ask);
});
process.send?.({ port: deskOf(app.services).line?.port });

async function answer(ask: Ask): Promise<void> {
  if (ask === 'stop') return stop();
  process.send?.(ask === 'measure' ? measured(app) : await makeTerminals(ask.make));
}

async function makeTerminals(count: number): Promise<BenchTerminal[]> {
  const made: BenchTerminal[] = [];
  const maker = async () => {
    while (made.length < count) {
      const { tmk, ...numbers } = await makeActivated(ground);
      made.push({ ...numbers, tmk: toHex(tmk) });
    }
  };
  await Promise.all(Array.from({ length: MAKERS }, maker));
  return made.slice(0, count);
}

function measured({ services }: App): Measured {
  const { user, system } = process.cpuUsage();
  const { line, log } = deskOf(services);
  return {
    cpu_us: user + system,
    rss: process.memoryUsage.rss(),
    open: line?.hall.connections.size ?? 0,
    kept: log?.kept ?? 0,
    dropped: log?.dropped ?? 0,
  };
}

function groundOf({ services }: App): Ground {
  const now = () => services.clock.now();
  return {
    services,
    now,
    ask: (role, who = {}) => ({
      by: { kind: 'user', id: `usr_${role}`, role, name: role, merchantIds: who.merchantIds ?? [] },
      now: now(),
      lang: 'en',
    }),
    system: () => ({ by: { kind: 'system', id: 'bench' }, now: now(), lang: 'en' }),
    transact: async (work) => transact(services.db, work),
  };
}

async function stop(): Promise<void> {
  await app.stop();
  await cluster.stop();
  rmSync(data, { recursive: true, force: true });
  process.exit(0);
}
