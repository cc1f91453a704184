import { expect, it } from 'vitest';
import { keepOpened } from './opened.ts';

it('opens once, and puts away what was used longest ago', () => {
  const told: string[] = [];
  const opened = keepOpened(
    (block) => {
      told.push(`open ${block}`);
      return block;
    },
    (block) => void told.push(`away ${block}`),
    2,
  );
  for (const block of ['a', 'b', 'a', 'c', 'a', 'b']) expect(opened.of(block)).toBe(block);
  expect(told).toEqual(['open a', 'open b', 'open c', 'away b', 'open b', 'away c']);
  opened.forget('nothing');
  opened.forget('a');
  opened.forgetAll();
  expect(told.slice(6)).toEqual(['away a', 'away b']);
});
