/**
 * The house rules that no linter knows: who may import whom, what may stand where, how files are
 * named. Each rule is a line in a table or a small function, and has a test beside it.
 *
 * It reads text, not syntax: TypeScript 7 has no JavaScript API, and a rule that needs a syntax tree
 * belongs in the linter.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';

export type SourceFile = { readonly path: string; readonly text: string };

/** A module may import the modules of the rows above its own, never those beside or below. */
const LAYERS: readonly (readonly string[])[] = [
  // Alone at the top, because every other module tells it what it did.
  ['audit'],
  ['identity'],
  ['messages', 'vault'],
  ['catalogue', 'ledger'],
  ['merchants', 'agents'],
  ['terminals', 'risk'],
  ['onboarding', 'contracts', 'payments'],
  ['orders', 'visits', 'fleet', 'downloads', 'settlement'],
  ['gateway', 'json-line', 'care'],
  ['journey'],
];

/** Parts of the server beside the modules, and which parts each may import. `app` may all. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  config: ['platform', 'connectors'],
  platform: ['config', 'connectors'],
  connectors: ['config', 'platform'],
  modules: ['config', 'connectors', 'platform'],
  sandbox: ['connectors', 'platform'],
};

/** Which of our packages a package may import. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  values: [],
  iso8583: [],
  contract: ['values'],
  terminal: ['iso8583', 'values'],
};

type Ban = {
  readonly what: RegExp;
  /** Files in which it may stand. */
  readonly where: RegExp;
  readonly instead: string;
};

const TESTS = String.raw`\.test\.tsx?$|^tests/|^apps/server/src/testing/|^tools/`;

const BANS: readonly Ban[] = [
  {
    what: /\bprocess\.env\b/,
    where: new RegExp(`^apps/server/src/config\\.ts$|\\.config\\.ts$|${TESTS}`),
    instead: 'only config.ts reads the environment',
  },
  {
    what: /\bnew Date\(\)|\bDate\.now\(\)/,
    where: new RegExp(`/platform/clock\\.ts$|${TESTS}`),
    instead: 'take the time as an argument; only platform/clock.ts reads the clock',
  },
  {
    what: /\bMath\.random\(/,
    where: /\/platform\/ids\.ts$|^tools\//,
    instead: 'chance is an argument; platform/ids.ts makes ids, tests use a seed',
  },
  {
    what: /from '(?:kysely|pg)(?:\/[^']*)?'/,
    where: new RegExp(`/store\\.ts$|^apps/server/src/platform/|${TESTS}`),
    instead: 'only the store of the module that owns the table speaks SQL',
  },
  {
    what: /\bsql(?:<[^`]*?>)?`|\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(/,
    where: new RegExp(`/store\\.ts$|^apps/server/src/platform/|${TESTS}`),
    instead: 'only the store of the module that owns the table speaks SQL',
  },
  {
    what: /from '(?:fastify|@fastify\/[^']*)'/,
    where: new RegExp(
      `/routes\\.ts$|/platform/(?:http[a-z-]*|server)\\.ts$|^apps/server/src/(?!config)[a-z-]+\\.ts$|${TESTS}`,
    ),
    instead: 'only routes.ts, the platform and the files beside app.ts speak HTTP',
  },
  {
    what: /\bconsole\.\w/,
    where: /\/main\.ts$|^tests\/|^tools\//,
    instead: 'log through the logger you were given; only main.ts and tools print',
  },
  {
    what: /\b(?:it|test|describe)\.(?:only|skip|todo)\b/,
    where: /^$/,
    instead: 'every test runs, always',
  },
  { what: /\bFIXME\b/, where: /^$/, instead: 'mend it before it is merged' },
  {
    what: /\bTODO\b(?!\(#\d+\): )/,
    where: /^$/,
    instead: 'TODO(#123): with an issue, or not at all',
  },
  { what: /^export \* /m, where: /^$/, instead: 'a door names what it exports' },
  {
    what: /from 'node:/,
    where: /^(?:apps|tests|tools)\/|\.config\.ts$/,
    instead: 'packages are pure: no input, no output',
  },
  {
    what: /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u,
    where: /^(?!apps\/web\/.*\.tsx$)|\.test\.tsx$/,
    instead: 'words live in words files: say() them',
  },
];

const FILE_LINES_MAX = 400;
const LONG_FILES = /(?:^|\/)words\.ts$|\/words\/[^/]+\.ts$|\.data\.ts$/;

// Names that say nothing: the thing has no home yet.
const HOMELESS = /^(?:utils?|helpers?|common|misc|managers?|data|info)$/;
// Files that are played in order may begin with their number: 01-advise.
const KEBAB = /^(?:\d\d-)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** What is wrong with one file, a sentence each. */
export function tidy(file: SourceFile): string[] {
  if (file.path.startsWith('apps/server/migrations/')) return migration(file);
  // The rules name what they forbid, and their tests show it.
  if (/^tools\/tidy(?:\.test)?\.ts$/.test(file.path)) return size(file);
  return [...bans(file), ...imports(file), ...size(file), ...names(file)];
}

/** What is wrong with the files taken together. */
export function tidyTree(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const modules = [...paths].flatMap((path) => moduleOf(path) ?? []);
  const doors = [...new Set(modules)].flatMap((name) => {
    const door = `apps/server/src/modules/${name}/index.ts`;
    return paths.has(door) ? [] : [`${door} is missing: a module has a door`];
  });
  const rows = [...new Set(modules)].flatMap((name) =>
    rowOf(name) < 0 ? [`module ${name} stands in no row: add it to LAYERS in tools/tidy.ts`] : [],
  );
  const numbers = [...paths]
    .filter((path) => path.endsWith('.sql'))
    .map((path) => basename(path).slice(0, 4));
  const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at);
  return [...doors, ...rows, ...twice.map((number) => `two migrations have the number ${number}`)];
}

function bans({ path, text }: SourceFile): string[] {
  const code = withoutComments(text);
  return BANS.filter(({ where }) => !where.test(path)).flatMap(({ what, instead }) => {
    // What must be mended counts in comments too.
    const at = (/FIXME|TODO/.test(what.source) ? text : code).search(what);
    if (at < 0) return [];
    const found = what.exec(text.slice(at))?.[0] ?? '';
    return [`${path}:${lineOf(text, at)}: ${found.trim()} is not for here: ${instead}`];
  });
}

/** Blanks lines that are only a comment: a comment may name what is forbidden. */
function withoutComments(text: string): string {
  return text.replaceAll(/^[ \t]*(?:\/\/|\/\*|\*).*$/gm, (line) => ' '.repeat(line.length));
}

function imports({ path, text }: SourceFile): string[] {
  const code = withoutComments(text);
  const found = code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g);
  return [...found].flatMap((match) => {
    const trouble = troubleOf(path, match[1] ?? '');
    return trouble ? [`${path}:${lineOf(text, match.index)}: ${match[1]}: ${trouble}`] : [];
  });
}

function troubleOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return relativeTrouble(path, join(dirname(path), specifier));
  if (specifier.startsWith('@kaitong/')) return packageTrouble(path, specifier);
  if (specifier.startsWith('#')) return serverTrouble(path, placeOfName(specifier));
  return undefined;
}

/** A relative import stays in its own folder of the house; others are reached by their name. */
function relativeTrouble(path: string, target: string): string | undefined {
  // Tests and tools look into everything, and apps have no name to be reached by.
  if (/^(?:tests|tools)\//.test(path)) return undefined;
  const home = homeOf(path);
  if (!target.startsWith(`${home}/`)) return `leaves ${home}; use its name`;
  return path.startsWith('apps/web/src/') ? webTrouble(path, target) : serverTrouble(path, target);
}

function homeOf(path: string): string {
  const part = /^apps\/server\/src\/(?:modules\/[^/]+|platform|connectors|sandbox|testing)(?=\/)/;
  return part.exec(path)?.[0] ?? path.split('/').slice(0, 2).join('/');
}

function packageTrouble(path: string, specifier: string): string | undefined {
  const [, name = '', ...deeper] = specifier.split('/');
  if (deeper.length > 0) return 'a package is reached by its door only';
  if (!(name in PACKAGES)) return 'nothing imports an app';
  const own = /^packages\/([^/]+)\//.exec(path)?.[1];
  if (own === undefined || PACKAGES[own]?.includes(name)) return undefined;
  return `${own} does not stand on ${name}`;
}

function webTrouble(path: string, target: string): string | undefined {
  const [from, to] = [path, target].map((file) => {
    return /^apps\/web\/src\/features\/([^/]+)\//.exec(file)?.[1];
  });
  if (to === undefined || from === to || path.startsWith('apps/web/src/app/')) return undefined;
  return from === undefined
    ? 'only app/ puts features together'
    : 'a feature does not import another';
}

/** Who may import whom within the server. */
function serverTrouble(path: string, target: string): string | undefined {
  const [from, to] = [partOf(path), partOf(target)];
  if (from === undefined || to === undefined || from === 'app' || from === 'testing')
    return undefined;
  if (to === 'testing') return isTest(path) ? undefined : 'only tests use what is made for tests';
  if (from !== to) {
    return PARTS[from]?.includes(to) ? undefined : `${from} does not import ${to}`;
  }
  return from === 'modules' ? rowTrouble(path, target) : undefined;
}

function rowTrouble(path: string, target: string): string | undefined {
  const [own, other] = [moduleOf(path) ?? '', moduleOf(target) ?? ''];
  if (own === other || rowOf(other) < rowOf(own)) return undefined;
  return `${own} stands beside or below ${other}; hear its news instead of calling it`;
}

/** The part of the server that a file belongs to; main.ts and app.ts are `app`. */
function partOf(path: string): string | undefined {
  const rest = /^apps\/server\/src\/(.+)$/.exec(path)?.[1];
  if (rest === undefined) return undefined;
  if (/^config(?:\.test)?\.ts$/.test(rest)) return 'config';
  return rest.includes('/') ? rest.split('/')[0] : 'app';
}

/** '#ledger' as the path it stands for. */
function placeOfName(specifier: string): string {
  const name = specifier.slice(1);
  if (name === 'config' || name === 'all-modules') return `apps/server/src/${name}.ts`;
  if (/^(?:platform|connectors|sandbox|testing)\//.test(name)) return `apps/server/src/${name}.ts`;
  return `apps/server/src/modules/${name}/index.ts`;
}

function moduleOf(path: string): string | undefined {
  return /^apps\/server\/src\/modules\/([^/]+)\//.exec(path)?.[1];
}

function rowOf(module: string): number {
  return LAYERS.findIndex((row) => row.includes(module));
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

function size({ path, text }: SourceFile): string[] {
  const lines = text.split('\n').length - 1;
  if (lines <= FILE_LINES_MAX || LONG_FILES.test(path)) return [];
  return [`${path}: ${lines} lines; split it (most: ${FILE_LINES_MAX})`];
}

function names({ path }: SourceFile): string[] {
  const [name = ''] = basename(path).split('.');
  const folder = basename(dirname(path));
  if (HOMELESS.test(name) || HOMELESS.test(folder))
    return [`${path}: say what it holds; a name like this has no home yet`];
  // TanStack and the languages bring names of their own: zh-Hans.ts. Steps of a story are numbered.
  if (KEBAB.test(name) || /\/words\/[^/]+\.ts$/.test(path)) return [];
  if (/\/steps\/\d\d-/.test(path) && KEBAB.test(name.slice(3))) return [];
  return [`${path}: files are named in kebab-case, after the one thing they hold`];
}

function migration({ path, text }: SourceFile): string[] {
  const isNamed = /^\d{4}_[a-z][a-z0-9]*(?:_[a-z0-9]+)*\.sql$/.test(basename(path));
  return [
    ...(isNamed ? [] : [`${path}: a migration is NNNN_what.sql`]),
    ...(text.startsWith('-- ') ? [] : [`${path}: a migration begins with a comment saying why`]),
  ];
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Every source of the house, committed or not. */
export function sources(): SourceFile[] {
  const kinds = ['*.ts', '*.tsx', '*.mjs', '*.sql'];
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...kinds], {
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((path) => path !== '' && existsSync(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
