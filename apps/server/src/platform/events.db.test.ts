import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { testDatabase } from '#testing/database';
import { systemAsk } from './ask.ts';
import { transact } from './db.ts';
import { cancelDeadline, fireNext, openDeadline, setDeadline } from './deadlines.ts';
import { emit, hear, type Listeners } from './events.ts';
import { runAllJobs } from './jobs.ts';
import { silentLog } from './log.ts';

const test = testDatabase();
const NOW = new Date('2026-03-10T02:00:00Z');
const ask = systemAsk('test', NOW);
let heard: string[] = [];

beforeEach(() => {
  heard = [];
});

const listener = (name: string) => ({
  name,
  hears: {
    'user.registered': async (_tx, { now }, { userId }) => {
      heard.push(`${name} ${userId} ${now.toISOString()}`);
    },
  } satisfies Listeners,
});

const work = (names: string[]) => ({
  db: test.db,
  databaseUrl: test.url,
  log: silentLog,
  now: () => NOW,
  listeners: names.map(listener),
  tasks: {},
});

it('tells every listener once, with the moment of the news', async () => {
  const id = await transact(test.db, async (tx) =>
    emit(tx, ask, { type: 'user.registered', payload: { userId: 'u1' } }),
  );
  await runAllJobs(work(['a', 'b']));
  await hear(test.db, ['a', 'b'].map(listener), id.toString()); // delivered again
  expect(heard).toEqual(['a u1 2026-03-10T02:00:00.000Z', 'b u1 2026-03-10T02:00:00.000Z']);
});

it('tells nobody when the transaction rolls back', async () => {
  const failed = transact(test.db, async (tx) => {
    await emit(tx, ask, { type: 'user.registered', payload: { userId: 'u2' } });
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  await runAllJobs(work(['a']));
  expect(heard).toEqual([]);
});

it('rolls back what a listener did when it fails, and lets it hear again', async () => {
  const id = await transact(test.db, async (tx) =>
    emit(tx, ask, { type: 'user.registered', payload: { userId: 'u3' } }),
  );
  let times = 0;
  const flaky = {
    name: 'flaky',
    hears: {
      'user.registered': async (tx) => {
        await sql`insert into deadline (kind, subject, due_at) values ('k', 'flaky', now())`.execute(
          tx,
        );
        if (++times === 1) throw new Error('first time');
      },
    } satisfies Listeners,
  };
  await expect(hear(test.db, [flaky], id.toString())).rejects.toThrow('first time');
  await hear(test.db, [flaky], id.toString());
  const { rows } = await sql`select 1 from deadline where subject = 'flaky'`.execute(test.db);
  expect([times, rows.length]).toEqual([2, 1]);
});

const at = (hour: number) => new Date(`2026-03-10T0${hour}:00:00Z`);

it('fires deadlines in the order they fall due, and only once', async () => {
  await transact(test.db, async (tx) => {
    await setDeadline(tx, { kind: 'late', subject: 's', dueAt: at(5) });
    await setDeadline(tx, { kind: 'early', subject: 's', dueAt: at(3) });
    await setDeadline(tx, { kind: 'gone', subject: 's', dueAt: at(4) });
    await cancelDeadline(tx, { kind: 'gone', subject: 's', now: NOW });
  });
  expect(await openDeadline(test.db, 'early', 's')).toEqual(at(3));
  const fired: boolean[] = [];
  for (const now of [at(2), at(6), at(6), at(6)]) fired.push(await fireNext(test.db, now));
  expect(fired).toEqual([false, true, true, false]);
  const { rows } = await sql<{ kind: string }>`
    select payload->>'kind' as kind from event where type = 'deadline.due' order by id`.execute(
    test.db,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['early', 'late']);
});

it('moves an open deadline instead of adding a second', async () => {
  const first = new Date('2026-03-11T00:00:00Z');
  const second = new Date('2026-03-12T00:00:00Z');
  await transact(test.db, async (tx) => {
    await setDeadline(tx, { kind: 'move', subject: 's', dueAt: first });
    await setDeadline(tx, { kind: 'move', subject: 's', dueAt: second });
  });
  expect(await openDeadline(test.db, 'move', 's')).toEqual(second);
});
