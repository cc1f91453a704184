import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let bin: string;
const isRoot = process.getuid?.() === 0;

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'browser-'));
});

afterEach(() => {
  rmSync(bin, { recursive: true });
});

describe.runIf(process.platform === 'linux')('readyForBrowser', () => {
  it('says nothing when everything is there', () => {
    for (const name of ['google-chrome', 'pdftoppm']) program(name, '');
    program('fc-list', 'echo NotoSansCJK.ttc');
    expect(ready()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it('names what is missing and how to install it', () => {
    program('pdftoppm', '');
    program('fc-list', ''); // knows fonts, but none for Chinese
    expect(ready()).toMatchObject({
      status: 1,
      stderr:
        'The browser tests need chromium, a Chinese font. On Debian, as root: ' +
        'apt-get install -y --no-install-recommends chromium fonts-noto-cjk\n',
    });
  });

  it.runIf(isRoot)('installs only what is missing, as root on Debian', () => {
    program('chromium', '');
    program('fc-list', 'echo NotoSansCJK.ttc');
    program(
      'apt-get',
      `echo "$@" >> ${bin}/calls; echo '' > ${bin}/pdftoppm; /bin/chmod +x ${bin}/*`,
    );
    const { status, stdout } = ready();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Installing poppler-utils … \d+ s\n$/);
    expect(readFileSync(join(bin, 'calls'), 'utf8').split('\n')).toEqual([
      'update -q',
      'install -y -q --no-install-recommends poppler-utils',
      '',
    ]);
  });

  it.runIf(isRoot)('shows what apt-get said when it fails', () => {
    program('apt-get', 'echo no network; exit 100');
    const { status, stderr } = ready();
    expect(status).toBe(1);
    expect(stderr).toContain('no network\n\nThe browser tests need chromium, a Chinese font, pdf');
    expect(existsSync(join(bin, 'chromium'))).toBe(false);
  });
});

/** A machine that has only these programs. */
function ready() {
  const url = pathToFileURL(join(import.meta.dirname, 'browser.mjs')).href;
  const script = `import('${url}').then(({ readyForBrowser }) => readyForBrowser())`;
  const env = { ...process.env, PATH: bin };
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', env });
}

function program(name: string, body: string): void {
  const file = join(bin, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
}
