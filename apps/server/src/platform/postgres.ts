/**
 * A real PostgreSQL beside the program, from the binaries of an npm package.
 *
 * The server is a child of ours in a process group of its own: Ctrl-C in a terminal reaches only
 * us, and the database is stopped last. Who is killed with -9 leaves it running; the next start
 * finds it by `postmaster.pid`. An advisory lock, held as long as we live, tells an orphan from
 * the database of another Kaitong that is alive.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { clearEarlierRun, end, readPidFile } from './postgres-earlier.ts';
import { own, urlOf, USER, type Listen } from './postgres-owner.ts';
import { dataOf, findPlace, socketOf, SOCKET_PORT, type Place } from './postgres-place.ts';

export type Cluster = {
  readonly url: (database: string) => string;
  readonly stop: () => Promise<void>;
  /** The folder where the data truly is. */
  readonly where: string;
};

type Log = (sentence: string) => void;

const SOCKET_PATH_MAX = 103; // bytes of sun_path on macOS; Linux has 107
const START_MAX_ms = 600_000; // recovery after a crash replays the log first
const POLL_ms = 10;
const CREATE = fs.constants.O_CREAT | fs.constants.O_WRONLY;
const LOG_MAX_bytes = 16 * 1024 * 1024;

const SERVER = ['timezone=UTC', 'log_checkpoints=off', 'max_connections=200'];
const DURABLE = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'];
const FLEETING = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts PostgreSQL on `dir`. `disposable` trades durability for speed: only for tests. */
export async function startCluster(options: {
  dir: string;
  disposable: boolean;
  log?: Log;
  /** Told when PostgreSQL ends without our `stop`. */
  gone?: (trouble: Error) => void;
}): Promise<Cluster> {
  const { dir, disposable, log = () => {}, gone = () => {} } = options;
  const place = findPlace(dir);
  const password = passwordOf(place);
  await clearEarlierRun(place, { password, log });
  if (!fs.existsSync(dataOf(place))) {
    log('Creating the database');
    await createData(place, disposable);
  }
  const listen = { ...(await chooseAddress(place)), password };
  const server = await launch(place, { listen, disposable });
  const owner = await own(listen).catch(async (error: unknown) => {
    await endServer(server);
    throw error;
  });
  const onExit = () => gone(new Error(`PostgreSQL ended by itself; see ${logOf(place)}`));
  server.once('exit', onExit);
  const stop = async () => {
    server.off('exit', onExit);
    await owner.end();
    await endServer(server);
    if (disposable) fs.rmSync(place.home, { recursive: true, force: true });
  };
  let stopping: Promise<void> | undefined;
  return {
    url: (database) => urlOf(listen, database),
    where: place.home,
    stop: async () => (stopping ??= stop()),
  };
}

async function endServer(server: ChildProcess): Promise<void> {
  const { pid } = server;
  const runs = () => server.exitCode === null && server.signalCode === null;
  await end(() => (pid !== undefined && runs() ? [pid] : []));
}

/** The password of the cluster, made on first use and kept beside the data, for its owner only. */
function passwordOf(place: Place): string {
  const path = join(place.home, 'password');
  if (fs.existsSync(path)) return fs.readFileSync(path, 'utf8').trim();
  if (fs.existsSync(dataOf(place))) {
    throw new CannotStart(
      `${path} is missing, and the database opens only with it: bring the file back from your ` +
        'backup, or set KAITONG_DATA to another folder to begin anew.',
    );
  }
  const password = randomBytes(24).toString('hex');
  const file = openFor(place, path, CREATE | fs.constants.O_EXCL);
  fs.writeFileSync(file, `${password}\n`);
  fs.closeSync(file);
  return password;
}

/** Opens a file of PostgreSQL's user. Root follows no link there: the folder is not root's own. */
function openFor({ user }: Place, path: string, flags: number): number {
  const file = fs.openSync(path, flags | fs.constants.O_NOFOLLOW, 0o600);
  if (user.uid !== undefined) fs.fchownSync(file, user.uid, user.gid);
  return file;
}

/** Beside the data first, then renamed: a half-made cluster is never taken for a whole one. */
async function createData(place: Place, disposable: boolean): Promise<void> {
  const half = `${dataOf(place)}.new`;
  fs.rmSync(half, { recursive: true, force: true });
  // C.UTF-8 for letters (pg_trgm sees no Chinese without), ICU for the order (by pinyin).
  const libc = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const initdb = spawnProgram(place, 'initdb', [
    `--pgdata=${half}`,
    `--username=${USER}`,
    `--pwfile=${join(place.home, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${libc}`,
    '--locale-provider=icu',
    '--icu-locale=zh-Hans-CN',
    '--data-checksums',
    ...(disposable ? ['--no-sync'] : []),
  ]);
  await ending(initdb);
  if (initdb.exitCode !== 0) throw doesNotRun(place, 'initdb');
  fs.renameSync(half, dataOf(place));
}

/** A socket where its path fits, for it is faster than TCP and no other machine can reach it. */
async function chooseAddress(place: Place): Promise<{ host: string; port: number }> {
  if (Buffer.byteLength(socketOf(place)) <= SOCKET_PATH_MAX)
    return { host: place.home, port: SOCKET_PORT };
  return { host: '127.0.0.1', port: await freePort() };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function launch(
  place: Place,
  { listen, disposable }: { listen: Listen; disposable: boolean },
): Promise<ChildProcess> {
  const onSocket = listen.host.startsWith('/');
  const settings = [
    `listen_addresses=${onSocket ? '' : listen.host}`,
    `unix_socket_directories=${onSocket ? `"${listen.host}"` : ''}`,
    `port=${listen.port}`,
    ...SERVER,
    ...(disposable ? FLEETING : DURABLE),
  ];
  const flags = ['-D', dataOf(place), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawnProgram(place, 'postgres', flags);
  if (disposable && server.pid !== undefined) leash(place, server);
  const started = untilReady(place, server);
  await Promise.race([started, ending(server)]);
  if (server.exitCode !== null || server.pid === undefined) throw doesNotRun(place, 'postgres');
  await started;
  return server;
}

/** PostgreSQL writes "ready" into the eighth line of its pid file; pg_ctl waits for the same. */
async function untilReady(place: Place, server: ChildProcess): Promise<void> {
  for (let waited = 0; waited < START_MAX_ms; waited += POLL_ms) {
    const lines = readPidFile(place);
    if (lines?.[0] === String(server.pid) && lines[7]?.trim() === 'ready') return;
    if (server.exitCode !== null) return;
    await sleep(POLL_ms);
  }
  throw doesNotRun(place, 'postgres');
}

// Nobody comes back for a disposable cluster: when our end of the pipe closes without a word,
// because we were killed, this stops PostgreSQL and removes its folder.
const LEASH =
  'read -r _ || { kill -INT "$1"; while kill -0 "$1"; do sleep 0.1; done; rm -rf "$2"; }';

function leash(place: Place, server: ChildProcess): void {
  const watcher = spawn('/bin/sh', ['-c', LEASH, 'sh', String(server.pid), place.home], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.stdin.on('error', () => {}); // it may be gone before our last word
  server.once('exit', () => watcher.stdin.end('stopped\n'));
}

function spawnProgram(place: Place, program: string, flags: readonly string[]): ChildProcess {
  const log = openLog(place);
  try {
    const child = spawn(join(place.programs, program), flags, {
      ...place.user,
      cwd: place.home,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' }, // and none of our PG… or LC_… variables
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.on('error', (error) => fs.appendFileSync(logOf(place), `${error.message}\n`));
    return child;
  } finally {
    fs.closeSync(log);
  }
}

function logOf(place: Place): string {
  return join(place.home, 'postgres.log');
}

function openLog(place: Place): number {
  const path = logOf(place);
  const size = fs.statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_MAX_bytes) fs.renameSync(path, `${path}.old`);
  return openFor(place, path, CREATE | fs.constants.O_APPEND);
}

function doesNotRun(place: Place, program: string): CannotStart {
  const lines = fs.readFileSync(logOf(place), 'utf8').trim().split('\n');
  const why = lines.findLast((line) => /error|fatal|panic|cannot|ENOENT|EPERM/i.test(line));
  return new CannotStart(
    `PostgreSQL (${program}) does not start: ${why ?? lines.at(-1) ?? 'no reason given'}. ` +
      `All of it is in ${logOf(place)}; DATABASE_URL takes a PostgreSQL of your own instead.`,
  );
}

async function ending(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}
