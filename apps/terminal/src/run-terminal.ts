/** One command for one terminal: its memory from a file, its line by TCP, its paper on the screen. */
import { slipText, Terminal, type DownloadName, type Slip } from '@kaitong/terminal';
import { COMMANDS, type Outcome } from './commands.ts';
import { FileStore, type Address } from './file-store.ts';
import { houseAt } from './house.ts';
import { dialTcp } from './line.ts';
import { makeRsa, nodePorts, redeem } from './node-ports.ts';
import { need, stateFile, type Options } from './options.ts';
import { show, showSlips, showStatus, warnings } from './show.ts';
import { Trouble } from './trouble.ts';
import { say } from './words.ts';

const DEFAULT_URL = 'http://127.0.0.1:8080';
const DEFAULT_ANSWER_S = 30;

type Asked = {
  readonly print: (line: string) => void;
  readonly command: string;
  readonly args: readonly string[];
};

export async function runTerminal(options: Options, asked: Asked): Promise<number> {
  const { print, command, args } = asked;
  const { lang } = options;
  const terminal = terminalOf(options, print);
  if (command === 'status') {
    for (const line of showStatus(await terminal.status(), lang)) print(line);
    return 0;
  }
  if (command === 'slips') {
    const slips = await terminal.slips();
    const lines = Array.isArray(slips) ? showSlips(slips, lang) : show(slips, lang).lines;
    for (const line of lines) print(line);
    return Array.isArray(slips) ? 0 : show(slips, lang).exit;
  }
  if (!ALONE.has(command)) await addressOf(options, storeOf(options));
  const outcome = await runCommand(terminal, options, { command, args });
  if (options.has('json')) print(asJson(outcome));
  const { lines, exit } = show(outcome, lang);
  if (!options.has('json')) for (const line of lines) print(line);
  for (const line of warnings(await terminal.status(), lang)) print(line);
  return exit;
}

/** What needs no line to the host. */
const ALONE: ReadonlySet<string> = new Set([
  'activate',
  'print',
  'operator',
  'tip',
  'offline',
  'sign',
]);

async function runCommand(
  terminal: Terminal,
  options: Options,
  { command, args }: Pick<Asked, 'command' | 'args'>,
): Promise<Outcome> {
  if (command === 'download') return terminal.download((args[0] ?? 'parameters') as DownloadName);
  const known = COMMANDS[command];
  if (known === undefined) throw new Trouble('unknownCommand', { command });
  return known.run(terminal, options, args);
}

function storeOf(options: Options): FileStore {
  return new FileStore(stateFile(options));
}

function terminalOf(options: Options, print: (line: string) => void): Terminal {
  const store = storeOf(options);
  const answer_ms = Number(options.value('timeout') ?? DEFAULT_ANSWER_S) * 1_000;
  const ports = nodePorts({
    dial: async () => dialTcp({ ...(await addressOf(options, store)), answer_ms }),
    print: async (slip: Slip) => {
      if (options.has('no-paper')) {
        print(say(options.lang, 'paperOut'));
        return 'paperOut';
      }
      for (const line of slipText(slip, options.lang)) print(line);
      print('');
      return undefined;
    },
    redeem: async (code) => {
      const house = houseAt({ base: options.value('url') ?? DEFAULT_URL, lang: options.lang });
      const serial = need(options, 'serial', 'activation goes by serial number and code');
      const { profile, address } = await redeem({ house, serial, code, rsa: makeRsa() });
      await store.saveAddress(address);
      const { terminalNo, merchantNo } = profile;
      print(say(options.lang, 'activated', { terminalNo, merchantNo }));
      return profile;
    },
  });
  return new Terminal(store, ports);
}

async function addressOf(options: Options, store: FileStore): Promise<Address> {
  const kept = await store.address();
  const host = options.value('host') ?? kept?.host;
  const port = Number(options.value('port') ?? kept?.port);
  if (host === undefined || !Number.isInteger(port)) throw new Trouble('noAddress');
  return { host, port };
}

function asJson(outcome: Outcome): string {
  return JSON.stringify(outcome, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}
