/**
 * Digit 6 of an answer's header: what the host wants, done after the current transaction
 * (docs/protocol.md §1.2). What fails is asked for again by the host, so it is tried once.
 */
import { download } from './downloads.ts';
import type { DownloadName } from './downloads.ts';
import { signIn, uploadStatus } from './management.ts';
import type { ManagementResult } from './result.ts';
import type { Held } from './state.ts';

const DOWNLOADED: Readonly<Record<string, readonly DownloadName[]>> = {
  '1': ['parameters'],
  '4': ['caKeys'],
  '5': ['aids'],
  '6': ['tms'],
  '7': ['blacklist'],
  '9': ['contactless'],
  B: ['noPinBins'],
  C: ['noPinBlocked'],
};

/** Several wishes may stand behind each other: each answer names the next. */
const WISHES_MAX = 10;

export async function obey(held: Held): Promise<void> {
  if (!held.state.installed.parameters.obeysHost || held.state.settling !== undefined) return;
  const done = new Set<string>();
  for (let i = 0; i < WISHES_MAX; i++) {
    const wish = held.state.hostAsks.toUpperCase();
    if (wish === '0' || done.has(wish)) return;
    done.add(wish);
    // What the host wants next it says in the answers to this.
    // oxlint-disable-next-line no-await-in-loop
    if (!(await fulfil(held, wish))) return;
  }
}

async function fulfil(held: Held, wish: string): Promise<boolean> {
  if (wish === '2') return isDone(await uploadStatus(held, { reader: true, printer: true }));
  if (wish === '3') return isDone(await signIn(held, held.state.operator));
  for (const name of DOWNLOADED[wish] ?? [])
    // oxlint-disable-next-line no-await-in-loop
    if (!isDone(await download(held, name))) return false;
  return true;
}

function isDone({ kind }: ManagementResult): boolean {
  return kind === 'done';
}
