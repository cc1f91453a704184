import { expect, it } from 'vitest';
import crashers from './testing/crashers.json' with { type: 'json' };
import { chanceOf, fuzz, FUZZED_PROFILES, troubleWith } from './testing/fuzz.ts';
import type { Crasher } from './testing/fuzz.ts';
import { unionpay } from './unionpay.ts';

const COUNT = 100_000;
const SEED = 8583;

it(`${COUNT} damaged frames of seed ${SEED} do no harm`, { timeout: 120_000 }, () => {
  expect(fuzz({ seed: SEED, count: COUNT })).toEqual([]);
});

it('no frame that once did harm does it again', () => {
  const again = (crashers as readonly Crasher[]).map(({ profile, hex }) => {
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
    return troubleWith(FUZZED_PROFILES[profile] ?? unionpay, bytes, { withXray: true });
  });
  expect(again.filter((what) => what !== undefined)).toEqual([]);
});

it('a seed gives the same damage every time', () => {
  const [a, b] = [chanceOf(7), chanceOf(7)];
  expect(Array.from({ length: 5 }, () => a(1000))).toEqual(
    Array.from({ length: 5 }, () => b(1000)),
  );
});
