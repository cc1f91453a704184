/**
 * The whole `npm test`: every check of the house, one line each, the failures printed whole at the
 * end. The last line is `N passed, N failed`, where each test and each other check counts one.
 *
 * For developers: `node tools/test.mjs --only types,unit`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, readyForBrowser } from './browser.mjs';
import { readyForHsm } from './softhsm.mjs';
import { run } from './run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'kaitong-test-'));

const CLEAR_LINE = process.stdout.isTTY ? '\r\u001B[K' : '';

// Each type of merchant once, and each language at least once.
const journeys = [
  { type: 'individual', lang: 'zh-Hans' },
  { type: 'micro', lang: 'zh-Hant' },
  { type: 'sole_proprietor', lang: 'en' },
  { type: 'enterprise', lang: 'zh-Hans' },
];

// The steps of one stage run two at a time; what starts a database or a browser runs alone.
const stages = [
  [
    check('format', 'oxfmt', ['--check']),
    check('lint', 'oxlint', ['--type-aware']),
    // One project at a time: two at once need 2 GB and are slower on two cores (50 s, 32 s).
    check('types', 'tsc', ['-b', '--verbose', '--builders', '1']),
    // The second report always says something, also when there is nothing to report and no terminal.
    check('unused', 'knip', ['--reporter', 'symbols', '--reporter', 'json']),
    { name: 'web', run: () => node(['tools/prepare.mjs', '--web']), maySayNothing: true },
  ],
  [vitest('unit')],
  [vitest('db')],
  [{ ...vitest('browser'), needsBrowser: true }],
  [terminal('farm', ['farm', '--count', '16', '--scenario', 'day', '--seed', '7'])],
  [terminal('certify', ['certify', 'own'])],
  ...journeys.map(({ type, lang }) => [journey(type, lang)]),
];

const failed = await main();
process.exit(failed === 0 ? 0 : 1);

async function main() {
  const wanted = onlyThese(stages);
  prepare();
  if (wanted.flat().some((step) => step.needsBrowser)) await readyForBrowser();
  if (wanted.flat().some(({ name }) => name === 'unit')) await readyForHsm();
  const results = [];
  for (const stage of wanted) results.push(...(await runTwoAtATime(stage)));
  rmSync(scratch, { recursive: true, force: true });
  return report(results);
}

/** Again, though `pretest` does it: npm leaves that out when it is told to run no scripts. */
function prepare() {
  const script = join(root, 'tools', 'prepare.mjs');
  const { status } = spawnSync(process.execPath, [script], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}

function onlyThese(all) {
  const at = process.argv.indexOf('--only');
  if (at < 0) return all;
  const names = (process.argv[at + 1] ?? '').split(',');
  const known = new Set(all.flat().map(kindOf));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    process.stderr.write(`No step ${unknown.join(', ')}; there are ${[...known].join(', ')}.\n`);
    process.exit(1);
  }
  return all.map((stage) => stage.filter((step) => names.includes(kindOf(step))));
}

/** 'journey' for all the journeys. */
function kindOf(step) {
  return step.name.split(' ')[0];
}

async function runTwoAtATime(steps) {
  const waiting = [...steps];
  const results = [];
  const running = new Map();
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      running.set(step.name, performance.now());
      const result = judge(step, await step.run());
      running.delete(step.name);
      results.push(result);
      say(result);
    }
  };
  const timer = process.stdout.isTTY ? setInterval(() => sayRunning(running), 1000) : undefined;
  await Promise.all([lane(), lane()]);
  clearInterval(timer);
  return results;
}

/** A check that says nothing may not have run: only a build may find that it has nothing to do. */
function judge(step, { code, output, seconds, counts }) {
  const isSilent = output.trim() === '' && !step.maySayNothing;
  const isFailed = code !== 0 || isSilent;
  const { passed, failed: broken } = counts ?? { passed: isFailed ? 0 : 1, failed: 0 };
  const trouble = isSilent ? 'It printed nothing, so it may not have run.' : output;
  return {
    name: step.name,
    seconds,
    passed,
    failed: isFailed ? Math.max(broken, 1) : broken,
    isCounted: counts !== undefined,
    trouble,
  };
}

function sayRunning(running) {
  const names = [...running].map(([name, since]) => {
    return `${name} ${Math.round((performance.now() - since) / 1000)} s`;
  });
  process.stdout.write(`${CLEAR_LINE}… ${names.join(', ')}`);
}

function say({ name, seconds, passed, failed: broken, isCounted }) {
  const tick = broken === 0 ? '✓' : '✗';
  const counted = isCounted ? `  ${passed} passed${broken > 0 ? `, ${broken} failed` : ''}` : '';
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  process.stdout.write(`${CLEAR_LINE}${tick} ${name.padEnd(32)}${time}${counted}\n`);
}

function report(results) {
  for (const { name, trouble } of results.filter((result) => result.failed > 0))
    process.stdout.write(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}\n${trouble}\n`);
  const total = (key) => results.reduce((all, result) => all + result[key], 0);
  const passed = total('passed');
  const broken = passed === 0 ? Math.max(1, total('failed')) : total('failed');
  process.stdout.write(`\n${passed} passed, ${broken} failed\n`);
  return broken;
}

function check(name, program, args) {
  return { name, run: () => run(bin(program), args, { cwd: root, env: plain() }) };
}

function journey(type, lang) {
  const args = ['--import', 'tsx', 'tests/journey/main.ts', '--type', type, '--lang', lang];
  return { name: `journey ${type} ${lang}`, run: () => node(args) };
}

/** A program of the terminal, against a house of its own. */
function terminal(name, args) {
  return {
    name,
    run: () => node(['--import', 'tsx', 'apps/terminal/src/main.ts', ...args]),
  };
}

function vitest(project) {
  return { name: project, run: () => runVitest(project) };
}

async function runVitest(project) {
  const file = join(scratch, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', '--project', project, ...reporters];
  const result = await run(bin('vitest'), args, { cwd: root, env: plain() });
  return { ...result, counts: countsIn(file) };
}

function countsIn(file) {
  let read;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  // A file that can not even be loaded has no tests to fail.
  const unloaded = read.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const { numPassedTests: passed, numFailedTests, numTotalTests } = read;
  const none = numTotalTests === 0 ? 1 : 0;
  return { passed, failed: numFailedTests + unloaded.length + none };
}

function node(args) {
  return run(process.execPath, args, { cwd: root, env: plain() });
}

function bin(program) {
  return join(root, 'node_modules', '.bin', program);
}

/** Output without colours, and the browser where it was found. */
function plain() {
  return { NO_COLOR: '1', FORCE_COLOR: '0', KAITONG_CHROMIUM: findChromium() ?? '' };
}
