import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('the codec stands alone as JavaScript', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'iso8583-'));
  try {
    execFileSync(process.execPath, [join(import.meta.dirname, 'pack-iso8583.mjs'), folder]);
    const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    expect(about).toMatchObject({ name: '@kaitong/iso8583', dependencies: {} });
    expect(about).not.toHaveProperty('private');
    const program = `import { decode, fromHex, iso87Binary } from './index.js';
      process.stdout.write(JSON.stringify(decode(iso87Binary, fromHex('08002000000000000000000301'))));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(JSON.parse(said)).toEqual({
      ok: true,
      message: { mti: '0800', fields: { 3: '000301' } },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
