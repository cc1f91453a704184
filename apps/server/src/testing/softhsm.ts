import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder } from './folder.ts';

/** Where distributions put it. */
const LIBRARIES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
];

const TOOL = 'softhsm2-util';

/** The library of SoftHSM, when this machine has it and what speaks to it. */
export async function softHsmLibrary(): Promise<string | undefined> {
  const canSpeak = await import('pkcs11js').then(
    () => true,
    () => false,
  );
  return canSpeak ? LIBRARIES.find((path) => existsSync(path)) : undefined;
}

/** An empty token in a folder that lives as long as the test file. */
export function softHsmToken(library: string) {
  const folder = testFolder(0o700);
  const configuration = join(folder, 'softhsm2.conf');
  writeFileSync(configuration, `directories.tokendir = ${folder}\nobjectstore.backend = file\n`);
  // The library reads it when it begins, and it begins once in a process.
  process.env['SOFTHSM2_CONF'] ??= configuration;
  const env = { ...process.env };
  const pinFile = join(folder, 'pin');
  writeFileSync(pinFile, '4711\n', { mode: 0o600 });
  const token = `kaitong ${folder.slice(-6)}`;
  const init = ['--init-token', '--free', '--label', token, '--so-pin', '471147', '--pin', '4711'];
  execFileSync(TOOL, init, { env, stdio: 'pipe' });
  return { library, token, pinFile };
}
