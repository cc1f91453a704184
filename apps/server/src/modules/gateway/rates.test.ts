import { expect, it } from 'vitest';
import { Rates } from './rates.ts';

it('gives ten seconds of tokens at once, then so many a second', () => {
  const rates = new Rates(2);
  const taken = Array.from({ length: 30 }, () => rates.take('a', 0)).filter(Boolean);
  expect(taken).toHaveLength(20);
  expect(rates.take('a', 400)).toBe(false);
  expect(rates.take('a', 500)).toBe(true);
  expect(rates.take('a', 500)).toBe(false);
});

it('never fills beyond the brim, however long nobody came', () => {
  const rates = new Rates(1);
  rates.take('a', 0);
  const taken = Array.from({ length: 30 }, () => rates.take('a', 3_600_000)).filter(Boolean);
  expect(taken).toHaveLength(10);
});

it('counts each key by itself', () => {
  const rates = new Rates(1);
  for (let i = 0; i < 20; i++) rates.take('a', 0);
  expect(rates.take('a', 0)).toBe(false);
  expect(rates.take('b', 0)).toBe(true);
});

it('forgets who is at rest, keeps who is not, and stays within its bound', () => {
  const rates = new Rates(1);
  for (let i = 0; i < 49_999; i++) rates.take(`rest ${i}`, 0);
  for (let i = 0; i < 20; i++) rates.take('busy', 5_000);
  for (let i = 0; i < 1_000; i++) rates.take(`new ${i}`, 5_000);
  expect(rates.take('busy', 5_000)).toBe(false);
  expect(rates.size).toBe(1_001);
  for (let i = 0; i < 60_000; i++) rates.take(`flood ${i}`, 5_000);
  expect(rates.size).toBe(50_000);
});
