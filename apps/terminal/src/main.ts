/** `npm run terminal` and `npm run certify`: a POS terminal on the command line. */
import { certify } from './certify/certify.ts';
import { farm } from './farm/farm.ts';
import { readOptions, type Options } from './options.ts';
import { runTerminal } from './run-terminal.ts';
import { Trouble } from './trouble.ts';
import { usage } from './usage.ts';

const WRONG_USE = 2;
const FAULT = 5;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  let options: Options | undefined;
  try {
    options = readOptions(args);
    return await run(options);
  } catch (error) {
    const isTrouble = error instanceof Trouble;
    const text = isTrouble ? error.in(options?.lang ?? 'en') : stackOf(error);
    process.stderr.write(`${text}\n`);
    return isTrouble ? WRONG_USE : FAULT;
  }
}

async function run(options: Options): Promise<number> {
  const [command, ...args] = options.words;
  if (options.has('help') || command === undefined) {
    print(usage());
    return command === undefined && !options.has('help') ? WRONG_USE : 0;
  }
  if (command === 'farm') return farm(options, print);
  if (command === 'certify') return certify(options, { print, args });
  return runTerminal(options, { print, command, args });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
