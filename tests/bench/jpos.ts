/**
 * jPOS on the same fields, where a JDK and its jar are at hand: KAITONG_JPOS_CLASSPATH names the jar
 * and what it needs. Nothing of it is kept here (it is AGPL), and nothing fails without it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

type Options = { readonly count: number; readonly say: (line: string) => void };

/** Nanoseconds for one message of jPOS; nothing, and a sentence why, when it is not there. */
export function jposFigures({ count, say }: Options): Readonly<Record<string, number>> {
  const classpath = process.env['KAITONG_JPOS_CLASSPATH'];
  if (classpath === undefined) {
    say('jPOS is not measured: KAITONG_JPOS_CLASSPATH does not say where its jar is');
    return {};
  }
  const program = join(import.meta.dirname, 'JposBench.java');
  const run = spawnSync('java', ['-cp', classpath, program, String(count)], { encoding: 'utf8' });
  const figures = figuresIn(run.stdout ?? '');
  if (figures === undefined)
    say(`jPOS is not measured: ${(run.stderr ?? 'no java').slice(0, 200)}`);
  return figures ?? {};
}

/** Reads `decode_ns=… encode_ns=…`. */
export function figuresIn(text: string): Readonly<Record<string, number>> | undefined {
  const match = /decode_ns=(\d+) encode_ns=(\d+)/.exec(text);
  if (match === null) return undefined;
  return { jposDecode_ns: Number(match[1]), jposEncode_ns: Number(match[2]) };
}
