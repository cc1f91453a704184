import type { TableRow } from '#platform/module';
import type { Config } from './config.ts';

export type Started = {
  readonly config: Config;
  readonly database: string;
  readonly seconds: number;
  /** What the house itself tells; a value may have several lines. */
  readonly rows: readonly TableRow[];
};

/** What a person wants to know when the house is up: where, as whom, and where things are kept. */
export function startTable({ config, database, seconds, rows }: Started): string {
  const all: readonly TableRow[] = [
    ...rows,
    { label: 'Data', value: config.data },
    { label: 'Database', value: database },
    { label: 'Log', value: config.logFile ?? 'standard output' },
  ];
  const width = Math.max(...all.map(({ label }) => label.length));
  const lines = all.flatMap(({ label, value }) =>
    value
      .split('\n')
      .map((line, place) => `  ${(place === 0 ? label : '').padEnd(width)}  ${line}`),
  );
  const head = `Kaitong is ready (${config.mode}, ${seconds.toFixed(1)} s). Ctrl-C stops it.`;
  return ['', head, '', ...lines, ''].join('\n');
}
