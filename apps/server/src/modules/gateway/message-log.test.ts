import { expect, it } from 'vitest';
import { silentLog } from '#platform/log';
import { MessageLog } from './message-log.ts';
import type { StoredMessage } from './store.ts';

const row = (id: string) => () => ({ id }) as StoredMessage;

it('writes what waits many at once, one statement after the other', async () => {
  const written: number[] = [];
  let isWriting = false;
  const log = new MessageLog(async (rows) => {
    expect(isWriting).toBe(false);
    isWriting = true;
    await new Promise((resolve) => setTimeout(resolve, 1));
    isWriting = false;
    written.push(rows.length);
  }, silentLog);
  for (let i = 0; i < 450; i++) log.note(row(String(i)));
  await log.stop();
  expect(written).toEqual([200, 200, 50]);
  expect(log).toMatchObject({ kept: 450, waiting: 0, dropped: 0 });
});

it('drops and counts what it has no room for, and does not even make the row', async () => {
  const finish: (() => void)[] = [];
  const held = new Promise<void>((resolve) => finish.push(resolve));
  const log = new MessageLog(async () => held, silentLog);
  let made = 0;
  const counted = () => {
    made++;
    return row('x')();
  };
  for (let i = 0; i < 6_000; i++) log.note(counted);
  // The first 200 are being written; 5 000 wait behind them.
  expect(log).toMatchObject({ waiting: 5_200, dropped: 800 });
  expect(made).toBe(5_200);
  finish[0]?.();
  await log.stop();
  expect(log.kept).toBe(5_200);
});

it('goes on after the database refused a batch, and counts what it lost', async () => {
  let times = 0;
  const log = new MessageLog(async () => {
    if (++times === 1) throw new Error('the database is away');
  }, silentLog);
  for (let i = 0; i < 250; i++) log.note(row(String(i)));
  await log.stop();
  expect(log).toMatchObject({ kept: 50, dropped: 200, waiting: 0 });
});
