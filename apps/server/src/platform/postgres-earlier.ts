import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { isOwned } from './postgres-owner.ts';
import { dataOf, socketOf, type Place } from './postgres-place.ts';

const POLL_ms = 10;
// Fast shutdown first; when it takes too long, at once: the log is replayed at the next start.
const ENDINGS = [
  ['SIGINT', 15_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/** Deals with what an earlier run left: nothing, stale files, an orphan, or one that still runs. */
export async function clearEarlierRun(
  place: Place,
  { password, log }: { password: string; log: (sentence: string) => void },
): Promise<void> {
  const lines = readPidFile(place);
  if (!lines) return;
  if (postgresOf(place).length > 0) {
    const host = lines[4]?.trim() === '' ? '127.0.0.1' : place.home;
    if (await isOwned({ host, port: Number(lines[3]), password })) throw inUse(place);
    log('Stopping the database that an earlier run left behind');
    await end(() => postgresOf(place));
  }
  // PostgreSQL believes in these files when their pid has passed on to any other program.
  for (const path of [pidFileOf(place), `${socketOf(place)}.lock`])
    fs.rmSync(path, { force: true });
}

function inUse(place: Place): CannotStart {
  return new CannotStart(
    `Another Kaitong runs on ${place.home}: stop it first, or set KAITONG_DATA to another folder.`,
  );
}

export function readPidFile(place: Place): string[] | undefined {
  const path = pidFileOf(place);
  return fs.existsSync(path) ? fs.readFileSync(path, 'utf8').split('\n') : undefined;
}

function pidFileOf(place: Place): string {
  return join(dataOf(place), 'postmaster.pid');
}

/** Asks processes to end, ever less kindly, until there are none. */
export async function end(processes: () => readonly number[]): Promise<void> {
  for (const [signal, limit_ms] of ENDINGS) {
    for (const pid of processes()) kill(pid, signal);
    for (let waited_ms = 0; waited_ms < limit_ms; waited_ms += POLL_ms) {
      if (processes().length === 0) return;
      await sleep(POLL_ms);
    }
  }
  throw new Error(`PostgreSQL does not stop: ${processes().join(', ')}`);
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended just now by itself, which is what we wanted.
  }
}

/**
 * The server of this cluster, or, when it was killed, the helpers that it left: all of them work in
 * the data folder. A pid alone proves nothing, it may have passed on to another program.
 */
function postgresOf(place: Place): readonly number[] {
  const server = Number(readPidFile(place)?.[0]);
  if (process.platform !== 'linux') return isPostgres(server) ? [server] : [];
  const data = fs.realpathSync(dataOf(place));
  const all = fs.readdirSync('/proc').map(Number).filter(Number.isSafeInteger);
  const ours = all.filter((pid) => folderOf(pid) === data);
  return ours.includes(server) ? [server] : ours;
}

function folderOf(pid: number): string | undefined {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // it ended, or it is a stranger's
  }
}

function isPostgres(pid: number): boolean {
  try {
    const command = execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' });
    return command.trim().endsWith('postgres');
  } catch {
    return false; // no such process
  }
}
