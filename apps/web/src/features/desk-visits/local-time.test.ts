import { expect, it } from 'vitest';
import { fromLocal, toLocal } from './local-time.ts';

it('writes a moment in Shanghai time, wherever the browser is', () => {
  expect(toLocal(new Date('2026-11-23T17:05:30Z'))).toBe('2026-11-24T01:05');
});

it('reads what it wrote', () => {
  expect(fromLocal('2026-11-24T09:00')).toEqual(new Date('2026-11-24T01:00:00Z'));
});

it.each(['', '2026-11-24', '2026-13-01T09:00', '2026-11-24T9:00'])(
  'reads nothing of %j',
  (text) => {
    expect(fromLocal(text)).toBeUndefined();
  },
);
