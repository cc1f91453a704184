/**
 * `npm run bench -- NAME [--small]`: measures one thing against a peer in the same run. The last line
 * is `NAME ratio=… key=value …`. `--small` only proves that the benchmark still runs.
 */
import { readdirSync } from 'node:fs';

/** What a benchmark found; the key `ratio` comes first. */
export type Figures = { readonly ratio: number } & Readonly<Record<string, number | string>>;

export type Bench = {
  readonly bench: (options: {
    readonly isSmall: boolean;
    readonly say: (line: string) => void;
  }) => Promise<Figures>;
};

const say = (line: string) => process.stdout.write(`${line}\n`);
const [name, ...flags] = process.argv.slice(2);
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace(/\.bench\.ts$/, ''));

if (name === undefined || !known.includes(name)) {
  process.stderr.write(`npm run bench -- NAME [--small], where NAME is ${known.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const { bench } = (await import(`./${name}.bench.ts`)) as Bench;
  const figures = await bench({ isSmall: flags.includes('--small'), say });
  const shown = Object.entries(figures).map(([key, value]) => `${key}=${shownValue(value)}`);
  say([name, ...shown].join(' '));
}

function shownValue(value: number | string): string {
  if (typeof value === 'string') return value;
  return Number.isInteger(value) ? String(value) : value.toPrecision(4);
}
