import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, runTaskListOnce, type Runner, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import type { Db, Tx } from './db.ts';
import { fireNext } from './deadlines.ts';
import { hear, type Listeners } from './events.ts';
import type { Log } from './log.ts';

const CONCURRENCY = 4;
const POLL_MS = 1000;
const TICK_MS = 1000;
const FIRED_MAX = 2000;

/** Work with the outside world, done after the commit that asked for it; tried again until it works. */
type Task = (payload: never) => Promise<void>;
export type Tasks = Readonly<Record<string, Task>>;

/** Asks for a task in the same transaction as the reason for it. */
export async function enqueue(
  tx: Tx,
  task: string,
  payload: object,
  options: { readonly queue?: string; readonly key?: string } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${task}::text, ${JSON.stringify(payload)}::json,
    queue_name := ${options.queue ?? null}::text, job_key := ${options.key ?? null}::text
  )`.execute(tx);
}

export type Jobs = {
  /** Fires what business time has reached, in order, each after the work of the one before; how many. */
  readonly catchUp: () => Promise<number>;
  /** Waits until no job can run now; throws when that takes longer than the limit. */
  readonly settle: (limit_ms?: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type Work = {
  readonly db: Db;
  readonly databaseUrl: string;
  readonly log: Log;
  readonly now: () => Date;
  readonly refresh?: () => Promise<void>;
  readonly listeners: readonly { readonly name: string; readonly hears: Listeners }[];
  readonly tasks: Tasks;
};

/** Runs news, tasks and deadlines until stopped. */
export async function startJobs(work: Work): Promise<Jobs> {
  const runner = await run({
    connectionString: work.databaseUrl,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    logger: quietLogger(work.log),
    taskList: taskList(work),
  });
  const catchUp = oneAtATime(async () => fireAll(work));
  const ticker = startTicker(work, catchUp);
  return {
    catchUp,
    settle: async (limit_ms) => settle(work.db, limit_ms),
    stop: async () => {
      await ticker.stop();
      await stopRunner(runner);
    },
  };
}

/** Runs every job that can run now, and those that they ask for, then returns: for tests. */
export async function runAllJobs(work: Work): Promise<void> {
  const pool = new pg.Pool({ connectionString: work.databaseUrl, max: 1 });
  const client = await pool.connect();
  try {
    const options = { pgPool: pool, noHandleSignals: true, logger: quietLogger(work.log) };
    await runTaskListOnce(options, taskList(work), client).promise;
  } finally {
    client.release();
    await pool.end();
  }
}

function taskList(work: Pick<Work, 'db' | 'listeners' | 'tasks'>): TaskList {
  const list: TaskList = {
    hear: async (payload) =>
      hear(work.db, work.listeners, (payload as { eventId: string }).eventId),
  };
  for (const [name, task] of Object.entries(work.tasks))
    list[name] = async (payload) => task(payload as never);
  return list;
}

async function stopRunner(runner: Runner): Promise<void> {
  try {
    await runner.stop();
  } catch {
    // it had stopped by itself, for instance because the database went first
  }
}

/** Two who fire at once would let a later day overtake an earlier one. */
function oneAtATime<T>(job: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async () => {
    const mine = last.then(job, job);
    last = mine.catch(() => {});
    return mine;
  };
}

async function fireAll(work: Work): Promise<number> {
  let fired = 0;
  await settle(work.db);
  while (fired < FIRED_MAX && (await fireNext(work.db, work.now()))) {
    fired++;
    await settle(work.db);
  }
  return fired;
}

const SETTLE_MS = 30_000;
const SETTLE_STEP_MS = 8;

async function settle(db: Db, limit_ms = SETTLE_MS): Promise<void> {
  for (let waited = 0; waited < limit_ms; waited += SETTLE_STEP_MS) {
    const { rows } = await sql<{ busy: boolean }>`
      select exists (
        select 1 from graphile_worker.jobs
        where (run_at <= now() and attempts < max_attempts) or locked_at is not null
      ) as busy`.execute(db);
    if (rows[0]?.busy === false) return;
    await sleep(SETTLE_STEP_MS);
  }
  throw new Error(`jobs did not settle in ${limit_ms} ms`);
}

/** Looks for deadlines every second; a move of the sandbox's clock does not wait for it. */
function startTicker(work: Work, catchUp: () => Promise<number>): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await work.refresh?.();
        if (await anyDue(work)) await catchUp();
      } catch (error) {
        if (!stopping.signal.aborted) work.log.error({ err: error }, 'deadlines not fired');
      }
      await sleep(TICK_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}

async function anyDue({ db, now }: Work): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (
      select 1 from deadline where fired_at is null and due_at <= ${now()}
    ) as due`.execute(db);
  return rows[0]?.due === true;
}

function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (isError(level)) log.error({ job: meta }, message);
  });
}

function isError(level: string): boolean {
  return level === 'error';
}
