/**
 * Starts everything, says where it is, and stops it in reverse order. Standard output is for people;
 * the log is for programs.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '#platform/cannot-start';
import { createLog, silentLog, type Log } from '#platform/log';
import { migrate } from '#platform/migrate';
import { startCluster } from '#platform/postgres';
import { reachDatabase } from '#platform/reach-database';
import { keptSecret, loadMasterKey } from '#platform/secrets';
import { startApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { startTable } from './start-table.ts';
import { startTrouble } from './start-trouble.ts';

// Paths are made here alone: src/main.ts and dist/main.js stand at the same depth.
const root = fileURLToPath(new URL('../../../', import.meta.url));
const migrations = new URL('../migrations/', import.meta.url);

const SLOW_ms = 1_000;
const FLUSH_MAX_ms = 1_000;
// npm passes Ctrl-C on to us, who got it from the terminal already: one press may come twice.
const SAME_PRESS_ms = 500;

const stops: (() => Promise<void>)[] = [];
let config: Config | undefined;
let log: Log = silentLog;
let stoppedAt_ms: number | undefined;

process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
process.on('SIGHUP', onSignal); // the terminal was closed
process.on('uncaughtException', (error) => void fail(error));
process.on('unhandledRejection', (error) => void fail(error));

const starting = start();
starting.catch(fail);

async function start(): Promise<void> {
  config = readConfig({ root, keptSecret });
  makeDataFolder(config.data);
  log = createLog({
    level: config.logLevel,
    ...(config.logFile === undefined ? {} : { file: config.logFile }),
  });
  const masterKey = loadMasterKey(config.masterKeyFile, config);
  const database = await patiently('Starting the database', openDatabase(config));
  await patiently('Updating the database', migrate(database.url, migrations));
  const app = await patiently(
    'Starting the house',
    startApp({ config, databaseUrl: database.url, masterKey, log }),
  );
  stops.push(app.stop);
  const table = startTable({
    config,
    database: database.where,
    seconds: performance.now() / 1_000, // since this process began
    rows: app.table,
  });
  say(table);
  log.info('ready');
}

function makeDataFolder(data: string): void {
  try {
    // Others may pass, as PostgreSQL's own user must, but may not look around.
    mkdirSync(data, { recursive: true, mode: 0o711 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(
      `The data folder ${data} can not be made (${why}): set KAITONG_DATA to a folder that can.`,
      { cause },
    );
  }
}

async function openDatabase({
  databaseUrl,
  data,
}: Config): Promise<{ url: string; where: string }> {
  if (databaseUrl !== undefined) {
    await reachDatabase(databaseUrl);
    return { url: databaseUrl, where: 'DATABASE_URL' };
  }
  const dir = join(data, 'postgres');
  const cluster = await startCluster({ dir, disposable: false, log: say, gone: fail });
  stops.push(cluster.stop);
  return { url: cluster.url('postgres'), where: cluster.where };
}

function onSignal(): void {
  if (stoppedAt_ms === undefined) void stop(0);
  else if (performance.now() - stoppedAt_ms > SAME_PRESS_ms) process.exit(130);
}

async function stop(exitCode: number): Promise<void> {
  if (stoppedAt_ms !== undefined) return;
  stoppedAt_ms = performance.now();
  await patiently('Stopping (Ctrl-C once more: at once)', stopAll());
  await Promise.race([new Promise((resolve) => log.flush(resolve)), sleep(FLUSH_MAX_ms)]);
  process.exit(exitCode);
}

async function stopAll(): Promise<void> {
  await starting.catch(() => {}); // what is half-way up comes up first, then all goes down
  for (const stopOne of stops.toReversed()) {
    await stopOne().catch((error: unknown) => log.error({ err: error }, 'could not stop'));
  }
}

async function fail(error: unknown): Promise<void> {
  const trouble = startTrouble(error, config);
  if (trouble === undefined) log.fatal({ err: error }, 'Kaitong stops');
  if (stoppedAt_ms === undefined) process.stderr.write(`${trouble ?? faultOf(error)}\n`);
  await stop(1);
}

function faultOf(error: unknown): string {
  const where = config?.logFile === undefined ? '' : ` More in ${config.logFile}.`;
  return `Kaitong stops, and the fault is its own: ${String(error)}.${where}`;
}

/** Says what we wait for, when it takes longer than a second. */
async function patiently<T>(what: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => say(`${what} …`), SLOW_ms);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** In live mode standard output is the log's, so people's words go to standard error. */
function say(sentence: string): void {
  const out = config?.mode === 'live' ? process.stderr : process.stdout;
  out.write(`${sentence}\n`);
}
