/**
 * `npm run docs` writes docs/generated from the values that the program itself obeys; with --check
 * it writes nothing and ends with 1 when a page is stale.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RESPONSE_CODES } from '@kaitong/iso8583';
import { langs } from '@kaitong/values';
import { openApi, refusals, wordOr } from '@kaitong/contract';
import { charts } from '../apps/server/src/all-modules.ts';
import { settings } from '../apps/server/src/config.ts';
import { picture } from '../apps/server/src/platform/chart.ts';
import { CENTS_RULE, HUNDREDS } from '../apps/server/src/sandbox/cents.data.ts';
import { drawAnswers, drawCharts, drawRefusals, drawSettings, type NameOf } from './draw.ts';

const root = join(import.meta.dirname, '..');
const PAGE_BYTES_MAX = 16 * 1024 * 1024;

export type Page = { readonly path: string; readonly text: string };

/** The pages as they should be. */
export function pages(): Page[] {
  return [
    { path: 'docs/generated/charts.md', text: chartsPage() },
    { path: 'docs/generated/refusals.md', text: refusalsPage() },
    { path: 'docs/generated/settings.md', text: settingsPage() },
    { path: 'docs/generated/sandbox-answers.md', text: answersPage() },
    { path: 'docs/generated/openapi.json', text: JSON.stringify(openApi()) },
  ].map(formatted);
}

/** Whether the page in the tree is not what it should be. */
export function isStale({ path, text }: Page): boolean {
  try {
    return readFileSync(join(root, path), 'utf8') !== text;
  } catch {
    return true;
  }
}

function chartsPage(): string {
  const drawn = Object.entries(charts).map(([name, machine]) => picture(name, machine));
  return drawCharts(
    byName(drawn, ({ chart }) => chart),
    nameOf,
  );
}

const nameOf: NameOf = (key) => {
  const [simplified, traditional, english] = langs.map((lang) => wordOr(lang, key));
  return { 'zh-Hans': simplified ?? '', 'zh-Hant': traditional ?? '', en: english ?? '' };
};

function refusalsPage(): string {
  const rows = Object.entries(refusals).map(([code, refusal]) => ({ code, ...refusal }));
  return drawRefusals(byName(rows, ({ code }) => code));
}

function settingsPage(): string {
  const rows = Object.entries(settings.shape).map(([name, shape]) => {
    return { name, meaning: shape.description ?? '' };
  });
  return drawSettings(rows);
}

function answersPage(): string {
  const codes = RESPONSE_CODES.filter(({ code }) => /^\d\d$/.test(code) && code !== '00');
  return drawAnswers({
    rule: CENTS_RULE,
    digits: HUNDREDS,
    codes: byName(codes, ({ code }) => code),
  });
}

function byName<T>(list: readonly T[], name: (entry: T) => string): T[] {
  // By code unit, not by language: the order must not depend on the machine.
  return list.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
}

/** As `npm run fix` would leave it, so that a fresh page is a tidy page. */
function formatted({ path, text }: Page): Page {
  const oxfmt = join(root, 'node_modules/.bin/oxfmt');
  const args = [`--stdin-filepath=${path}`];
  const result = spawnSync(oxfmt, args, {
    cwd: root,
    input: text,
    encoding: 'utf8',
    maxBuffer: PAGE_BYTES_MAX,
  });
  if (result.status !== 0) throw new Error(`oxfmt ${path}: ${result.stderr}`);
  return { path, text: result.stdout };
}

function main(): void {
  const stale = pages().filter(isStale);
  if (process.argv.includes('--check')) {
    for (const { path } of stale) console.log(`${path} is stale: npm run docs`);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  mkdirSync(join(root, 'docs/generated'), { recursive: true });
  for (const { path, text } of stale) writeFileSync(join(root, path), text);
  console.log(stale.length > 0 ? `Wrote ${stale.map(({ path }) => path).join(', ')}` : 'All fresh');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
