/** The words of the command line: options anywhere, the rest in order. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { langs, type Lang } from '@kaitong/values';
import { Trouble } from './trouble.ts';

/** Options that take a value. */
const VALUED = [
  'serial',
  'state',
  'url',
  'host',
  'port',
  'lang',
  'card',
  'expiry',
  'entry',
  'pin',
  'rrn',
  'date',
  'auth',
  'batch',
  'trace',
  'timeout',
  'manufacturer',
  'tpdu',
  'sign-in',
  'count',
  'scenario',
  'seed',
  'lanes',
  'report',
  'parameters',
] as const;
const SWITCHES = ['help', 'no-paper', 'advice', 'json'] as const;

export type Valued = (typeof VALUED)[number];
type Switch = (typeof SWITCHES)[number];

export type Options = {
  readonly lang: Lang;
  readonly words: readonly string[];
  readonly value: (name: Valued) => string | undefined;
  readonly has: (name: Switch) => boolean;
};

export function readOptions(args: readonly string[]): Options {
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const words: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const [name = '', inline] = arg.slice(2).split('=', 2);
    if (SWITCHES.some((each) => each === name)) switches.add(name);
    else if (VALUED.some((each) => each === name)) values.set(name, inline ?? args[++at] ?? '');
    else throw new Trouble('unknownOption', { option: arg });
  }
  const asked = values.get('lang');
  return {
    lang: langs.find((each) => each === asked) ?? 'en',
    words,
    value: (name) => values.get(name),
    has: (name) => switches.has(name),
  };
}

/** Where the terminal's memory lies: as told, else beside others in the home of its user. */
export function stateFile(options: Options): string {
  const told = options.value('state');
  if (told !== undefined) return told;
  const serial = options.value('serial');
  if (serial === undefined || !/^[0-9A-Za-z-]{1,24}$/.test(serial)) throw new Trouble('noSerial');
  return join(homedir(), '.kaitong', `terminal-${serial}.json`);
}

/** Fen of `12.34`. */
export function amountIn(text: string | undefined, usage: string): bigint {
  if (text === undefined) throw new Trouble('needsArguments', { usage });
  const read = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text);
  if (read === null) throw new Trouble('amountBad', { amount: text });
  const [, whole = '0', cents = ''] = read;
  return BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0'));
}

export function need(options: Options, name: Valued, why: string): string {
  const value = options.value(name);
  if (value === undefined) throw new Trouble('needsOption', { option: `--${name}`, why });
  return value;
}
