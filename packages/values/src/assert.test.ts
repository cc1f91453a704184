import { expect, it } from 'vitest';
import { assert, assertNever, Fault } from './assert.ts';

it('stops on what must not be', () => {
  expect(() => assert(1 + 1 === 3, 'sums hold')).toThrow(new Fault('sums hold'));
});

it('narrows what it was told', () => {
  const found = [1].find((n) => n === 1);
  assert(found !== undefined, 'found');
  expect(found.toFixed(1)).toBe('1.0');
});

it('names the case that a switch forgot', () => {
  expect(() => assertNever('refunded' as never)).toThrow('a case is missing for refunded');
});
