import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

it('gives so many at once, and the others in the order of their coming', async () => {
  const turns = new Turns(2, 60_000);
  const [first, second] = [await turns.next(), await turns.next()];
  const got: number[] = [];
  const waiting = [3, 4, 5].map(async (who) => {
    const turn = await turns.next();
    got.push(who);
    return turn;
  });
  expect(turns.taken).toBe(2);
  first.done();
  (await waiting[0])?.done();
  (await waiting[1])?.done();
  second.done();
  (await waiting[2])?.done();
  expect(got).toEqual([3, 4, 5]);
  expect(turns.taken).toBe(0);
});

it('sends away who waited too long, with nothing to give back', async () => {
  const turns = new Turns(1, 5);
  const mine = await turns.next();
  const late = await turns.next();
  expect(late.isMine).toBe(false);
  late.done();
  expect(turns.taken).toBe(1);
  mine.done();
  expect(await turns.next()).toMatchObject({ isMine: true });
});
