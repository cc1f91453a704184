import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

/** An empty folder that lives as long as the test file. Others may enter it, as the embedded database does. */
export function testFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaitong-folder-'));
  chmodSync(folder, mode);
  made.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
