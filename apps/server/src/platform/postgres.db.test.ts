import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { testFolder } from '#testing/folder';
import { isOwned } from './postgres-owner.ts';
import { startCluster, type Cluster } from './postgres.ts';

const program = fileURLToPath(new URL('../testing/start-cluster.ts', import.meta.url));
const freshFolder = (mode?: number) => join(testFolder(mode), 'postgres');

let running: Cluster[] = [];
const start = async (dir: string, log?: (sentence: string) => void) => {
  const cluster = await startCluster({ dir, disposable: false, ...(log ? { log } : {}) });
  running.push(cluster);
  return cluster;
};
afterEach(async () => {
  await Promise.all(running.map(async (cluster) => cluster.stop()));
  running = [];
});

/** Another process of ours that started a cluster, and can be killed. */
async function startElsewhere(
  dir: string,
  kind: string,
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, dir, kind]);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

let dir = '';
beforeAll(async () => {
  dir = freshFolder();
  const cluster = await startCluster({ dir, disposable: false });
  await query(cluster.url('postgres'), 'create table kept as select 1 as it');
  await cluster.stop();
});

describe('a cluster that stays', () => {
  it('keeps its data over a stop, and stops only once', async () => {
    const cluster = await start(dir);
    expect(cluster.where).toBe(dir);
    expect(await query(cluster.url('postgres'), 'select it from kept')).toEqual([{ it: 1 }]);
    await Promise.all([cluster.stop(), cluster.stop()]);
    await expect(query(cluster.url('postgres'), 'select 1')).rejects.toThrow('ENOENT');
    expect(existsSync(join(dir, 'data/postmaster.pid'))).toBe(false);
  });

  it('is safe, sorts by pinyin, knows Chinese letters and checks its pages', async () => {
    const { url } = await start(dir);
    const [row] = await query(
      url('postgres'),
      `select current_setting('fsync') fsync, current_setting('synchronous_commit') commit,
         current_setting('data_checksums') checksums, current_setting('listen_addresses') listens,
         (select datctype from pg_database where datname = 'postgres') letters,
         (select string_agg(x, '' order by x) from unnest('{张,中,啊,李}'::text[]) x) sorted`,
    );
    expect(row).toEqual({
      fsync: 'on',
      commit: 'on',
      checksums: 'on',
      listens: '',
      letters: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
      sorted: '啊李张中',
    });
  });

  it('opens only with the password that lies beside it, for its owner only', async () => {
    const { url } = await start(dir);
    const wrong = url('postgres').replace(/:[0-9a-f]{48}@/, ':wrong@');
    await expect(query(wrong, 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(dir, 'password')).mode & 0o777).toBe(0o600);
  });

  it('is refused to a second Kaitong, and the first goes on', async () => {
    const first = await start(dir);
    await expect(start(dir)).rejects.toThrow(`Another Kaitong runs on ${dir}`);
    expect(await query(first.url('postgres'), 'select it from kept')).toEqual([{ it: 1 }]);
  });
});

describe('the next start', () => {
  it('waits until PostgreSQL has let go of a killed owner: on a busy machine that takes a while', async () => {
    const { url } = await start(dir);
    const { hostname, port, password } = new URL(url('postgres'));
    const owned = isOwned({ host: decodeURIComponent(hostname), port: Number(port), password });
    const waiting = `from pg_locks where locktype = 'advisory' and not granted`;
    await vi.waitFor(async () =>
      expect(await query(url('postgres'), `select 1 ${waiting}`)).toHaveLength(1),
    );
    await query(
      url('postgres'),
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted`,
    );
    expect(await owned).toBe(false);
  });

  it('finds all that was committed before our process was killed', async () => {
    const { child, url } = await startElsewhere(dir, 'kept');
    await query(url, 'insert into kept values (2)');
    await kill(child);
    const log = vi.fn<(sentence: string) => void>();
    const cluster = await start(dir, log);
    expect(log).toHaveBeenCalledWith('Stopping the database that an earlier run left behind');
    expect(await query(cluster.url('postgres'), 'select count(*)::int from kept')).toEqual([
      { count: 2 },
    ]);
  });

  it('finds it too when PostgreSQL was killed as well, as by a power cut', async () => {
    const { child, url } = await startElsewhere(dir, 'kept');
    await query(url, 'create table late as select 3 as it');
    const pid = Number(readFileSync(join(dir, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await kill(child);
    const cluster = await start(dir);
    expect(await query(cluster.url('postgres'), 'select it from late')).toEqual([{ it: 3 }]);
  });

  it('is not stopped by a pid that has passed on to another program', async () => {
    writeFileSync(
      join(dir, 'data/postmaster.pid'),
      `${process.ppid}\n${dir}/data\n0\n5432\n${dir}\n`,
    );
    const cluster = await start(dir);
    expect(await query(cluster.url('postgres'), 'select 1 as up')).toEqual([{ up: 1 }]);
  });

  it('says that its password is missing instead of making a new one', async () => {
    const password = readFileSync(join(dir, 'password'));
    rmSync(join(dir, 'password'));
    await expect(start(dir)).rejects.toThrow('password is missing');
    writeFileSync(join(dir, 'password'), password);
  });
});

it('listens on this machine alone when the name of its socket would be too long', async () => {
  const cluster = await start(join(testFolder(), 'x'.repeat(90)));
  expect(cluster.url('postgres')).toContain('@127.0.0.1:');
  const [row] = await query(cluster.url('postgres'), 'show listen_addresses');
  expect(row).toEqual({ listen_addresses: '127.0.0.1' });
});

// As for a checkout below /root, which PostgreSQL's own user may not enter.
it.runIf(process.getuid?.() === 0)(
  'keeps its data elsewhere when it must, and says where',
  async () => {
    const closed = freshFolder(0o700);
    const first = await start(closed);
    expect(first.where).toMatch(/^\/var\/lib\/kaitong\/[0-9a-f]{16}$/);
    await query(first.url('postgres'), 'create table kept as select 1 as it');
    await first.stop();
    chmodSync(dirname(closed), 0o755);
    const second = await start(closed);
    expect(second.where).toBe(first.where);
    expect(await query(second.url('postgres'), 'select it from kept')).toEqual([{ it: 1 }]);
    await second.stop();
    rmSync(second.where, { recursive: true });
  },
);

it('says in one sentence why PostgreSQL does not start', async () => {
  const broken = freshFolder();
  await (await start(broken)).stop();
  rmSync(join(broken, 'data/global/pg_control'));
  await expect(start(broken)).rejects.toThrow(
    /PostgreSQL \(postgres\) does not start: .*pg_control/,
  );
});

it('says which folder can not be used', async () => {
  const file = freshFolder();
  writeFileSync(file, '');
  await expect(start(join(file, 'postgres'))).rejects.toThrow(
    /^The data folder .* can not be used \(.*\): set KAITONG_DATA/,
  );
});

it('leaves nothing behind when it is disposable: neither stopped nor killed', async () => {
  const stopped = freshFolder();
  const cluster = await startCluster({ dir: stopped, disposable: true });
  await cluster.stop();
  expect(existsSync(stopped)).toBe(false);

  const { child, url } = await startElsewhere(freshFolder(), 'disposable');
  await kill(child);
  const isUp = async () =>
    query(url, 'select 1').then(
      () => true,
      () => false,
    );
  await vi.waitUntil(async () => !(await isUp()), { timeout: 10_000, interval: 50 });
});
