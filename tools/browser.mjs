/** What browser tests need of the machine: chromium, Chinese letters, and a reader of PDF. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { progress, run } from './run.mjs';

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'];

// [what, whether it is there, the Debian package that brings it]
const NEEDS = [
  ['chromium', () => findChromium() !== undefined, 'chromium'],
  ['a Chinese font', hasChineseFont, 'fonts-noto-cjk'],
  ['pdftoppm', () => findProgram('pdftoppm') !== undefined, 'poppler-utils'],
];

/** Installs what is missing where it may, else says what to install and ends. */
export async function readyForBrowser() {
  const missing = missingNeeds();
  if (missing.length === 0) return;
  if (!canInstall()) fail(missing);
  const packages = missing.map(([, , name]) => name);
  const result = await progress(`Installing ${packages.join(', ')}`, () => install(packages));
  if (result.code !== 0) process.stderr.write(`${result.output}\n`);
  const still = missingNeeds();
  if (still.length > 0) fail(still);
}

/** Where the browser is, if there is one. */
export function findChromium() {
  return CHROMIUM.map(findProgram).find((path) => path !== undefined);
}

function missingNeeds() {
  return NEEDS.filter(([, isThere]) => !isThere());
}

/** As root on Debian. */
export function canInstall() {
  return process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
}

export async function install(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update', '-q'], { env });
  if (updated.code !== 0) return updated;
  return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
}

function hasChineseFont() {
  // Other systems bring Chinese fonts, and have no fontconfig to ask.
  if (process.platform !== 'linux') return true;
  const list = findProgram('fc-list');
  return list !== undefined && execFileSync(list, [':lang=zh']).length > 0;
}

export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function fail(missing) {
  const things = missing.map(([what]) => what).join(', ');
  const packages = missing.map(([, , name]) => name).join(' ');
  process.stderr.write(
    `The browser tests need ${things}. On Debian, as root: ` +
      `apt-get install -y --no-install-recommends ${packages}\n`,
  );
  process.exit(1);
}
