/**
 * `npm run pack:iso8583 -- FOLDER`: the codec as a package that stands alone: JavaScript and types,
 * README, API, licence. `npm publish FOLDER` would take it; here nothing is published by itself, which
 * is why the package in the house is private and gives its source.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const home = join(root, 'packages/iso8583');
const folder = resolve(process.argv[2] ?? join(root, 'node_modules/.cache/iso8583'));
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);

mkdirSync(folder, { recursive: true });
const config = join(folder, 'tsconfig.json');
writeFileSync(
  config,
  JSON.stringify({
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      noEmit: false,
      composite: false,
      incremental: false,
      declaration: true,
      emitDeclarationOnly: false,
      rewriteRelativeImportExtensions: true,
      rootDir: join(home, 'src'),
      outDir: folder,
    },
    files: [join(home, 'src/index.ts')],
  }),
);
execFileSync(process.execPath, [compiler, '-p', config], { stdio: 'inherit' });
for (const file of ['README.md', 'API.md']) copyFileSync(join(home, file), join(folder, file));
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
const { private: _, ...about } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const exports = { '.': { types: './index.d.ts', default: './index.js' } };
const files = ['*.js', '*.d.ts', 'API.md'];
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify({ ...about, exports, files }, null, 2)}\n`,
);
process.stdout.write(`${folder}\n`);
