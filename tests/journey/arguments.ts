/** What the command line of the journey may say. */
import { parseArgs } from 'node:util';
import { subjectTypes, type SubjectType } from '@kaitong/contract';
import { langs, type Lang } from '@kaitong/values';

export type Settings = {
  readonly lang: Lang;
  readonly type: SubjectType;
  /** One JSON object a line instead of text for people. */
  readonly json: boolean;
  /** A house that runs already. */
  readonly url: string | undefined;
  readonly terminalPort: number | undefined;
};

export type Read =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly trouble: string };

export const USAGE = `npm run journey -- [--type ${subjectTypes.join('|')}] [--lang ${langs.join('|')}] [--json]
                   [--url http://127.0.0.1:8080] [--terminal-port 8583]`;

/** Reads the words after the command; the first one that makes no sense is the trouble. */
export function readArguments(argv: readonly string[]): Read {
  try {
    return judged(parseArgs({ args: [...argv], options: OPTIONS, strict: true }).values);
  } catch (error) {
    // Node names the unknown word in its own sentence.
    return { ok: false, trouble: error instanceof Error ? error.message : String(error) };
  }
}

const OPTIONS = {
  lang: { type: 'string', default: 'zh-Hans' },
  type: { type: 'string', default: 'individual' },
  json: { type: 'boolean', default: false },
  url: { type: 'string' },
  'terminal-port': { type: 'string' },
} as const;

type Values = {
  readonly lang: string;
  readonly type: string;
  readonly json: boolean;
  readonly url?: string;
  readonly 'terminal-port'?: string;
};

function judged(values: Values): Read {
  const { json, url, 'terminal-port': port } = values;
  const lang = langs.find((each) => each === values.lang);
  const type = subjectTypes.find((each) => each === values.type);
  if (lang === undefined) return trouble('--lang', langs.join(', '));
  if (type === undefined) return trouble('--type', subjectTypes.join(', '));
  if (url !== undefined && !isHttp(url)) return trouble('--url', 'an http:// address');
  const terminalPort = port === undefined ? undefined : Number(port);
  if (terminalPort !== undefined && !isPort(terminalPort))
    return trouble('--terminal-port', 'a number from 1 to 65535');
  return { ok: true, settings: { lang, type, json, url: url?.replace(/\/+$/, ''), terminalPort } };
}

function trouble(option: string, wanted: string): Read {
  return { ok: false, trouble: `${option} takes ${wanted}` };
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}
