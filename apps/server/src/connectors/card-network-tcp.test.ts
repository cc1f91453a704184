import { describe, expect, it } from 'vitest';
import { waitOf } from './card-network-tcp.ts';
import { macKeyIn, macKeyOf, wrapped } from './network-management.ts';

describe('the wait before the next try', () => {
  it('doubles up to half a minute', () => {
    const waits = [0, 1, 2, 3, 7, 20].map((failures) => waitOf(failures, () => 1));
    expect(waits).toEqual([250, 500, 1_000, 2_000, 30_000, 30_000]);
  });

  it('is somewhere between half of it and all, so that not all come back together', () => {
    expect([waitOf(3, () => 0), waitOf(3, () => 0.5)]).toEqual([1_000, 1_500]);
  });
});

const message = (f48: string) => ({ mti: '0810', fields: { 48: f48 } });

/** The last digit of its check value is another. */
const changed = (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0');

describe('a key that comes over the line', () => {
  const master = new Uint8Array(16).fill(3);
  const key = Uint8Array.from({ length: 16 }, (_, at) => at);

  it('opens under the master key', () => {
    expect(macKeyIn(message(wrapped(key, master)), master)).toEqual(macKeyOf(key));
  });

  it.each([
    ['under another master key', wrapped(key, new Uint8Array(16).fill(4))],
    ['that was changed on the way', changed(wrapped(key, master))],
    ['that is cut short', wrapped(key, master).slice(0, 30)],
    ['that is none', 'no key'],
  ])('%s is not taken', (_, f48) => {
    expect(macKeyIn(message(f48), master)).toBeUndefined();
  });
});
