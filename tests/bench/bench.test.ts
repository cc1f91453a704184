/** Every benchmark runs once, small, in every test run, so that none rots. */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { figuresIn } from './jpos.ts';
import type { Bench } from './main.ts';

/** One of them builds a whole house, with its database, and machines are busy. */
const PATIENCE_ms = 180_000;

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace(/\.bench\.ts$/, ''));

it.each(names)(
  '%s runs small and finds a ratio',
  async (name) => {
    const { bench } = (await import(`./${name}.bench.ts`)) as Bench;
    const said: string[] = [];
    const figures = await bench({ isSmall: true, say: (line) => said.push(line) });
    expect(figures.ratio).toBeGreaterThan(0);
    expect(said.length).toBeGreaterThan(0);
  },
  PATIENCE_ms,
);

it.each([
  ['decode_ns=900 encode_ns=1200\n', { jposDecode_ns: 900, jposEncode_ns: 1200 }],
  ['error: no class', undefined],
])('reads %j of jPOS', (text, figures) => {
  expect(figuresIn(text)).toEqual(figures);
});
