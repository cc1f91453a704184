import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'test-'));
  for (const name of ['test.mjs', 'run.mjs', 'browser.mjs', 'softhsm.mjs'])
    cpSync(join(import.meta.dirname, name), join(home, 'tools', name));
  writeFileSync(join(home, 'tools/prepare.mjs'), '');
});

afterEach(() => {
  rmSync(home, { recursive: true });
});

it('counts every check as one and ends with the sum', () => {
  program('oxfmt', "console.log('all in order')");
  program('oxlint', "console.log('all in order')");
  expect(runOnly('format,lint')).toEqual({ status: 0, last: '2 passed, 0 failed' });
});

it('shows the whole output of a check that failed', () => {
  program('oxfmt', "console.log('a.ts is untidy'); process.exitCode = 1");
  program('oxlint', "console.log('all in order')");
  const { output, ...end } = runWhole('format,lint');
  expect(end).toEqual({ status: 1, last: '1 passed, 1 failed' });
  expect(output).toMatch(/── format ─+\na\.ts is untidy\n/);
});

it('does not believe a check that says nothing', () => {
  program('tsc', '');
  expect(runOnly('types')).toEqual({ status: 1, last: '0 passed, 1 failed' });
});

it('does not believe a check that is not there', () => {
  expect(runOnly('types')).toEqual({ status: 1, last: '0 passed, 1 failed' });
});

it('counts each test as one', () => {
  vitestThatSays({ numTotalTests: 7, numPassedTests: 7, numFailedTests: 0, testResults: [] });
  expect(runOnly('unit')).toEqual({ status: 0, last: '7 passed, 0 failed' });
});

it('counts a file that could not be loaded as a failure', () => {
  const unloaded = { status: 'failed', assertionResults: [] };
  vitestThatSays({
    numTotalTests: 3,
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [unloaded],
  });
  expect(runOnly('unit')).toEqual({ status: 1, last: '2 passed, 2 failed' });
});

it('takes no tests at all for a failure', () => {
  vitestThatSays({ numTotalTests: 0, numPassedTests: 0, numFailedTests: 0, testResults: [] });
  expect(runOnly('unit')).toEqual({ status: 1, last: '0 passed, 1 failed' });
});

it('takes an error outside of any test for a failure', () => {
  const read = { numTotalTests: 3, numPassedTests: 3, numFailedTests: 0, testResults: [] };
  vitestThatSays(read, 'process.exitCode = 1');
  expect(runOnly('unit')).toEqual({ status: 1, last: '3 passed, 1 failed' });
});

it('takes a vitest that died for a failure', () => {
  program('vitest', "console.log('out of memory'); process.exitCode = 134");
  expect(runOnly('unit')).toEqual({ status: 1, last: '0 passed, 1 failed' });
});

it('names the steps when it is asked for one that it does not have', () => {
  const { status, stderr } = spawn('unti');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^No step unti; there are format, lint, .*, journey\.\n$/);
});

function runOnly(steps: string) {
  const { status, last } = runWhole(steps);
  return { status, last };
}

function runWhole(steps: string) {
  const { status, stdout: output } = spawn(steps);
  return { status, output, last: output.trimEnd().split('\n').at(-1) };
}

function spawn(steps: string) {
  const script = join(home, 'tools/test.mjs');
  return spawnSync(process.execPath, [script, '--only', steps], { encoding: 'utf8', input: '' });
}

/** A vitest that writes these counts where it is told to. */
function vitestThatSays(counts: object, then = ''): void {
  program(
    'vitest',
    `const to = process.argv.find((arg) => arg.startsWith('--outputFile.json='));
     require('node:fs').writeFileSync(to.slice(18), ${JSON.stringify(JSON.stringify(counts))});
     console.log('ran');
     ${then}`,
  );
}

function program(name: string, body: string): void {
  const file = join(home, 'node_modules/.bin', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!${process.execPath}\n${body}\n`);
  chmodSync(file, 0o755);
}
